"""Which letters fit a household's case today: what lies ahead, what is just over, who is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.letters import UNASKED, LetterKind

# A word about a meeting that is longer ago is no word of the day after.
RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class KnownVisit:
    """An appointment as far as letters about it depend on it.

    `start` is wall time, `start_utc` the instant in seconds since 1970.
    """

    ref: str
    start: datetime
    start_utc: int
    status: AppointmentStatus


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """A letter that fits; without `visit` it is to the client himself.

    `refused`: the client does not want to be written to by post, and did not ask for this.
    """

    kind: LetterKind
    client: str
    visit: KnownVisit | None
    refused: bool


def letters_that_fit(
    client: str,
    visits: Sequence[KnownVisit],
    now: int,
    *,
    wants_introduction: bool,
    refuses_letters: bool,
) -> tuple[LetterOffer, ...]:
    """What may be written: about the next appointment, the last one, and the change of advisor.

    `now` in seconds since 1970: visits may be at branches in several zones.
    """
    found = [*_ahead(visits, now), *_over(visits, now)]
    if wants_introduction:
        found.append((LetterKind.INTRODUCTION, None))
    return tuple(
        LetterOffer(kind, client, visit, refuses_letters and kind in UNASKED)
        for kind, visit in found
    )


_AHEAD = {
    AppointmentStatus.PROPOSED: (LetterKind.PROPOSAL,),
    AppointmentStatus.CONFIRMED: (LetterKind.APPOINTMENT, LetterKind.REMINDER),
}
_OVER = {
    AppointmentStatus.HELD: LetterKind.SUMMARY,
    AppointmentStatus.MISSED: LetterKind.MISSED,
}


def _ahead(visits: Sequence[KnownVisit], now: int) -> list[tuple[LetterKind, KnownVisit | None]]:
    coming = [one for one in visits if one.start_utc > now and one.status in _AHEAD]
    nearest = min(coming, key=lambda one: (one.start_utc, one.ref), default=None)
    return [(kind, nearest) for kind in _AHEAD[nearest.status]] if nearest else []


def _over(visits: Sequence[KnownVisit], now: int) -> list[tuple[LetterKind, KnownVisit | None]]:
    since = now - int(RECENT.total_seconds())
    past = [one for one in visits if since <= one.start_utc <= now and one.status in _OVER]
    latest = max(past, key=lambda one: (one.start_utc, one.ref), default=None)
    return [(_OVER[latest.status], latest)] if latest else []
