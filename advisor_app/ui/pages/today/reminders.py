"""The card of the day before: whom to call about a coming meeting, or to print a reminder for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from advisor_app.i18n import _
from advisor_app.ui.pages.today.words import ReminderWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, RowButton
from advisor_app.ui.parts.headed_rows import headed_rows
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class ReminderCard(Card):
    """One row a reminder; it tells which was given, is to be printed, or opened."""

    settled = Signal(str)
    print_asked = Signal(str)
    opened = Signal(object)
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[ReminderWords] = ()
        head = QVBoxLayout()
        head.setContentsMargins(sizes.L + 1, sizes.S + 2, sizes.M - 1, sizes.S)
        head.setSpacing(sizes.TIGHT)
        head.addWidget(Text(_("Reminders to give"), Type.H2))
        self._hours = Text("", Type.CAPTION, Tone.SECOND, wrap=True)
        head.addWidget(self._hours)
        self._rows, self.stage = headed_rows(self, head, self.retried.emit, today_sizes.OWED)
        self.setAccessibleName(_("Reminders to give"))

    def show_reminders(self, reminders: Sequence[ReminderWords], hours: str) -> None:
        """Show who is to be reminded, and when calls are made."""
        self._hours.setText(hours)
        self._hours.setVisible(bool(hours))
        if reminders == self._shown:
            return
        self._shown = reminders
        rows = [self._row(one) for one in reminders]
        for row in rows:
            row.set_last(row is rows[-1])
        self._rows.fill(rows)

    def enter(self) -> None:
        """Put the focus on the first row."""
        self._rows.enter()

    def _row(self, words: ReminderWords) -> "ReminderRow":
        row = ReminderRow(words)
        row.clicked.connect(lambda: self.opened.emit(words.key))
        if row.tick is not None:
            row.tick.clicked.connect(lambda: self.settled.emit(words.id))
        if row.print is not None:
            row.print.clicked.connect(lambda: self.print_asked.emit(words.id))
        return row


class ReminderRow(RowButton):
    """Who comes and when, and what is to be done; nothing can be ticked where nobody agreed."""

    def __init__(self, words: ReminderWords) -> None:
        super().__init__()
        self.tick: QCheckBox | None = None
        self.print: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L, sizes.S + 2, sizes.L, sizes.S + 2)
        row.setSpacing(sizes.M)
        if words.can_be_given:
            self.tick = QCheckBox()
            self.tick.setAccessibleName(_("Done: {what}").format(what=words.what))
            row.addWidget(self.tick)
        column = QVBoxLayout()
        column.setSpacing(0)
        for said, role, tone in (
            (words.name, Type.SMALL_STRONG, Tone.TEXT),
            (words.when, Type.SMALL, Tone.SECOND),
            (words.what, Type.SMALL, Tone.SECOND),
        ):
            column.addWidget(Text(said, role, tone, wrap=True))
        row.addLayout(column, 1)
        if words.prints:
            self.print = Button(
                _("Print"),
                Kind.SECONDARY,
                icon="printer",
                role=Type.SMALL_MEDIUM,
                height=sizes.CONTROL_SMALL,
            )
            row.addWidget(self.print)
        self.setAccessibleName(f"{words.name}. {words.when}. {words.what}")
