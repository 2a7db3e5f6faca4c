"""A time that was said: the clock on the wall, its zone, the instant, and which of two.

The only place that turns wall times into instants. In the night when summer time begins an hour of
wall time does not exist: it is refused. When it ends an hour comes twice: the first is meant unless
the second is asked for, and `comes_twice` lets whoever shows the moment say so.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from advisor_app.domain.errors import BadInput, Refused

FIRST, SECOND = 0, 1
# Far enough for every life and contract, and well inside what a datetime can hold in any zone.
EARLIEST_YEAR, LATEST_YEAR = 1800, 2999


@dataclass(eq=False)
class NotAMoment(BadInput):
    """The text is no date and time such as 2027-04-13T10:00."""

    text: str


@dataclass(eq=False)
class UnknownZone(BadInput):
    """No zone has this name in the IANA table."""

    zone: str


@dataclass(eq=False)
class GapOfSummerTime(Refused):
    """The clocks jump over this wall time; `instead` is the same instant once they have jumped."""

    wall: datetime
    zone: str
    instead: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant as it was said; made by the functions of this module, never by hand.

    `wall` is naive and in whole minutes; `utc` counts seconds since 1970; `fold` is `SECOND` only
    for the second of two equal wall times. Compare moments by `utc`.
    """

    wall: datetime
    zone: str
    utc: int
    fold: int = FIRST

    @property
    def day(self) -> date:
        """The day on the wall."""
        return self.wall.date()

    @property
    def clock(self) -> time:
        """The time of day on the wall."""
        return self.wall.time()

    @property
    def text(self) -> str:
        """The wall time as stores and files have it: 2027-04-13T10:00."""
        return wall_text(self.wall)

    @property
    def comes_twice(self) -> bool:
        """Whether the wall shows this time twice that night, so that one was chosen."""
        return _seconds(self.wall, self.zone, FIRST) != _seconds(self.wall, self.zone, SECOND)


def moment_at(wall: datetime, zone: str, fold: int = FIRST) -> Moment:
    """The moment of a wall time in whole minutes.

    Raises GapOfSummerTime where that time does not exist, UnknownZone, or NotAMoment outside the
    years 1800 to 2999. `fold` is dropped where the time comes once.
    """
    if not EARLIEST_YEAR <= wall.year <= LATEST_YEAR:
        raise NotAMoment(wall_text(wall))
    wall = wall.replace(tzinfo=None, fold=FIRST, second=0, microsecond=0)
    seconds = _seconds(wall, zone, fold)
    shown = _shown(seconds, zone)
    if shown.replace(fold=FIRST) != wall:
        raise GapOfSummerTime(wall, zone, _shown(_seconds(wall, zone, FIRST), zone))
    return Moment(wall, zone, seconds, shown.fold)


def moment_of(seconds: int, zone: str) -> Moment:
    """The moment of an instant, in seconds since 1970, on the wall of a zone.

    Seconds within the minute are dropped.
    """
    shown = _shown(seconds, zone)
    rest = shown.second
    return Moment(shown.replace(second=0, fold=FIRST), zone, seconds - rest, shown.fold)


def parse_moment(text: str, zone: str, fold: int = FIRST) -> Moment:
    """Read 2027-04-13T10:00, as `moment_at`; NotAMoment for anything else."""
    return moment_at(parse_wall(text), zone, fold)


def parse_wall(text: str) -> datetime:
    """Read a wall time in whole minutes; NotAMoment for anything else, an offset included."""
    try:
        wall = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NotAMoment(text) from None
    has_time = ":" in text
    if not has_time or wall.tzinfo is not None or wall.second or wall.microsecond:
        raise NotAMoment(text)
    return wall


def kept_moment(wall: str, zone: str, utc: int, fold: int) -> Moment:
    """A moment as a store keeps it: the instant stays, should the zone's rules change."""
    return Moment(datetime.fromisoformat(wall), zone, utc, fold)


def after_minutes(moment: Moment, minutes: int) -> Moment:
    """The moment when so many minutes have gone by, whatever the clocks did meanwhile."""
    return moment_of(moment.utc + minutes * 60, moment.zone)


def minutes_between(earlier: Moment, later: Moment) -> int:
    """How many minutes go by."""
    return (later.utc - earlier.utc) // 60


def start_of_day(day: date, zone: str) -> Moment:
    """The first moment of a day; a zone may begin summer time at midnight."""
    wall = datetime.combine(day, time())
    try:
        return moment_at(wall, zone)
    except GapOfSummerTime as gap:
        return first_moment_after(gap)


def first_moment_after(gap: GapOfSummerTime) -> Moment:
    """Where the jump over a wall time ends: the first moment when the clock shows it or later."""
    before = _seconds(gap.wall, gap.zone, FIRST)
    jump = int((gap.instead - gap.wall).total_seconds())
    earliest = next(
        second
        for second in range(before - jump, before + 60, 60)
        if _shown(second, gap.zone) >= gap.wall
    )
    return moment_of(earliest, gap.zone)


def wall_text(wall: datetime) -> str:
    """A wall time as stores and files have it."""
    return wall.isoformat(timespec="minutes")[:16]


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; UnknownZone where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(name) from None


def _seconds(wall: datetime, zone: str, fold: int) -> int:
    aware = wall.replace(tzinfo=zone_of(zone), fold=fold)
    return int((aware - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


def _shown(seconds: int, zone: str) -> datetime:
    utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return utc.astimezone(zone_of(zone)).replace(tzinfo=None)
