"""The cards of the overview: why to meet, projects, the appointment, what to remember."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage, FollowUpCard
from advisor_app.domain.codes import Flag
from advisor_app.domain.presence import RaisedFlag
from advisor_app.domain.thread import last_meeting
from advisor_app.i18n import _
from advisor_app.i18n.client_words import (
    appointment_lines,
    appointment_title,
    day_block,
    follow_up_lines,
    reason_title,
)
from advisor_app.i18n.presence_wording import flag_sentence, restraint_word
from advisor_app.ui.pages.client.tab import titled
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge, Card
from advisor_app.ui.parts.discreet import Folded
from advisor_app.ui.parts.presence import Glyph, paint_presence
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.projects import opening_question
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

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


def reasons_card(page: ClientPage, why: str, names: dict[str, str], aside: QWidget) -> Card:
    """Why to meet: each reason with its evidence, then a question to open with."""
    made, column = titled(_("Why meet"), aside)
    column.setSpacing(sizes.S)
    if page.restraint is not None:
        column.addLayout(reason("info", restraint_word(page.restraint), ""))
    elif why:
        column.addWidget(Text(why, Type.BODY, wrap=True))
    if page.no_profile:
        told = _("Signals are not used, and no figure counts this file.")
        column.addLayout(reason("info", _("Profiling refused"), told))
    for raised in unlike(page.flags):
        column.addLayout(_reason(raised, names))
    if not page.flags and not why and page.restraint is None:
        column.addWidget(
            Text(_("Nothing waits: you are in touch."), Type.BODY, Tone.SECOND, wrap=True)
        )
    column.addStretch(1)
    review = "annual_review" if last_meeting(page.thread) else "get_acquainted"
    question = opening_question(page.projects[0].code if page.projects else review)
    if question and page.restraint is None:
        column.addWidget(Question(question))
    return made


def unlike(flags: tuple[RaisedFlag, ...]) -> tuple[RaisedFlag, ...]:
    """One of each kind, the relation before the rest: a couple may carry the same flag twice."""
    kinds = {raised.flag: raised for raised in reversed(flags)}
    return tuple(kinds[flag] for flag in Flag if flag in kinds)


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
    words.setSpacing(0)
    words.addWidget(Text(title, Type.BODY_STRONG, wrap=True))
    if text:
        words.addWidget(Text(text, Type.SMALL, Tone.SECOND, wrap=True, most=3))
    row.addLayout(words, 1)
    return row


def subjects_card(page: ClientPage, names: dict[str, str]) -> Card:
    """What there is to talk about, while somebody sits beside: nothing of why."""
    made, column = titled(_("Today"))
    for one in page.projects:
        badge = Badge(project_icon(one.code), "project_tint", "project_text")
        column.addLayout(_beside(badge, names.get(one.code, one.code), one.next_step or ""))
    column.addStretch(1)
    column.addWidget(Folded(_("Signals hidden"), bare=True))
    column.addStretch(1)
    return made


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
            button = Button(_("It took place"), Kind.SOFT, icon="check", height=sizes.CONTROL_SMALL)
            button.clicked.connect(self.write_up_asked)
            row.addWidget(button)


class FollowUpBox(Card):
    """A word that is owed after a meeting, and the button that drafts it."""

    asked = Signal(str)

    def __init__(self, owed: FollowUpCard, today: date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.CARD_PAD, sizes.M + 2, sizes.CARD_PAD, sizes.M + 2)
        row.setSpacing(sizes.M)
        late = owed.due.date() < today
        fill = ("warn_tint", "warn_text") if late else ("sunken", "text2")
        row.addWidget(Badge("mail", *fill), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for words, role, tone in zip(
            follow_up_lines(owed, today),
            (Type.BODY_STRONG, Type.SMALL),
            (Tone.TEXT, Tone.SECOND),
            strict=True,
        ):
            column.addWidget(Text(words, role, tone, wrap=True))
        row.addLayout(column, 1)
        button = Button(
            _("Write the word"), Kind.SOFT, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL
        )
        button.clicked.connect(lambda: self.asked.emit(owed.ref))
        row.addWidget(button)


class DayBlock(QWidget):
    """A day as on a calendar's leaf."""

    def __init__(self, day: str, month: str) -> None:
        super().__init__()
        self._day, self._month = day, month
        self.setFixedSize(client_sizes.LEAF, client_sizes.LEAF)

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
        month = painter.fontMetrics().elidedText(
            self._month, Qt.TextElideMode.ElideRight, self.width() - sizes.TIGHT
        )
        painter.drawText(frame.adjusted(0, client_sizes.LEAF_DAY, 0, -sizes.XS), centre, month)
        painter.end()
