import itertools
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from conftest import NOW
from hypothesis import given
from hypothesis import strategies as st
from small_branch import BRANCH, settle
from sqlalchemy import select

from advisor_app.bootstrap import Services, services_of
from advisor_app.domain import working_plan as plans
from advisor_app.domain.booking_refusals import ClosedThatDay, NoSuchRoom, OutsideHours
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.keys import new_key
from advisor_app.domain.opening import DatedHours, Span, Week
from advisor_app.domain.working_plan import AbsenceDraft, RoomDraft, checked_week
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.slots import SlotQuestion
from advisor_app.services.working_plan import WorkingPlans
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.store import Store

TUESDAY = date(2026, 4, 28)
MORNING, LATE = Span(time(9), time(12, 30)), Span(time(18), time(20))
WEEK: Week = {2: (MORNING,), 4: (LATE, MORNING)}


@pytest.fixture
def camille(store: Store) -> Services:
    with store.writing() as connection:
        settle(connection)
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    return services_of(store, "A1")


def order(hour: int, room: str | None = None) -> BookingOrder:
    start = datetime.combine(TUESDAY, time(hour))
    return BookingOrder(clients=("C1",), start=start, minutes=60, room=room)


def actions(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.execute(select(audit_entry.c.action)).scalars())


def test_booking_obeys_ones_own_hours_at_once_and_the_branch_s_again(
    camille: Services, store: Store
) -> None:
    camille.appointments.book(order(14))
    camille.working_plans.set_week(WEEK)
    plan = camille.working_plans.plan()
    assert plan.own == {2: (MORNING,), 4: (MORNING, LATE)}
    with pytest.raises(OutsideHours):
        camille.appointments.book(order(16))
    assert camille.appointments.book(order(10))
    camille.working_plans.set_week({})
    plan = camille.working_plans.plan()
    assert plan.own == {}
    assert plan.usual[2]
    assert camille.appointments.book(order(16))
    assert actions(store).count("hours changed") == 2
    assert camille.upkeep.check().sound


def test_days_away_close_booking_and_say_what_stands_on_them(camille: Services) -> None:
    camille.appointments.book(order(10))
    week_of = AbsenceDraft(date(2026, 4, 27), date(2026, 5, 2), " spring\nleave ")
    key, standing = camille.working_plans.add_absence(week_of)
    assert standing == 1
    with pytest.raises(ClosedThatDay):
        camille.appointments.book(order(15))
    (kept,) = camille.working_plans.plan().absences
    assert (kept.key, kept.draft.reason) == (key, "spring leave")
    assert camille.working_plans.remove_absence(key) == kept.draft
    assert camille.appointments.book(order(15))
    with pytest.raises(plans.NoSuchAbsence):
        camille.working_plans.remove_absence(key)


def test_the_branch_s_closing_days_hold_for_everybody(camille: Services, store: Store) -> None:
    camille.working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY, "works", of_branch=True))
    colleague = services_of(store, "A2").working_plans.plan()
    assert [one.draft.of_branch for one in colleague.absences] == [True]
    with pytest.raises(ClosedThatDay):
        camille.appointments.book(order(10))


def test_one_s_own_days_away_are_nobody_else_s(camille: Services, store: Store) -> None:
    key, _standing = camille.working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY))
    other = services_of(store, "A2").working_plans
    assert other.plan().absences == ()
    with pytest.raises(plans.NoSuchAbsence):
        other.remove_absence(key)


def test_the_trail_keeps_days_away_without_their_reason(camille: Services, store: Store) -> None:
    camille.working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY, "something personal"))
    with store.reading() as connection:
        entries = connection.execute(select(audit_entry)).all()
    assert entries[-1].action == "days away added"
    assert not any("personal" in str(column) for row in entries for column in row)


def test_capacity_is_kept_checked_and_forgotten(camille: Services) -> None:
    camille.working_plans.set_capacity(17)
    assert camille.working_plans.plan().capacity == 17
    for wrong in (0, -1, 61):
        with pytest.raises(plans.CapacityOutOfRange):
            camille.working_plans.set_capacity(wrong)
    camille.working_plans.set_capacity(None)
    assert camille.working_plans.plan().capacity is None


