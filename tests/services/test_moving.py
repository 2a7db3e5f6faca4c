"""Moving appointments, proposals that run out, and cancellations with their reason."""

from datetime import datetime, timedelta

import pytest
from small_branch import NOW, key, settle
from sqlalchemy import select

from advisor_app.domain.appointments import Cancellation, Taken
from advisor_app.domain.booking_refusals import (
    ClosedThatDay,
    Collision,
    InThePast,
    LengthOutOfBounds,
    NoSuchRoom,
    NotToCome,
    WrongStep,
)
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.codes import AppointmentStatus, Party
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.papers import PaperKind, PaperOwner, PrintedPaper, Purpose
from advisor_app.i18n.deed_words import deed_words
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.daily_pass import begin_day
from advisor_app.services.desk import Desk
from advisor_app.services.moving import MoveOrder, Moves
from advisor_app.storage import facts, trail
from advisor_app.storage.documents import keep_document
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.store import Store

TUESDAY = "2026-04-28"


@pytest.fixture
def desk(store: Store) -> Desk:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return Desk(store, lambda: NOW)


def book(desk: Desk, clock: str = "10:00", client: str = "C1", **more: object) -> str:
    start = datetime.fromisoformat(f"{TUESDAY}T{clock}")
    order = BookingOrder((client,), start, 60, **more)  # type: ignore[arg-type]  # by name
    return Appointments(desk).book(order).ref


def move(ref: str, start: str, **more: object) -> MoveOrder:
    return MoveOrder(ref, datetime.fromisoformat(start), **more)  # type: ignore[arg-type]  # by name


def row(desk: Desk, ref: str) -> dict[str, object]:
    with desk.reading() as transaction:
        found = transaction.execute(select(appointment).where(appointment.c.ref == ref)).one()
        return dict(found._mapping)


def test_a_moved_appointment_keeps_its_length_and_frees_its_old_time(desk: Desk) -> None:
    ref = book(desk, room="R1")
    moved = Moves(desk).move(move(ref, f"{TUESDAY}T14:30"))

    assert (moved.before.start.text, moved.after.start.text) == (
        f"{TUESDAY}T10:00",
        f"{TUESDAY}T14:30",
    )
    assert moved.after.end.text == f"{TUESDAY}T15:30"
    assert (moved.after.room, moved.after.sequence) == ("R1", 1)
    assert row(desk, ref)["busy_until"] == moved.after.end.utc + 15 * 60
    book(desk, client="C2")


def test_it_may_move_within_its_own_time_and_to_another_room(desk: Desk) -> None:
    ref = book(desk, room="R1")
    moved = Moves(desk).move(move(ref, f"{TUESDAY}T10:30", minutes=30, room="R2"))

    assert (moved.after.end.text, moved.after.room) == (f"{TUESDAY}T11:00", "R2")


def test_it_cannot_move_onto_another_one(desk: Desk) -> None:
    book(desk, "14:00", "C2")
    ref = book(desk)
    with pytest.raises(Collision) as refused:
        Moves(desk).move(move(ref, f"{TUESDAY}T14:30"))

    assert (refused.value.taken, refused.value.other.start.clock.hour) == (Taken.ADVISOR, 14)
    assert row(desk, ref)["start_wall"] == f"{TUESDAY}T10:00"


REFUSALS: list[tuple[type[TeteATeteError], dict[str, object]]] = [
    (InThePast, {"start": "2026-04-22T10:00"}),
    (ClosedThatDay, {"start": "2026-05-01T10:00"}),
    (NoSuchRoom, {"start": f"{TUESDAY}T15:00", "room": "R9"}),
    (NoSuchAppointment, {"start": f"{TUESDAY}T15:00", "ref": "RV-0"}),
]


@pytest.mark.parametrize(("refusal", "wanted"), REFUSALS)
def test_what_booking_refuses_moving_refuses(
    desk: Desk, refusal: type[TeteATeteError], wanted: dict[str, object]
) -> None:
    wanted = {"ref": book(desk)} | wanted
    with pytest.raises(refusal):
        Moves(desk).move(move(str(wanted.pop("ref")), str(wanted.pop("start")), **wanted))


