"""Everything that was exchanged, in one timeline that can be narrowed, with promises beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_record import Exchange, TimelineEntry
from advisor_app.domain.codes import FACE_TO_FACE, LIVE_FROM_AFAR, WRITTEN, Nature
from advisor_app.domain.names import folded
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.record_words import (
    exchange_about,
    exchange_title,
)
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.exchange_rows import exchange_row, when_width
from advisor_app.ui.pages.client.promises import attentions_card, promises_card
from advisor_app.ui.pages.client.tab import Step, Tab, beside, column_of, small
from advisor_app.ui.parts.buttons import Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.tags import Chip
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_AT_FIRST, _AT_ONCE = 40, 6
_SHARES = (2, 1)

Test = Callable[[Exchange], bool]


def filters() -> list[tuple[str, Test]]:
    """The chips and what each of them leaves."""
    return [
        (_("In person"), lambda one: _spoken(one) and one.channel in FACE_TO_FACE),
        (_("Calls"), lambda one: _spoken(one) and one.channel in LIVE_FROM_AFAR),
        (_("Written"), lambda one: _spoken(one) and one.channel in WRITTEN),
        (_("Operations"), lambda one: one.nature is Nature.OPERATION),
        (_("Automatic"), lambda one: one.nature is Nature.AUTOMATED),
    ]


def _spoken(one: Exchange) -> bool:
    return one.nature is Nature.CONVERSATION


class ExchangesTab(QWidget):
    """A field and chips above, the timeline below; Ctrl+F goes to the field."""

    note_asked = Signal()

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self._shown: Shown | None = None
        self._narrow = False
        self._most = _AT_FIRST
        self.field = Field(hint=_("Find in what was said"))
        self._chips = [(Chip(words), test) for words, test in filters()]
        self._list = Tab()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        column.addWidget(self._bar())
        column.addWidget(self._list, 1)

    def show_household(self, shown: Shown, *, narrow: bool) -> None:
        """Show one household's exchanges, narrowed as before."""
        if self._shown is None or self._shown.page.key != shown.page.key:
            self._most = _AT_FIRST
            self.field.clear()
        self._shown, self._narrow = shown, narrow
        for chip, test in self._chips:
            count = sum(test(one.exchange) for one in shown.record.entries)
            chip.set_count(None if shown.discreet else count)
        self._refill()

    def found(self) -> list[TimelineEntry]:
        """What the field and the chips leave."""
        if self._shown is None:
            return []
        words = folded(self.field.text()).split()
        tests = [test for chip, test in self._chips if chip.isChecked()]
        names = self._shown.names
        return [
            one
            for one in self._shown.record.entries
            if (not tests or any(test(one.exchange) for test in tests))
            and all(word in haystack(one.exchange, names) for word in words)
        ]

    def _bar(self) -> QWidget:
        bar = QWidget()
        across = QHBoxLayout(bar)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(sizes.M)
        self.field.setMaximumWidth(sizes.PREVIEW)
        self.field.textChanged.connect(lambda: self._timer.start(sizes.SEARCH_MS))
        across.addWidget(self.field, 1)
        chips = QWidget()
        flow = Flow(chips)
        # On one line with the field, whose height is another.
        beyond = (sizes.CONTROL - sizes.CHIP) // 2
        flow.setContentsMargins(0, beyond, 0, beyond)
        for chip, _test in self._chips:
            chip.toggled.connect(self._refill)
            flow.addWidget(chip)
        across.addWidget(chips, 2)
        note = small(_("Note a contact"), "plus", kind=Kind.SOFT)
        note.clicked.connect(self.note_asked)
        across.addWidget(note)
        return bar

    def _refill(self) -> None:
        shown = self._shown
        if shown is None:
            return
        cards: list[QWidget] = [promises_card(self._edits, shown)]
        if not shown.discreet:
            cards.append(attentions_card(self._edits, shown))
        made = Card()
        made.setAccessibleName(_("Exchanges"))
        column = QVBoxLayout(made)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        steps = self._timeline(column, shown)
        steps[0]()
        whole = beside(made, column_of(cards), _SHARES, narrow=self._narrow)
        self._list.renew(whole, steps[1:])

    def _timeline(self, column: QVBoxLayout, shown: Shown) -> list[Step]:
        """The steps in which the rows are put into a column."""
        found = self.found()
        told = found[: self._most]
        wide = when_width(told, shown.record.today)
        steps: list[Step] = [
            partial(self._add_rows, column, shown, told[first : first + _AT_ONCE], first, wide)
            for first in range(0, len(told), _AT_ONCE)
        ]
        return [*steps, partial(self._add_end, column, shown, len(found))]

    def _add_rows(
        self,
        column: QVBoxLayout,
        shown: Shown,
        entries: list[TimelineEntry],
        place: int,
        wide: int,
    ) -> None:
        for number, entry in enumerate(entries, place):
            column.addWidget(exchange_row(self._edits, shown, entry, wide, first=number == 0))

    def _add_end(self, column: QVBoxLayout, shown: Shown, count: int) -> None:
        if not count:
            nothing = _("Nothing was exchanged yet.")
            words = _("Nothing matches.") if shown.record.entries else nothing
            line = Text(words, Type.BODY, Tone.HINT, wrap=True)
            line.setContentsMargins(sizes.CARD_PAD, sizes.L, sizes.CARD_PAD, sizes.L)
            column.addWidget(line)
        rest = count - self._most
        if rest > 0:
            words = ngettext("Show {count} earlier", "Show {count} earlier", rest)
            more = small(words.format(count=rest), "chevron-down")
            more.clicked.connect(self._show_more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _show_more(self) -> None:
        self._most += 5 * _AT_FIRST
        self._refill()


def haystack(said: Exchange, names: dict[str, str]) -> str:
    """Everything that a contact says, folded for finding."""
    return folded(" ".join((exchange_title(said), exchange_about(said, names), said.note or "")))