def test_rooms_are_added_changed_and_removed_and_booking_knows_them(camille: Services) -> None:
    ref = camille.working_plans.add_room(RoomDraft("  Quiet\nroom ", 4, step_free=True))
    assert ("Quiet room", ref) in [(one.name, one.ref) for one in camille.rooms.here()]
    before = camille.working_plans.change_room(ref, RoomDraft("Blue room", None))
    assert before == RoomDraft("Quiet room", 4, step_free=True)
    assert camille.appointments.book(order(10, ref))
    with pytest.raises(plans.RoomInUse) as told:
        camille.working_plans.remove_room(ref)
    assert told.value.appointments == 1
    spare = camille.working_plans.add_room(RoomDraft("Spare"))
    assert camille.working_plans.remove_room(spare) == RoomDraft("Spare")
    with pytest.raises(NoSuchRoom):
        camille.working_plans.change_room(spare, RoomDraft("Gone"))


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (RoomDraft(" \n"), plans.RoomNeedsName),
        (RoomDraft("x" * 121), plans.WordsTooLong),
        (RoomDraft("Room", 0), plans.SeatsOutOfRange),
        (RoomDraft("Room", 201), plans.SeatsOutOfRange),
        (RoomDraft("ROOM r1"), plans.RoomNameTaken),
    ],
)
def test_rooms_without_meaning_are_refused(
    camille: Services, draft: RoomDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        camille.working_plans.add_room(draft)
    assert len(camille.working_plans.plan().rooms) == 2


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (AbsenceDraft(TUESDAY, date(2026, 4, 27)), plans.AbsenceBackwards),
        (AbsenceDraft(TUESDAY, date(2027, 4, 29)), plans.AbsenceTooLong),
        (AbsenceDraft(TUESDAY, TUESDAY, "x" * 121), plans.WordsTooLong),
    ],
)
def test_days_away_without_meaning_are_refused(
    camille: Services, draft: AbsenceDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        camille.working_plans.add_absence(draft)
    assert camille.working_plans.plan().absences == ()


@pytest.mark.parametrize(
    ("week", "refusal"),
    [
        ({7: (MORNING,)}, plans.ClosedOnSundays),
        ({1: (Span(time(10), time(10)),)}, plans.SpanWithoutLength),
        ({1: (Span(time(12), time(10)),)}, plans.SpanWithoutLength),
        ({1: (MORNING, Span(time(12), time(13)))}, plans.SpansOverlap),
        ({1: tuple(Span(time(8 + n), time(8 + n, 30)) for n in range(5))}, plans.TooManySpans),
    ],
)
def test_weeks_without_meaning_are_refused(
    camille: Services, week: Week, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        camille.working_plans.set_week(week)
    assert camille.working_plans.plan().own == {}


TIMES = st.integers(0, 24 * 4 - 1).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
SPANS = st.tuples(TIMES, TIMES).map(lambda pair: Span(*pair))
WEEKS = st.dictionaries(st.integers(1, 6), st.lists(SPANS, max_size=3).map(tuple))


@given(WEEKS)
def test_a_week_that_is_taken_is_in_order_and_never_overlaps(week: Week) -> None:
    try:
        kept = checked_week(week)
    except (plans.SpanWithoutLength, plans.SpansOverlap):
        quarters = [
            {n for n in range(96) if one.start <= time(n // 4, n % 4 * 15) < one.end}
            for spans in week.values()
            for one in spans
        ]
        days = [len(spans) for spans in week.values()]
        assert any(days)
        assert any(not covered for covered in quarters) or max(days) > 1
        return
    for day, spans in kept.items():
        assert sorted(week[day]) == list(spans)
        assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


def test_the_branch_s_usual_hours_are_chosen_by_their_code(camille: Services) -> None:
    camille.working_plans.set_opening("FR_mon_fri")
    plan = camille.working_plans.plan()
    assert plan.opening == "FR_mon_fri"
    assert 1 in plan.usual
    with pytest.raises(plans.UnknownOpening):
        camille.working_plans.set_opening("anything")


def test_nobody_chosen_or_no_branch_is_said(camille: Services, store: Store) -> None:
    nobody = services_of(store, None).working_plans
    with pytest.raises(NoAdvisorYet):
        nobody.plan()
    assert camille.advisor is not None
    alone = WorkingPlans(Desk(store, lambda: NOW, replace(camille.advisor, branch=None)))
    assert alone.plan().rooms == ()
    with pytest.raises(plans.NoBranchYet):
        alone.add_room(RoomDraft("Room"))
    with pytest.raises(plans.NoBranchYet):
        alone.add_absence(AbsenceDraft(TUESDAY, TUESDAY, of_branch=True))
    with pytest.raises(plans.NoSuchAbsence):
        alone.remove_absence(new_key())
    assert BRANCH.name in (camille.working_plans.plan().branch or "")


def test_other_hours_on_some_days_are_obeyed_and_let_go(camille: Services, store: Store) -> None:
    told = DatedHours(TUESDAY, TUESDAY, (LATE, MORNING), of_advisor=True)
    camille.working_plans.set_dated(told)
    assert camille.working_plans.plan().dated == (replace(told, spans=(MORNING, LATE)),)
    with pytest.raises(OutsideHours):
        camille.appointments.book(order(15))
    assert camille.appointments.book(order(18))
    (plan,) = camille.agenda.day(TUESDAY).days
    assert plan.spans == (MORNING, LATE)
    camille.working_plans.set_dated(replace(told, spans=()))
    assert camille.working_plans.plan().dated == ()
    assert camille.appointments.book(order(15))
    assert "dated hours changed" in actions(store)


def test_the_finder_offers_a_late_evening_and_nothing_beyond_the_hours_of_august(
    camille: Services,
) -> None:
    first, last = date(2026, 5, 11), date(2026, 5, 23)
    evening = date(2026, 5, 12)
    camille.working_plans.set_dated(DatedHours(first, last, (MORNING,)))
    camille.working_plans.set_dated(DatedHours(evening, evening, (MORNING, LATE), of_advisor=True))
    found = camille.slots.find(SlotQuestion(("C1",), 30, since=first, weeks=1))
    starts = {one.day: [start.clock for start in one.starts] for one in found.days}
    assert max(starts[evening]) >= LATE.start
    assert max(starts[date(2026, 5, 13)]) <= MORNING.end
    assert starts[first] == []


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        (DatedHours(TUESDAY, date(2026, 4, 27), (MORNING,)), plans.AbsenceBackwards),
        (DatedHours(TUESDAY, date(2028, 4, 27), (MORNING,)), plans.AbsenceTooLong),
        (DatedHours(TUESDAY, TUESDAY, (MORNING, MORNING)), plans.SpansOverlap),
        (DatedHours(TUESDAY, TUESDAY, (Span(time(9), time(9)),)), plans.SpanWithoutLength),
    ],
)
def test_hours_of_some_days_that_make_no_sense_are_refused(
    camille: Services, told: DatedHours, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        camille.working_plans.set_dated(told)
    assert camille.working_plans.plan().dated == ()


def test_whoever_stands_in_is_named_wherever_the_days_show(camille: Services) -> None:
    draft = AbsenceDraft(TUESDAY, TUESDAY, "Leave", substitute="A2")
    key, _standing = camille.working_plans.add_absence(draft)
    plan = camille.working_plans.plan()
    (kept,) = plan.absences
    (colleague,) = plan.colleagues
    assert (kept.draft, kept.stands_in) == (draft, colleague.name)
    (day,) = camille.agenda.day(TUESDAY).days
    assert day.closed is not None
    assert day.closed.substitute == colleague.name
    before, _standing = camille.working_plans.change_absence(key, replace(draft, substitute=None))
    assert before == draft
    (day,) = camille.agenda.day(TUESDAY).days
    assert day.closed is not None
    assert day.closed.substitute is None


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("A1", plans.StandsInForOneself), ("A9", NoSuchAdvisor), ("A2", plans.SubstituteAway)],
)
def test_nobody_stands_in_who_is_away_oneself_or_unknown(
    camille: Services, store: Store, who: str, refusal: type[Exception]
) -> None:
    services_of(store, "A2").working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY))
    with pytest.raises(refusal):
        camille.working_plans.add_absence(
            AbsenceDraft(date(2026, 4, 25), date(2026, 5, 2), substitute=who)
        )
    assert camille.working_plans.plan().absences == ()


