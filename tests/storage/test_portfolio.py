from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from advisor_app.bootstrap import services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Flag, State
from advisor_app.domain.keys import Key
from advisor_app.domain.months import age_on
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.portfolio import (
    DISTANCE,
    Facet,
    PortfolioList,
    PortfolioOrder,
    PortfolioQuestion,
    PortfolioRow,
)
from advisor_app.domain.portfolio_index import PortfolioIndex
from advisor_app.domain.presence import Presence
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.portfolio import count_served, read_rows
from advisor_app.storage.portfolio_entries import Asking, read_entries
from advisor_app.storage.presence import Scope
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.store import Store, Transaction

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
ALL = PortfolioQuestion()


def read_list(
    transaction: Transaction, asking: Asking, question: PortfolioQuestion
) -> PortfolioList:
    return PortfolioIndex(read_entries(transaction, asking)).find(question, {})


@pytest.fixture(scope="module")
def asked(module_store: Store) -> Iterator[tuple[Transaction, Asking]]:
    services = services_of(module_store, None)
    services.setup.live_at(NOW.replace(tzinfo=None))
    services_of(module_store, None).importing.write_records(demonstration(120))
    with module_store.reading() as transaction:
        advisor = find_advisor(transaction, "A01")
        assert advisor is not None
        yield transaction, Asking(advisor.key, NOW, STANDARD)


@pytest.fixture(scope="module")
def rows(asked: tuple[Transaction, Asking]) -> dict[Key, PortfolioRow]:
    transaction, asking = asked
    found = read_list(transaction, asking, ALL)
    return {row.key: row for row in read_rows(transaction, asking, list(found.keys))}


@pytest.fixture(scope="module")
def presences(asked: tuple[Transaction, Asking]) -> dict[Key, Presence]:
    transaction, asking = asked
    scope = Scope(advisor=asking.advisor)
    found = read_presence(transaction, asking.today, STANDARD, scope)
    return {one.key: one for one in found}


def test_every_client_alive_stands_in_one_row(
    asked: tuple[Transaction, Asking],
    rows: dict[Key, PortfolioRow],
    presences: dict[Key, Presence],
) -> None:
    transaction, asking = asked
    counts = read_list(transaction, asking, ALL).counts
    shown = [person.key for row in rows.values() for person in row.clients]
    alive = {key for key, one in presences.items() if one.restraint not in {"deceased", "closed"}}
    assert len(shown) == len(set(shown))
    assert set(shown) >= alive
    assert counts.households == len(rows)
    assert counts.clients == len(alive) == count_served(transaction, asking)


def test_a_household_stands_under_its_most_distant_adult(
    rows: dict[Key, PortfolioRow], presences: dict[Key, Presence]
) -> None:
    for row in rows.values():
        known = [person for person in row.clients if person.key in presences]
        grown = [
            one
            for one in known
            if one.birth_date is None or age_on(one.birth_date, date(2026, 4, 23)) >= 18
        ]
        states = [presences[one.key].state for one in grown or known if one.key]
        assert row.state is max(states, key=DISTANCE.index)
        flags = [flag.flag for one in known if one.key for flag in presences[one.key].flags]
        assert row.not_introduced == (Flag.NOT_INTRODUCED in flags)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        (PortfolioQuestion(facets=frozenset({Facet.WITH_PROJECT})), lambda row: bool(row.projects)),
        (
            PortfolioQuestion(facets=frozenset({Facet.ONLINE_ONLY})),
            lambda row: row.state is State.ONLINE_ONLY,
        ),
        (
            PortfolioQuestion(facets=frozenset({Facet.NOT_INTRODUCED})),
            lambda row: row.not_introduced,
        ),
        (PortfolioQuestion(facets=frozenset({Facet.MET})), lambda row: row.state is State.MET),
        (
            PortfolioQuestion(project="first_home"),
            lambda row: any(one.code == "first_home" for one in row.projects),
        ),
        (
            PortfolioQuestion(words="fournier jul"),
            lambda row: any(one.name == "Julien Fournier" for one in row.clients),
        ),
        (PortfolioQuestion(words="émil zzz"), lambda _row: False),
    ],
)
def test_a_filter_keeps_exactly_who_it_names(
    asked: tuple[Transaction, Asking],
    rows: dict[Key, PortfolioRow],
    question: PortfolioQuestion,
    holds: object,
) -> None:
    transaction, asking = asked
    found = read_list(transaction, asking, question)
    assert set(found.keys) == {key for key, row in rows.items() if holds(row)}  # type: ignore[operator] # a condition
    assert found.counts.households == len(rows)


def test_the_counts_are_those_of_the_chips(
    asked: tuple[Transaction, Asking], rows: dict[Key, PortfolioRow]
) -> None:
    transaction, asking = asked
    counts = read_list(transaction, asking, ALL).counts
    held = counts.facets
    assert held[Facet.WITH_PROJECT] == sum(bool(row.projects) for row in rows.values())
    assert held[Facet.ONLINE_ONLY] == sum(row.state is State.ONLINE_ONLY for row in rows.values())
    assert held[Facet.NOT_INTRODUCED] == sum(row.not_introduced for row in rows.values())


def test_the_oldest_meeting_comes_first_and_who_is_new_last(
    asked: tuple[Transaction, Asking], rows: dict[Key, PortfolioRow]
) -> None:
    transaction, asking = asked
    keys = read_list(transaction, asking, ALL).keys
    shown = [rows[key] for key in keys]
    expected = sorted(shown, key=lambda row: (row.state is State.NEW, row.last_meeting or date.min))
    assert [row.last_meeting for row in shown] == [row.last_meeting for row in expected]


def test_the_next_appointment_comes_first_and_none_last(
    asked: tuple[Transaction, Asking], rows: dict[Key, PortfolioRow]
) -> None:
    transaction, asking = asked
    question = PortfolioQuestion(order=PortfolioOrder.APPOINTMENT)
    starts = [rows[key].appointment for key in read_list(transaction, asking, question).keys]
    booked = [start for start in starts if start is not None]
    assert booked == sorted(booked)
    assert starts[: len(booked)] == booked
    assert booked


def test_hostile_words_are_only_words(asked: tuple[Transaction, Asking]) -> None:
    transaction, asking = asked
    for words in ("'; DROP TABLE client; --", "100%", "_"):
        found = read_list(transaction, asking, PortfolioQuestion(words=words))
        assert list(found.keys) == []
    found = read_list(transaction, asking, PortfolioQuestion(words=" \\ ' "))
    assert len(found.keys) == found.counts.households
