"""Booking through a real store: every refusal, and what becomes of an appointment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_branch import (
    BRANCH,
    NOW,
    add_client,
    add_closing,
    add_consent,
    add_hours,
    add_project,
    key,
    settle,
)
from sqlalchemy import Connection, select

from advisor_app.domain.appointments import Appointment, Taken
from advisor_app.domain.booking_refusals import (
    BeyondHorizon,
    ClosedThatDay,
    Collision,
    FileNotAlive,
    InThePast,
    LengthOutOfBounds,
    NobodyPresent,
    NoConsent,
    NoSuchRoom,
    NoSuchSuggestion,
    NothingOwed,
    NotInvited,
    NotYet,
    OutsideHours,
    WrongStep,
)
from advisor_app.domain.briefing import NobodyServes, NoSuchAppointment
from advisor_app.domain.codes import AppointmentStatus, Place, State
from advisor_app.domain.contacts import MinutesOutOfBounds
from advisor_app.domain.errors import (
    AmbiguousProject,
    NoSuchAdvisor,
    NoSuchClient,
    NoSuchProject,
    TeteATeteError,
)
from advisor_app.domain.moments import SECOND, GapOfSummerTime
from advisor_app.domain.opening import WhyClosed
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.presence import PresenceService
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.calendar import appointment, follow_up
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer
from advisor_app.storage.store import Store

# A Tuesday, when branches of the first French pattern open from 9:00 to 12:30 and 14:00 to 18:00.
TUESDAY = "2026-04-28"


@pytest.fixture
def settled(store: Store) -> Store:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return store


@pytest.fixture
def appointments(settled: Store) -> Appointments:
    return Appointments(Desk(settled, lambda: NOW))


def order(start: str = f"{TUESDAY}T10:00", minutes: int = 60, **more: object) -> BookingOrder:
    wanted = BookingOrder(("C1",), datetime.fromisoformat(start), minutes)
    return replace(wanted, **more)  # type: ignore[arg-type]  # fields by name


def later(store: Store, **passed: float) -> Appointments:
    """The same store, so much later."""
    return Appointments(Desk(store, lambda: NOW + timedelta(**passed)))


def test_by_default_it_is_the_present_advisor_at_the_branch(appointments: Appointments) -> None:
    booked = appointments.book(order())
    assert (booked.advisor, booked.place, booked.room) == ("A1", Place.BRANCH, None)
    assert booked.start.text == f"{TUESDAY}T10:00"
    assert booked.end.text == f"{TUESDAY}T11:00"
    assert booked.status is AppointmentStatus.CONFIRMED
    assert appointments.find(booked.ref) == booked


def test_a_household_an_advisor_and_a_room_can_be_named(appointments: Appointments) -> None:
    booked = appointments.book(order(clients=("C2", "C1", "C2"), advisor="A2", room="R1"))
    assert (booked.clients, booked.advisor, booked.room) == (("C1", "C2"), "A2", "R1")


def test_a_client_whom_nobody_serves_meets_whoever_works_here(settled: Store) -> None:
    with settled.writing() as transaction:
        add_client(transaction, "C9", None)
        works = find_advisor(transaction, "A2")
    booked = Appointments(Desk(settled, lambda: NOW, works)).book(order(clients=("C9",)))
    assert booked.advisor == "A2"


REFUSALS: list[tuple[type[TeteATeteError], BookingOrder]] = [
    (NoSuchClient, order(clients=("C0",))),
    (NoSuchAdvisor, order(advisor="A0")),
    (NoSuchRoom, order(room="R0")),
    (NoSuchProject, order(project="P0")),
    (LengthOutOfBounds, order(minutes=0)),
    (InThePast, order("2026-04-23T09:00")),
    (BeyondHorizon, order("2027-10-26T10:00")),
    (OutsideHours, order(f"{TUESDAY}T12:00")),
    (ClosedThatDay, order("2026-04-27T10:00")),  # Monday
    (ClosedThatDay, order("2026-05-01T10:00")),  # a holiday
    (ClosedThatDay, order("2026-05-03T10:00")),  # Sunday
    (GapOfSummerTime, order("2027-03-28T02:30")),
    (NoConsent, order(place=Place.HOME)),
]


@pytest.mark.parametrize(
    ("refusal", "wanted"), REFUSALS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_refusal_writes_nothing(
    appointments: Appointments,
    settled: Store,
    refusal: type[TeteATeteError],
    wanted: BookingOrder,
) -> None:
    with settled.reading() as transaction:
        entries = trail.count_entries(transaction)
    with pytest.raises(refusal):
        appointments.book(wanted)
    with settled.reading() as transaction:
        assert trail.count_entries(transaction) == entries
    appointments.book(order())


def test_nobody_serves_and_nobody_works(settled: Store) -> None:
    with settled.writing() as transaction:
        add_client(transaction, "C9", None)
    with pytest.raises(NobodyServes):
        Appointments(Desk(settled, lambda: NOW)).book(order(clients=("C9",)))


@pytest.mark.parametrize("status", ["closed", "deceased"])
def test_a_file_that_is_not_alive(settled: Store, appointments: Appointments, status: str) -> None:
    with settled.writing() as transaction:
        add_client(transaction, "C9", "A1", status)
    with pytest.raises(FileNotAlive):
        appointments.book(order(clients=("C9",)))


def change(store: Store, write: Callable[[Connection], None]) -> None:
    with store.writing() as transaction:
        write(transaction)


def test_an_advisors_own_hours_come_before_the_branchs(
    settled: Store, appointments: Appointments
) -> None:
    change(settled, lambda writing: add_hours(writing, "A1", 1, "08:00", "19:00"))
    assert appointments.book(order("2026-04-27T18:00")).start.text == "2026-04-27T18:00"
    with pytest.raises(ClosedThatDay) as refused:
        appointments.book(order(f"{TUESDAY}T10:00"))
    assert refused.value.closed.why is WhyClosed.NO_HOURS


def test_a_closing_day_of_the_branch_is_refused_with_its_reason(
    settled: Store, appointments: Appointments
) -> None:
    day = date.fromisoformat(TUESDAY)
    change(settled, lambda writing: add_closing(writing, day, day, "Works"))
    with pytest.raises(ClosedThatDay) as refused:
        appointments.book(order())
    assert refused.value.closed.why is WhyClosed.BRANCH_CLOSED
    assert refused.value.closed.reason == "Works"


def test_an_advisor_on_leave_is_refused_and_the_colleague_is_not(
    settled: Store, appointments: Appointments
) -> None:
    day = date.fromisoformat(TUESDAY)
    change(settled, lambda writing: add_closing(writing, day, day, None, of="A1"))
    with pytest.raises(ClosedThatDay) as refused:
        appointments.book(order())
    assert refused.value.closed.why is WhyClosed.ADVISOR_AWAY
    assert appointments.book(order(advisor="A2")).advisor == "A2"


def test_the_branchs_postal_code_decides_its_holidays(store: Store) -> None:
    with store.writing() as transaction:
        strasbourg = replace(BRANCH, country="FR", postal_code="67000", opening="FR_mon_fri")
        settle(transaction, strasbourg)
    with pytest.raises(ClosedThatDay) as refused:
        Appointments(Desk(store, lambda: NOW)).book(order("2027-03-26T10:00"))
    assert refused.value.closed.holiday is not None
    assert refused.value.closed.holiday.fr == "Vendredi saint"


def test_times_are_those_of_the_branch(store: Store) -> None:
    with store.writing() as transaction:
        settle(transaction, replace(BRANCH, zone="America/Guadeloupe", postal_code="97110"))
    booked = Appointments(Desk(store, lambda: NOW)).book(order())
    assert booked.start.zone == "America/Guadeloupe"
    in_paris = datetime.fromtimestamp(booked.start.utc, NOW.tzinfo)
    assert in_paris.isoformat() == f"{TUESDAY}T16:00:00+02:00"


def test_the_second_of_two_equal_times_can_be_meant(
    settled: Store, appointments: Appointments
) -> None:
    change(settled, lambda writing: add_hours(writing, "A1", 7, "00:00", "06:00"))
    first = appointments.book(order("2026-10-25T02:30", 30))
    second = appointments.book(order("2026-10-25T02:30", 20, fold=SECOND, clients=("C2",)))
    assert second.start.utc - first.start.utc == 3600


def test_the_leap_day_can_be_booked(settled: Store) -> None:
    soon = datetime(2028, 1, 10, 9, tzinfo=NOW.tzinfo)
    booked = Appointments(Desk(settled, lambda: soon)).book(order("2028-02-29T10:00"))
    assert booked.start.day == date(2028, 2, 29)


def test_a_visit_at_home_needs_a_consent_that_still_holds(
    settled: Store, appointments: Appointments
) -> None:
    change(
        settled,
        lambda writing: add_consent(writing, "C1", "home_visit", date(2026, 1, 5), given=True),
    )
    booked = appointments.book(order(place=Place.HOME))
    appointments.cancel(booked.ref)
    change(
        settled,
        lambda writing: add_consent(writing, "C1", "home_visit", date(2026, 2, 5), given=False),
    )
    with pytest.raises(NoConsent):
        appointments.book(order(place=Place.HOME))


def test_a_client_who_refused_calls_is_not_booked_by_phone(
    settled: Store, appointments: Appointments
) -> None:
    change(
        settled, lambda writing: add_consent(writing, "C1", "phone", date(2026, 1, 5), given=False)
    )
    with pytest.raises(NoConsent):
        appointments.book(order(place=Place.PHONE))


def test_a_project_is_named_by_reference_or_by_a_code_that_is_alone(
    settled: Store, appointments: Appointments
) -> None:
    def write(writing: Connection) -> None:
        add_project(writing, "C1", "P1", "first_home", "open")
        add_project(writing, "C1", "P2", "retirement", "open")
        add_project(writing, "C1", "P3", "retirement", "heard")
        add_project(writing, "C1", "P4", "first_home", "done")
        add_project(writing, "C2", "P5", "works", "open")

    change(settled, write)
    appointments.book(order(project="first_home"))
    appointments.book(order(f"{TUESDAY}T14:00", project="P3"))
    with pytest.raises(AmbiguousProject):
        appointments.book(order(f"{TUESDAY}T16:00", project="retirement"))
    with pytest.raises(NoSuchProject):
        appointments.book(order(f"{TUESDAY}T16:00", project="works"))


def test_the_buffer_after_a_meeting_is_kept(appointments: Appointments) -> None:
    first = appointments.book(order())
    with pytest.raises(Collision) as refused:
        appointments.book(order(f"{TUESDAY}T11:10", 30, clients=("C2",)))
    assert refused.value.taken is Taken.ADVISOR
    assert refused.value.other == first
    assert refused.value.free_from.text == f"{TUESDAY}T11:15"
    appointments.book(order(f"{TUESDAY}T11:15", 30, clients=("C2",)))


def test_a_client_and_a_room_collide_too(appointments: Appointments) -> None:
    appointments.book(order(room="R1"))
    with pytest.raises(Collision) as refused:
        appointments.book(order(advisor="A2"))
    assert (refused.value.taken, refused.value.name) == (Taken.CLIENT, "Anne C1")
    with pytest.raises(Collision) as refused:
        appointments.book(order(advisor="A2", clients=("C2",), room="R1"))
    assert (refused.value.taken, refused.value.name) == (Taken.ROOM, "Room R1")


def test_a_cancelled_time_is_free_again(appointments: Appointments) -> None:
    booked = appointments.book(order())
    assert appointments.cancel(booked.ref).status is AppointmentStatus.CANCELLED
    assert appointments.book(order()).ref != booked.ref


def answers(store: Store) -> list[tuple[object, ...]]:
    """Each answer with its client, whether it was taken back, and the appointments it led to."""
    with store.reading() as transaction:
        told = (
            select(
                suggestion_answer.c.answer,
                suggestion.c.client_id,
                suggestion_answer.c.withdrawn_on,
                appointment.c.ref,
            )
            .join(suggestion, suggestion.c.id == suggestion_answer.c.suggestion_id)
            .join(appointment, appointment.c.suggestion_id == suggestion.c.id)
        )
        return [tuple(row) for row in transaction.execute(told)]


def test_a_booking_answers_its_suggestion_until_it_is_cancelled(
    settled: Store, appointments: Appointments
) -> None:
    best = Suggesting(Desk(settled, lambda: NOW)).best_for("C1")
    ref = appointments.book(order(suggestion=best)).ref
    assert answers(settled) == [("booked", key("C1"), None, ref)]
    appointments.cancel(ref)
    assert answers(settled) == [("booked", key("C1"), NOW.date(), ref)]


def test_a_suggestion_whose_time_is_taken_is_not_answered(
    settled: Store, appointments: Appointments
) -> None:
    best = Suggesting(Desk(settled, lambda: NOW)).best_for("C1")
    appointments.book(order(clients=("C2",)))
    with pytest.raises(Collision):
        appointments.book(order(suggestion=best))
    assert answers(settled) == []


def test_nothing_is_suggested_for_a_client_whom_nobody_may_contact(settled: Store) -> None:
    with settled.writing() as transaction:
        add_client(transaction, "C9", "A1", "closed")
        facts.recompute(transaction, [key("C9")])
    suggesting = Suggesting(Desk(settled, lambda: NOW))
    with pytest.raises(NoSuchSuggestion):
        suggesting.best_for("C9")
    with pytest.raises(NoSuchClient):
        suggesting.best_for("C0")


def test_a_held_appointment_becomes_a_contact_and_owes_its_follow_up(
    settled: Store, appointments: Appointments
) -> None:
    ref = appointments.book(order(clients=("C1", "C2"))).ref
    after = later(settled, days=5, hours=2)
    assert after.hold(ref, note="Next: the dossier").status is AppointmentStatus.HELD
    with settled.reading() as transaction:
        met = select(touchpoint).order_by(touchpoint.c.client_id)
        rows = transaction.execute(met).all()
        assert [row.client_id for row in rows] == [key("C1"), key("C2")]
        assert {(row.on_day, row.at_time, row.minutes, row.counts_as) for row in rows} == {
            (date.fromisoformat(TUESDAY), "10:00", 60, "meeting")
        }
        owed = transaction.execute(select(follow_up)).one()
        # From Tuesday at 11 to Thursday at 11.
        assert (owed.kind, owed.due_wall, owed.sent_on) == ("summary", "2026-04-30T11:00", None)


def test_what_is_held_clears_the_flags_at_once_and_the_follow_up_falls_due(
    settled: Store, appointments: Appointments
) -> None:
    assert presence(settled, NOW) == (State.SILENT, [])
    ref = appointments.book(order("2026-04-24T10:00")).ref
    held_at = NOW + timedelta(days=1, hours=2)
    Appointments(Desk(settled, lambda: held_at)).hold(ref)
    assert presence(settled, held_at) == (State.MET, [])
    due = datetime(2026, 4, 28, 12, 0, tzinfo=NOW.tzinfo)  # Sunday is skipped
    assert presence(settled, due) == (State.MET, ["follow_up_due"])
    with pytest.raises(NothingOwed) as refused:
        appointments.follow_up_sent(appointments.book(order("2026-04-25T10:00")).ref)
    assert refused.value.sent_on is None
    assert presence(settled, due) == (State.MET, ["follow_up_due"])
    Appointments(Desk(settled, lambda: due)).follow_up_sent(ref)
    assert presence(settled, due) == (State.MET, [])
    with pytest.raises(NothingOwed) as refused:
        appointments.follow_up_sent(ref)
    assert refused.value.sent_on == due.date()


def presence(store: Store, now: datetime) -> tuple[State, list[str]]:
    """Client C1's state and flags, with the store moved on to the day."""
    with store.writing() as transaction:
        facts.advance(transaction, now.date())
        assert list(facts.differences(transaction)) == []
    (found,) = PresenceService(Desk(store, lambda: now)).flags(client="C1")
    return found.state, [told.flag.value for told in found.flags]


