"""An advisor's own calendar as the program sees it: when he is busy, never why.

Past meetings with clients, found in it by their e-mail addresses, wait until the advisor says of
each whether it took place. Stretches are in seconds since 1970.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.moments import Moment
from advisor_app.domain.stretches import Stretch

# What the program itself writes into calendars bears this at the end of its UID.
OWN_UID = "@tete-a-tete"


class WhyNotRead(StrEnum):
    """Why a calendar is refused; the facts named in each comment go with it."""

    MISSING = "missing"
    NO_PERMISSION = "no_permission"
    NOTHING_TO_READ = "nothing_to_read"
    TOO_MANY_FILES = "too_many_files"  # limit
    TOO_LARGE = "too_large"  # limit, in megabytes
    NOT_A_CALENDAR = "not_a_calendar"
    TOO_MANY_EVENTS = "too_many_events"  # limit
    TOO_MANY_TIMES = "too_many_times"  # limit
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"


@dataclass(eq=False)
class UnreadableCalendar(BadInput):
    """A calendar's file, or what should be one, cannot be used; nothing of it was kept."""

    file: str
    why: WhyNotRead
    facts: Mapping[str, int] = field(default_factory=dict)


@dataclass(eq=False)
class BusyElsewhere(Refused):
    """The advisor is busy then in the own calendar; `own` if it is who works here."""

    name: str
    own: bool
    start: Moment
    end: Moment


@dataclass(eq=False)
class NoSuchBusySource(Refused):
    """No calendar was read under this name."""

    name: str


@dataclass(eq=False)
class NoSuchFoundMeeting(Refused):
    """No meeting of this reference waits for an answer."""

    ref: str


@dataclass(eq=False)
class CorrectedSince(Refused):
    """The contact that a meeting became was corrected since, and stays."""

    ref: str


@dataclass(frozen=True, slots=True)
class CalendarScope:
    """What of a calendar is looked at, in seconds since 1970.

    Busy time from `since` until `until`; meetings from `met_since` until `now`. `zone` is that of
    floating times and whole days; `address` the advisor's own, in small letters.
    """

    zone: str
    since: int
    until: int
    met_since: int
    now: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class PastMeeting:
    """A meeting of the past with somebody, by addresses in small letters.

    `mark` is the same whenever the calendar is read again, and reveals nothing.
    """

    mark: str
    start: int
    minutes: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An appointment of the program's own that came back; without times it was called off."""

    uid: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What one file says: how many events, and how many of them nobody could make sense of."""

    file: str
    busy: tuple[Stretch, ...]
    meetings: tuple[PastMeeting, ...]
    events: int
    left_out: int
    own: tuple[OwnEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class BusySource:
    """A calendar that was read: its name, when, and how many busy stretches are to come."""

    name: str
    read_at: datetime
    to_come: int


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting that waits for the advisor's word."""

    ref: str
    client: str
    client_name: str
    start: Moment
    minutes: int


@dataclass(frozen=True, slots=True)
class CalendarKept:
    """What became of a calendar: `refused` are the files that were not read."""

    name: str
    files: int
    events: int
    left_out: int
    busy: int
    meetings: tuple[FoundMeeting, ...]
    refused: tuple[UnreadableCalendar, ...] = ()


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time in as few stretches as can be, in order; what touches is joined."""
    found: list[Stretch] = []
    for one in sorted(one for one in stretches if one.start < one.end):
        if found and one.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)
