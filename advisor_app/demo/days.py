"""The days of the demonstration, seen from its own day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

import holidays

from advisor_app.domain.months import plus_months
from advisor_app.domain.partial_date import PartialDate

STORY_DAY = date(2026, 4, 23)
_REACH = 3650  # days back and ahead that histories may ask for
_CLOSED_WEEKDAYS = frozenset({6, 0})  # Sunday and Monday: pattern FR_tue_sat
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _holidays_of(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", years=year))


def is_open(day: date) -> bool:
    """Whether the invented branches are open: Tuesday to Saturday, no public holiday."""
    return day.weekday() not in _CLOSED_WEEKDAYS and day not in _holidays_of(day.year)


def takes_appointments(day: date, until: str) -> bool:
    """Whether somebody may be received until that time; Saturdays end at one o'clock."""
    return is_open(day) and (day.weekday() != _SATURDAY or until <= "13:00")


class Span(NamedTuple):
    """From when until when, as text."""

    start: str
    end: str

    def meets(self, other: "Span") -> bool:
        """Whether both take some of the same time."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Days:
    """Everything dated, as text, relative to the day at which the demonstration lives.

    The story's dates are written around 23 April 2026; another day moves all of them by as many
    days, and what needs an open branch to the last open day before.
    """

    day: date

    @cached_property
    def shift(self) -> timedelta:
        """From the story's own day to this one."""
        return self.day - STORY_DAY

    @cached_property
    def ago(self) -> list[str]:
        """The day so many days before."""
        return [(self.day - timedelta(days=back)).isoformat() for back in range(_REACH)]

    @cached_property
    def open_ago(self) -> list[str]:
        """The last open day at or before the day so many days before."""
        found: list[str] = []
        last = ""
        for back in range(_REACH + 14, -1, -1):
            candidate = self.day - timedelta(days=back)
            last = candidate.isoformat() if is_open(candidate) else last
            found.append(last)
        return found[::-1][:_REACH]

    @cached_property
    def months_ago(self) -> list[str]:
        """The calendar month so many months before, as YYYY-MM."""
        first = self.day.replace(day=1)
        return [plus_months(first, -back).isoformat()[:7] for back in range(240)]

    def from_now(self, days: int) -> str:
        """The day so many days after (negative: before)."""
        return (self.day + timedelta(days=days)).isoformat()

    def story(self, text: str) -> str:
        """A day of the story, moved."""
        return (date.fromisoformat(text) + self.shift).isoformat()

    def story_partial(self, text: str) -> str:
        """A partial day of the story, moved and as partial as it was."""
        moved = PartialDate.parse(text).first_day + self.shift
        # The middle of a month or year stays inside when a few days move it.
        moved += timedelta(days={4: 180, 7: 14}.get(len(text), 0) if self.shift else 0)
        return moved.isoformat()[: len(text)]

    def story_visit(self, text: str) -> str:
        """A past day of the story on which the branch is open, moved; keeps the time."""
        day, clock = date.fromisoformat(text[:10]) + self.shift, text[10:]
        while not is_open(day):
            day -= _ONE_DAY
        return day.isoformat() + clock

    def story_appointment(self, start: str, end: str, taken: list[Span]) -> Span:
        """An appointment of the story, moved to the next day on which it fits.

        One of the past moves to a day before, so that it stays past.
        """
        written = date.fromisoformat(start[:10])
        step = -_ONE_DAY if written < STORY_DAY else _ONE_DAY
        day = written + self.shift
        while True:
            span = Span(day.isoformat() + start[10:], day.isoformat() + end[10:])
            if takes_appointments(day, end[11:]) and not any(map(span.meets, taken)):
                return span
            day += step
