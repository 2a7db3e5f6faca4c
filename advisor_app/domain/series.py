"""A series of appointments: the same meeting every so many days, weeks or months."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from advisor_app.domain.errors import BadInput
from advisor_app.domain.months import plus_months

FEWEST, MOST = 2, 26
_RHYTHM = re.compile(r"([0-9]{1,3})([dwm])")
_DAYS = {"d": 1, "w": 7}


@dataclass(eq=False)
class NotARhythm(BadInput):
    """The text is no rhythm such as 6m, 1w or 10d."""

    text: str


@dataclass(eq=False)
class SeriesOutOfBounds(BadInput):
    """A series has from two to 26 dates."""

    times: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How far the dates of a series lie apart: in days, or in months."""

    days: int = 0
    months: int = 0


def rhythm(text: str) -> Rhythm:
    """Read 10d, 1w or 6m; NotARhythm for anything else."""
    found = _RHYTHM.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise NotARhythm(text)
    count = int(found[1])
    return Rhythm(months=count) if found[2] == "m" else Rhythm(days=count * _DAYS[found[2]])


def series_starts(first: datetime, every: Rhythm, times: int) -> tuple[datetime, ...]:
    """The wall times of a series, each counted from the first; SeriesOutOfBounds.

    A month without the first one's day has its last: 31 August, then 28 February.
    """
    if not FEWEST <= times <= MOST:
        raise SeriesOutOfBounds(times)
    return tuple(_step(first, every, count) for count in range(times))


def _step(first: datetime, every: Rhythm, count: int) -> datetime:
    day = plus_months(first.date(), every.months * count) + timedelta(days=every.days * count)
    return datetime.combine(day, first.time())
