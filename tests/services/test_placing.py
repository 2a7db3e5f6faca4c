"""Suggestions that were accepted wait for a time, and come back when it is given up."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from poured import batches_of, pour

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.codes import Answer, Place
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

DAY = date(2026, 4, 23)
TEN = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time
BANK = (
    rows.AdvisorRecord("A1", "Claire", "Morvan"),
    *(rows.ClientRecord(f"C{n}", last_name=f"Client {n}", since="2010-01-01") for n in range(4)),
    *(rows.AssignmentRecord(f"C{n}", "A1", "2015-01-01") for n in range(4)),
    *(
        rows.TouchpointRecord(f"T{n}", f"C{n}", "A1", f"2024-{n + 1:02}-10", "branch")
        for n in range(4)
    ),
)


@pytest.fixture
def services(store: Store, desk: Desk) -> Services:
    pour(store, batches_of(*BANK), DAY)
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    return Services(replace(desk, advisor=advisor), None)


def suggested(services: Services) -> list[str]:
    return [one.ref for one in services.suggesting.suggest(limit=None).shown]


def waiting(services: Services) -> list[str | None]:
    return [one.row.clients[0].ref for one in services.placing.waiting()]


def test_what_is_accepted_leaves_the_list_and_waits(services: Services) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    services.placing.accept(first)

    assert first.ref not in suggested(services)
    (one,) = services.placing.waiting()
    assert one.row.clients[0].ref == first.ref
    assert (one.minutes, one.place) == (first.minutes, first.place)
    assert (one.accepted.subject, one.accepted.ritual) == (first.subject, first.ritual)
    assert one.accepted.on == DAY
    rules = {kept.rule for kept in services.suggesting.why(first.ref).kept}
    assert Rule.WAITS_FOR_TIME in rules


def test_it_can_be_taken_back_and_accepted_again(services: Services) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    services.placing.accept(first)
    (one,) = services.placing.waiting()
    services.placing.take_back(one.accepted.answer)
    assert waiting(services) == []
    assert first.ref in suggested(services)

    services.placing.accept_again(one.accepted)
    assert waiting(services) == [first.ref]
    assert first.ref not in suggested(services)


def test_the_longest_waiting_stands_first(services: Services) -> None:
    every = services.suggesting.suggest(limit=None).shown
    for one in reversed(every):
        services.placing.accept(one)
    assert waiting(services) == [one.ref for one in reversed(every)]
    assert suggested(services) == []


def test_a_time_ends_the_waiting_and_giving_it_up_begins_it_again(services: Services) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    services.placing.accept(first)
    (one,) = services.placing.waiting()
    order = BookingOrder((first.ref,), TEN, one.minutes, accepted=one.accepted.key)
    booked = services.appointments.book(order)
    assert waiting(services) == []
    rules = {kept.rule for kept in services.suggesting.why(first.ref).kept}
    assert Rule.MEETING_AHEAD in rules
    assert Rule.WAITS_FOR_TIME not in rules

    services.appointments.cancel(booked.ref)
    assert waiting(services) == [first.ref]
    assert first.ref not in suggested(services)


def test_booking_the_suggestion_itself_gives_the_accepted_one_its_time(
    services: Services,
) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    services.placing.accept(first)
    services.appointments.book(BookingOrder((first.ref,), TEN, 60, suggestion=first))
    assert waiting(services) == []


def test_a_planned_week_places_first_what_was_accepted(services: Services) -> None:
    services.working_plans.set_capacity(1)
    last = services.suggesting.suggest(limit=None).shown[-1]
    services.placing.accept(last)
    planner = services.week_planner
    proposal = planner.propose()
    assert [one.suggestion.ref for one in proposal.meetings] == [last.ref]
    planner.keep(proposal)
    assert waiting(services) == []


def test_who_is_served_by_somebody_else_waits_no_more(services: Services, store: Store) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    services.placing.accept(first)
    moved = (
        rows.AdvisorRecord("A2", "Paul", "Roux"),
        rows.AssignmentRecord(first.ref, "A2", "2026-04-23"),
    )
    pour(store, batches_of(*moved), DAY)
    assert waiting(services) == []


def test_nobody_waits_before_somebody_works_here(services: Services, desk: Desk) -> None:
    assert services.placing.waiting() == ()
    with pytest.raises(NoAdvisorYet):
        Services(desk, None).placing.waiting()


def test_an_accepted_form_keeps_its_place(services: Services) -> None:
    first = services.suggesting.suggest(limit=None).shown[0]
    visit = replace(first, ritual="video_meeting", place=Place.VIDEO, minutes=45)
    services.suggesting.answer(visit, Answer.ACCEPTED)
    (one,) = services.placing.waiting()
    assert (one.place, one.minutes) == (Place.VIDEO, 45)
