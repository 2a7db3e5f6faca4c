"""The card of what is owed: follow-ups and promises to tick, appointments to say the outcome of."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.pages.today.words import OwedWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, RowButton
from advisor_app.ui.parts.headed_rows import headed_rows
from advisor_app.ui.parts.states import Message
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

# As many rows as a column is scrolled through; further ones are asked for.
_MANY = 20


class OwedCard(Card):
    """The list, the oldest first; it tells which row was ticked, opened, or is to be told of."""

    settled = Signal(object)
    told = Signal(object)
    opened = Signal(object)
    closed = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._owed: Sequence[OwedWords] = ()
        self._all, self._most = False, sizes.FEW
        self._rows, self.stage = headed_rows(
            self, self._header(), self.retried.emit, today_sizes.OWED
        )
        self.setAccessibleName(_("Follow-ups to do"))

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(sizes.L + 1, sizes.S, sizes.M - 1, sizes.S)
        header.addWidget(Text(_("Follow-ups to do"), Type.H2), 1)
        self.more = Button("", Kind.GHOST, icon_after="chevron-right", role=Type.SMALL_MEDIUM)
        self.more.clicked.connect(self._show_all)
        header.addWidget(self.more)
        self.close_button = Button(
            "", Kind.GHOST, icon="x", name=_("Close the follow-ups"), height=sizes.CONTROL_SMALL
        )
        self.close_button.clicked.connect(self.closed)
        header.addWidget(self.close_button)
        return header

    def show_owed(self, owed: Sequence[OwedWords]) -> None:
        """Show what is owed."""
        if owed != self._owed or not self._rows.count():
            self._owed = owed
            self._refill()

    def stand(self, *, alone: bool) -> None:
        """Show more rows, and the way back, where the column holds nothing else."""
        most = _MANY if alone else sizes.FEW
        self.close_button.setVisible(alone)
        if most != self._most:
            self._most = most
            self._refill()

    def enter(self) -> None:
        """Put the focus on the first row."""
        self._rows.enter()

    def _show_all(self) -> None:
        self._all = True
        self._refill()

    def _refill(self) -> None:
        shown = self._owed if self._all else self._owed[: self._most]
        hidden = len(self._owed) - len(shown)
        self.more.setVisible(hidden > 0)
        words = ngettext("See the other one", "See the {count} others", hidden)
        self.more.setText(words.format(count=hidden))
        self.more.updateGeometry()
        self._rows.fill([self._row(one) for one in shown] or [_nothing()])

    def _row(self, words: OwedWords) -> "OwedRow":
        row = OwedRow(words)
        row.clicked.connect(lambda: self.opened.emit(words.key))
        if row.tick is not None:
            row.tick.clicked.connect(lambda: self.settled.emit(words.ref))
        if row.tell is not None:
            row.tell.clicked.connect(lambda: self.told.emit(words.ref))
        return row


class OwedRow(RowButton):
    """Whom it is owed to, what, and since when; a box to tick, or the button that tells."""

    def __init__(self, words: OwedWords) -> None:
        super().__init__()
        self.tick: QCheckBox | None = None
        self.tell: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L, sizes.S + 2, sizes.L, sizes.S + 2)
        row.setSpacing(sizes.M)
        if not words.asks_outcome:
            self.tick = QCheckBox()
            self.tick.setAccessibleName(_("Done: {what}").format(what=words.what))
            row.addWidget(self.tick)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(words.name, Type.SMALL_STRONG, wrap=True))
        column.addWidget(Text(words.what, Type.SMALL, Tone.SECOND, wrap=True))
        row.addLayout(column, 1)
        row.addWidget(Text(words.when, Type.SMALL, Tone.HINT))
        if words.asks_outcome:
            self.tell = _button(_("Meeting note"), "notebook-pen")
        elif words.asks_word:
            self.tell = _button(_("Write the word"), "mail")
        if self.tell is not None:
            row.addWidget(self.tell)
        self.setAccessibleName(f"{words.name}. {words.what}. {words.when}")


def _button(words: str, icon: str) -> Button:
    return Button(words, Kind.SOFT, icon=icon, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)


def _nothing() -> QWidget:
    empty = Message(
        "circle-check", _("Nothing is owed"), _("Every promise and every note is up to date.")
    )
    empty.setFixedHeight(today_sizes.NO_VISIT)
    return empty
