"""The advisor's calendar on a server: both ways, and what nobody but the advisor can decide.

A change there of one of our appointments concerns a client, so it is never taken over by itself:
both sides are kept until the advisor chooses.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.moments import Moment


class WhyUnreachable(StrEnum):
    """Why the server could not be asked."""

    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    ELSEWHERE = "elsewhere"
    NO_CALENDAR = "no_calendar"


@dataclass(eq=False)
class CalendarUnreachable(BadInput):
    """The server cannot be asked now; what waits to be sent goes on waiting."""

    why: WhyUnreachable


@dataclass(eq=False)
class CalendarRefused(Refused):
    """The server refuses the account or its password."""

    account: str


@dataclass(eq=False)
class NotOverHttps(BadInput):
    """A password is sent over https only."""

    address: str


@dataclass(eq=False)
class NoCalendarAccount(Refused):
    """No calendar on a server is connected."""


@dataclass(eq=False)
class NoCalendarPassword(Refused):
    """The account's password is not known here: no keyring keeps it."""


@dataclass(eq=False)
class NoSuchConflict(Refused):
    """Nothing waits for a choice about this appointment."""

    ref: str


@dataclass(eq=False)
class ChoiceSinceSent(Refused):
    """The advisor's calendar was brought up to date with a choice, which so cannot be undone."""

    ref: str


@dataclass(frozen=True, slots=True)
class CalendarAccount:
    """Where the advisor's calendar is; `token` says up to where it was read."""

    address: str
    account: str
    calendar: str
    token: str


@dataclass(frozen=True, slots=True)
class FoundCalendar:
    """A calendar of an account on a server: where it is, and what its owner calls it."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoteEntry:
    """An entry of the calendar there."""

    href: str
    etag: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RemoteChanges:
    """What changed there; `whole` if these are all entries that there are."""

    token: str
    entries: tuple[RemoteEntry, ...]
    gone: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class TheirSide:
    """An appointment as it stands there now, in seconds since 1970; gone without a start."""

    etag: str
    start: int | None = None
    end: int | None = None

    @property
    def gone(self) -> bool:
        """Whether it was removed or called off there."""
        return self.start is None or self.end is None


@dataclass(frozen=True, slots=True)
class SyncConflict:
    """One appointment as it is here and as it is there, side by side; `people` are invited."""

    mine: Appointment
    their_start: Moment | None
    their_end: Moment | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarStanding:
    """How an account stands: when it was last read, how much waits to be sent, what to choose."""

    account: CalendarAccount
    read_at: datetime | None
    waiting: int
    conflicts: tuple[SyncConflict, ...]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a synchronisation did; `waiting` appointments could not be sent."""

    sent: int
    removed: int
    read: int
    conflicts: int
    waiting: int
    reached: bool