def test_what_is_over_cannot_move(desk: Desk) -> None:
    ref = book(desk)
    Appointments(desk).cancel(ref)
    with pytest.raises(NotToCome):
        Moves(desk).move(move(ref, f"{TUESDAY}T15:00"))


def test_papers_of_the_old_time_are_told(desk: Desk) -> None:
    ref = book(desk)
    owner = PaperOwner(PaperKind.SHEET, key("C1"), row(desk, ref)["id"], key("A1"))  # type: ignore[arg-type]  # a key
    with desk.writing() as transaction:
        branch = row(desk, ref)["branch_id"]
        paper = PrintedPaper(owner, "7F3K-2291", branch, Purpose.PREPARE_MEETING, 2)  # type: ignore[arg-type]  # a key
        keep_document(transaction, paper, NOW)

    assert Moves(desk).move(move(ref, f"{TUESDAY}T15:00")).papers == ("7F3K-2291",)


def test_a_proposal_holds_its_time_until_it_runs_out(desk: Desk) -> None:
    until = datetime.fromisoformat("2026-04-25T12:00")
    ref = book(desk, proposed_until=until)
    assert row(desk, ref)["status"] == "proposed"
    with pytest.raises(Collision):
        book(desk, client="C2")

    later = Desk(desk.store, lambda: NOW + timedelta(days=2, hours=2))
    assert row(later, book(later, client="C2"))["status"] == "confirmed"
    assert row(desk, ref)["status"] == "cancelled"
    with pytest.raises(WrongStep):
        Appointments(later).confirm(ref)


def test_a_confirmed_proposal_never_runs_out(desk: Desk) -> None:
    ref = book(desk, proposed_until=datetime.fromisoformat("2026-04-25T12:00"))
    Appointments(desk).confirm(ref)
    begin_day(Desk(desk.store, lambda: NOW + timedelta(days=3)))

    assert row(desk, ref)["status"] == "confirmed"


def test_the_daily_pass_gives_back_what_ran_out(desk: Desk) -> None:
    ref = book(desk, proposed_until=datetime.fromisoformat("2026-04-25T12:00"))
    begin_day(Desk(desk.store, lambda: NOW + timedelta(days=3)))

    assert (row(desk, ref)["status"], row(desk, ref)["cancelled_by"]) == ("cancelled", "bank")


def test_who_gave_it_up_and_why_is_kept_where_it_can_be_erased(desk: Desk) -> None:
    ref = book(desk)
    Appointments(desk).cancel(ref, Cancellation(Party.CLIENT, "Enfant malade"))

    kept = row(desk, ref)
    assert kept["cancelled_by"] == Party.CLIENT
    assert kept["cancelled_because"] == "Enfant malade"
    assert (kept["status"], kept["sequence"]) == (AppointmentStatus.CANCELLED, 1)
    with desk.reading() as transaction:
        newest = trail.read_entries(transaction, key("C1"), 1)[0]
    assert (newest.action, newest.subject, newest.why) == ("appointment cancelled", ref, None)


def test_every_step_of_an_appointment_is_told_in_words(desk: Desk) -> None:
    held = Appointments(desk)
    kept = book(desk, proposed_until=datetime.fromisoformat("2026-04-25T12:00"))
    held.confirm(kept)
    Moves(desk).move(move(kept, f"{TUESDAY}T14:30"))
    held.cancel(kept)
    book(desk, proposed_until=datetime.fromisoformat("2026-04-25T12:00"))
    begin_day(Desk(desk.store, lambda: NOW + timedelta(days=3)))

    with desk.reading() as transaction:
        told = {one.action for one in trail.read_entries(transaction, key("C1"), 100)}
    steps = {"booked", "confirmed", "moved", "cancelled"}
    assert told == {f"appointment {step}" for step in steps} | {"proposal expired"}
    assert told <= deed_words().keys()


def test_no_minutes_at_all_are_refused(desk: Desk) -> None:
    ref = book(desk)
    with pytest.raises(LengthOutOfBounds):
        Moves(desk).move(move(ref, f"{TUESDAY}T10:30", minutes=0))
