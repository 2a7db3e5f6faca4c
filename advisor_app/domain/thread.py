"""The thread of a relation ("le fil"): what one drawing shows, on the screen and on paper.

`ThreadData` holds everything known, oldest first, and never what lies after `today` except the
appointment ahead and the targets of projects. The functions below it say what a drawing needs and
the data does not state: changes of advisor, the time without a meeting, a shorter window.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from advisor_app.domain.codes import Introduction, ProjectStatus
from advisor_app.domain.months import plus_months
from advisor_app.domain.partial_date import PartialDate

# A silence is only worth a word in the drawing from this many whole months on.
GAP_MONTHS = 12


class MarkKind(StrEnum):
    """What a mark on the line was: a meeting in person (disc), or a talk from afar (ring)."""

    MEETING = "meeting"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class ThreadPeriod:
    """One advisor's time; both ends included, `until_day` None while it is open.

    `advisor` is the name to show, `is_reader` whether it is the person who reads ("Vous").
    `introduction` says how far advisor and client had got by the end of it, or by `today`.
    """

    advisor: str
    from_day: date
    until_day: date | None = None
    is_reader: bool = False
    introduction: Introduction = Introduction.UNANNOUNCED

    @property
    def last_day(self) -> date:
        """The last day; the end of days while it is open."""
        return self.until_day or date.max


@dataclass(frozen=True, slots=True)
class ThreadMark:
    """A meeting or a talk; `label` is its subject, as noted, or None."""

    day: date
    kind: MarkKind
    label: str | None = None


@dataclass(frozen=True, slots=True)
class ThreadMonth:
    """Log-ins, messages and online operations of the month that begins on this day, added up."""

    first_day: date
    count: int


@dataclass(frozen=True, slots=True)
class ThreadProject:
    """A life project: its code in the playbooks, where it stands, and when it is for.

    `when` is the target, or the day it was noted where there is no target.
    """

    code: str
    status: ProjectStatus
    when: PartialDate


@dataclass(frozen=True, slots=True)
class ThreadAppointment:
    """The next booked meeting, in wall time."""

    start: datetime


@dataclass(frozen=True, slots=True)
class ThreadData:
    """A relation from its first known day to `today`, every list oldest first."""

    from_day: date
    today: date
    periods: tuple[ThreadPeriod, ...] = ()
    marks: tuple[ThreadMark, ...] = ()
    months: tuple[ThreadMonth, ...] = ()
    projects: tuple[ThreadProject, ...] = ()
    appointment: ThreadAppointment | None = None


@dataclass(frozen=True, slots=True)
class View:
    """The stretch of time that a drawing shows, both days included."""

    from_day: date
    until_day: date

    def holds(self, day: date) -> bool:
        """Whether a day lies within."""
        return self.from_day <= day <= self.until_day

    def meets(self, first: date, last: date) -> bool:
        """Whether a time that lasts from a day to another has part in it."""
        return first <= self.until_day and last >= self.from_day


def view_of(thread: ThreadData, years: int | None, until_day: date) -> View:
    """Some years that end on a day, kept between the thread's first day and today; None is all."""
    if years is None:
        return View(thread.from_day, thread.today)
    span = 12 * years
    first = plus_months(thread.from_day, span)
    until = min(max(until_day, min(first, thread.today)), thread.today)
    return View(plus_months(until, -span), until)


@dataclass(frozen=True, slots=True)
class ThreadChange:
    """A change of advisor on the first day of the new one; `introduced` whether they have met."""

    day: date
    advisor: str
    is_reader: bool
    introduced: bool


@dataclass(frozen=True, slots=True)
class ThreadGap:
    """The time since the last meeting, in whole months; `until_day` is today."""

    from_day: date
    until_day: date
    months: int


def changes(thread: ThreadData) -> tuple[ThreadChange, ...]:
    """Every change of advisor that the drawing's window holds; the first advisor is none."""
    return tuple(
        ThreadChange(later.from_day, later.advisor, later.is_reader, _introduced(later))
        for earlier, later in zip(thread.periods, thread.periods[1:], strict=False)
        if later.advisor != earlier.advisor and later.from_day > thread.from_day
    )


def _introduced(period: ThreadPeriod) -> bool:
    return period.introduction in {Introduction.PRESENTED, Introduction.ACQUAINTED}


def last_meeting(thread: ThreadData) -> ThreadMark | None:
    """The latest meeting in person, or None."""
    meetings = [mark for mark in thread.marks if mark.kind is MarkKind.MEETING]
    return meetings[-1] if meetings else None


def relation_began(thread: ThreadData) -> date:
    """The day from which the client was served; nobody could be met before it."""
    return max(
        min((one.from_day for one in thread.periods), default=thread.from_day), thread.from_day
    )


def gap(thread: ThreadData, at_least: int = GAP_MONTHS) -> ThreadGap | None:
    """The months without a meeting up to today, or None where they are fewer than `at_least`.

    Without any meeting there is no gap to draw: the whole line is dashed.
    """
    last = last_meeting(thread)
    if last is None:
        return None
    months = whole_months(last.day, thread.today)
    return ThreadGap(last.day, thread.today, months) if months >= at_least else None


def whole_months(earlier: date, later: date) -> int:
    """Calendar months completed between two days, never below zero."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    if months > 0 and plus_months(earlier, months) > later:
        months -= 1
    return max(months, 0)


def since(thread: ThreadData, from_day: date) -> ThreadData:
    """The same thread, from a later first day on; what was over by then is left out."""
    if from_day <= thread.from_day:
        return thread
    return replace(
        thread,
        from_day=from_day,
        periods=tuple(p for p in thread.periods if p.until_day is None or p.until_day >= from_day),
        marks=tuple(mark for mark in thread.marks if mark.day >= from_day),
        months=tuple(m for m in thread.months if m.first_day >= from_day.replace(day=1)),
        projects=tuple(p for p in thread.projects if p.when.last_day >= from_day),
    )
