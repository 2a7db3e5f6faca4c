"""The plan of a week from a real store: who is met when, edited, and kept as proposals."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from poured import batches_of, pour
from sqlalchemy import text

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.booking_refusals import Collision, OutsideHours, WrongStep
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.week_proposal import (
    NoAppointmentForm,
    NotInTheWeek,
    WeekEdit,
    WeekProposal,
    WhyLeft,
)
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.week_plan import asks_for_appointment
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


def test_capacity_bounds_the_week(services: Services) -> None:
    services.working_plans.set_capacity(3)

    assert len(services.week_planner.propose().meetings) == 3


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


def test_whom_the_advisor_takes_out_is_told_from_whom_the_week_had_no_time_for(
    services: Services,
) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    out = proposal.meetings[0].suggestion.ref
    edited = planner.edited(proposal, WeekEdit(frozenset({out})))

    assert edited.left[0].suggestion.ref == out
    assert edited.left[0].why is WhyLeft.TAKEN_OUT
    assert {one.why for one in edited.left[1:]} == {WhyLeft.OTHERS_FIRST}
    again = planner.edited(edited, WeekEdit(at=((out, proposal.meetings[0].start.wall),)))
    assert starts(again) == starts(proposal)


def test_another_form_brings_its_place_and_length_and_goes_back(services: Services) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    first = proposal.meetings[0]
    ref = first.suggestion.ref
    by_video = planner.edited(proposal, WeekEdit(forms=((ref, "video_meeting"),))).meetings[0]

    assert (by_video.place, by_video.minutes) == (Place.VIDEO, 45)
    assert (by_video.suggestion.ritual, by_video.suggestion.minutes) == ("video_meeting", 45)
    assert by_video.start == first.start
    back = WeekEdit(forms=((ref, first.suggestion.ritual),))
    assert planner.edited(replace(proposal, meetings=(by_video,)), back).meetings == (first,)


@pytest.mark.parametrize("ritual", ["handwritten_card", "event_invitation", "a_dance"])
def test_a_form_without_appointment_is_refused(services: Services, ritual: str) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    edit = WeekEdit(forms=((proposal.meetings[0].suggestion.ref, ritual),))
    with pytest.raises(NoAppointmentForm):
        planner.edited(proposal, edit)


def test_the_check_finds_what_booking_would_refuse_and_changes_nothing(
    services: Services, store: Store
) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    before = written(store)
    assert planner.check(proposal).refused == ()

    first, second = proposal.meetings[:2]
    onto = WeekEdit(at=((second.suggestion.ref, first.start.wall),))
    noon = WeekEdit(at=((first.suggestion.ref, first.start.wall.replace(hour=12, minute=45)),))
    collided = planner.check(planner.edited(proposal, onto))
    outside = planner.check(planner.edited(proposal, noon))

    assert [type(error) for _, error in collided.refused] == [Collision]
    assert [ref for ref, _ in outside.refused] == [first.suggestion.ref]
    assert [type(error) for _, error in outside.refused] == [OutsideHours]
    assert written(store) == before
    assert planner.propose() == proposal


def test_the_check_counts_what_stands_already(services: Services, store: Store) -> None:
    services.working_plans.set_capacity(3)
    planner = services.week_planner
    proposal = planner.propose()
    stranger = proposal.left[0].suggestion.ref
    services.appointments.book(
        BookingOrder((stranger,), proposal.meetings[0].start.wall, 60, advisor="A1")
    )
    work = WeekEdit(frozenset({proposal.meetings[0].suggestion.ref}))
    check = planner.check(planner.edited(proposal, work))

    with store.reading() as transaction:
        booked = transaction.execute(text("SELECT count(*) FROM appointment")).scalar_one()
    assert booked == 1
    kept = len(proposal.meetings) - 1
    assert check.week.meetings == kept + 1
    assert sum(load.meetings for load in check.days) <= check.week.meetings


def test_a_kept_week_is_taken_back_in_one_go(services: Services) -> None:
    planner = services.week_planner
    proposal = planner.propose()
    kept = planner.keep(proposal)
    planner.take_back(kept)

    assert planner.propose() == proposal
    with pytest.raises(WrongStep):
        planner.take_back(kept)
    assert len(planner.keep(planner.propose())) == len(kept)


def written(store: Store) -> list[int]:
    """How many rows the tables hold that a booking writes."""
    tables = ("appointment", "attendee", "suggestion", "suggestion_answer", "audit_entry")
    with store.reading() as transaction:
        counted = [text(f"SELECT count(*) FROM {one}") for one in tables]
        return [transaction.execute(one).scalar_one() for one in counted]


@pytest.mark.parametrize(
    ("ritual", "asks"),
    [
        ("branch_meeting", True),
        ("home_visit", True),
        ("phone_meeting", True),
        ("event_invitation", False),
        ("courtesy_call", False),
    ],
)
def test_what_asks_for_no_appointment_is_not_planned(
    services: Services, ritual: str, *, asks: bool
) -> None:
    one = services.week_planner.propose().meetings[0].suggestion
    assert asks_for_appointment(replace(one, ritual=ritual)) is asks
