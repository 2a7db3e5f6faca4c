"""The words of a preferred time in four languages, from `preferred_times.csv`."""

from collections.abc import Mapping
from datetime import time
from functools import cache

from advisor_app.domain.opening import Span
from advisor_app.domain.preferred_time import TimeWords
from advisor_app.playbooks.tables import read_csv


@cache
def time_words() -> tuple[TimeWords, ...]:
    """Every row, in the table's order."""
    return tuple(map(_words, read_csv("preferred_times.csv")))


def _words(row: Mapping[str, str]) -> TimeWords:
    return TimeWords(
        code=row["id"],
        words=tuple(row["words"].split("|")),
        weekdays=frozenset(map(int, row["weekdays"].split())),
        span=_span(row["from"], row["until"]),
    )


def _span(start: str, end: str) -> Span | None:
    return Span(time.fromisoformat(start), time.fromisoformat(end)) if start else None
