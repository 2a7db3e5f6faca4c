"""What is left of a working day between its meetings (DOMAIN.md, section 8: the day pack)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

Span = tuple[datetime, datetime]
# Less than half an hour is no time for anybody.
LEAST = timedelta(minutes=30)


def free_spans(day: date, hours: Iterable[tuple[time, time]], busy: Iterable[Span]) -> list[Span]:
    """The spans of half an hour or more within the hours that nothing busy touches, in order.

    Wall times without a zone throughout; the busy spans may overlap and stand in any order.
    """
    taken = sorted(busy)
    return [
        span
        for start, end in hours
        for span in _between(datetime.combine(day, start), datetime.combine(day, end), taken)
    ]


def _between(start: datetime, end: datetime, taken: list[Span]) -> Iterator[Span]:
    for first, last in taken:
        if min(first, end) - start >= LEAST:
            yield start, min(first, end)
        start = max(start, last)
    if end - start >= LEAST:
        yield start, end
