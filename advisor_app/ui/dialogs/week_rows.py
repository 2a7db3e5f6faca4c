"""Who is met in a planned week, a row each under its day, and who is met another week."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.today_words import capitalised
from advisor_app.ui.dialogs.week_draft import RowWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.stepped_row import SteppedRow
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class WeekRow(SteppedRow):
    """One client: arrows move, Enter goes to the fields, Delete takes out of the week.

    `opened` says that its fields are asked for, `turned` that it changes sides: out of the week,
    or into it.
    """

    opened = Signal()
    turned = Signal()

    def __init__(self, words: RowWords) -> None:
        super().__init__()
        self.words = words
        met = words.start is not None
        turn = _("Another week for {name}") if met else _("Give {name} a time")
        self.button = Button(
            "",
            Kind.GHOST,
            icon="x" if met else "calendar-plus",
            name=turn.format(name=words.name),
            height=sizes.CONTROL_SMALL,
        )
        self.button.clicked.connect(self.turned)
        self.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.M, sizes.S, sizes.S, sizes.S)
        row.setSpacing(sizes.S)
        mark = IconMark(words.icon, sizes.ICON_SMALL, Tone.ACCENT if met else Tone.HINT)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_lines(words), 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(words.said)
        self.setAccessibleDescription(_("Enter goes to the time, Delete takes it out of the week."))

    def takes(self, key: Qt.Key) -> bool:
        """Take out, or open the fields."""
        if key is Qt.Key.Key_Delete and self.words.start is not None:
            self.turned.emit()
        elif key is Qt.Key.Key_F2:
            self.opened.emit()
        else:
            return False
        return True


class WeekRows(Scroll):
    """The rows; `picked`, `opened` and `turned` give the client's reference."""

    picked = Signal(str)
    opened = Signal(str)
    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WeekRow] = []
        self.setAccessibleName(_("The week's meetings"))

    def show_rows(self, met: Sequence[RowWords], left: Sequence[RowWords]) -> None:
        """Show them; the keyboard stays with whom it was, or comes to the row that took his place."""
        focused = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        was = "" if focused is None else self.rows[focused].words.ref
        scrolled = self.verticalScrollBar().value()
        self.rows = [self._row(one) for one in (*met, *left)]
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        day = None
        for row in self.rows[: len(met)]:
            start = row.words.start
            if start is not None and start.day != day:
                day = start.day
                column.addWidget(_heading(capitalised(long_date(day))))
            column.addWidget(row)
        if left:
            column.addWidget(_heading(_("Another week")))
        for row in self.rows[len(met) :]:
            column.addWidget(row)
        column.addStretch(1)
        self.hold(whole)
        self.verticalScrollBar().setValue(scrolled)
        if focused is not None and self.rows:
            self._focus(was, min(focused, len(self.rows) - 1))

    def choose(self, ref: str) -> None:
        """Put a row in front, or none, where it can be seen."""
        for row in self.rows:
            row.choose(row.words.ref == ref)
            if row.is_chosen():
                self.ensureWidgetVisible(row, 0, sizes.M)

    def _focus(self, ref: str, otherwise: int) -> None:
        row = next((one for one in self.rows if one.words.ref == ref), self.rows[otherwise])
        row.setFocus()

    def _row(self, words: RowWords) -> WeekRow:
        row = WeekRow(words)
        row.reached.connect(lambda: self.picked.emit(words.ref))
        row.opened.connect(lambda: self.opened.emit(words.ref))
        row.turned.connect(lambda: self.turned.emit(words.ref))
        row.moved.connect(lambda by: self._move(row, by))
        return row

    def _move(self, row: WeekRow, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()


def _lines(words: RowWords) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    title = words.name
    if words.start is not None:
        title = _("{time} · {name}").format(time=clock(words.start.clock), name=words.name)
    column.addWidget(Text(title, Type.BODY_MEDIUM, wrap=True))
    column.addWidget(Text(words.about, Type.CAPTION, Tone.SECOND, wrap=True))
    column.addWidget(Text(words.why, Type.SMALL, Tone.TEXT, wrap=True))
    for text, tone in ((words.why_then, Tone.ACCENT), (words.refusal, Tone.DANGER)):
        if text:
            column.addWidget(Text(text, Type.SMALL, tone, wrap=True))
    return column


def _heading(words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(sizes.M, sizes.M, sizes.M, sizes.XS)
    row.addWidget(Text(words, Type.SMALL_STRONG, Tone.SECOND, wrap=True), 1)
    return holder
