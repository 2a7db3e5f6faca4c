"""The overview: the thread, then why to meet, what they plan, what is next and to remember."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.client_record import NotedReminder
from advisor_app.i18n import _
from advisor_app.i18n.client_words import noted_by
from advisor_app.i18n.portfolio_words import last_note
from advisor_app.ui.pages.client.cards import (
    AppointmentBox,
    FollowUpBox,
    reasons_card,
    subjects_card,
)
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.evidence import show_evidence
from advisor_app.ui.pages.client.exchange_rows import exchange_row, when_width
from advisor_app.ui.pages.client.file_editing import write_reminder
from advisor_app.ui.pages.client.introduction_card import is_under_way
from advisor_app.ui.pages.client.project_card import project_button
from advisor_app.ui.pages.client.project_editing import add_project, edit_project
from advisor_app.ui.pages.client.rows import TallRow
from advisor_app.ui.pages.client.tab import Tab, column_of, empty, small, titled
from advisor_app.ui.pages.client.thread_card import ThreadCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.discreet import Folded
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_PROJECTS = 3
_LATEST, _TALL = 8, 1050
_COLUMNS = (376, 426, 350)


class Overview(Tab):
    """What an advisor looks at ten minutes before a meeting."""

    write_up_asked = Signal()
    follow_up_asked = Signal(str)
    introduction_asked = Signal()
    projects_asked = Signal()

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._reasons: QWidget = QWidget()
        self._thread = ThreadCard()
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.M)
        self._column.addWidget(self._thread)
        self._below = QWidget()
        self._column.addWidget(self._below, 1)
        self.hold(whole)

    def show_household(self, shown: Shown, *, narrow: bool) -> None:
        """Show one household."""
        self._thread.show_thread(shown.page.thread, shown.names, discreet=shown.discreet)
        below = self._grid(shown, narrow=narrow)
        if self.window().height() >= _TALL:
            below = column_of([below, latest_card(self._edits, shown)])
        self._column.replaceWidget(self._below, below)
        self._below.hide()
        self._below.deleteLater()
        self._below = below

    def show_reasons(self, shown: Shown) -> None:
        """Show why to meet anew: what would be proposed is known a moment after the rest."""
        around = self._reasons.parentWidget()
        layout = None if around is None else around.layout()
        if layout is None or shown.discreet:
            return
        reasons = self._why(shown)
        layout.replaceWidget(self._reasons, reasons)
        self._reasons.hide()
        self._reasons.deleteLater()
        self._reasons = reasons

    def _why(self, shown: Shown) -> Card:
        if shown.discreet:
            return subjects_card(shown.page, shown.names)
        evidence = Button(
            _("Where it comes from"), Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.XL
        )
        evidence.clicked.connect(lambda: show_evidence(self._edits.page.window(), shown))
        links = QWidget()
        row = QHBoxLayout(links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.M)
        if is_under_way(shown.page):
            steps = Button(
                _("Introduction"),
                Kind.LINK,
                role=Type.SMALL_MEDIUM,
                height=sizes.XL,
                name=_("How far the introduction has come"),
            )
            steps.clicked.connect(self.introduction_asked)
            row.addWidget(steps)
        row.addWidget(evidence)
        return reasons_card(shown.page, shown.why, shown.names, links)

    def _grid(self, shown: Shown, *, narrow: bool) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(sizes.M + 2)
        self._reasons = self._why(shown)
        cards = [self._reasons, self._projects(shown), self._side(shown)]
        for index, card in enumerate(cards):
            # The shares of the design hold whatever the words would like.
            high = card.sizePolicy().verticalPolicy()
            card.setSizePolicy(QSizePolicy.Policy.Ignored, high)
            if narrow:
                grid.addWidget(card, index // 2, index % 2)
                grid.setColumnStretch(index % 2, 1)
            else:
                grid.addWidget(card, 0, index)
                grid.setColumnStretch(index, _COLUMNS[index])
        return whole

    def _projects(self, shown: Shown) -> Card:
        add = small(_("Add"), "plus", name=_("Add a life project"))
        add.clicked.connect(lambda: add_project(self._edits, shown))
        made, column = titled(_("Life projects"), add)
        alive = shown.page.projects
        for one in alive[:_PROJECTS]:
            name = shown.names.get(one.code, one.code)
            button = project_button(one, name, shown.record.today)
            button.clicked.connect(partial(edit_project, self._edits, shown, one))
            column.addWidget(button)
        if not alive:
            empty(column, _("No project known yet. A good question finds one."))
        if len(alive) > _PROJECTS:
            more = Button(_("All the projects"), Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.XL)
            more.clicked.connect(self.projects_asked)
            column.addWidget(more)
        column.addStretch(1)
        return made

    def _side(self, shown: Shown) -> QWidget:
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(sizes.M + 2)
        appointment = AppointmentBox(shown.page, shown.record.today)
        appointment.write_up_asked.connect(self.write_up_asked)
        below.addWidget(appointment)
        for owed in shown.page.follow_ups:
            box = FollowUpBox(owed, shown.record.today)
            box.asked.connect(self.follow_up_asked)
            below.addWidget(box)
        below.addWidget(remember_card(self._edits, shown), 1)
        return side


def latest_card(edits: Edits, shown: Shown) -> Card:
    """The latest exchanges, where the window has room for more of the same page."""
    air = sizes.CARD_PAD if shown.record.entries else 0
    made, column = titled(_("Latest exchanges"), air=air)
    column.setSpacing(0)
    latest = shown.record.entries[:_LATEST]
    wide = when_width(latest, shown.record.today)
    for place, entry in enumerate(latest):
        column.addWidget(exchange_row(edits, shown, entry, wide, first=place == 0))
    if not shown.record.entries:
        empty(column, _("Nothing was exchanged yet."))
    return made


def remember_card(edits: Edits, shown: Shown) -> Card:
    """What makes the client feel known, and the last note."""
    add = small("", "plus", name=_("Add something to remember"))
    add.clicked.connect(lambda: write_reminder(edits, shown))
    made, column = titled(_("To remember"), add)
    column.setSpacing(sizes.XS)
    for one in unlike(shown.record.reminders):
        column.addWidget(_reminder(one, partial(write_reminder, edits, shown, one)))
    if not shown.record.reminders:
        empty(column, _("Nothing noted yet: a coffee, a bicycle, a first name."))
    if shown.discreet:
        column.addStretch(1)
        column.addWidget(Folded(_("Notes hidden"), bare=True))
    else:
        _last_note(column, shown.page)
    column.addStretch(1)
    return made


def unlike(reminders: tuple[NotedReminder, ...]) -> list[NotedReminder]:
    """The same words about two of the household stand once."""
    return list({(one.icon, one.text): one for one in reversed(reminders)}.values())[::-1]


def _reminder(one: NotedReminder, press: Callable[[], None]) -> TallRow:
    row = TallRow(first=True)
    row.setAccessibleName(one.text)
    row.setAccessibleDescription(_("Changes what is to be remembered"))
    across = QHBoxLayout(row)
    across.setContentsMargins(0, sizes.XS, 0, sizes.XS)
    across.setSpacing(sizes.S + 2)
    icon = one.icon or "heart"
    across.addWidget(IconMark(icon, sizes.ICON - 2), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(Text(one.text, Type.SMALL, wrap=True), 1)
    row.clicked.connect(press)
    for inside in row.findChildren(QWidget):
        inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return row


def _last_note(column: QVBoxLayout, page: ClientPage) -> None:
    noted = last_note(page)
    if noted is None:
        return
    column.addSpacing(sizes.XS)
    column.addWidget(Line())
    column.addSpacing(sizes.XS)
    column.addWidget(Text(_("Notes"), Type.H3))
    quoted = _("“{note}”").format(note=noted.note)
    column.addWidget(Text(quoted, Type.SMALL, Tone.SECOND, wrap=True))
    column.addWidget(Text(noted_by(noted), Type.CAPTION, Tone.HINT))
