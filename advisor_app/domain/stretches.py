"""Stretches of time from one instant to another, in seconds since 1970, and which days are."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from advisor_app.domain.moments import start_of_day


class Stretch(NamedTuple):
    """From one instant to another."""

    start: int
    end: int


def week_of(day: date, zone: str) -> Stretch:
    """From the first moment of a day's Monday to the end of its Sunday."""
    monday = day - timedelta(days=day.weekday())
    return whole_days(monday, monday + timedelta(days=6), zone)


@lru_cache(maxsize=4096)
def whole_days(first: date, last: date, zone: str) -> Stretch:
    """From the first moment of a day to the first one after another."""
    after = start_of_day(last + timedelta(days=1), zone)
    return Stretch(start_of_day(first, zone).utc, after.utc)
