"""A room takes no more people than it seats, and nobody is sent up steps whom they keep out."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from small_branch import NOW, key, settle
from sqlalchemy import insert, select, update

from advisor_app.domain.appointments import Appointment, Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import Place
from advisor_app.domain.moments import FIRST
from advisor_app.domain.rooms import NoRoomFits, RoomHasSteps, RoomTooSmall
from advisor_app.domain.series import rhythm
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.moving import MoveOrder, Moves
from advisor_app.services.series import SeriesBooking
from advisor_app.services.slots import SlotFinder, SlotQuestion
from advisor_app.storage import facts
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import room
from advisor_app.storage.store import Store

TUESDAY = date(2026, 4, 28)
TEN = datetime.fromisoformat("2026-04-28T10:00")
BOTH = ("C1", "C2")
ASKED = SlotQuestion(BOTH, 60, advisors=("A1",), since=TUESDAY, weeks=1)


@pytest.fixture
def desk(store: Store) -> Desk:
    """R1 seats two, R2 four and is reached without steps; R3 likewise seats three."""
    with store.writing() as transaction:
        settle(transaction)
        for ref, seats, step_free in (("R1", 2, False), ("R2", 4, True)):
            told = update(room).where(room.c.ref == ref)
            transaction.execute(told.values(seats=seats, step_free=step_free))
        third = {"id": key("R3"), "ref": "R3", "branch_id": key("branch"), "name": "Room R3"}
        transaction.execute(insert(room).values(**third, seats=3, step_free=True))
        facts.recompute(transaction, None)
    return Desk(store, lambda: NOW)


def book(desk: Desk, *clients: str, start: datetime = TEN, **more: object) -> Appointment:
    order = BookingOrder(clients, start, 60, advisor="A1")
    return Appointments(desk).book(replace(order, **more))  # type: ignore[arg-type]  # by name


def starts(desk: Desk, question: SlotQuestion) -> list[str]:
    found = SlotFinder(desk).find(question)
    (free,) = (one for one in found.days if one.day == TUESDAY)
    return [start.clock.isoformat("minutes") for start in free.starts]


def count(desk: Desk) -> int:
    with desk.reading() as transaction:
        return len(transaction.execute(select(appointment.c.id)).all())


def test_two_clients_and_an_advisor_do_not_fit_where_two_sit(desk: Desk) -> None:
    with pytest.raises(RoomTooSmall) as told:
        book(desk, *BOTH, room="R1")
    assert (told.value.name, told.value.seats, told.value.people) == ("Room R1", 2, 3)
    assert count(desk) == 0
    assert book(desk, "C1", room="R1").room == "R1"


def test_a_client_who_is_named_twice_sits_once(desk: Desk) -> None:
    assert book(desk, "C1", "C1", room="R1").room == "R1"


def test_who_comes_along_needs_a_seat_too(desk: Desk) -> None:
    with pytest.raises(RoomTooSmall):
        book(desk, "C1", room="R1", colleague="A2")
    booked = book(desk, "C1", room="R1")
    with pytest.raises(RoomTooSmall):
        Moves(desk).come_along(booked.ref, "A2")
    assert Appointments(desk).find(booked.ref).colleague is None


def test_no_meeting_moves_to_where_it_has_no_seats(desk: Desk) -> None:
    ref = book(desk, *BOTH, room="R3").ref
    later = TEN.replace(hour=15)
    with pytest.raises(RoomTooSmall):
        Moves(desk).move(MoveOrder(ref, later, room="R1"))
    assert Moves(desk).move(MoveOrder(ref, later, room="R2")).after.room == "R2"


def test_a_series_says_of_each_date_that_the_room_is_too_small(desk: Desk) -> None:
    order = BookingOrder(BOTH, TEN, 60, advisor="A1", room="R1")
    dates = SeriesBooking(desk).check(order, rhythm("1w"), 3)
    assert [type(one.why_not) for one in dates] == [RoomTooSmall] * 3


def test_no_time_is_offered_in_a_room_that_is_too_small_or_up_steps(desk: Desk) -> None:
    with pytest.raises(RoomTooSmall):
        starts(desk, replace(ASKED, room="R1"))
    with pytest.raises(RoomTooSmall):
        starts(desk, replace(ASKED, advisors=("A1", "A2"), room="R3"))
    with pytest.raises(RoomHasSteps):
        starts(desk, replace(ASKED, clients=("C1",), room="R1", step_free=True))
    assert starts(desk, replace(ASKED, room="R3", step_free=True))


def test_the_smallest_free_room_without_steps_is_taken(desk: Desk) -> None:
    assert book(desk, "C1", step_free=True).room == "R3"
    second = BookingOrder(("C2",), TEN, 60, advisor="A2", step_free=True)
    assert Appointments(desk).book(second).room == "R2"
    with pytest.raises(Collision) as told:
        Appointments(desk).book(replace(second, clients=("C3",), advisor="A1"))
    assert told.value.taken is Taken.ROOM


def test_times_are_offered_while_one_room_without_steps_is_free(desk: Desk) -> None:
    asked = replace(ASKED, clients=("C3",), advisors=("A2",))
    plain, without_steps = starts(desk, asked), starts(desk, replace(asked, step_free=True))
    assert "10:00" in without_steps
    assert without_steps == plain

    book(desk, "C1", step_free=True)
    assert starts(desk, replace(asked, step_free=True)) == plain
    with desk.writing() as transaction:
        transaction.execute(update(room).where(room.c.ref == "R2").values(step_free=False))
    left = starts(desk, replace(asked, step_free=True))
    assert starts(desk, asked) == plain
    assert "10:00" in plain
    assert "10:00" not in left
    assert "15:00" in left


def test_where_no_room_holds_them_it_is_said(desk: Desk) -> None:
    with desk.writing() as transaction:
        transaction.execute(update(room).where(room.c.ref == "R2").values(step_free=False))
    with pytest.raises(NoRoomFits) as told:
        starts(desk, replace(ASKED, clients=("C1", "C2", "C3"), step_free=True))
    assert told.value.people == 4
    with pytest.raises(NoRoomFits):
        book(desk, *BOTH, colleague="A2", step_free=True)
    assert count(desk) == 0


def test_elsewhere_than_at_the_branch_no_room_is_sought(desk: Desk) -> None:
    booked = book(desk, "C1", place=Place.VIDEO, step_free=True, fold=FIRST)
    assert booked.room is None


def test_a_room_whose_seats_nobody_counted_holds_everybody(desk: Desk) -> None:
    with desk.writing() as transaction:
        transaction.execute(update(room).where(room.c.ref == "R1").values(seats=None))
    assert book(desk, "C1", "C2", "C3", room="R1", colleague="A2").room == "R1"
