"""When a client likes to come: read from the bank's words, such as "le matin ou le samedi".

What is not understood is no preference. Words of all four languages are known, whatever the
language of the program, for a bank writes in its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import TypeAlias

from advisor_app.domain.moments import Moment
from advisor_app.domain.names import folded
from advisor_app.domain.opening import Span

_FROM = "apres|after|from|na|nach|vanaf|ab|des|a partir de"
_UNTIL = "avant|before|voor|vor|bis|tot|until|jusqu'a"
_CLOCK = re.compile(
    rf"\b(?:(?P<since>{_FROM})|(?P<until>{_UNTIL})) (?P<hour>[01]?\d|2[0-3])\b(?: ?[h:.] ?(?P<minute>[0-5]\d))?"
)
_OR = re.compile(r"\b(?:ou|or|of|oder|et|and|und)\b|[,;/]")
_APOSTROPHE = {0x2019: "'"}  # as printed
_DAY = Span(time(0), time(23, 59))


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words and what they mean: days of the week (Monday is 1), or hours."""

    code: str
    words: tuple[str, ...]
    weekdays: frozenset[int] = frozenset()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Days (all where empty) and the hours on them (all where empty)."""

    weekdays: frozenset[int]
    spans: tuple[Span, ...]

    def likes(self, start: Moment) -> bool:
        """Whether a meeting that begins then would suit."""
        on_day = not self.weekdays or start.day.isoweekday() in self.weekdays
        hours = self.spans
        return on_day and (not hours or any(one.start <= start.clock < one.end for one in hours))


# "Saturday morning or after 17:00" has two.
PreferredTime: TypeAlias = tuple[Alternative, ...]


def preferred_time(text: str | None, known: Iterable[TimeWords]) -> PreferredTime:
    """What a client's preferred time says; empty where nothing is understood."""
    parts = _OR.split(folded((text or "").translate(_APOSTROPHE)))
    found = (_alternative(part, tuple(known)) for part in parts)
    return tuple(one for one in found if one.weekdays or one.spans)


def suits(liked: PreferredTime, start: Moment) -> bool:
    """Whether a meeting that begins then is what a client likes."""
    return any(one.likes(start) for one in liked)


def _alternative(text: str, known: Iterable[TimeWords]) -> Alternative:
    found = [one for one in known if any(_says(text, word) for word in one.words)]
    days = frozenset(day for one in found for day in one.weekdays)
    spans = [one.span for one in found if one.span is not None]
    return Alternative(days, (*spans, *_clocks(text)))


def _says(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(folded(word))}s?\b", text) is not None


def _clocks(text: str) -> list[Span]:
    return [_span(found.groupdict()) for found in _CLOCK.finditer(text)]


def _span(found: Mapping[str, str | None]) -> Span:
    at = time(int(found["hour"] or 0), int(found["minute"] or 0))
    return Span(at, _DAY.end) if found["since"] else Span(_DAY.start, at)
