"""Days to places on the line."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from advisor_app.domain.months import plus_months
from advisor_app.domain.thread import ThreadData, View


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time laid on a stretch of the line; outside it, days stick to the ends."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day lies."""
        span = max((self.last - self.first).days, 1)
        share = (day - self.first).days / span
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def scale_beyond(view: View, left: float, end: float, right: float) -> Scale:
    """From a view's first day to its last one, and on at the same pace as far as the room reaches."""
    pace = (end - left) / max((view.until_day - view.from_day).days, 1)
    ahead = int((right - end) / max(pace, 0.001))
    last = date.fromordinal(min(view.until_day.toordinal() + ahead, date.max.toordinal()))
    return Scale(view.from_day, max(last, view.until_day), left, right)


def month_starts(thread: ThreadData, months: int) -> list[date]:
    """The first days of the months up to today's, oldest first."""
    this_month = thread.today.replace(day=1)
    return [plus_months(this_month, back) for back in range(1 - months, 1)]


def year_starts(view: View) -> list[date]:
    """Every first of January in the view."""
    return [date(year, 1, 1) for year in range(view.from_day.year + 1, view.until_day.year + 1)]


def wide_middle(edges: list[float], needed: float) -> float | None:
    """The middle of the first stretch between two edges that is wide enough, else of them all."""
    for left, right in [*pairwise(edges), (edges[0], edges[-1])]:
        if right - left >= needed:
            return (left + right) / 2
    return None
