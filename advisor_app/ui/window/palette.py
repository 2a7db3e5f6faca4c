"""Ctrl+K: one field that finds clients, their projects, and what to do for the first found."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from advisor_app.domain.search import Found
from advisor_app.i18n import _, pgettext
from advisor_app.ui.dialogs.veil import veil_behind
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.requests import Requests, Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.tags import Keys
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font
from advisor_app.ui.window.found_entries import discreet_entries, entries_of, whom_of
from advisor_app.ui.window.palette_line import Entry, PaletteLine, deeds_called, indented

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_WIDTH = 720
_HEIGHT = 522
_TOP = 52
_NONE = -1


class Palette(QDialog):
    """The search over the whole window."""

    def __init__(
        self,
        window: QWidget,
        ask: Ask,
        requests: Requests,
        today: date,
        actions: Sequence[Action] = (),
    ) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(_("Search"))
        self._ask, self._requests, self._today = ask, requests, today
        self._can = actions
        self._lines: list[PaletteLine] = []
        self._first: Whom | None = None
        self._asked = ""
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setFont(font(Type.LEAD))
        self.field.setPlaceholderText(_("Search for a client, a project, an action…"))
        self.field.setAccessibleName(_("Search"))
        for name, holds in (("own_ring", True), ("frame", False)):
            self.field.setProperty(name, holds)
        self.field.installEventFilter(self)
        self._area = Scroll()
        self.stage = Stage(self._area, None, self._search)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(sizes.SEARCH_MS)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(self._restart)
        self._lay_out()
        veil_behind(self, window)
        self.setFixedSize(
            min(scaled(_WIDTH), window.width() - 2 * sizes.XXL),
            min(scaled(_HEIGHT), window.height() - 2 * _TOP),
        )
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, _TOP)))
        self._offer()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.L, sizes.M + 2, sizes.L, sizes.M + 2)
        head.setSpacing(sizes.M)
        head.addWidget(IconMark("search", sizes.ICON_NAV, Tone.TEXT))
        head.addWidget(self.field, 1)
        head.addWidget(Keys(_("Esc")))
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.stage, 1)
        column.addWidget(Line())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.S)
        foot.setSpacing(sizes.S)
        for keys, words in (
            ("↑ ↓", _("choose")),
            (_("Enter"), pgettext("what a key does", "open")),
            (_("Ctrl+Enter"), _("suggest a meeting")),
        ):
            foot.addWidget(Keys(keys))
            foot.addWidget(Text(words, Type.CAPTION, Tone.SECOND))
            foot.addSpacing(sizes.S)
        foot.addStretch(1)
        foot.addWidget(Text(_("Three letters are enough"), Type.CAPTION, Tone.SECOND))
        return foot

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        paint = colors()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), sizes.R_CARD, paint.surface, paint.border_strong)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose, Enter opens, Ctrl+Enter suggests a meeting, Esc closes."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and self._key(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._propose()
                else:
                    self._open()
            case _:
                return False
        return True

    def _move(self, step: int) -> None:
        if not self._lines:
            return
        before = _NONE if step > 0 else 0
        now = next((i for i, line in enumerate(self._lines) if line.is_chosen()), before)
        self._choose((now + step) % len(self._lines))
        self._lines[(now + step) % len(self._lines)].read_out()

    def _choose(self, place: int) -> None:
        for index, line in enumerate(self._lines):
            line.choose(index == place)
        if self._lines and place != _NONE:
            self._area.ensureWidgetVisible(self._lines[place], 0, sizes.M)
            self.setAccessibleDescription(self._lines[place].accessibleName())

    def _open(self) -> None:
        chosen = next((line for line in self._lines if line.is_chosen()), None)
        if chosen is not None:
            self._do(chosen.entry)

    def _do(self, entry: Entry) -> None:
        self.accept()
        if entry.deed is not None:
            entry.deed()

    def _propose(self) -> None:
        if self._first is not None:
            whom = self._first
            self.accept()
            self._requests.propose.emit(whom)

    def _restart(self) -> None:
        if not self._asked:
            self._show([])
        self._timer.start()

    def _offer(self) -> None:
        """What can be done, before anything is asked; Enter takes none of it unchosen."""
        self._first = None
        self.stage.wait()
        self._show(deeds_called("", self._can))
        self._choose(_NONE)

    def _search(self) -> None:
        words = self.field.text().strip()
        self._asked = words
        if not words:
            self._offer()
            return

        def work(services: "Services") -> Found:
            return services.search.find(words)

        def done(found: Found) -> None:
            if words == self._asked:
                self._show_found(found)

        def failed(error: Exception) -> None:
            could_not_be_read(self.stage)
            self._requests.failed.emit(error)

        self.stage.wait(self._ask(self, work, done, failed))

    def _show_found(self, found: Found) -> None:
        entries = [
            *self._named(found),
            *deeds_called(self._asked, self._can),
        ]
        if not entries:
            entries = [Entry(_("Nothing matches “{words}”.").format(words=self._asked))]
        self._show(entries)

    def _named(self, found: Found) -> list[Entry]:
        """Who and what was found; `_first` is whom the keys act for."""
        if self._requests.discretion.on:
            self._first = None
            return discreet_entries(found, self._asked, self._requests)
        self._first = whom_of(found.clients[0], self._today) if found.clients else None
        return entries_of(found, self._first, self._today, self._requests)

    def _show(self, entries: list[Entry]) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lines = []
        for entry in entries:
            if entry.deed is None:
                heading = Text(entry.text, Type.CAPTION_STRONG, Tone.SECOND)
                heading.setContentsMargins(sizes.L, 0, 0, 0)
                column.addSpacing(sizes.S + 2)
                column.addLayout(indented(heading))
                column.addSpacing(sizes.XS)
            else:
                line = PaletteLine(entry, self._asked)
                line.pressed_with = self._do
                self._lines.append(line)
                column.addWidget(line)
        column.addStretch(1)
        self._area.hold(whole)
        self.stage.show_content()
        self._choose(0)
