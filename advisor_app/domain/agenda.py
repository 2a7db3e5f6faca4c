"""A week as it hangs on a wall: hours, closed days, meetings, and the time kept around them.

Times of the day are minutes since midnight on the wall of the branch. Sources: DOMAIN.md section
10 (preparation, wrap-up, travel), DESIGN.md section 8 (how wide a closed day is).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.moments import Moment, moment_of
from advisor_app.domain.opening import Closed, Span
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.stretches import Stretch as Instants
from advisor_app.domain.today import DayAppointment

DAY_MINUTES = 24 * 60
# What shows where nobody works and nothing is planned.
_USUAL = (9 * 60, 18 * 60)
_SATURDAYS_END = 6
# A letter goes and comes back within a week.
_HOLD_DAYS, _EVENING = 7, time(18)
TO_COME = frozenset({AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED})


class WhyKept(StrEnum):
    """What the time before or after a meeting is kept for."""

    PREPARATION = "preparation"
    TRAVEL = "travel"
    WRAP_UP = "wrap_up"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one minute of the day to another, the end not included."""

    start: int
    end: int

    def holds(self, minute: int) -> bool:
        """Whether a minute lies within."""
        return self.start <= minute < self.end

    def overlaps(self, other: "Stretch") -> bool:
        """Whether both share time."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class KeptTime:
    """Time that belongs to a meeting without being it; `ref` is the meeting's."""

    why: WhyKept
    when: Stretch
    ref: str


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting on the wall: `when` ends with its day, should it go on past midnight.

    `held_until` is when a proposal gives its time back; `owes_outcome` where it is over and nobody
    told how it went.
    """

    visit: DayAppointment
    when: Stretch
    held_until: Moment | None = None
    owes_outcome: bool = False

    @property
    def to_come(self) -> bool:
        """Whether the advisor can still move it, confirm it or give it up: only his own."""
        return self.visit.host is None and self.visit.status in TO_COME


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day: its hours, or why it is closed, and what is planned.

    `busy` is what the advisor's other calendars hold, without its content.
    """

    day: date
    spans: tuple[Span, ...] = ()
    closed: Closed | None = None
    meetings: tuple[PlannedMeeting, ...] = ()
    kept: tuple[KeptTime, ...] = ()
    busy: tuple[Stretch, ...] = ()

    def is_open(self, minute: int) -> bool:
        """Whether the advisor works at a minute of the day."""
        return any(minutes_of(one.start) <= minute < minutes_of(one.end) for one in self.spans)

    def at(self, minutes: Stretch) -> tuple[PlannedMeeting, ...]:
        """The meetings that share time with a stretch of the day."""
        return tuple(one for one in self.meetings if one.when.overlaps(minutes))


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Days in order; `now` is the wall time of the branch, `hours` what the grid shows."""

    days: tuple[DayPlan, ...]
    now: datetime
    hours: Stretch

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0].day

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[-1].day

    def find(self, ref: str) -> PlannedMeeting | None:
        """The meeting of a reference."""
        every = (one for day in self.days for one in day.meetings)
        return next((one for one in every if one.visit.ref == ref), None)


@dataclass(frozen=True, slots=True)
class Depends:
    """What was made for the time that an appointment has, and is wrong once it moves."""

    papers: tuple[PaperKind, ...]
    invited: bool

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.papers) or self.invited


def minutes_of(clock: time) -> int:
    """Minutes since midnight."""
    return clock.hour * 60 + clock.minute


def wall_at(day: date, minute: int) -> datetime:
    """The wall time of a minute of a day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def on_the_day(visit: DayAppointment) -> Stretch:
    """When a meeting lies on the day of its start."""
    start = minutes_of(visit.start.time())
    ends = minutes_of(visit.end.time()) if visit.end.date() == visit.start.date() else DAY_MINUTES
    return Stretch(start, max(ends, start + 1))


def kept_around(ref: str, when: Stretch, kind: MeetingKind) -> tuple[KeptTime, ...]:
    """What a meeting keeps free: preparing, the way there; the way back, writing it up."""
    there, back = when.start - kind.travel, when.end + kind.travel
    every = (
        (WhyKept.PREPARATION, Stretch(max(there - kind.before, 0), max(there, 0))),
        (WhyKept.TRAVEL, Stretch(max(there, 0), when.start)),
        (WhyKept.TRAVEL, Stretch(when.end, min(back, DAY_MINUTES))),
        (WhyKept.WRAP_UP, Stretch(min(back, DAY_MINUTES), min(back + kind.after, DAY_MINUTES))),
    )
    return tuple(KeptTime(why, span, ref) for why, span in every if span.start < span.end)


def busy_on(day: date, busy: Iterable[Instants], zone: str) -> tuple[Stretch, ...]:
    """When an advisor is busy on a day of the wall, in order; what touches is one."""
    found: list[Stretch] = []
    for one in sorted(busy):
        start = _minute_of(day, moment_of(one.start, zone).wall)
        end = _minute_of(day, moment_of(one.end, zone).wall)
        if start >= end:
            continue
        if found and start <= found[-1].end:
            start, end = found[-1].start, max(end, found.pop().end)
        found.append(Stretch(start, end))
    return tuple(found)


def _minute_of(day: date, wall: datetime) -> int:
    """The minute of a day that a wall time is, or the end of the day that it lies beyond."""
    past = wall - datetime.combine(day, time())
    return min(max(int(past.total_seconds()) // 60, 0), DAY_MINUTES)


def shown_days(days: Iterable[DayPlan]) -> tuple[DayPlan, ...]:
    """The days that a week shows: a Sunday only where something is on it."""
    return tuple(
        one
        for one in days
        if one.day.isoweekday() <= _SATURDAYS_END or one.meetings or one.busy or one.spans
    )


def shown_hours(days: Iterable[DayPlan]) -> Stretch:
    """Whole hours that hold every opening hour and every meeting of the days."""
    starts, ends = [], []
    for one in days:
        starts += [minutes_of(span.start) for span in one.spans]
        ends += [minutes_of(span.end) for span in one.spans]
        starts += [meeting.when.start for meeting in one.meetings]
        ends += [meeting.when.end for meeting in one.meetings]
    first, last = min(starts, default=_USUAL[0]), max(ends, default=_USUAL[1])
    return Stretch(first // 60 * 60, min(-(-last // 60) * 60, DAY_MINUTES))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def hold_until(today: date, start: datetime) -> datetime:
    """Until when a proposal of today holds its time: a week, and never past its beginning."""
    return min(datetime.combine(today + timedelta(days=_HOLD_DAYS), _EVENING), start)
