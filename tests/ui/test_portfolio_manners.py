"""How the portfolio behaves before visitors, in little room, and when it is reached by keys."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_walk import at_work, settle

from advisor_app.ui.pages.portfolio.bars import Legend
from advisor_app.ui.pages.portfolio.filters import RING_ROOM
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.portfolio.row_painter import about_beside
from advisor_app.ui.parts.discreet import Folded
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]
TODAY = date(2026, 4, 23)


@pytest.fixture
def opened(window: Open) -> Any:
    made = at_work(window("A01"))
    made.desktop.go(Route("portfolio"))
    settle(made)
    return made


def page_of(opened: Any) -> PortfolioPage:
    page = opened.desktop.page()
    assert isinstance(page, PortfolioPage)
    return page


def test_the_arrows_move_in_the_list_as_soon_as_it_shows(opened: Any) -> None:
    page = page_of(opened)
    with opened.qtbot.waitActive(opened.shell):
        opened.shell.activateWindow()
    before = page._table.currentIndex().row()
    opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page._table.currentIndex().row() == before + 1


def test_a_visitor_sees_no_other_client_and_no_count(opened: Any) -> None:
    page = page_of(opened)
    opened.desktop.discretion.toggle()
    assert not page._table.isVisible()
    assert not page._filters.isVisible()
    assert not page._subtitle.isVisible()
    assert any(one.isVisible() for one in page.findChildren(Folded))
    opened.desktop.discretion.toggle()
    assert page._table.isVisible()
    assert page._subtitle.isVisible()


def test_the_list_of_sheets_is_folded_too(opened: Any) -> None:
    opened.desktop.discretion.toggle()
    opened.desktop.go(Route("sheets"))
    settle(opened)
    assert not opened.desktop.page()._list.isVisible()


def test_an_age_stands_whole_or_not_at_all(opened: Any) -> None:
    row = page_of(opened)._model.row_at(0)
    assert row is not None
    whole = about_beside(row, TODAY, 10_000, with_town=True)
    age = about_beside(row, TODAY, 10_000, with_town=False)
    assert whole.startswith(age)
    assert age
    for room in range(4, 400, 3):
        assert about_beside(row, TODAY, room, with_town=True) in ("", age, whole)
        assert about_beside(row, TODAY, room, with_town=False) in ("", age)


@pytest.mark.parametrize("high", [600, 733, 740, 872, 900, 1412])
def test_no_row_is_cut_at_the_edge_of_the_list(opened: Any, high: int) -> None:
    table = page_of(opened)._table
    opened.shell.resize(1440, high)
    settle(opened)
    row = table.painter_of_rows.row_height
    assert table.viewport().height() % row == 0
    bar = table.verticalScrollBar()
    assert bar.singleStep() == row
    table.selectRow(table.model().rowCount() - 1)
    assert bar.value() % row == 0
    assert table.height() <= table.parentWidget().height()


def test_the_hint_of_the_filter_is_never_cut(opened: Any) -> None:
    field = page_of(opened)._filters.words
    for wide in (960, 1440, 2560):
        opened.shell.resize(wide, 872)
        settle(opened)
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        assert words <= field.width() - sizes.CONTROL_SMALL - field.textMargins().right()


def test_the_field_gives_way_before_a_filter_takes_a_line_of_its_own(opened: Any) -> None:
    filters = page_of(opened)._filters
    opened.shell.resize(sizes.MEDIUM - 1, 872)
    settle(opened)
    chips = [one for one in filters._flow.widgets() if one.isVisibleTo(filters)][1:]
    needed = sum(one.sizeHint().width() + sizes.S for one in chips) + 2 * RING_ROOM
    beside = opened.shell.width() - filters.width()
    narrower = needed + beside + sizes.FILTER_WIDTH_LEAST + 1
    assert sizes.NARROW < narrower < sizes.MEDIUM
    opened.shell.resize(narrower, 872)
    settle(opened)
    assert filters.words.width() < sizes.FILTER_WIDTH
    middles = {one.geometry().center().y() for one in (*chips, filters.words)}
    assert len(middles) == 1


def test_the_bar_above_stands_in_line_with_the_list(opened: Any) -> None:
    table, top = page_of(opened)._table, opened.shell.top
    card = table.parentWidget().parentWidget().parentWidget()
    shell = opened.shell
    assert card.mapTo(shell, QPoint(0, 0)).x() == top.search.mapTo(shell, QPoint(0, 0)).x()
    opened.desktop.go(Route("agenda"))
    settle(opened)
    header = opened.desktop.page().header
    assert header.mapTo(shell, QPoint(0, 0)).x() == top.search.mapTo(shell, QPoint(0, 0)).x()


@pytest.mark.parametrize("wide", [420, 760, 1600])
def test_the_legend_takes_a_second_line_before_it_cuts_a_word(qtbot: QtBot, wide: int) -> None:
    legend = Legend()
    frame = QWidget()
    qtbot.addWidget(frame)
    QVBoxLayout(frame).addWidget(legend)
    frame.resize(wide, 200)
    frame.show()
    for words in legend.findChildren(Text):
        assert words.width() >= words.sizeHint().width(), words.text()
        assert legend.rect().contains(words.parentWidget().geometry())


def test_the_list_stays_where_it_is_while_one_types(opened: Any) -> None:
    page = page_of(opened)
    opened.shell.resize(1440, 900)
    settle(opened)
    table = page._table
    before = table.mapTo(opened.shell, QPoint(0, 0))
    for words in ("a", "ma", "mar", ""):
        page._filters.words.setText(words)
        settle(opened)
        assert table.mapTo(opened.shell, QPoint(0, 0)) == before, words
