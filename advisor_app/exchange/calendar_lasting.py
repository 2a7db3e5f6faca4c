"""How long entries of a foreign calendar last, as their file writes it.

PT24H are hours that go by, P1D is the same time on the next day (RFC 5545, 3.3.6): in the nights
when the clocks change they differ, and the parser makes one of both. An occurrence of a rule loses
the word altogether, so it is kept in a property of the entry's own.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icalendar import Component

_KEPT = "X-TETE-A-TETE-LASTS"
_FOLD = re.compile(rb"\r?\n[ \t]")
_WRITTEN = re.compile(
    r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE
)


class Lasting(NamedTuple):
    """Days on the calendar, then seconds that go by."""

    days: int
    seconds: int


def keep_lasts(events: Sequence[Component], data: bytes) -> None:
    """Keep in each entry of a file how long it lasts, where the file says so in as many words."""
    written = list(_durations(data))
    # What the parser made sense of otherwise than by its lines tells the length as it can.
    told = written if len(written) == len(events) else [None] * len(events)
    for event, lasts in zip(events, told, strict=True):
        event.pop(_KEPT, None)
        if "DURATION" in event:
            event[_KEPT] = lasts or event["DURATION"].to_ical()


def kept_lasts(event: Component) -> Lasting | None:
    """How long an entry or one of its occurrences lasts; None where it says when it ends."""
    if _KEPT not in event:
        return None
    said = event[_KEPT]
    found = _WRITTEN.fullmatch(said.decode() if isinstance(said, bytes) else str(said))
    if found is None:
        raise ValueError("lasts nobody knows how long")
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    return Lasting(sign * (weeks * 7 + days), sign * (hours * 3600 + minutes * 60 + seconds))


def _durations(data: bytes) -> Iterator[str | None]:
    """What each entry of a file writes about its length, in the order in which entries begin."""
    lasts: str | None = None
    inside = 0
    for line in _FOLD.sub(b"", data).splitlines():
        name, _, value = line.decode("utf-8", "replace").strip().partition(":")
        word = name.partition(";")[0].upper()
        if word == "BEGIN" and (inside or value.strip().upper() == "VEVENT"):
            inside += 1
        elif word == "DURATION" and inside == 1:
            lasts = value.strip()
        elif word == "END" and inside:
            inside -= 1
            if not inside:
                yield lasts
                lasts = None
