"""Which of the free times to offer: two, on two days, those that suit the client, and why.

Sources: DOMAIN.md section 10 ("Offer two slots, not ten", "no proposal on bridges") and the habits
of `opening_hours.toml` (no early hour for whoever missed meetings).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from advisor_app.domain.moments import Moment
from advisor_app.domain.opening import Closed, Hours, closed_on
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.preferred_time import PreferredTime, suits

# After two missed meetings no early hour is offered (`opening_hours.toml`, peak_hours).
MISSED_ENOUGH = 2
EARLY_UNTIL = time(10)


class WhyOffered(StrEnum):
    """What speaks for a time."""

    PREFERRED = "preferred"
    NOT_AS_MISSED = "not_as_missed"
    SOONEST = "soonest"


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day with the times at which a meeting could begin."""

    day: date
    starts: tuple[Moment, ...]
    is_bridge: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A time to propose, and why."""

    start: Moment
    why: WhyOffered


@dataclass(frozen=True, slots=True)
class FreeTimes:
    """The days looked at, in order; why the first advisor's days are closed; what to propose.

    The zone is the first advisor's. `liked` is what the clients' words were understood as.
    """

    advisors: tuple[Advisor, ...]
    zone: str
    days: tuple[FreeDay, ...]
    closed: Mapping[date, Closed]
    offers: tuple[Offer, ...]
    liked: PreferredTime


def offers(
    days: Iterable[FreeDay], liked: PreferredTime, missed: Sequence[Moment], most: int
) -> tuple[Offer, ...]:
    """The times to propose, at most one a day: those that suit first, then the soonest."""
    ordinary = [one for one in days if not one.is_bridge]
    suited = [offer for one in ordinary if (offer := _suited(one, liked, missed))]
    taken = {offer.start.day for offer in suited}
    soonest = (_soonest(one, missed) for one in ordinary if one.day not in taken)
    found = [*suited, *filter(None, soonest)][:most]
    return tuple(sorted(found, key=lambda offer: offer.start.utc))


def is_bridge(hours: Hours, day: date) -> bool:
    """Whether a day lies alone between a holiday and a closed day: half of them fail."""
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    for holiday, other in ((before, after), (after, before)):
        if hours.holiday(holiday) is not None and closed_on(hours, other) is not None:
            return True
    return False


def _suited(free: FreeDay, liked: PreferredTime, missed: Sequence[Moment]) -> Offer | None:
    good = (
        start
        for start in free.starts
        if suits(liked, start) and not _too_early(start, missed) and not _as_missed(start, missed)
    )
    start = next(good, None)
    return None if start is None else Offer(start, WhyOffered.PREFERRED)


def _soonest(free: FreeDay, missed: Sequence[Moment]) -> Offer | None:
    late_enough = [start for start in free.starts if not _too_early(start, missed)]
    if not late_enough:
        return None
    avoided = len(late_enough) < len(free.starts)
    return Offer(late_enough[0], WhyOffered.NOT_AS_MISSED if avoided else WhyOffered.SOONEST)


def _too_early(start: Moment, missed: Sequence[Moment]) -> bool:
    return len(missed) >= MISSED_ENOUGH and start.clock < EARLY_UNTIL


def _as_missed(start: Moment, missed: Iterable[Moment]) -> bool:
    """Whether a meeting on that day of the week and at that hour was missed before."""
    return any(
        one.day.isoweekday() == start.day.isoweekday() and one.clock.hour == start.clock.hour
        for one in missed
    )
