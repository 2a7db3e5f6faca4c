"""When the written follow-up of a held appointment is due (PRODUCT.md, `follow_up_due`)."""

from collections.abc import Iterator
from datetime import date, timedelta

from advisor_app.domain.moments import Moment, moment_of, start_of_day
from advisor_app.domain.opening import Hours, counts_for_follow_up

FOLLOW_UP_HOURS = 48
# A branch that is closed for longer than this owes its follow-up as if it were open.
LOOK_AHEAD_DAYS = 365


def due_after(end: Moment, hours: Hours, within: int = FOLLOW_UP_HOURS) -> Moment:
    """The moment when so many hours have gone by on days that count.

    Sundays, holidays and the branch's closing days are skipped whole, so it never falls on one.
    Hours are those that go by, not those on the wall, in the nights when the clocks change.
    """
    left = within * 3600
    for start, stop in _counted(end, hours):
        if left < stop - start:
            return moment_of(start + left, end.zone)
        left -= stop - start
    return moment_of(end.utc + within * 3600, end.zone)


def _counted(end: Moment, hours: Hours) -> Iterator[tuple[int, int]]:
    """The stretches of time that count from the end on, in seconds since 1970."""
    for day in _days_from(end.day):
        if counts_for_follow_up(hours, day):
            stop = start_of_day(day + timedelta(days=1), end.zone).utc
            yield max(end.utc, start_of_day(day, end.zone).utc), stop


def _days_from(day: date) -> Iterator[date]:
    return (day + timedelta(days=number) for number in range(LOOK_AHEAD_DAYS))
