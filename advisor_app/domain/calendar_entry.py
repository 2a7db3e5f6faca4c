"""An appointment as other calendars may see it: when and where, never why."""

from dataclasses import dataclass

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody with an address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One appointment for a calendar; `remind_minutes` before it begins the advisor gets ready.

    `uid` stays the same for ever, `sequence` grows with each change (RFC 5545, 3.8.4.7 and
    3.8.7.4). `location` is the branch's address; a client's home is told to no calendar.
    """

    uid: str
    sequence: int
    start: Moment
    end: Moment
    status: AppointmentStatus
    remind_minutes: int
    location: str | None = None
    organizer: Addressee | None = None
    invited: tuple[Addressee, ...] = ()
