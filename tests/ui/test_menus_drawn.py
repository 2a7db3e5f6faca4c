"""Menus as the design draws them: entries that a pointer hits, a rounded ground, no endless list."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from window_walk import Window, at_work, settle

from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.menu_filling import fill
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import Application, colors
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.window.routes import Route


@pytest.fixture
def menu(qtbot: Any) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def test_an_entry_is_as_high_as_a_pointer_needs(menu: QMenu) -> None:
    entry, line, other = menu.addAction("Later"), menu.addSeparator(), menu.addAction("Dismiss…")
    for one in (entry, other):
        assert menu.actionGeometry(one).height() >= sizes.CONTROL_SMALL
    assert menu.actionGeometry(line).height() < sizes.CONTROL_SMALL


def test_the_chosen_entry_has_a_rounded_ground(menu: QMenu, qapp: QApplication) -> None:
    entry = menu.addAction("Tomorrow")
    menu.addAction("Another day")
    menu.setActiveAction(entry)
    picture = menu.grab().toImage()
    frame = menu.actionGeometry(entry)
    middle = frame.topLeft() + QPoint(frame.width() - 6, frame.height() // 2)
    assert picture.pixelColor(middle) == colors().selected
    assert picture.pixelColor(frame.topLeft()) != colors().selected
    assert qapp.style() is not None


@pytest.mark.parametrize("scheme", list(Scheme))
def test_edge_and_lines_are_seen_in_light_and_dark(
    menu: QMenu, qapp: Application, scheme: Scheme
) -> None:
    before = qapp.look.scheme
    qapp.choose(scheme)
    menu.addAction("Later")
    line = menu.addSeparator()
    menu.addAction("Dismiss…")
    menu.resize(menu.sizeHint())
    picture = menu.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2) == colors().border_strong
    middle = menu.actionGeometry(line).center()
    assert picture.pixelColor(middle) == colors().border
    qapp.choose(before)


def test_actions_of_one_name_stand_behind_one_entry(menu: QMenu) -> None:
    done: list[str] = []

    def action(words: str, group: int, under: str = "") -> Action:
        return Action(words, Menu.CLIENT, lambda: done.append(words), group=group, under=under)

    def add(where: QMenu, one: Action) -> None:
        where.addAction(one.words).triggered.connect(lambda _on=False: one.deed())

    papers = [action(words, 1, "R&D") for words in ("Letter", "Label")]
    fill(menu, [action("Add", 0), *papers, action("Cancel", 1)], add)
    assert [one.text() for one in menu.actions()] == ["Add", "", "R&&D", "Cancel"]
    (behind,) = (one for one in menu.findChildren(QMenu) if one.actions())
    assert [one.text() for one in behind.actions()] == ["Letter", "Label"]
    behind.actions()[1].trigger()
    assert done == ["Label"]


def test_the_menu_of_a_couple_fits_a_low_screen(window: Window) -> None:
    opened = at_work(window("A01"))
    found: list[Any] = []
    opened.desktop._ask(
        opened.shell,
        lambda services: services.search.find("fournier cam").clients[0].key,
        found.append,
    )
    opened.until(lambda: found)
    opened.desktop.go(Route("client", found[0]))
    settle(opened)
    menu = opened.desktop.page()._header.menu()
    assert menu.sizeHint().height() <= sizes.WINDOW_MIN[1]
    words = [one.text() for one in menu.actions()]
    assert "Papers to print" in words
    assert {"File: Camille Fournier", "File: Julien Fournier"} <= set(words)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
