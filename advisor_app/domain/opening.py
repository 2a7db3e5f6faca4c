"""When an advisor may be met on a day, and why not.

The hours are the advisor's own, else those of the branch, else the first of the country; minus
holidays and the closing days of the branch and the advisor. Sundays have no hours of their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

from advisor_app.domain.local_text import LocalText

SUNDAY = 7


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hours on the wall, the end not included; never across midnight."""

    start: time
    end: time


# By ISO weekday, Monday is 1; a day that is missing has no hours.
Week: TypeAlias = Mapping[int, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class ClosingDays:
    """Days away, both ends included, of a branch or of one advisor; `substitute` is a name."""

    from_day: date
    until_day: date
    reason: str | None = None
    of_advisor: bool = False
    substitute: str | None = None

    def hold(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.from_day <= day <= self.until_day


@dataclass(frozen=True, slots=True)
class DatedHours:
    """Other hours on some days, both ends included: in August, on one late evening.

    On several days they hold where the week has hours; on a single day they hold whatever weekday
    it is. They are a branch's, or one advisor's own.
    """

    from_day: date
    until_day: date
    spans: tuple[Span, ...]
    of_advisor: bool = False

    def hold(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.from_day <= day <= self.until_day

    def is_of_the_days_of(self, other: "DatedHours") -> bool:
        """Whether both are of the very same days, and whose."""
        mine = (self.from_day, self.until_day, self.of_advisor)
        return mine == (other.from_day, other.until_day, other.of_advisor)

    @property
    def is_one_day(self) -> bool:
        """Whether they are of a single day."""
        return self.from_day == self.until_day


class WhyClosed(StrEnum):
    """What keeps a day closed."""

    HOLIDAY = "holiday"
    BRANCH_CLOSED = "branch_closed"
    ADVISOR_AWAY = "advisor_away"
    NO_HOURS = "no_hours"


@dataclass(frozen=True, slots=True)
class Closed:
    """Why nobody can be met: `holiday` names it, `reason` is what the bank wrote.

    `substitute` is the name of whoever stands in for an advisor who is away.
    """

    why: WhyClosed
    holiday: LocalText | None = None
    reason: str | None = None
    substitute: str | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """All that decides when one advisor can be met; `holidays` covers the years asked about."""

    week: Week
    closings: tuple[ClosingDays, ...] = ()
    holidays: Mapping[date, LocalText] | None = None
    dated: tuple[DatedHours, ...] = ()

    def holiday(self, day: date) -> LocalText | None:
        """The name of the holiday that the day is."""
        return (self.holidays or {}).get(day)


def closed_on(hours: Hours, day: date) -> Closed | None:
    """Why the day is closed; None when there are hours."""
    holiday = hours.holiday(day)
    if holiday is not None:
        return Closed(WhyClosed.HOLIDAY, holiday=holiday)
    for closing in hours.closings:
        if closing.hold(day):
            why = WhyClosed.ADVISOR_AWAY if closing.of_advisor else WhyClosed.BRANCH_CLOSED
            return Closed(why, reason=closing.reason, substitute=closing.substitute)
    return None if _spans(hours, day) else Closed(WhyClosed.NO_HOURS)


def open_spans(hours: Hours, day: date) -> tuple[Span, ...]:
    """The hours of a day, in order and joined where they touch; none when it is closed."""
    if closed_on(hours, day) is not None:
        return ()
    return joined(_spans(hours, day))


def _spans(hours: Hours, day: date) -> tuple[Span, ...]:
    """The hours of that day, else those of its weekday: the advisor's before the branch's."""
    usual = hours.week.get(day.isoweekday(), ())
    found = [one for one in hours.dated if one.hold(day) and (usual or one.is_one_day)]
    nearest = max(found, key=lambda one: (one.of_advisor, one.is_one_day), default=None)
    return usual if nearest is None else nearest.spans


def counts_for_follow_up(hours: Hours, day: date) -> bool:
    """Whether the 48 hours of a follow-up run on the day.

    They rest on Sundays, holidays and the branch's closing days; a Monday without hours, or an
    advisor's leave, does not stop them (PRODUCT.md, `follow_up_due`).
    """
    if day.isoweekday() == SUNDAY or hours.holiday(day) is not None:
        return False
    return not any(one.hold(day) and not one.of_advisor for one in hours.closings)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, without overlaps; two that touch are one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
