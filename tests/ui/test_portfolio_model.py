from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from advisor_app.domain.codes import State
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.thread import ThreadData
from advisor_app.ui.pages.portfolio.model import PAGE, ROW, Column, PortfolioModel

DAY = date(2026, 4, 23)


def key(number: int) -> Key:
    return Key(number.to_bytes(16, "big"))


def row(number: int) -> PortfolioRow:
    person = Person(key(number), f"C{number}", "Léa", f"Bertin {number}")
    return PortfolioRow(
        key=key(number),
        clients=(person,),
        state=State.ONLINE_ONLY,
        not_introduced=False,
        last_meeting=None,
        last_digital=None,
        projects=(),
        appointment=None,
        town=None,
        since=None,
        thread=ThreadData(DAY, DAY),
    )


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


def test_rows_show_where_their_keys_stand(model: PortfolioModel) -> None:
    model.row_at(700)
    model.take_rows([row(700), row(5_000)])
    shown = model.row_at(700)
    assert shown is not None
    assert shown.clients[0].ref == "C700"
    assert model.rowCount() == 1_000


def test_rows_of_an_older_list_are_left_aside(model: PortfolioModel) -> None:
    model.show_keys((key(1), key(2)))
    model.take_rows([row(700), row(2)])
    assert model.rowCount() == 2
    assert model.row_at(1) is not None


def test_ticks_stay_with_who_is_still_on_the_list(model: PortfolioModel) -> None:
    model.tick([0, 1, 2])
    model.tick([1])
    assert model.ticked() == (key(0), key(2))
    model.show_keys((key(2), key(3)))
    assert model.ticked() == (key(2),)
    model.tick_all(on=True)
    assert model.ticked() == (key(2), key(3))
    model.tick_all(on=False)
    assert model.ticked() == ()


def test_a_row_can_be_heard(model: PortfolioModel) -> None:
    model.word_rows(lambda one: one.clients[0].name)
    model.take_rows([row(3)])
    said = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Léa Bertin 3"
