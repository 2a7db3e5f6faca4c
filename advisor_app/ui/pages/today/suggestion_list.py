"""The card "To meet": today's few suggestions, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.pages.today.row_heights import heights
from advisor_app.ui.pages.today.suggestion_row import SuggestionRow
from advisor_app.ui.pages.today.words import SuggestionWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.scroll import RowScroll
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class SuggestionCardList(Card):
    """The list; it tells what is asked of which row."""

    acted = Signal(object)
    opened = Signal(object)
    later = Signal(object)
    dismissed = Signal(object)
    accepted = Signal()
    all_asked = Signal()
    how_asked = Signal()
    retried = Signal()
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SuggestionRow] = []
        self._focus_wanted = False
        self.more = Button("", Kind.GHOST, icon_after="chevron-right", role=Type.SMALL_MEDIUM)
        self.more.clicked.connect(self.all_asked)
        self.setAccessibleName(_("To meet"))
        self._title = Text(_("To meet"), Type.H2)
        self._subtitle = Text(_("The most useful now, first"), Type.SMALL, Tone.HINT)
        self._area = RowScroll()
        self._area.resized.connect(self._share)
        empty = Message(
            "coffee",
            _("Nobody to see first today"),
            _("Everybody who has a reason to meet has an appointment, or wished to rest."),
        )
        self._stage = Stage(self._area, empty, self.retried.emit, today_sizes.SUGGESTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self._stage, 1)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(sizes.L + 1, sizes.S, sizes.S, sizes.S)
        header.setSpacing(sizes.S + 2)
        header.addWidget(self._title)
        header.addWidget(self._subtitle, 1)
        how = Button(_("How this list is made"), Kind.LINK, role=Type.SMALL_MEDIUM)
        how.clicked.connect(self.how_asked)
        header.addWidget(how)
        header.addWidget(self.more)
        return header

    def wait(self, asked: Asked) -> None:
        """The list was asked for."""
        self._stage.wait(asked)

    def settle(self) -> None:
        """What was asked for is what shows already."""
        if self._rows:
            self._stage.show_content()
        else:
            self._stage.show_empty()

    def show_error(self, title: str, text: str) -> None:
        """The list could not be read."""
        self._stage.show_error(title, text)

    def chosen(self) -> SuggestionWords | None:
        """The chosen suggestion."""
        return next((row.words for row in self._rows if row.is_chosen()), None)

    def take_focus(self) -> None:
        """Give the keyboard to the row in front, now or once there is one."""
        row = next((row for row in self._rows if row.is_chosen()), None)
        self._focus_wanted = row is None
        if row is not None and row.isVisible():
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_chosen(self) -> bool:
        """Whether there is a suggestion to act on."""
        return self.chosen() is not None

    def has_bookable(self) -> bool:
        """Whether the suggestion in front is a meeting, which needs a time."""
        chosen = self.chosen()
        return chosen is not None and chosen.books

    def show_rows(self, words: Sequence[SuggestionWords], total: int, *, roomy: bool) -> None:
        """Show the suggestions, the first one chosen."""
        before, focused = self.chosen(), self._holds_focus()
        hidden = total - len(words)
        more = ngettext("See the other one", "See the {count} others", hidden)
        self.more.setText(more.format(count=hidden))
        self.more.setAccessibleDescription(self.more.text())
        self.more.updateGeometry()
        self.more.setVisible(hidden > 0)
        self._rows = [self._row(one, roomy=roomy) for one in words]
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        self._align()
        self._share()
        self._area.hold(whole)
        self.settle()
        if not words:
            return
        known = [row.words.key for row in self._rows]
        again = before is not None and before.key in known
        self._choose(self._rows[known.index(before.key) if again and before else 0])
        if focused or self._focus_wanted:
            self.take_focus()

    def _holds_focus(self) -> bool:
        """Whether a row has the keyboard, or one was to have it and nothing else took it since."""
        window = self.window()
        now = window.focusWidget()
        if now is None or now is window:
            return self._focus_wanted
        self._focus_wanted = False
        return any(row is now or row.isAncestorOf(now) for row in self._rows)

    def _align(self) -> None:
        """Make the first zone as wide as the longest word under the icons, and the buttons alike."""
        longest = max((row.action.minimumWidth() for row in self._rows), default=0)
        for row in self._rows:
            row.action.setMinimumWidth(longest)
        widest = max((row.ritual_width() for row in self._rows), default=0)
        for row in self._rows:
            row.set_ritual_width(widest)

    def _share(self) -> None:
        """Give each row its height: at the whole width where all fit, else beside the scroll bar."""
        room = self._area.height()
        beside = self._area.width() - self._area.bar_width()
        needed = [row.needed(self._area.width()) for row in self._rows]
        if sum(needed) > room:
            needed = [row.needed(beside) for row in self._rows]
        shared = heights(needed, room, today_sizes.SUGGESTION_LEAST, today_sizes.SUGGESTION_MOST)
        for row, height in zip(self._rows, shared, strict=True):
            row.setFixedHeight(height)

    def _row(self, words: SuggestionWords, *, roomy: bool) -> SuggestionRow:
        row = SuggestionRow(words, roomy=roomy)
        row.picked.connect(lambda: self._choose(row))
        row.opened.connect(lambda: self.opened.emit(words))
        row.acted.connect(lambda: self.acted.emit(words))
        row.later.connect(lambda: self.later.emit(words))
        row.dismissed.connect(lambda: self.dismissed.emit(words))
        row.accepted.connect(self.accepted)
        row.moved.connect(lambda step: self._move(row, step))
        return row

    def _choose(self, chosen: SuggestionRow) -> None:
        before = self.chosen()
        for row in self._rows:
            row.choose(row is chosen)
        if before != chosen.words:
            self.picked.emit(chosen.words)

    def _move(self, row: SuggestionRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[place], 0, 0)
