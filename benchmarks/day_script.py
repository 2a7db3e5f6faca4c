"""What an advisor does in the scripted day of `day.py`: 200 actions, each with its proof.

Everything is done by keys, as `QTest` sends them to whatever has the keyboard. An action without
its proof stops the day.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from advisor_app.ui.dialogs.later import LaterDialog
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.palette import Palette

ROUNDS = 10
LETTERS = 3


class Action(NamedTuple):
    """One action: `happened` is asked until it is so; `page` names the page that it leads to."""

    name: str
    act: Callable[[], None]
    happened: Callable[[], bool]
    page: str = ""


class Script:
    """The actions of the day, in their order, in one window."""

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.desktop: Desktop = shell.findChild(Desktop)
        self._before: Any = None

    def actions(self) -> Iterator[Action]:
        """Twenty actions, ten times over."""
        for turn in range(ROUNDS):
            yield self._goes("portfolio", "Alt+2")
            words = self._names()
            yield from self._find_in_the_list(words[turn % len(words)])
            yield from self._find_anywhere(words[-1 - turn % len(words)])
            yield from self._answer()

    def _names(self) -> list[str]:
        """The beginnings of names in the list."""
        page: Any = self.desktop.page()
        rows = [row for row in map(page._model.row_at, range(ROUNDS)) if row is not None]
        names = [(row.clients[0].last_name or "").lower()[:LETTERS] for row in rows]
        return [name for name in names if name.isascii() and name.isalpha()]

    def _find_in_the_list(self, word: str) -> Iterator[Action]:
        yield Action("go to the filter", partial(press, "Ctrl+F"), self._in_filter)
        for end in range(1, len(word) + 1):
            sought = word[:end]
            typed = partial(write, word[end - 1])
            yield Action("letter in the filter", typed, partial(self._filtered, sought))
        yield Action("row below", self._go_down, self._is_below)
        yield self._goes("client", "Return")
        yield Action("the client's contacts", partial(press, "Ctrl+F"), self._in_contacts)
        yield self._goes("portfolio", "Alt+Left", "back to the list")
        yield Action("clear the filter", self._clear, partial(self._filtered, ""))

    def _find_anywhere(self, word: str) -> Iterator[Action]:
        yield Action("search", partial(press, "Ctrl+K"), self._in_search)
        for end in range(1, len(word) + 1):
            typed = partial(write, word[end - 1])
            yield Action("letter in the search", typed, partial(self._found, word[:end]))
        yield self._goes("client", "Return", "client found")
        yield self._goes("sheets", "Alt+4")

    def _answer(self) -> Iterator[Action]:
        yield self._goes("today", "Alt+1")
        yield Action("ask until when", self._ask_later, self._asked_later)
        yield Action("put off", partial(press, "Return"), self._is_put_off)
        yield Action("take back", partial(press, "Ctrl+Z"), self._is_back)

    def _goes(self, page: str, keys: str, name: str = "") -> Action:
        return Action(name or page, partial(press, keys), partial(self._shows, page), page)

    def _shows(self, page: str) -> bool:
        """Whether a page is in front with what it is about."""
        if self.desktop.route().page != page or dialog() is not None:
            return False
        now: Any = self.desktop.page()
        return bool(now._papers) if page == "sheets" else now.whom() is not None

    def _filter(self) -> QLineEdit:
        page: Any = self.desktop.page()
        field: QLineEdit = page._filters.words
        return field

    def _in_filter(self) -> bool:
        return self._filter().hasFocus()

    def _filtered(self, sought: str) -> bool:
        """Whether the rows are those of what was typed; some household always matches."""
        page: Any = self.desktop.page()
        waits = page._searching._busy
        return self._filter().text() == sought and not waits and page._model.rowCount() > 0

    def _clear(self) -> None:
        press("Ctrl+F")
        press("Del")

    def _go_down(self) -> None:
        press("Down")
        press("Down")

    def _is_below(self) -> bool:
        table: Any = self.desktop.page().findChild(QTableView)
        last: int = table.model().rowCount() - 1
        return bool(table.hasFocus()) and table.currentIndex().row() == min(1, last)

    def _in_contacts(self) -> bool:
        page: Any = self.desktop.page()
        return bool(page._exchanges.isVisible() and page._exchanges.field.hasFocus())

    def _in_search(self) -> bool:
        palette = dialog()
        return isinstance(palette, Palette) and palette.field.hasFocus()

    def _found(self, sought: str) -> bool:
        palette = dialog()
        return (
            isinstance(palette, Palette)
            and palette.field.text() == sought == palette._asked
            and palette._first is not None
        )

    def _ask_later(self) -> None:
        self._before = self.desktop.page().whom()
        page: Any = self.desktop.page()
        next(row for row in page.board.suggested._rows if row.is_chosen()).setFocus()
        press("L")

    def _asked_later(self) -> bool:
        return isinstance(dialog(), LaterDialog)

    def _listed(self) -> Any:
        page: Any = self.desktop.page()
        return page.answers.listing.whom

    def _is_put_off(self) -> bool:
        return dialog() is None and self._before.key not in self._listed()

    def _is_back(self) -> bool:
        return self._before.key in self._listed()


def dialog() -> QWidget | None:
    """The question that is open."""
    active = QApplication.activeWindow()
    return active if isinstance(active, Palette | LaterDialog) else None


def press(keys: str) -> None:
    """Press a key, with what is held down meanwhile."""
    pressed = QKeySequence(keys)[0]
    QTest.keyClick(_target(), pressed.key(), pressed.keyboardModifiers())


def write(letter: str) -> None:
    """Type a letter."""
    QTest.keyClicks(_target(), letter)


def _target() -> QWidget:
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "nothing has the keyboard"
    return target
