"""What a screen reader was heard to say too often, or not at all, once it was tried for a day."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLoggingCategory, Qt, qCWarning
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_walk import Window, at_work, controls, place_of, settle, visited

from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.today.suggestion_row import SuggestionRow
from advisor_app.ui.pages.today.visits import VisitRow
from advisor_app.ui.parts.card import Card, RowButton
from advisor_app.ui.parts.tabs import Tab
from advisor_app.ui.parts.tags import Segment
from advisor_app.ui.theme.described import describe
from advisor_app.ui.window.nav_button import NavButton
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.routes import Route

Role, Text = QAccessible.Role, QAccessible.Text
ONE_OF_SEVERAL = (Tab, Segment, NavButton)


def heard(widget: QWidget) -> Any:
    return QAccessible.queryAccessibleInterface(widget)


def words(widget: QWidget) -> str:
    return f"{heard(widget).text(Text.Name)} {heard(widget).text(Text.Description)}"


def labels_in(interface: Any) -> list[str]:
    found = []
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child.role() is Role.StaticText:
            found.append(child.text(Text.Name))
        found += labels_in(child)
    return found


def faults(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        told = heard(widget).text(Text.Description)
        if "<span>" in told:
            found.append(f"{place_of(widget)} says markup: {told!r}")
        if isinstance(widget, RowButton) and labels_in(heard(widget)):
            found.append(f"{place_of(widget)} is heard twice: {labels_in(heard(widget))}")
        several = isinstance(widget, ONE_OF_SEVERAL) and widget.isCheckable()
        if several and heard(widget).role() is not Role.RadioButton:
            found.append(f"{place_of(widget)} is {heard(widget).role()}")
        group = widget.parentWidget()
        while group is not None and not isinstance(group, Card):
            group = group.parentWidget()
        named = heard(widget).text(Text.Name)
        if group is not None and told == group.accessibleName() != named != "":
            found.append(f"{place_of(widget)} only repeats its card: {told!r}")
    found += [
        place_of(one)
        for one in root.findChildren(QWidget)
        if one.isVisible() and heard(one) is not None and heard(one).role() is Role.LayeredPane
    ]
    return found


def test_nothing_is_heard_twice_as_markup_or_as_what_it_is_not(window: Window) -> None:
    opened = at_work(window("A01"))
    found = [f"{name}: {fault}" for name, root in visited(opened) for fault in faults(root)]
    assert not found, "\n".join(found)


def test_a_row_says_all_that_it_shows(window: Window) -> None:
    opened = at_work(window("A01"))
    rows = opened.shell.findChildren(SuggestionRow) + opened.shell.findChildren(VisitRow)
    rows = [one for one in rows if one.isVisible()]
    assert len(rows) > 3
    for row in rows:
        said = words(row)
        assert all(label.text() in said for label in row.findChildren(QLabel) if label.text())
    tags = heard(rows[0]).text(Text.Description).split(", ")
    assert rows[0].words.tags[0].text in tags


def test_a_row_is_pressed_and_its_buttons_are_reached(window: Window) -> None:
    opened = at_work(window("A01"))
    row = next(one for one in opened.shell.findChildren(VisitRow) if one.isVisible())
    interface, pressed = heard(row), []
    row.clicked.connect(lambda: pressed.append(row))
    assert interface.child(0).text(Text.Name) == row.action.text()
    assert interface.indexOfChild(interface.child(0)) == 0
    assert interface.childCount() == 1
    interface.actionInterface().doAction("Press")
    assert pressed == [row]


def test_a_control_says_what_it_adds_or_nothing_new(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.setAccessibleName("Your appointments")
    column = QVBoxLayout(card)
    row, plain, tip = RowButton(), QPushButton("Print all"), QPushButton("Later")
    for one in (row, plain, tip):
        column.addWidget(one)
    row.setAccessibleName("10:30 Camille")
    inside, button = QVBoxLayout(row), QPushButton("Sheet")
    inside.addWidget(QLabel("Office 2"))
    inside.addWidget(button)
    tip.setToolTip("<span>Later &amp; later</span>")
    for one in (row, plain, tip, button):
        describe(one)
    assert row.accessibleDescription() == "Office 2"
    assert plain.accessibleDescription() == "Print all"
    assert tip.accessibleDescription() == "Later & later"
    assert button.accessibleDescription() == "10:30 Camille"


def test_what_is_chosen_in_the_search_is_read_out(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = at_work(window("A01"))
    said: list[str] = []
    opened.desktop.search()
    palette = opened.shell.findChild(Palette)
    for line in palette._lines:
        monkeypatch.setattr(line, "read_out", lambda one=line: said.append(one.accessibleName()))
    opened.qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    opened.qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert said == [one.accessibleName() for one in palette._lines[:2]]
    palette.reject()


def test_a_figure_is_heard_with_its_link(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route("today"))
    settle(opened)
    link = opened.desktop.page().board.figures._met.link
    assert "%" in heard(link).text(Text.Description)


def test_what_a_reader_asks_in_vain_is_no_mistake_of_anybody(tmp_path: Path) -> None:
    reporter = Reporter(tmp_path / "mistakes.log", lambda: datetime(2026, 4, 23, tzinfo=UTC))
    reporter.install()
    qCWarning(QLoggingCategory("qt.accessibility.atspi"), "asked in vain")
    qCWarning(QLoggingCategory("qt.something.else"), "gone wrong")
    reporter.close()
    written = (tmp_path / "mistakes.log").read_text(encoding="utf-8")
    assert "gone wrong" in written
    assert "asked in vain" not in written
