"""The days on which a suggestion may come back to the list: always days that the advisor works."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from advisor_app.domain.months import plus_months
from advisor_app.domain.opening import Closed, Hours, closed_on

# Holidays are known until the end of the next year; whoever works on no day keeps the calendar's.
_FURTHEST = 366


class Wait(StrEnum):
    """How long a suggestion rests."""

    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"
    IN_A_MONTH = "in_a_month"


@dataclass(frozen=True, slots=True)
class SnoozeDay:
    """A day that is offered; `closed` says why the `wished` one, which comes before it, is not."""

    wait: Wait
    day: date
    wished: date
    closed: Closed | None = None


def snooze_days(today: date, hours: Hours) -> tuple[SnoozeDay, ...]:
    """Tomorrow where it is worked, the next week's first working day, the first in a month.

    Each day is offered once, under its shorter wait.
    """
    monday = today + timedelta(days=7 - today.weekday())
    wished = (
        (Wait.TOMORROW, today + timedelta(days=1)),
        (Wait.NEXT_WEEK, monday),
        (Wait.IN_A_MONTH, plus_months(today, 1)),
    )
    found: dict[date, SnoozeDay] = {}
    for wait, day in wished:
        offered = SnoozeDay(wait, first_working_day(hours, day), day, closed_on(hours, day))
        if wait is not Wait.TOMORROW or offered.day == day:
            found.setdefault(offered.day, offered)
    return tuple(found.values())


def first_working_day(hours: Hours, day: date) -> date:
    """The day, or the first after it that has hours; the day itself where a year has none."""
    days = (day + timedelta(days=ahead) for ahead in range(_FURTHEST))
    return next((one for one in days if closed_on(hours, one) is None), day)
