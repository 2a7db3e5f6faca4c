"""Everything that can be done has words, keys that nothing else has, and a place in the menus."""

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from window_walk import Window, at_work, settle, visited

from advisor_app.ui.dialogs.later import LaterDialog
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.actions import Menu
from advisor_app.ui.parts.card import RowButton
from advisor_app.ui.window.help import HelpDialog
from advisor_app.ui.window.keys import keys_of
from advisor_app.ui.window.menus import Menus
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.regions import regions
from advisor_app.ui.window.routes import Route


def press(
    opened: Any, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    target = QApplication.focusWidget() or opened.shell
    opened.qtbot.keyClick(target, key, held)
    settle(opened)


def active(opened: Any) -> None:
    with opened.qtbot.waitActive(opened.shell):
        opened.shell.activateWindow()


def test_no_two_actions_of_a_page_share_a_key(window: Window) -> None:
    opened = at_work(window("A01"))
    for name, _root in visited(opened):
        counted = Counter(keys for keys, _deed in keys_of(opened.desktop.actions()))
        shared = [keys for keys, count in counted.items() if count > 1]
        assert not shared, f"{name}: {shared}"


def test_every_action_of_every_page_can_be_read_and_is_said_once(window: Window) -> None:
    opened = at_work(window("A01"))
    for name, _root in visited(opened):
        words = Counter((one.menu, one.words) for one in opened.desktop.actions())
        assert all(count == 1 for count in words.values()), f"{name}: {words.most_common(3)}"
        assert all(text.strip() for _menu, text in words)


# The offscreen plugin has no window manager that could raise a menu or give it the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menus_by_f10_hold_everything_and_give_the_focus_back(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    opened.shell.top.search.setFocus()
    press(opened, Qt.Key.Key_F10)
    bar = opened.find(Menus)
    assert isinstance(bar, Menus)
    assert bar.isVisible()
    offered = {
        entry.text().split("\t")[0] for menu in bar.findChildren(QMenu) for entry in menu.actions()
    }
    assert {one.words for one in opened.desktop.actions()} <= offered
    shown = [entry.text() for entry in bar.actions()]
    assert shown == ["File", "Edit", "Client", "View", "Help"]
    assert len(shown) == len(Menu)
    opened.until(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()
    opened.until(lambda: not bar.isVisible())
    assert opened.shell.top.search.hasFocus()


def test_f1_explains_the_page_in_front_with_its_keys(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    press(opened, Qt.Key.Key_F1)
    dialog = opened.find(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    assert "Today" in dialog.windowTitle()
    dialog.accept()
    opened.until(lambda: opened.find(HelpDialog) is None)
    opened.shell.rail.help.click()
    dialog = opened.find(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    dialog.accept()


def test_every_page_says_how_one_works_with_it(window: Window) -> None:
    opened = at_work(window("A01"))
    silent = [name for name, _root in visited(opened) if not opened.desktop.page().page_help()]
    assert not silent


def test_f6_goes_around_the_parts_of_the_window(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    parts = regions(opened.shell.rail, opened.shell.top, opened.desktop.page())
    seen = []
    for _part in parts:
        press(opened, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        seen.append(max(index for index, part in enumerate(parts) if part.isAncestorOf(now)))
    assert sorted(seen) == list(range(len(parts)))
    press(opened, Qt.Key.Key_F6)
    first = max(i for i, part in enumerate(parts) if part.isAncestorOf(QApplication.focusWidget()))
    press(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert first == seen[0]
    before = max(i for i, part in enumerate(parts) if part.isAncestorOf(QApplication.focusWidget()))
    assert before == seen[-1]


def test_what_was_put_off_is_undone_and_done_again_by_keys(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    today = opened.find(TodayPage)
    assert isinstance(today, TodayPage)
    whom = today.whom()
    assert whom is not None

    def listed() -> bool:
        return today._listed is not None and whom.key in {row.key for row in today._listed.rows}

    opened.desktop._requests.later.emit(whom)
    settle(opened)
    opened.find(LaterDialog).accept()
    opened.until(lambda: not listed())
    active(opened)
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    opened.until(listed)
    press(opened, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: not listed())
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    opened.until(listed)
    assert not opened.desktop.history.can_undo()


def test_f8_hides_other_clients_and_counts_and_shows_them_again(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    today = opened.find(TodayPage)
    assert isinstance(today, TodayPage)
    press(opened, Qt.Key.Key_F8)
    board = today.board
    counted = (board.suggested, board.visits, board.figures, board.chart, board.subtitle)
    assert not [part for part in counted if part.isVisible()]
    assert "Fournier" not in today.board.title.text()
    assert "Discreet" in opened.shell.status._where.text()
    press(opened, Qt.Key.Key_F8)
    assert all(part.isVisible() for part in counted)
    assert "Fournier" in today.board.title.text()


def test_ctrl_k_finds_what_can_be_done(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    press(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened.find(Palette)
    assert isinstance(palette, Palette)
    palette.field.setText("discreet")
    opened.until(lambda: any(line.entry.text == "Discreet mode" for line in palette._lines))
    place = next(i for i, line in enumerate(palette._lines) if line.entry.text == "Discreet mode")
    palette._choose(place)
    palette._open()
    assert opened.desktop.discretion.on


def test_ctrl_k_offers_what_can_be_done_before_anything_is_typed(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    press(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened.find(Palette)
    assert isinstance(palette, Palette)
    assert palette._lines[0].entry.text == "Print the sheet"
    palette._open()
    assert palette.isVisible()
    palette.field.setText("f")
    assert not palette._lines
    palette.field.setText("")
    opened.until(lambda: palette._lines)
    palette._move(1)
    assert palette._lines[0].is_chosen()
    palette.reject()


def test_arrows_move_between_the_rows_of_a_list_and_escape_comes_back_to_one(
    window: Window,
) -> None:
    opened = at_work(window("A01"))
    active(opened)
    page = opened.desktop.page()
    opened.until(lambda: page.answers.day is not None)
    settle(opened)
    rows = page.board.visits.findChildren(RowButton)
    rows.sort(key=lambda row: row.y())
    assert len(rows) > 2
    rows[0].setFocus()
    press(opened, Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    press(opened, Qt.Key.Key_End)
    assert rows[-1].hasFocus()
    press(opened, Qt.Key.Key_Down)
    assert rows[-1].hasFocus()
    press(opened, Qt.Key.Key_Home)
    assert rows[0].hasFocus()
    press(opened, Qt.Key.Key_Tab)
    assert rows[0].isAncestorOf(QApplication.focusWidget())
    press(opened, Qt.Key.Key_Escape)
    assert rows[0].hasFocus()


def test_a_page_that_comes_forward_by_keys_has_its_list_under_the_arrows(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    today = opened.desktop.page()
    today.board.figures.findChildren(QAbstractButton)[0].setFocus()
    press(opened, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    portfolio = opened.desktop.page()
    assert QApplication.focusWidget() is portfolio._table
    press(opened, Qt.Key.Key_Down)
    assert portfolio._table.currentIndex().row() == 1
    press(opened, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is opened.desktop.page().week
    press(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is portfolio._table


def test_a_discreet_window_shows_no_paper_either(window: Window) -> None:
    opened = at_work(window("A01"))
    active(opened)
    press(opened, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    sheets = opened.desktop.page()
    assert sheets._preview.isVisible()
    press(opened, Qt.Key.Key_F8)
    assert not sheets._preview.isVisible()
    assert not sheets._list.isVisible()
    press(opened, Qt.Key.Key_F8)
    assert sheets._preview.isVisible()


# The offscreen plugin has no window manager that could raise a menu or give it the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_file_menu_ends_with_leaving(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    menu = Menus(opened.shell, opened.desktop.actions()).findChildren(QMenu)[0]
    words = [entry.text().split("\t")[0] for entry in menu.actions()]
    assert words[-2:] == ["Lock now", "Quit"]
