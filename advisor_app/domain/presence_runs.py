"""Since when a state or a flag has held without a break, told from a client's own history.

Every function here is asked about what holds on `day`, and walks back from there. Days come latest
first and none lies after `day`. None means that the beginning is unknown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from advisor_app.domain.codes import Segment, State
from advisor_app.domain.months import first_day_ahead, last_day_within
from advisor_app.domain.policy import COMMERCIAL_SEGMENTS, SENIOR_AGE, Policy, Thresholds

ONE_DAY = timedelta(days=1)
Months: TypeAlias = Callable[[Thresholds], int]


class Contact(NamedTuple):
    """What counts from `first` on, for so many months after `base`: a day, or months in a row."""

    first: date
    base: date


class History(NamedTuple):
    """The days that matter for presence, latest first, up to the day asked about.

    `digital` holds the months with activity, those in a row as one: from the first day of the
    first to the last day of the last, which may lie after the day. `errands` and `letters` may
    name a day twice: each is a contact.
    """

    client_since: date | None = None
    meetings: Sequence[date] = ()
    talks: Sequence[date] = ()
    written_in: Sequence[date] = ()
    digital: Sequence[Contact] = ()
    errands: Sequence[date] = ()
    letters: Sequence[date] = ()


class Span(NamedTuple):
    """Days on which something held; `first` None where unknown, `last` None while it lasts."""

    first: date | None
    last: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ages:
    """The thresholds of one client's life: `own`, and `senior` from the 70th birthday on.

    Told apart by identity: most clients share one, and what follows from a day is then kept.
    """

    own: Thresholds
    senior: Thresholds
    senior_from: date = date.max

    def on(self, day: date) -> Thresholds:
        """What holds on a day."""
        return self.senior if day >= self.senior_from else self.own

    def last_day(self, base: date, months: Months) -> date:
        """The last day on which `base` is still within these months."""
        own = last_day_within(base, months(self.own))
        if own < self.senior_from:
            return own
        return max(last_day_within(base, months(self.senior)), self.senior_from - ONE_DAY)


class LifeSpans:
    """The thresholds of every client's life under one policy; one for all where age is no matter."""

    def __init__(self, policy: Policy) -> None:
        self._by_segment: dict[Segment | None, Ages] = {
            segment: Ages(
                policy.thresholds(segment, senior=False), policy.thresholds(segment, senior=True)
            )
            for segment in (None, *COMMERCIAL_SEGMENTS)
        }
        self._ageless = {
            segment for segment, ages in self._by_segment.items() if ages.own == ages.senior
        }

    def of(self, segment: Segment | None, birth: date | None) -> Ages:
        """Those of a client of this segment, born on this day."""
        found = self._by_segment[segment]
        if birth is None or segment in self._ageless:
            return found
        seventieth = last_day_within(birth - ONE_DAY, SENIOR_AGE * 12) + ONE_DAY
        return Ages(found.own, found.senior, seventieth)


_MET = attrgetter("met_months")
_ONLINE_ONLY = attrgetter("online_only_months")
_VOICE = attrgetter("voice_months")
_DIGITAL = attrgetter("digital_months")
_GRACE = attrgetter("grace_months")


def state_since(state: State, history: History, ages: Ages, day: date) -> date | None:
    """The first day of the present run of this state."""
    return _SINCE[state](history, ages, day)


def _new_since(history: History, _ages: Ages, day: date) -> date | None:
    since = history.client_since
    return since if since and since <= day else None


def _met_since(history: History, ages: Ages, _day: date) -> date | None:
    return run_start(contacts(history.meetings), ages, _MET)


def _drifting_since(history: History, ages: Ages, _day: date) -> date | None:
    return after(history.meetings, ages, _MET)


def _voice_since(history: History, ages: Ages, _day: date) -> date | None:
    start = run_start(contacts(history.talks), ages, _VOICE)
    return later(start, far_since(history, ages))


def _online_since(history: History, ages: Ages, _day: date) -> date | None:
    start = run_start(online_contacts(history), ages, _DIGITAL)
    return later(later(start, after(history.talks, ages, _VOICE)), far_since(history, ages))