def test_only_who_was_present_was_met(settled: Store, appointments: Appointments) -> None:
    ref = appointments.book(order(clients=("C1", "C2"))).ref
    after = later(settled, days=6)
    with pytest.raises(NotInvited):
        after.hold(ref, present=["C3"])
    with pytest.raises(NobodyPresent):
        after.hold(ref, present=[])
    with pytest.raises(MinutesOutOfBounds):
        after.hold(ref, minutes=-1)
    after.hold(ref, minutes=25, present=["C2"])
    with settled.reading() as transaction:
        (row,) = transaction.execute(select(touchpoint)).all()
        assert (row.client_id, row.minutes) == (key("C2"), 25)


def test_what_has_not_begun_is_not_held(appointments: Appointments) -> None:
    ref = appointments.book(order()).ref
    with pytest.raises(NotYet):
        appointments.hold(ref)
    with pytest.raises(NotYet):
        appointments.miss(ref)


def test_an_appointment_is_held_once(settled: Store, appointments: Appointments) -> None:
    ref = appointments.book(order()).ref
    after = later(settled, days=6)
    after.hold(ref)
    steps: list[Callable[[str], Appointment]] = [after.hold, after.miss, after.cancel]
    for step in steps:
        with pytest.raises(WrongStep):
            step(ref)
    with settled.reading() as transaction:
        assert len(transaction.execute(select(touchpoint)).all()) == 1


def test_a_missed_appointment_is_no_contact(settled: Store, appointments: Appointments) -> None:
    ref = appointments.book(order()).ref
    assert later(settled, days=6).miss(ref).status is AppointmentStatus.MISSED
    with settled.reading() as transaction:
        assert transaction.execute(select(touchpoint)).all() == []


def test_confirming_what_is_confirmed_is_refused(appointments: Appointments) -> None:
    with pytest.raises(WrongStep):
        appointments.confirm(appointments.book(order()).ref)


def test_an_unknown_reference_is_refused(appointments: Appointments) -> None:
    for step in (appointments.find, appointments.cancel, appointments.follow_up_sent):
        with pytest.raises(NoSuchAppointment):
            step("RV0")


def test_everything_is_on_the_trail(settled: Store, appointments: Appointments) -> None:
    ref = appointments.book(order()).ref
    later(settled, days=6).hold(ref)
    with settled.reading() as transaction:
        entries = trail.read_entries(transaction, key("C1"), 10)
        assert trail.verify(transaction) is None
    assert [(entry.action, entry.subject) for entry in entries] == [
        ("appointment held", ref),
        ("appointment booked", ref),
    ]
