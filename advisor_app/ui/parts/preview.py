"""The preview beside the list: why now, how to reach them, what was noted."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.thread import ThreadData
from advisor_app.i18n import _
from advisor_app.i18n.formats import short_month_and_year
from advisor_app.i18n.people_words import agreement, joint_name
from advisor_app.i18n.portfolio_words import (
    about_client,
    accepted,
    ahead_of,
    last_note,
    project_with_date,
)
from advisor_app.i18n.today_words import not_introduced_tag, state_label
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.presence import PresenceMark, glyph_of
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.thread import ThreadPainter
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

_THREAD = 64
_PROJECTS = 3


class Preview(Card):
    """One household, without leaving the list."""

    closed = Signal()
    proposed = Signal()
    sheet_asked = Signal()
    opened = Signal()
    retried = Signal()

    def __init__(self, width: int | None = None) -> None:
        super().__init__()
        self._width = width or sizes.PREVIEW
        self.setFixedWidth(self._width)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.CARD_PAD, sizes.L, sizes.CARD_PAD, sizes.L)
        self._column.setSpacing(0)
        held, self._content = QWidget(), QWidget()
        self._inside = QVBoxLayout(held)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._content)
        self.stage = Stage(held, None, self.retried.emit)
        self._column.addWidget(self.stage, 1)
        self._column.addLayout(self._actions())
        self.setAccessibleName(_("Preview"))

    def _actions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(sizes.S)
        main = Button(_("Suggest a meeting"), Kind.PRIMARY, icon="calendar-plus", height=40)
        main.setMinimumWidth(self._width - 2 * sizes.CARD_PAD)
        main.clicked.connect(self.proposed)
        column.addWidget(main)
        row = QHBoxLayout()
        row.setSpacing(sizes.S)
        half = (self._width - 2 * sizes.CARD_PAD - sizes.S) // 2
        for text, icon, signal in (
            (_("Sheet"), "file-text", self.sheet_asked),
            (_("Open the page"), "", self.opened),
        ):
            button = Button(text, Kind.SECONDARY, icon=icon)
            button.setMinimumWidth(half)
            button.clicked.connect(signal)
            row.addWidget(button)
        column.addLayout(row)
        return column

    def show_client(
        self,
        page: ClientPage,
        why: str,
        today: date,
        names: dict[str, str],
    ) -> None:
        """Show one household; `why` is the suggestion's or the flags' sentence."""
        content = PreviewContent(page, why, today, names)
        content.closed.connect(self.closed)
        self._inside.replaceWidget(self._content, content)
        self._content.deleteLater()
        self._content = content
        self.stage.show_content()


class PreviewContent(QWidget):
    """What is known of the household, from the state down to the last note."""

    closed = Signal()

    def __init__(
        self,
        page: ClientPage,
        why: str,
        today: date,
        names: dict[str, str],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        column.addLayout(self._state(page))
        column.addWidget(Text(joint_name(page.clients), Type.H2, wrap=True))
        about = about_client(page, today)
        column.addWidget(Text(about, Type.SMALL, Tone.SECOND, wrap=True))
        column.addSpacing(sizes.XS)
        column.addWidget(MiniThread(page.thread))
        column.addSpacing(sizes.XS)
        if why:
            column.addWidget(Text(_("Why now"), Type.SMALL_STRONG, Tone.SECOND))
            column.addWidget(Text(why, Type.BODY, wrap=True))
            column.addSpacing(sizes.XS)
        column.addWidget(Line())
        column.addSpacing(sizes.XS)
        self._facts(column, page, today, names)
        column.addStretch(1)

    def _state(self, page: ClientPage) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S)
        row.addWidget(
            PresenceMark(glyph_of(page.state, not_introduced=page.not_introduced), sizes.ICON_SMALL)
        )
        ever = any(mark.kind.value == "meeting" for mark in page.thread.marks)
        words = (
            not_introduced_tag(page.clients, ever_met=ever)
            if page.not_introduced
            else state_label(page.state, agreement(page.clients))
        )
        row.addWidget(
            Text(words, Type.CAPTION_STRONG, Tone.WARN if page.not_introduced else Tone.SECOND), 1
        )
        close = Button("", Kind.GHOST, icon="x", name=_("Close the preview"), height=30)
        close.clicked.connect(self.closed)
        row.addWidget(close)
        return row

    def _facts(
        self, column: QVBoxLayout, page: ClientPage, today: date, names: dict[str, str]
    ) -> None:
        for card in page.projects[:_PROJECTS]:
            words = project_with_date(names.get(card.code, card.code), card.target)
            column.addLayout(fact(project_icon(card.code), words, ahead_of(card, today)))
        if page.phone:
            column.addLayout(fact("phone", page.phone, page.preferred_time or ""))
        column.addLayout(fact("hand-heart", accepted(page)))
        noted = last_note(page)
        if noted is not None:
            by = " · ".join(
                part for part in (noted.advisor, short_month_and_year(noted.day)) if part
            )
            words = _("“{note}” {by}").format(note=noted.note, by=by)
            column.addLayout(fact("notebook-pen", words))


def fact(icon: str, words: str, aside: str = "") -> QHBoxLayout:
    """One line with its icon, and something at the right."""
    row = QHBoxLayout()
    row.setSpacing(sizes.S + 2)
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(IconMark(icon, sizes.ICON), 0, top)
    row.addWidget(Text(words, Type.SMALL, wrap=True), 1, top)
    if aside:
        row.addWidget(Text(aside, Type.SMALL, Tone.HINT), 0, top)
    return row


class MiniThread(QWidget):
    """Three years of the thread on a sunken ground, with its first and last year."""

    def __init__(self, thread: ThreadData) -> None:
        super().__init__()
        self._thread = thread
        self.setFixedHeight(scaled(_THREAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread and the years."""
        paint = colors()
        painter = QPainter(self)
        frame = QRectF(self.rect())
        box(painter, frame, sizes.R_ROW, paint.sunken, None)
        inside = QRectF(sizes.M, sizes.M, frame.width() - 2 * sizes.M, sizes.XL)
        ThreadPainter(self._thread).preview(painter, inside)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(paint.text2)
        below = QRectF(sizes.M, inside.bottom() + sizes.TIGHT, inside.width(), sizes.XL)
        year = self._thread.today.year
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, int(centre | Qt.AlignmentFlag.AlignLeft), str(year - 3))
        painter.drawText(below, int(centre | Qt.AlignmentFlag.AlignRight), str(year))
        painter.end()
