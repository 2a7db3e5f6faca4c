"""Where the printed thread's days and rows lie, in points, and which words have room."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.months import less_months
from advisor_app.domain.thread import ThreadData, whole_months
from advisor_app.reports.fonts import Face
from advisor_app.reports.paper import RIGHT
from advisor_app.reports.text import Style

MARK = Style(Face.MEDIUM, 8.5)
LEADING = 9.6
LABELS_END = 110.0
TODAY_AT = 482.0
ROW_ADVISORS, ROW_BARS, ROW_LABELS, ROW_PERSON = 9.0, 13.5, 23.0, 45.5
ROW_PROJECTS, ROW_ONLINE, ROW_YEARS = 63.5, 85.0, 95.5
END = RIGHT - 6
GAP = 5.0
_LONGEST_MONTHS, _SHORTEST_MONTHS = 85, 24


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out from left to right: `first` at the labels' end, today at a fixed place."""

    first: date
    today: date

    def x(self, day: date) -> float:
        """Where a day lies, never outside the drawing."""
        days = (self.today - self.first).days or 1
        per_day = (TODAY_AT - LABELS_END) / days
        return min(max(LABELS_END + (day - self.first).days * per_day, LABELS_END), END)


class Row:
    """A row of words in which nothing overlaps: what comes first keeps its place."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float]] = []

    def take(self, start: float, end: float) -> bool:
        """Reserve a span; False where something stands there already."""
        if any(start < taken_end + GAP and end > taken - GAP for taken, taken_end in self._taken):
            return False
        self._taken.append((start, end))
        return True

    def grow(self, old: tuple[float, float], new: tuple[float, float]) -> bool:
        """Make a span that was taken a larger one; False where it stays as it is."""
        self._taken.remove(old)
        if self.take(*new):
            return True
        self._taken.append(old)
        return False


def first_day(thread: ThreadData) -> date:
    """Where the drawing begins: at most seven years back, at least two."""
    months = whole_months(thread.from_day, thread.today)
    if months > _LONGEST_MONTHS:
        return less_months(thread.today, _LONGEST_MONTHS)
    return min(thread.from_day, less_months(thread.today, _SHORTEST_MONTHS))
