"""The cards of the overview: why to meet, projects, the appointment, what to remember."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage, ProjectCard
from advisor_app.domain.codes import Flag
from advisor_app.domain.presence import RaisedFlag
from advisor_app.i18n import _
from advisor_app.i18n.client_words import (
    appointment_lines,
    appointment_title,
    day_block,
    noted_by,
    project_amounts,
    project_line,
    reason_title,
)
from advisor_app.i18n.portfolio_words import last_note, project_status_label
from advisor_app.i18n.presence_wording import flag_sentence, restraint_word
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge, Card, Line
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.presence import Glyph, paint_presence
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.projects import opening_question
from advisor_app.ui.parts.tags import Tag, Tint
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

_PROJECTS = 3
_QUESTION_BAR = 3
_REASONS = {
    Flag.ONLINE_ONLY: ("monitor", "warn_tint", "warn"),
    Flag.NOT_INTRODUCED: ("users-round", "warn_tint", "warn"),
    Flag.ERRANDS_ONLY: ("wallet", "sunken", "text2"),
    Flag.PROJECT_UNATTENDED: ("flag", "project_tint", "project_text"),
    Flag.UNANSWERED: ("mail", "digital_tint", "digital_text"),
    Flag.FOLLOW_UP_DUE: ("notebook-pen", "warn_tint", "warn_text"),
    Flag.COMMITMENT_DUE: ("handshake", "warn_tint", "warn_text"),
}
_GLYPHS = {Flag.ONLINE_ONLY: Glyph.ONLINE_ONLY, Flag.NOT_INTRODUCED: Glyph.NOT_INTRODUCED}


class PresenceBadge(Badge):
    """A badge with a presence glyph instead of an icon."""

    def __init__(self, glyph: Glyph) -> None:
        super().__init__("", "warn_tint", "warn")
        self._glyph = glyph

    def paint_mark(self, painter: QPainter, ink: QColor) -> None:  # noqa: ARG002 the glyph has its own
        """Draw the glyph."""
        inset = sizes.S + 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_presence(painter, frame, self._glyph)


def card(title: str, aside: QWidget | None = None) -> tuple[Card, QVBoxLayout]:
    """A card with its title and something at the right of it."""
    made = Card()
    column = QVBoxLayout(made)
    column.setContentsMargins(sizes.CARD_PAD, sizes.M, sizes.CARD_PAD, sizes.M)
    column.setSpacing(sizes.S + 2)
    head = QHBoxLayout()
    head.addWidget(Text(title, Type.H2), 1)
    if aside is not None:
        head.addWidget(aside)
    column.addLayout(head)
    return made, column


def reasons_card(page: ClientPage, why: str, names: dict[str, str]) -> Card:
    """Why to meet: each reason with its evidence, then a question to open with."""
    made, column = card(_("Why meet"))
    if page.restraint is not None:
        column.addLayout(reason("info", restraint_word(page.restraint), ""))
    elif why:
        column.addWidget(Text(why, Type.BODY, wrap=True))
    for raised in unlike(page.flags):
        column.addLayout(_reason(raised, names))
    if not page.flags and not why and page.restraint is None:
        column.addWidget(
            Text(_("Nothing waits: you are in touch."), Type.BODY, Tone.SECOND, wrap=True)
        )
    column.addStretch(1)
    question = opening_question(page.projects[0].code if page.projects else "annual_review")
    if question and page.restraint is None:
        column.addWidget(Question(question))
    return made


def unlike(flags: tuple[RaisedFlag, ...]) -> tuple[RaisedFlag, ...]:
    """One of each kind: a couple may carry the same flag twice."""
    return tuple({raised.flag: raised for raised in reversed(flags)}.values())[::-1]


def _reason(raised: RaisedFlag, names: dict[str, str]) -> QHBoxLayout:
    text = flag_sentence(raised, lambda code: names.get(code, code))
    icon, fill, ink = _REASONS[raised.flag]
    glyph = _GLYPHS.get(raised.flag)
    badge = PresenceBadge(glyph) if glyph else Badge(icon, fill, ink)
    return _beside(badge, reason_title(raised), text)


def reason(icon: str, title: str, text: str) -> QHBoxLayout:
    """A reason with a plain icon."""
    return _beside(Badge(icon, "sunken", "text2"), title, text)


def _beside(badge: QWidget, title: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(sizes.TIGHT)
    words.addWidget(Text(title, Type.BODY_STRONG, wrap=True))
    if text:
        words.addWidget(Text(text, Type.SMALL, Tone.SECOND, wrap=True))
    row.addLayout(words, 1)
    return row


class Question(QWidget):
    """A question to open the conversation, set as a quotation."""

    def __init__(self, question: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.XS, 0, sizes.XS)
        column.setSpacing(sizes.XS)
        column.addWidget(Text(_("To open the conversation"), Type.CAPTION_MEDIUM, Tone.HINT))
        quoted = _("“{question}”").format(question=question)
        column.addWidget(Text(quoted, Type.QUOTE, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar at the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, _QUESTION_BAR, self.height(), colors().accent)
        painter.end()


def projects_card(page: ClientPage, names: dict[str, str], today: date) -> Card:
    """Life projects, the nearest first."""
    made, column = card(_("Life projects"))
    for one in page.projects[:_PROJECTS]:
        column.addWidget(_project(one, names.get(one.code, one.code), today))
    if not page.projects:
        words = _("No project known yet. A good question finds one.")
        column.addWidget(Text(words, Type.BODY, Tone.SECOND, wrap=True))
    column.addStretch(1)
    return made


def _project(one: ProjectCard, name: str, today: date) -> Card:
    made = Card()
    column = QVBoxLayout(made)
    column.setContentsMargins(sizes.M + 2, sizes.M, sizes.M + 2, sizes.M)
    column.setSpacing(sizes.S)
    head = QHBoxLayout()
    head.setSpacing(sizes.S + 2)
    badge = Badge(project_icon(one.code), "project_tint", "project_text", sizes.CONTROL - 2)
    head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(name, Type.BODY_STRONG))
    words.addWidget(Text(project_line(one, today), Type.SMALL, Tone.SECOND))
    head.addLayout(words, 1)
    head.addWidget(Tag(project_status_label(one.status), Tint.PROJECT))
    column.addLayout(head)
    if one.note:
        column.addWidget(Text(one.note, Type.SMALL, Tone.SECOND, wrap=True))
    amounts = project_amounts(one)
    if amounts:
        row = QHBoxLayout()
        for label, value in amounts:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(Text(label, Type.CAPTION, Tone.HINT))
            cell.addWidget(Text(value, Type.BODY_STRONG))
            row.addLayout(cell)
        row.addStretch(1)
        column.addLayout(row)
    return made


class AppointmentBox(Card):
    """The next appointment, or a past one to write up."""

    opened = Signal()
    write_up_asked = Signal()

    def __init__(self, page: ClientPage, today: date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.CARD_PAD, sizes.M + 2, sizes.CARD_PAD, sizes.M + 2)
        row.setSpacing(sizes.M)
        appointment = page.appointment
        if appointment is None:
            row.addWidget(Badge("calendar", "sunken", "text2", sizes.CONTROL + sizes.S))
            words = Text(_("No appointment planned"), Type.BODY, Tone.SECOND, wrap=True)
            row.addWidget(words, 1)
            return
        row.addWidget(DayBlock(*day_block(appointment)), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(appointment_title(appointment, today), Type.BODY_STRONG))
        for line in appointment_lines(appointment, page.clients):
            column.addWidget(Text(line, Type.SMALL, Tone.SECOND))
        row.addLayout(column, 1)
        if appointment.is_past:
            button = Button(_("It took place"), Kind.SOFT, icon="check", height=30)
            button.clicked.connect(self.write_up_asked)
            row.addWidget(button)


class DayBlock(QWidget):
    """A day as on a calendar's leaf."""

    def __init__(self, day: str, month: str) -> None:
        super().__init__()
        self._day, self._month = day, month
        self.setFixedSize(52, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the leaf."""
        paint = colors()
        painter = QPainter(self)
        frame = QRectF(self.rect())
        box(painter, frame, sizes.R_ROW, paint.accent_tint, None)
        painter.setPen(paint.accent_text)
        painter.setFont(font(Type.DAY))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(frame.adjusted(0, sizes.XS, 0, -sizes.XL), centre, self._day)
        painter.setFont(font(Type.CAPTION_STRONG))
        month = painter.fontMetrics().elidedText(self._month, Qt.TextElideMode.ElideRight, 50)
        painter.drawText(frame.adjusted(0, 30, 0, -sizes.XS), centre, month)
        painter.end()


def remember_card(page: ClientPage) -> Card:
    """What makes the client feel known, and the last note."""
    made, column = card(_("To remember"))
    for one in page.reminders:
        row = QHBoxLayout()
        row.setSpacing(sizes.S + 2)
        icon = one.icon or "heart"
        row.addWidget(IconMark(icon, sizes.ICON - 2), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(one.text, Type.SMALL, wrap=True), 1)
        column.addLayout(row)
    if not page.reminders:
        words = _("Nothing noted yet: a coffee, a bicycle, a first name.")
        column.addWidget(Text(words, Type.SMALL, Tone.HINT, wrap=True))
    noted = last_note(page)
    if noted is not None:
        column.addWidget(Line())
        column.addWidget(Text(_("Notes"), Type.H3))
        quoted = _("“{note}”").format(note=noted.note)
        column.addWidget(Text(quoted, Type.SMALL, Tone.SECOND, wrap=True))
        column.addWidget(Text(noted_by(noted), Type.CAPTION, Tone.HINT))
    column.addStretch(1)
    return made