def test_nobody_stands_in_for_a_branch_that_is_closed(camille: Services) -> None:
    camille.working_plans.add_absence(
        AbsenceDraft(TUESDAY, TUESDAY, "", of_branch=True, substitute="A2")
    )
    (kept,) = camille.working_plans.plan().absences
    assert kept.draft.substitute is None


def test_days_away_that_change_are_obeyed_at_once(camille: Services, store: Store) -> None:
    key, _standing = camille.working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY))
    wednesday = date(2026, 4, 29)
    camille.working_plans.change_absence(key, AbsenceDraft(wednesday, wednesday, of_branch=True))
    assert camille.appointments.book(order(15))
    (elsewhere,) = services_of(store, "A2").working_plans.plan().absences
    assert elsewhere.draft == AbsenceDraft(wednesday, wednesday, of_branch=True)
    with pytest.raises(plans.AbsenceBackwards):
        camille.working_plans.change_absence(key, AbsenceDraft(wednesday, TUESDAY))
    with pytest.raises(plans.NoSuchAbsence):
        camille.working_plans.change_absence(new_key(), AbsenceDraft(wednesday, wednesday))


def test_other_hours_move_to_other_days_and_tell_what_stood_there(camille: Services) -> None:
    wednesday = date(2026, 4, 29)
    first = DatedHours(TUESDAY, TUESDAY, (MORNING,), of_advisor=True)
    there = DatedHours(wednesday, wednesday, (LATE,), of_advisor=True)
    assert camille.working_plans.set_dated(first) is None
    assert camille.working_plans.set_dated(there) is None
    moved = DatedHours(wednesday, wednesday, (MORNING, LATE), of_advisor=True)
    assert camille.working_plans.set_dated(moved, instead_of=first) == there
    assert camille.working_plans.plan().dated == (moved,)
