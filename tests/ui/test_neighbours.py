"""A client's page knows the list that it was opened from."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_walk import at_work, settle

from advisor_app.ui.window.neighbours import place_words
from advisor_app.ui.window.routes import Route

Window = Callable[[str | None], Any]


def opened_at(window: Window, place: int) -> Any:
    """The window with a client's page, opened from that place of the portfolio."""
    opened = at_work(window("A01"))
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    order = opened.desktop.page().order()
    opened.desktop.go(Route("client", order[place]))
    settle(opened)
    return opened


def press(opened: Any, key: Qt.Key) -> None:
    with opened.qtbot.waitActive(opened.shell):
        opened.shell.activateWindow()
    target = QApplication.focusWidget() or opened.shell
    opened.qtbot.keyClick(target, key, Qt.KeyboardModifier.AltModifier)
    settle(opened)


def test_the_top_bar_says_the_place_in_the_list(window: Window) -> None:
    opened = opened_at(window, 3)
    count = len(opened.desktop.order())
    assert opened.shell.top.place.text() == f"4 of {count}"
    assert opened.shell.top.place.isVisible()


def test_keys_turn_to_the_next_and_the_one_before_and_back_returns_to_the_list(
    window: Window,
) -> None:
    opened = opened_at(window, 3)
    order = opened.desktop.order()
    press(opened, Qt.Key.Key_PageDown)
    assert order.index(opened.desktop.route().about) == 4
    for _ in range(2):
        press(opened, Qt.Key.Key_PageUp)
    assert order.index(opened.desktop.route().about) == 2
    assert opened.shell.top.place.text() == f"3 of {len(order)}"
    opened.desktop.step(-1)
    assert opened.desktop.route().page == "portfolio"


def test_the_ends_of_the_list_are_ends(window: Window) -> None:
    opened = opened_at(window, 0)
    before = opened.desktop.route()
    press(opened, Qt.Key.Key_PageUp)
    assert opened.desktop.route() == before


def test_the_count_is_folded_while_somebody_sits_beside(window: Window) -> None:
    opened = opened_at(window, 3)
    opened.desktop.discretion.toggle()
    assert not opened.shell.top.place.isVisible()
    opened.desktop.discretion.toggle()
    assert opened.shell.top.place.isVisible()


def test_who_is_not_in_the_list_has_no_place() -> None:
    assert place_words((), b"somebody") == ""
    assert place_words((b"another",), None) == ""  # type: ignore[arg-type] # short keys will do
