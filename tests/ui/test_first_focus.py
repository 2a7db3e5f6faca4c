"""The day begins with the keyboard at the first suggestion, and takes it from nobody."""

from typing import Any

import pytest
from window_walk import Window, at_work, settle


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def rows_gone(opened: Any) -> Any:
    """The day before its list came, with the keyboard promised to the first row."""
    page = opened.desktop.page()
    page.board.suggested.show_rows((), 0, roomy=True)
    page._listed = None
    opened.shell.setFocus()
    page.take_focus()
    return page


def test_the_keyboard_is_at_the_first_suggestion(opened: Any) -> None:
    rows = opened.desktop.page().board.suggested._rows
    assert opened.shell.focusWidget() is rows[0]


def test_rows_that_come_late_take_the_keyboard_that_nobody_has(opened: Any) -> None:
    page = rows_gone(opened)
    page.reload()
    settle(opened)
    assert opened.shell.focusWidget() is page.board.suggested._rows[0]


def test_rows_that_come_late_take_nothing_from_who_works_elsewhere(opened: Any) -> None:
    page = rows_gone(opened)
    opened.shell.top.search.setFocus()
    page.reload()
    settle(opened)
    assert page.board.suggested._rows
    assert opened.shell.focusWidget() is opened.shell.top.search


def test_a_list_made_anew_keeps_the_keyboard_in_it(opened: Any) -> None:
    page = opened.desktop.page()
    first = page.board.suggested.chosen()
    opened.desktop._requests.accept.emit(page.whom())
    settle(opened)
    assert page.board.suggested.chosen() != first
    row = next(row for row in page.board.suggested._rows if row.is_chosen())
    assert opened.shell.focusWidget() is row
