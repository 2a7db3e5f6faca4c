"""Appointments: wished for, written and moved, and the kinds of meeting that they are."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.codes import AppointmentStatus, Party, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Wish:
    """An appointment that somebody would like."""

    start: Moment
    end: Moment
    place: Place


class Taken(StrEnum):
    """Who or what cannot be in two places."""

    ADVISOR = "advisor"
    ROOM = "room"
    CLIENT = "client"


class ReminderWish(StrEnum):
    """What a client said of a reminder when the time was agreed."""

    CALL = "call"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked meeting; `clients` and `advisor` are references, the end is without buffers.

    `colleague` is the reference of the advisor who comes along.
    """

    ref: str
    clients: tuple[str, ...]
    advisor: str
    start: Moment
    end: Moment
    place: Place
    status: AppointmentStatus
    room: str | None = None
    sequence: int = 0
    colleague: str | None = None


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Who gave up an appointment, and why, in words."""

    by: Party
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An appointment as it was and is; `papers` are the codes of those printed for the old time."""

    before: Appointment
    after: Appointment
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment as it is written, by keys; busy times in seconds since 1970."""

    key: Key
    ref: str
    branch: Key
    advisor: Key
    clients: tuple[Key, ...]
    wished: Wish
    busy_from: int
    busy_until: int
    status: AppointmentStatus
    room: Key | None = None
    project: Key | None = None
    suggestion: Key | None = None
    expires: int | None = None
    reminder: ReminderWish | None = None
    colleague: Key | None = None


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A kind of meeting and the minutes that the advisor needs around it.

    `before` prepares it; `after` writes it up, and keeps it from running into the next one.
    """

    code: str
    minutes: int
    after: int
    travel: int = 0
    before: int = 0