def _silent_since(history: History, ages: Ages, _day: date) -> date | None:
    """The day after the last one that a talk, a letter or a digital month reached."""
    bases = [contact.base for contact in online_contacts(history)[:1]]
    start = later(after(history.talks, ages, _VOICE), after(bases, ages, _DIGITAL))
    return later(start, far_since(history, ages))


# A table, because a bank has many: an enumeration's members are slow to be named.
_SINCE: dict[State, Callable[[History, Ages, date], date | None]] = {
    State.NEW: _new_since,
    State.MET: _met_since,
    State.DRIFTING: _drifting_since,
    State.VOICE_ONLY: _voice_since,
    State.ONLINE_ONLY: _online_since,
    State.SILENT: _silent_since,
}


def far_since(history: History, ages: Ages) -> date | None:
    """The first day on which the client was neither new, nor met, nor drifting any more."""
    if history.meetings:
        return _met_no_more(history.meetings[0], ages)
    if history.client_since is None:
        return None
    return after([history.client_since - ONE_DAY], ages, _GRACE)


def contacts(days: Iterable[date]) -> Iterable[Contact]:
    """Contacts of one day each."""
    return (Contact(day, day) for day in days)


def online_contacts(history: History) -> Sequence[Contact]:
    """Digital months and what the client wrote; who reaches furthest comes first.

    Without what was written within months in a row, which reach further both ways.
    """
    apart = history.written_in
    for run in history.digital:
        apart = [day for day in apart if not run.first <= day <= run.base]
    if not apart:
        return history.digital
    found = [*history.digital, *contacts(apart)]
    found.sort(key=lambda contact: contact.base, reverse=True)
    return found


def run_start(found: Iterable[Contact], ages: Ages, months: Months) -> date | None:
    """The first of the days, up to the last contact, that always had one within the months."""
    start: date | None = None
    for contact in found:
        if start is None:
            start = contact.first
        elif ages.last_day(contact.base, months) < start - ONE_DAY:
            break
        else:
            start = min(start, contact.first)
    return start


def after(days: Sequence[date], ages: Ages, months: Months) -> date | None:
    """The first day that the latest of these does not reach any more."""
    return _beyond(days[0], ages, months) if days else None


@lru_cache(maxsize=1 << 15)
def _beyond(base: date, ages: Ages, months: Months) -> date:
    return ages.last_day(base, months) + ONE_DAY


@lru_cache(maxsize=1 << 14)
def _met_no_more(meeting: date, ages: Ages) -> date:
    return max(_beyond(meeting, ages, _MET), _beyond(meeting, ages, _ONLINE_ONLY))


def later(one: date | None, other: date | None) -> date | None:
    """The later of two beginnings; an unknown one lies before every other."""
    if one is None:
        return other
    return one if other is None or one >= other else other


def errands_since(history: History, ages: Ages, day: date) -> date | None:
    """Since when there were enough errands and no meeting."""
    start = count_start(history.errands, ages.on(day).errands, ages)
    return later(start, after(history.meetings, ages, _ONLINE_ONLY))


def unanswered_since(
    history: History, ages: Ages, day: date, last_answer: date | None
) -> date | None:
    """Since when enough letters have stood without an answer."""
    letters = [one for one in history.letters if last_answer is None or one > last_answer]
    return count_start(letters, ages.on(day).unanswered, ages)


def count_start(days: Sequence[date], count: int, ages: Ages) -> date:
    """The first of the days, up to the last contact, that always had so many within the months."""
    start, index = days[0], 0
    while True:
        while index < len(days) and days[index] >= start:
            index += 1
        last = index + count - 1
        if last >= len(days) or ages.last_day(days[last], _ONLINE_ONLY) < start - ONE_DAY:
            return start
        start = days[index]


def project_start(target: date | None, noted_on: date | None, ages: Ages, day: date) -> date | None:
    """From when a project waits: noted, and its target's first possible day near enough."""
    near = first_day_ahead(target, ages.on(day).project_lead_months) if target else None
    noted = noted_on if noted_on and noted_on <= day else None
    return later(near, noted)


def spans_since(spans: Iterable[Span], day: date) -> date | None:
    """The first day of the run up to `day` on each of which one of the spans holds."""
    start = day
    for span in sorted(spans, key=lambda span: span.last or date.max, reverse=True):
        if span.last is not None and span.last < start - ONE_DAY:
            break
        if span.first is None:
            return None
        start = min(start, span.first)
    return start
