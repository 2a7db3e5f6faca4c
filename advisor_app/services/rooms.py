"""The rooms where an advisor can meet: which ones hold those who come, and which one they take."""

from dataclasses import replace

from advisor_app.domain.appointments import Booking
from advisor_app.domain.booking_refusals import Collision, NoSuchRoom
from advisor_app.domain.codes import Place
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.rooms import MeetingRoom, NoRoomFits, RoomNeed, check_room, holds
from advisor_app.services.desk import Desk
from advisor_app.storage.collisions import find_room_collision
from advisor_app.storage.rooms import list_rooms
from advisor_app.storage.store import Transaction


class Rooms:
    """Tells the rooms of a branch."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def here(self) -> tuple[MeetingRoom, ...]:
        """The rooms of the branch of the advisor who works here, by name; none without a branch."""
        advisor = self._desk.advisor
        if advisor is None:
            return ()
        with self._desk.reading() as transaction:
            return _rooms_of(transaction, advisor)


def room_named(
    transaction: Transaction, advisor: Advisor, ref: str | None, need: RoomNeed
) -> Key | None:
    """The room of a reference in the advisor's branch; NoSuchRoom, RoomTooSmall or RoomHasSteps."""
    if ref is None:
        return None
    found = next((one for one in _rooms_of(transaction, advisor) if one.ref == ref), None)
    if found is None:
        raise NoSuchRoom(ref)
    check_room(found, need)
    return found.key


def rooms_to_try(
    transaction: Transaction, advisor: Advisor, ref: str | None, place: Place, need: RoomNeed
) -> tuple[Key | None, ...]:
    """The room that is named; else, where steps keep somebody out, each that has none; else no room.

    The smallest comes first. Raises as `room_named`, and NoRoomFits.
    """
    if ref is not None or place is not Place.BRANCH or not need.step_free:
        return (room_named(transaction, advisor, ref, need),)
    fitting = [one for one in _rooms_of(transaction, advisor) if holds(one, need)]
    if not fitting:
        raise NoRoomFits(need.people)
    fitting.sort(key=lambda one: (one.seats is None, one.seats or 0))
    return tuple(one.key for one in fitting)


def in_a_free_room(
    transaction: Transaction, booked: Booking, rooms: tuple[Key | None, ...]
) -> Booking:
    """The booking in the first of the rooms that is free then.

    The only one is left to the database to refuse; of several the last one's Collision is raised.
    """
    if len(rooms) == 1:
        return replace(booked, room=rooms[0])
    taken: Collision | None = None
    for room in rooms:
        placed = replace(booked, room=room)
        taken = find_room_collision(transaction, placed)
        if taken is None:
            return placed
    raise taken or NoRoomFits(len(booked.clients))


def _rooms_of(transaction: Transaction, advisor: Advisor) -> tuple[MeetingRoom, ...]:
    if advisor.branch is None:
        return ()
    return list_rooms(transaction, advisor.branch)
