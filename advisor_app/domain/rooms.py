"""Whom a room holds, and who gets into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class RoomNeed:
    """How many meet, advisors counted, and whether one of them cannot climb steps.

    That is said of a meeting and kept with nobody: it may tell of a person's health.
    """

    people: int
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class MeetingRoom:
    """A room to meet in; `seats` None where nobody counted, and then it holds everybody."""

    key: Key
    ref: str
    name: str
    seats: int | None = None
    step_free: bool = False


@dataclass(eq=False)
class RoomTooSmall(Refused):
    """More people meet than sit in the room."""

    name: str
    seats: int
    people: int


@dataclass(eq=False)
class RoomHasSteps(Refused):
    """One of those who meet cannot get into the room."""

    name: str


@dataclass(eq=False)
class NoRoomFits(Refused):
    """No room of the branch holds those who meet, and is reached without steps."""

    people: int


def check_room(room: MeetingRoom, need: RoomNeed) -> None:
    """Raise what keeps people from meeting in a room: RoomTooSmall or RoomHasSteps."""
    if room.seats is not None and room.seats < need.people:
        raise RoomTooSmall(room.name, room.seats, need.people)
    if need.step_free and not room.step_free:
        raise RoomHasSteps(room.name)


def holds(room: MeetingRoom, need: RoomNeed) -> bool:
    """Whether these people can meet in a room."""
    try:
        check_room(room, need)
    except (RoomTooSmall, RoomHasSteps):
        return False
    return True


def free_in_any(
    by_room: Sequence[Mapping[date, tuple[Moment, ...]]],
) -> Mapping[date, tuple[Moment, ...]]:
    """When one of several rooms at least is free, of what `free_days` found with each of them."""
    if len(by_room) == 1:
        return by_room[0]
    return {
        day: tuple(sorted({one for room in by_room for one in room[day]}, key=lambda one: one.utc))
        for day in by_room[0]
    }
