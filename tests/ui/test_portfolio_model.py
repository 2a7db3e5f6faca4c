import pytest
from invented_rows import key, row
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from advisor_app.domain.keys import Key
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.model import PAGE, ROW, PortfolioModel


@pytest.fixture
def asked() -> list[tuple[Key, ...]]:
    return []


@pytest.fixture
def model(qapp: object, asked: list[tuple[Key, ...]]) -> PortfolioModel:
    assert qapp is not None
    made = PortfolioModel(asked.append)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.show_keys(tuple(key(number) for number in range(1_000)))
    asked.clear()
    return made


def test_a_page_is_asked_for_once_and_only_when_it_is_seen(
    model: PortfolioModel, asked: list[tuple[Key, ...]]
) -> None:
    for place in range(PAGE, PAGE + 20):
        assert model.index(place, Column.CLIENT).data(ROW) is None
    assert asked in ([], [tuple(key(number) for number in range(PAGE, 2 * PAGE))])


def test_rows_show_where_their_keys_stand(
    model: PortfolioModel, asked: list[tuple[Key, ...]]
) -> None:
    model.row_at(700)
    page = asked[-1]
    assert key(700) in page
    model.take_rows(page, [row(700)])
    shown = model.row_at(700)
    assert shown is not None
    assert shown.clients[0].ref == "C700"
    assert model.rowCount() == 1_000


def test_the_next_page_is_asked_for_a_moment_later(
    model: PortfolioModel, asked: list[tuple[Key, ...]], qtbot: QtBot
) -> None:
    page = 700 // PAGE
    with qtbot.waitSignal(model._ahead.timeout):
        model.row_at(700)
        assert [key(700) in one for one in asked] == [True]
    assert asked[1:] == [tuple(key(at) for at in range((page + 1) * PAGE, (page + 2) * PAGE))]
    assert model.known((page + 1) * PAGE) is None
    assert len(asked) == 2


def test_rows_of_an_older_list_are_left_aside(
    model: PortfolioModel, asked: list[tuple[Key, ...]]
) -> None:
    model.row_at(700)
    older = asked[-1]
    model.show_keys((key(1), key(2)), [row(2)])
    model.take_rows(older, [row(700)])
    assert model.rowCount() == 2
    assert model.row_at(0) is None
    assert model.row_at(1) is not None


def test_the_first_rows_show_at_once_and_are_asked_for_with_their_threads(
    model: PortfolioModel, asked: list[tuple[Key, ...]]
) -> None:
    model.show_keys((key(1), key(2)), [row(1)])
    assert model.row_at(0) is not None
    assert asked == [(key(1), key(2))]


def test_ticks_stay_with_who_is_not_on_the_list_any_more(model: PortfolioModel) -> None:
    model.tick([0, 1, 2])
    model.tick([1])
    assert model.ticked() == (key(0), key(2))
    model.show_keys((key(2), key(3)))
    assert model.ticked() == (key(2), key(0))
    assert (model.tick_count(), model.shown_tick_count()) == (2, 1)
    model.tick_all(on=True)
    assert model.ticked() == (key(2), key(3), key(0))
    assert (model.tick_count(), model.shown_tick_count()) == (3, 2)
    model.tick_all(on=False)
    assert model.ticked() == (key(0),)
    assert model.shown_tick_count() == 0
    model.untick_everybody()
    assert model.ticked() == ()


def test_whoever_is_served_no_more_loses_the_tick(model: PortfolioModel) -> None:
    model.tick([0, 1])
    model.show_keys((key(1), key(2)))
    model.keep_ticks((key(1), key(2)))
    assert model.ticked() == (key(1),)
    assert model.shown_tick_count() == 1


def test_a_row_can_be_heard(model: PortfolioModel) -> None:
    model.word_rows(lambda one: one.clients[0].name, lambda _row, column: column.name)
    model.show_keys((key(3),), [row(3)])

    def said(column: Column) -> object:
        return model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said(Column.CLIENT) == "Léa Bertin 3"
    assert said(Column.MEETING) == "Rencontre, MEETING"
    assert said(Column.THREAD) == "THREAD"
    assert said(Column.TICK) == "pas choisi"
    model.tick([0])
    assert said(Column.TICK) == "choisi"
    assert said(Column.CLIENT) == "Léa Bertin 3, choisi"
