"""The appointments of the day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.pages.today.words import VisitWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, RowButton
from advisor_app.ui.parts.headed_rows import headed_rows
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.states import Message
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class VisitCard(Card):
    """The card of the day's appointments."""

    opened = Signal(object)
    sheet_asked = Signal(object)
    write_up_asked = Signal(object)
    all_asked = Signal()
    booking_asked = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows, self.stage = headed_rows(
            self, self._header(), self.retried.emit, today_sizes.VISIT
        )
        self.setAccessibleName(_("Your appointments"))

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(sizes.L + 1, sizes.S, sizes.M - 1, sizes.S)
        header.addWidget(Text(_("Your appointments"), Type.H2))
        header.addStretch(1)
        self._all = Button(_("Print all"), Kind.GHOST, icon="printer", role=Type.SMALL_MEDIUM)
        self._all.clicked.connect(self.all_asked)
        header.addWidget(self._all)
        return header

    def show_visits(self, visits: Sequence[VisitWords]) -> None:
        """Show the day's appointments."""
        self._all.setVisible(bool(visits))
        rows = [self._row(one, last=one is visits[-1]) for one in visits]
        self._rows.fill(rows or [self._nothing()])

    def _nothing(self) -> QWidget:
        empty = Message(
            "coffee",
            _("Nothing planned"),
            _("A good moment to see somebody."),
            _("See who to meet"),
        )
        empty.setFixedHeight(today_sizes.NO_VISIT)
        empty.button.clicked.connect(self.booking_asked)
        return empty

    def _row(self, words: VisitWords, *, last: bool) -> "VisitRow":
        row = VisitRow(words)
        row.choose(words.coming)
        row.set_last(last)
        asked = self.write_up_asked if words.asks_note else self.sheet_asked
        row.clicked.connect(lambda: self.opened.emit(words.ref))
        row.action.clicked.connect(lambda: asked.emit(words.ref))
        return row


class VisitRow(RowButton):
    """One appointment: when, who, what about, where, and the one thing to do."""

    def __init__(self, words: VisitWords) -> None:
        super().__init__()
        self.setMinimumHeight(today_sizes.VISIT + 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L + 1, sizes.S, sizes.M + 2, sizes.S + 2)
        row.setSpacing(sizes.S)
        tone = Tone.SECOND if words.over else Tone.TEXT
        when = Text(words.time, Type.BODY if words.over else Type.H3, tone)
        when.setFixedWidth(today_sizes.VISIT_TIME - sizes.S)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(words, tone), 1)
        self.action = self._button(words)
        row.addWidget(self.action)
        self.setAccessibleName(words.title)

    def _words(self, words: VisitWords, tone: Tone) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(words.name, Type.BODY_STRONG, tone, wrap=True))
        column.addWidget(Text(words.subject, Type.SMALL, Tone.SECOND, wrap=True))
        place = QHBoxLayout()
        place.setSpacing(sizes.XS)
        mark_tone = Tone.ACCENT if words.accent else Tone.HINT
        place.addWidget(IconMark(words.icon, sizes.ICON_SMALL, mark_tone))
        role = Type.CAPTION_STRONG if words.accent else Type.CAPTION
        place.addWidget(Text(words.said, role, mark_tone, wrap=True), 1)
        column.addSpacing(sizes.TIGHT)
        column.addLayout(place)
        column.addStretch(1)
        return column

    def _button(self, words: VisitWords) -> Button:
        if words.asks_note:
            return Button(
                _("Meeting note"),
                Kind.SOFT,
                icon="notebook-pen",
                role=Type.SMALL_MEDIUM,
                height=sizes.CONTROL_SMALL,
            )
        if words.printed:
            return Button(
                _("Printed"),
                Kind.GHOST,
                icon="check",
                icon_after="printer",
                role=Type.SMALL_MEDIUM,
                height=sizes.CONTROL_SMALL,
            )
        return Button(
            _("Sheet"),
            Kind.SECONDARY,
            icon="printer",
            role=Type.SMALL_MEDIUM,
            height=sizes.CONTROL_SMALL,
        )
