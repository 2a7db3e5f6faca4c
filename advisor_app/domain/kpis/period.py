"""The days that a report is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from advisor_app.domain.errors import Refused


@dataclass(eq=False)
class NoPeriod(Refused):
    """The last day lies before the first, or the first is still to come."""

    first: date
    last: date


@dataclass(eq=False)
class NoSuchBranch(Refused):
    """No branch has this reference."""

    ref: str


class Period(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date

    def before(self) -> "Period":
        """As many days, up to the eve."""
        eve = self.first - timedelta(days=1)
        return Period(eve - (self.last - self.first), eve)

    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def period_until(first: date, last: date, today: date) -> Period:
    """The period as far as it has come: nothing is counted ahead. Raises NoPeriod."""
    if last < first or first > today:
        raise NoPeriod(first, last)
    return Period(first, min(last, today))
