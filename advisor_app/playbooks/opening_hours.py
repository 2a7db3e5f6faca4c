"""The usual opening hours by country, from `opening_hours.toml`."""

from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import Span, Week
from advisor_app.playbooks.tables import local_text, read_toml

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
DEFAULT_COUNTRY = "FR"


@dataclass(frozen=True, slots=True)
class OpeningPattern:
    """The hours of a week as a bank often has them; `code` is what a branch's `opening` names."""

    code: str
    country: str
    label: LocalText
    week: Week


@cache
def opening_patterns() -> tuple[OpeningPattern, ...]:
    """Every pattern, in the table's order: the first of a country is its default."""
    return tuple(map(_pattern, read_toml("opening_hours.toml")["pattern"]))


@cache
def opening_week(code: str | None, country: str | None) -> Week:
    """The hours of a pattern, else the first of the country, else the first of France."""
    by_code = {pattern.code: pattern.week for pattern in opening_patterns()}
    if code in by_code:
        return by_code[code]
    first = {pattern.country: pattern.week for pattern in reversed(opening_patterns())}
    return first.get(country or DEFAULT_COUNTRY, first[DEFAULT_COUNTRY])


def _pattern(row: dict[str, Any]) -> OpeningPattern:
    week = {number: tuple(map(_span, row[name])) for number, name in enumerate(WEEKDAYS, 1)}
    return OpeningPattern(row["id"], row["country"], local_text(row), week)


def _span(text: str) -> Span:
    start, end = text.split("-")
    return Span(time.fromisoformat(start), time.fromisoformat(end))
