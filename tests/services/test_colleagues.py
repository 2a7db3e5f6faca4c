"""A colleague who comes along is asked as the advisor is, and taken from then on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_branch import NOW, add_closing, key, settle
from sqlalchemy import Connection, insert, update

from advisor_app.bootstrap import Services
from advisor_app.domain.agenda import Stretch
from advisor_app.domain.appointments import Taken
from advisor_app.domain.booking_refusals import (
    ClosedThatDay,
    ColleagueNotThere,
    Collision,
    NotToCome,
)
from advisor_app.domain.busy_time import BusyElsewhere
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.organisation import Branch
from advisor_app.domain.stretches import Stretch as Instants
from advisor_app.exchange.appointment_check import Appointments
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.moving import MoveOrder
from advisor_app.services.slots import SlotQuestion
from advisor_app.storage import busy_time, facts
from advisor_app.storage.importing.calendar_guard import (
    CalendarOverlaps,
    guard_calendar,
    unguard_calendar,
)
from advisor_app.storage.importing.known import known_store
from advisor_app.storage.organisation import find_advisor, write_branch
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

DAY = date(2026, 4, 28)
TEN = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time
UTC_TEN = 1777363200


@pytest.fixture
def branch(store: Store) -> Store:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return store


def work(store: Store, ref: str = "A1") -> Services:
    with store.reading() as transaction:
        advisor = find_advisor(transaction, ref)
    return Services(Desk(store, lambda: NOW, advisor), None)


def together(client: str = "C1", start: datetime = TEN) -> BookingOrder:
    return BookingOrder((client,), start, 60, advisor="A1", colleague="A2")


def test_the_colleague_is_kept_and_his_calendar_is_taken(branch: Store) -> None:
    booked = work(branch).appointments.book(together())
    assert booked.colleague == "A2"

    his = work(branch, "A2")
    with pytest.raises(Collision) as refused:
        his.appointments.book(BookingOrder(("C2",), TEN, 60, advisor="A2"))
    assert (refused.value.taken, refused.value.name) == (Taken.ADVISOR, "Camille A2")
    (day,) = his.agenda.day(DAY).days
    assert day.busy == ()
    assert [one.when for one in day.meetings] == [Stretch(600, 660)]
    question = SlotQuestion(("C2",), 60, advisors=("A2",), since=DAY, weeks=1)
    free = next(one for one in his.slots.find(question).days if one.day == DAY)
    # Writing it up takes a quarter of an hour, preparing the next one twenty minutes.
    assert next(start.clock.isoformat("minutes") for start in free.starts) == "15:00"


def test_he_sees_whose_meeting_it_is_and_cannot_move_it(branch: Store) -> None:
    booked = work(branch).appointments.book(together())
    plan = work(branch, "A2").agenda.week(DAY)
    one = plan.find(booked.ref)
    assert one is not None
    assert (one.visit.host, one.visit.colleague) == ("Camille A1", None)
    assert [person.ref for person in one.visit.people] == ["C1"]
    assert not one.to_come
    assert {kept.ref for day in plan.days for kept in day.kept} == {booked.ref}
    assert work(branch, "A2").agenda.busy_days(DAY)[DAY] == 1

    own = work(branch).agenda.week(DAY).find(booked.ref)
    assert own is not None
    assert (own.visit.host, own.visit.colleague) == (None, "Camille A2")
    assert own.to_come


def test_the_outcome_is_owed_by_whose_meeting_it_was(branch: Store) -> None:
    booked = work(branch).appointments.book(together())
    late = datetime.combine(DAY, TEN.time(), NOW.tzinfo) + timedelta(hours=5)
    owing = {}
    for ref in ("A1", "A2"):
        with branch.reading() as transaction:
            advisor = find_advisor(transaction, ref)
        plan = Services(Desk(branch, lambda: late, advisor), None).agenda.day(DAY)
        one = plan.find(booked.ref)
        assert one is not None
        owing[ref] = one.owes_outcome
    assert owing == {"A1": True, "A2": False}


def test_a_proposal_that_gave_its_time_back_leaves_his_week_too(branch: Store) -> None:
    until = TEN - timedelta(days=4)
    held = replace(together(), proposed_until=until)
    ref = work(branch).appointments.book(held).ref
    one = work(branch, "A2").agenda.day(DAY).find(ref)
    assert one is not None
    assert one.held_until is not None
    assert one.held_until.wall == until
    with branch.reading() as transaction:
        his = find_advisor(transaction, "A2")
    later = Desk(branch, lambda: NOW + timedelta(days=2), his)
    assert Services(later, None).agenda.day(DAY).find(ref) is None
    assert Services(later, None).agenda.busy_days(DAY).get(DAY, 0) == 0


def test_a_meeting_in_another_zone_lies_where_he_lives_it(branch: Store) -> None:
    with branch.writing() as transaction:
        far = Branch(key("far"), "B2", "Saint-Denis", zone="Indian/Reunion")
        write_branch(transaction, far)
        transaction.execute(
            update(advisor).where(advisor.c.ref == "A2").values(branch_id=key("far"))
        )
    booked = work(branch).appointments.book(together())
    one = work(branch, "A2").agenda.day(DAY).find(booked.ref)
    assert one is not None
    # In summer, Réunion is two hours ahead of Paris.
    assert one.visit.start == TEN + timedelta(hours=2)
    assert one.when == Stretch(720, 780)


def test_both_are_free_again_when_it_is_given_up(branch: Store) -> None:
    services = work(branch)
    booked = services.appointments.book(together())
    services.appointments.cancel(booked.ref)
    services.appointments.book(BookingOrder(("C2",), TEN, 60, advisor="A2"))


def test_moving_takes_the_colleague_along(branch: Store) -> None:
    services = work(branch)
    booked = services.appointments.book(together())
    afternoon = TEN + timedelta(hours=5)
    services.appointments.book(BookingOrder(("C2",), afternoon, 60, advisor="A2"))
    with pytest.raises(Collision):
        services.moves.move(MoveOrder(booked.ref, afternoon))
    services.moves.move(MoveOrder(booked.ref, afternoon + timedelta(minutes=90)))
    assert services.appointments.find(booked.ref).colleague == "A2"
    services.appointments.book(BookingOrder(("C3",), TEN, 60, advisor="A2"))


def test_who_comes_along_can_change_and_the_time_stays(branch: Store) -> None:
    services = work(branch)
    booked = services.appointments.book(BookingOrder(("C1",), TEN, 60, advisor="A1"))
    moved = services.moves.come_along(booked.ref, "A2")
    assert (moved.before.colleague, moved.after.colleague) == (None, "A2")
    assert (moved.after.start, moved.after.sequence) == (booked.start, 1)
    with pytest.raises(Collision):
        services.appointments.book(BookingOrder(("C2",), TEN, 60, advisor="A2"))

    assert services.moves.come_along(booked.ref, "A2").after.sequence == 1
    alone = services.moves.come_along(booked.ref, None)
    assert (alone.after.colleague, alone.after.sequence) == (None, 2)
    services.appointments.book(BookingOrder(("C2",), TEN, 60, advisor="A2"))


def test_who_is_taken_or_away_is_not_brought_along(branch: Store) -> None:
    services = work(branch)
    booked = services.appointments.book(BookingOrder(("C1",), TEN, 60, advisor="A1"))
    his = services.appointments.book(BookingOrder(("C2",), TEN, 60, advisor="A2"))
    with pytest.raises(Collision) as refused:
        services.moves.come_along(booked.ref, "A2")
    assert (refused.value.taken, refused.value.name) == (Taken.ADVISOR, "Camille A2")
    services.appointments.cancel(his.ref)
    with branch.writing() as transaction:
        add_closing(transaction, DAY, DAY, None, "A2")
    with pytest.raises(ColleagueNotThere):
        services.moves.come_along(booked.ref, "A2")
    with pytest.raises(NoSuchAdvisor):
        services.moves.come_along(booked.ref, "A9")
    assert services.appointments.find(booked.ref).sequence == 0
    services.appointments.cancel(booked.ref)
    with pytest.raises(NotToCome):
        services.moves.come_along(booked.ref, None)


def test_a_colleague_who_does_not_work_then_is_named(branch: Store) -> None:
    with branch.writing() as transaction:
        add_closing(transaction, DAY, DAY, None, "A2")
    services = work(branch)
    with pytest.raises(ColleagueNotThere) as refused:
        services.appointments.book(together())
    assert refused.value.name == "Camille A2"
    booked = services.appointments.book(together(start=TEN + timedelta(days=1)))
    with pytest.raises(ColleagueNotThere):
        services.moves.move(MoveOrder(booked.ref, TEN))


def test_the_advisors_own_absence_is_told_first(branch: Store) -> None:
    with branch.writing() as transaction:
        add_closing(transaction, DAY, DAY, None, "A1")
    with pytest.raises(ClosedThatDay):
        work(branch).appointments.book(together())


def test_a_colleagues_own_calendar_is_heeded(branch: Store) -> None:
    with branch.writing() as transaction:
        source = busy_time.source_named(transaction, key("A2"), "mine.ics", 0)
        stretch = Instants(UTC_TEN + 1800, UTC_TEN + 3600)
        busy_time.replace_parts(transaction, source, {"mine.ics": [stretch]})
    with pytest.raises(BusyElsewhere) as refused:
        work(branch).appointments.book(together())
    assert (refused.value.name, refused.value.own) == ("Camille A2", False)


def test_who_is_unknown_is_refused_and_nobody_comes_along_to_himself(branch: Store) -> None:
    services = work(branch)
    with pytest.raises(NoSuchAdvisor):
        services.appointments.book(BookingOrder(("C1",), TEN, 60, colleague="A9"))
    booked = services.appointments.book(BookingOrder(("C1",), TEN, 60, colleague="A1"))
    assert booked.colleague is None


def test_an_import_answers_for_colleagues_too(branch: Store) -> None:
    work(branch).appointments.book(together())
    with branch.writing() as transaction:
        before = transaction.begin_nested()
        unguard_calendar(transaction)
        _put(transaction)
        with pytest.raises(CalendarOverlaps):
            guard_calendar(transaction)
        before.rollback()


def test_a_files_row_that_runs_into_a_colleague_is_refused(branch: Store) -> None:
    booked = work(branch).appointments.book(together())
    with branch.reading() as transaction:
        known = known_store(transaction, "Europe/Paris")
    mine = next(one for one in known.appointments if one[0] == booked.ref)
    assert mine[2] == "A1|A2"
    calendar = Appointments("appointments.csv", known, frozenset())
    again = (booked.ref, "C1", "A1", "2026-04-28T10:00", "2026-04-28T11:00")
    assert calendar._clash_of(2, *again, "branch", None, None, "confirmed") is None
    his = ("X1", "C2", "A2", "2026-04-28T10:30", "2026-04-28T11:30")
    refusal = calendar._clash_of(3, *his, "branch", None, None, "confirmed")
    assert refusal is not None
    assert refusal.facts["name"] == "A2"


def _put(transaction: Connection) -> None:
    """What no booking writes: another meeting of the colleague's at that time."""
    values = {
        "id": key("x1"),
        "branch_id": key("branch"),
        "ref": "X1",
        "advisor_id": key("A2"),
        "place": "branch",
        "status": "confirmed",
        "zone": "Europe/Paris",
        "start_wall": "2026-04-28T10:30",
        "start_utc": UTC_TEN + 1800,
        "end_wall": "2026-04-28T11:30",
        "end_utc": UTC_TEN + 5400,
        "busy_from": UTC_TEN + 1800,
        "busy_until": UTC_TEN + 5400,
    }
    transaction.execute(insert(appointment).values(values))
