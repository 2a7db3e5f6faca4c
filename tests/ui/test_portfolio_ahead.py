"""Rows that were read ahead are ready before they come into sight."""

import pytest
from invented_rows import key, row
from pytestqt.qtbot import QtBot

from advisor_app.domain.keys import Key
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.model import PAGE, PortfolioModel
from advisor_app.ui.pages.portfolio.table import PortfolioTable


@pytest.fixture
def asked() -> list[tuple[Key, ...]]:
    return []


@pytest.fixture
def table(qtbot: QtBot, asked: list[tuple[Key, ...]]) -> PortfolioTable:
    made = PortfolioTable(PortfolioModel(asked.append))
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def worded(table: PortfolioTable, place: int) -> bool:
    return (key(place), Column.MEETING) in table.painter_of_rows._words


def test_what_lies_below_the_screen_is_drawn_beforehand(
    qtbot: QtBot, table: PortfolioTable, asked: list[tuple[Key, ...]]
) -> None:
    table._model.show_keys([key(number) for number in range(3 * PAGE)])
    qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    table._model.take_rows(asked[0], [row(number) for number in range(PAGE)])
    qtbot.waitUntil(lambda: worded(table, PAGE - 1), timeout=60_000)
    assert worded(table, 0)
    assert not worded(table, PAGE)


def test_rows_of_a_list_that_is_gone_are_left_aside(
    qtbot: QtBot, table: PortfolioTable, asked: list[tuple[Key, ...]]
) -> None:
    table._model.show_keys([key(number) for number in range(3 * PAGE)])
    qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    table._model.take_rows(asked[0], [row(number) for number in range(PAGE)])
    table._model.show_keys([key(1)], [row(1)])
    qtbot.waitUntil(lambda: worded(table, 1), timeout=60_000)
    qtbot.waitUntil(lambda: not table._ahead._slices._left, timeout=60_000)
    assert not worded(table, PAGE - 1)
