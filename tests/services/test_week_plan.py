"""The plan of a week from a real store: who is met when, edited, and kept as proposals."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from poured import batches_of, pour

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.week_proposal import NotInTheWeek, WeekEdit, WeekProposal
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

DAY = date(2026, 4, 23)
MONDAY = date(2026, 4, 27)
PEOPLE = 30
BANK = (
    rows.AdvisorRecord("A1", "Claire", "Morvan"),
    *(
        rows.ClientRecord(f"C{n:02}", last_name=f"Client {n:02}", since="2010-01-01")
        for n in range(PEOPLE)
    ),
    *(rows.AssignmentRecord(f"C{n:02}", "A1", "2015-01-01") for n in range(PEOPLE)),
    *(
        rows.TouchpointRecord(f"T{n}", f"C{n:02}", "A1", f"2024-{n % 9 + 1:02}-10", "branch")
        for n in range(PEOPLE)
    ),
)


@pytest.fixture
def services(store: Store, desk: Desk) -> Services:
    pour(store, batches_of(*BANK), DAY)
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    return Services(replace(desk, advisor=advisor), None)


def starts(proposal: WeekProposal) -> list[str]:
    return [one.start.text for one in proposal.meetings]


def test_the_next_week_is_filled_and_nobody_is_met_twice(services: Services) -> None:
    proposal = services.week_planner.propose()

    assert proposal.monday == MONDAY
    met = [one.suggestion.ref for one in proposal.meetings]
    assert len(set(met)) == len(met) == len(proposal.times) > 10
    assert {start.day.isoweekday() for start in proposal.times} == {2, 3, 4, 6}  # 1 May is closed
    assert set(starts(proposal)) == {start.text for start in proposal.times}
    assert len(met) + len(proposal.left) == PEOPLE


def test_kept_meetings_are_proposed_and_taken_from_the_next_plan(services: Services) -> None:
    planner = services.week_planner
    kept = planner.keep(planner.propose())

    assert {one.status for one in kept} == {AppointmentStatus.PROPOSED}
    again = planner.propose()
    assert again.times == ()
    assert again.meetings == ()
    assert not {one.clients[0] for one in kept} & {one.suggestion.ref for one in again.left}


def test_somebody_is_left_out_and_somebody_else_comes_instead(services: Services) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    first, left = proposal.meetings[0], proposal.left[0].suggestion.ref
    out = first.suggestion.ref
    edit = WeekEdit(frozenset({out}), ((left, first.start.wall),))
    edited = planner.edited(proposal, edit)

    assert edited.meetings[0].suggestion.ref == left
    assert starts(edited) == starts(proposal)
    assert out in {one.suggestion.ref for one in edited.left}
    assert len(planner.keep(edited)) == len(proposal.meetings)


def test_all_are_kept_or_none(services: Services) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    last = proposal.meetings[-1]
    stranger = proposal.left[0].suggestion.ref
    order = BookingOrder((stranger,), last.start.wall, last.minutes, advisor="A1")
    services.appointments.book(order)

    with pytest.raises(Collision):
        planner.keep(proposal)
    assert starts(planner.propose()) == starts(proposal)[:-1]


def test_capacity_bounds_the_week(services: Services, store: Store) -> None:
    services.working_plans.set_capacity(3)
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    work = Services(replace(services._desk, advisor=advisor), None)

    assert len(work.week_planner.propose().meetings) == 3


def test_whoever_is_unknown_is_refused(services: Services, desk: Desk) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    noon = datetime(2026, 4, 28, 12)  # noqa: DTZ001 wall time
    with pytest.raises(NotInTheWeek):
        planner.edited(proposal, WeekEdit(frozenset({"C99"})))
    with pytest.raises(NotInTheWeek):
        planner.edited(proposal, WeekEdit(at=(("C99", noon),)))
    with pytest.raises(NoSuchAdvisor):
        planner.propose(advisor="A9")
    with pytest.raises(NoAdvisorYet):
        Services(desk, None).week_planner.propose()
