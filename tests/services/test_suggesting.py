"""The day's list from a real store: the list, why, answers and the trail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from poured import batches_of, pour
from sqlalchemy import select

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.codes import Answer, Language
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.suggestions.answers import (
    LaterNeedsADay,
    NoNeedsAReason,
    RefusalReason,
)
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.i18n import speaking
from advisor_app.services.desk import Desk
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.clients import client
from advisor_app.storage.store import Store
from advisor_app.storage.trail import count_entries, read_entries, verify

DAY = date(2026, 4, 23)
PEOPLE = 12
BANK = (
    rows.AdvisorRecord("A1", "Claire", "Morvan"),
    rows.AdvisorRecord("A2", "Paul", "Mercier"),
    *(
        rows.ClientRecord(f"C{n:02}", last_name=f"Client {n:02}", since="2010-01-01")
        for n in range(PEOPLE)
    ),
    *(rows.AssignmentRecord(f"C{n:02}", "A1", "2015-01-01") for n in range(PEOPLE)),
    *(
        rows.TouchpointRecord(f"T{n}", f"C{n:02}", "A1", f"2024-{n + 1:02}-10", "branch")
        for n in range(PEOPLE)
    ),
    rows.ProjectRecord("P1", "C07", "first_home", "heard", "2027", noted_on="2026-04-01", source="client"),
)  # fmt: skip


@pytest.fixture
def services(store: Store, desk: Desk) -> Services:
    pour(store, batches_of(*BANK), DAY)
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    return Services(replace(desk, advisor=advisor), None)


def refs(services: Services, **asked: object) -> list[str]:
    return [one.ref for one in services.suggesting.suggest(**asked).shown]  # type: ignore[arg-type]


def test_a_project_that_was_spoken_of_comes_first(services: Services) -> None:
    listed = services.suggesting.suggest()
    assert (listed.shown[0].ref, listed.shown[0].subject) == ("C07", "first_home")
    assert len(listed.shown) == 5
    assert len(listed.ranked) == PEOPLE


def test_the_same_day_and_seed_give_the_same_list(services: Services) -> None:
    assert refs(services, seed=4) == refs(services, seed=4)
    lists = {tuple(refs(services, seed=seed)) for seed in range(20)}
    assert len(lists) > 1


def test_an_advisor_without_clients_has_nobody_to_meet(services: Services) -> None:
    assert refs(services, advisor="A2") == []


@pytest.mark.usefixtures("services")
def test_without_an_advisor_the_whole_bank_is_listed(desk: Desk) -> None:
    everybody = Services(desk, None).suggesting.suggest(limit=None)
    assert len(everybody.shown) == PEOPLE


def test_calls_say_why_in_the_language_of_the_paper(services: Services, store: Store) -> None:
    caller = rows.ClientRecord("C07", last_name="Client 07", phone="04 65 71 20 17", preferred_channel="phone")  # fmt: skip
    pour(store, batches_of(caller), DAY)
    told = {
        spoken: [call.reason for call in services.suggesting.calls("A1", DAY, spoken)]
        for spoken in Language
    }
    assert "2027" in told[Language.FR][0]
    assert len({tuple(reasons) for reasons in told.values()}) == len(Language)
    with speaking(Language.NL):
        again = [call.reason for call in services.suggesting.calls("A1", DAY)]
    assert again == told[Language.NL]


def test_unknown_references_are_refused(services: Services) -> None:
    with pytest.raises(NoSuchAdvisor):
        services.suggesting.suggest("A9")
    with pytest.raises(NoSuchClient):
        services.suggesting.why("C99")


def test_why_tells_the_place_or_what_comes_first(services: Services) -> None:
    first = services.suggesting.why("C07")
    assert (first.place, first.rank) == (1, 1)
    listed = set(refs(services))
    below = next(f"C{n:02}" for n in range(PEOPLE) if f"C{n:02}" not in listed)
    why = services.suggesting.why(below)
    assert why.place is None
    assert why.rank is not None
    assert Rule.LOWER_ON_THE_LIST in {kept.rule for kept in why.kept}


def test_later_keeps_the_household_away_until_the_day(services: Services) -> None:
    first = services.suggesting.suggest().shown[0]
    services.suggesting.answer(first, Answer.LATER, until=DAY + timedelta(days=60))
    assert "C07" not in refs(services, limit=None)
    assert {Rule.NOT_BEFORE} <= {kept.rule for kept in services.suggesting.why("C07").kept}
    assert "C07" in refs(services, limit=None, day=DAY + timedelta(days=90))


def test_a_refused_theme_does_not_come_back_within_a_year(services: Services) -> None:
    first = services.suggesting.suggest().shown[0]
    services.suggesting.answer(first, Answer.NO, reason=RefusalReason.NO_SUCH_PROJECT)
    after = DAY + timedelta(days=300)
    listed = services.suggesting.suggest(day=after, limit=None).shown
    assert ("C07", "first_home") not in {(one.ref, one.subject) for one in listed}
    assert "C07" in {one.ref for one in listed}


def test_not_suitable_hides_the_theme_for_good(services: Services) -> None:
    first = services.suggesting.suggest().shown[0]
    services.suggesting.answer(first, Answer.NOT_SUITABLE)
    why = services.suggesting.why("C07", day=DAY + timedelta(days=900))
    assert Rule.NOT_SUITABLE in {kept.rule for kept in why.kept}


def test_an_answer_can_be_taken_back(services: Services) -> None:
    first = services.suggesting.suggest().shown[0]
    key = services.suggesting.answer(first, Answer.NOT_SUITABLE)
    services.suggesting.take_back(key)
    assert refs(services)[0] == "C07"


def test_an_answer_must_be_complete(services: Services) -> None:
    first = services.suggesting.suggest().shown[0]
    with pytest.raises(LaterNeedsADay):
        services.suggesting.answer(first, Answer.LATER)
    with pytest.raises(LaterNeedsADay):
        services.suggesting.answer(first, Answer.LATER, until=DAY)
    with pytest.raises(NoNeedsAReason):
        services.suggesting.answer(first, Answer.NO)


def test_the_best_suggestion_of_one_client(services: Services) -> None:
    listed = services.suggesting.suggest().shown[0]
    assert services.suggesting.best(listed.client) == listed


def test_what_is_proposed_to_several_is_what_is_proposed_to_each(
    services: Services, store: Store
) -> None:
    with store.reading() as transaction:
        keys = [key for (key,) in transaction.execute(select(client.c.id))]
    each = {key: services.suggesting.proposal(key, Language.NL) for key in keys}
    assert services.suggesting.proposals(keys, Language.NL) == each
    assert len({*filter(None, each.values())}) > 1


def test_what_was_asked_and_answered_is_on_the_trail(services: Services, store: Store) -> None:
    first = services.suggesting.suggest().shown[0]
    services.suggesting.why("C07")
    services.suggesting.answer(first, Answer.NOT_SUITABLE)
    with store.reading() as transaction:
        actions = [entry.action for entry in read_entries(transaction, first.client, 9)]
        assert verify(transaction) is None
    assert actions == ["suggestion answered", "why asked"]


def test_any_number_of_clients_is_named(services: Services) -> None:
    listed = services.suggesting.suggest(limit=None)
    keys = [one.client for one in listed.shown] * 60
    named = services.suggesting.named(keys)
    assert min(one.name for one in named.values()) == "Client 00"
    assert len(named) == PEOPLE


def test_a_list_that_is_given_out_is_on_the_trail(services: Services, store: Store) -> None:
    services.suggesting.handed_out(services.suggesting.suggest(limit=None), "A1")
    with store.reading() as transaction:
        assert verify(transaction) is None
        assert count_entries(transaction) > 1
