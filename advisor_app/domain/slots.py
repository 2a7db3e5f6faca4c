"""When a meeting could begin: the hours, less what is taken, less what the trade keeps free.

Stretches are in seconds since 1970; `Moment` alone turns clocks into instants. Sources:
DOMAIN.md section 10 (durations, booking rules).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeVar

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.booking import busy_seconds
from advisor_app.domain.moments import (
    GapOfSummerTime,
    Moment,
    first_moment_after,
    moment_at,
    moment_of,
)
from advisor_app.domain.opening import Hours, Span, open_spans
from advisor_app.domain.stretches import Stretch, week_of, whole_days

_A_DAY = 24 * 60 * 60
_ROUND = 5 * 60


@dataclass(frozen=True, slots=True)
class BookingRules:
    """What the trade keeps free around meetings, and how far ahead it looks."""

    quarter_minutes: int
    edge_minutes: int
    preparation_block_minutes: int
    follow_up_block_minutes: int
    most_desk_percent: int
    evening_hour: int
    most_a_day: int
    long_minutes: int
    most_long_a_week: int
    notice_hours: int
    weeks_ahead: int
    offered: int


class Footprint(NamedTuple):
    """What a meeting takes: itself, what the store keeps free around it, what preparing it asks.

    Nobody else meets while `busy`; the advisor prepares from `held_from` on, which may overlap the
    end of the time kept after another meeting, but no meeting.
    """

    start: int
    end: int
    busy_from: int
    busy_until: int
    held_from: int


Taken = TypeVar("Taken", Stretch, Footprint)


@dataclass(frozen=True, slots=True)
class Calendar:
    """One advisor's hours in a zone, the meetings that he has and can hold a week, and what else.

    `capacity` is a number of meetings, `busy` what the own calendar says.
    """

    hours: Hours
    zone: str
    taken: tuple[Footprint, ...]
    capacity: int | None = None
    busy: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """The meeting that looks for a time."""

    kind: MeetingKind
    minutes: int


def footprint(start: int, end: int, kind: MeetingKind) -> Footprint:
    """What a meeting of a kind takes."""
    busy_from, busy_until = busy_seconds(start, end, kind)
    return Footprint(start, end, busy_from, busy_until, busy_from - kind.before * 60)


def free_starts(
    need: Need,
    calendars: Sequence[Calendar],
    also_taken: Iterable[Footprint],
    rules: BookingRules,
    day: date,
    earliest: int,
) -> tuple[Moment, ...]:
    """When a meeting could begin on a day, on the quarters of the first advisor's clock.

    `also_taken` are the meetings of the room and of those who come; `earliest` is the notice.
    """
    first, *others = calendars
    starts = _possible(need, first, also_taken, rules, day)
    for other in others:
        if not starts:
            return ()
        starts = _both(starts, _possible(need, other, (), rules, day))
    quarters = _quarters(starts, rules.quarter_minutes * 60, first.zone)
    return tuple(start for start in quarters if start.utc >= earliest)


def free_days(
    need: Need,
    calendars: Sequence[Calendar],
    also_taken: Sequence[Footprint],
    rules: BookingRules,
    days: Iterable[date],
    earliest: int,
) -> dict[date, tuple[Moment, ...]]:
    """As `free_starts` for days in their order; each week looks only at what is taken in it."""
    found: dict[date, tuple[Moment, ...]] = {}
    for _week, some in groupby(days, key=lambda day: day.isocalendar()[:2]):
        in_week = list(some)
        near = [_narrowed(one, week_of(in_week[0], one.zone)) for one in calendars]
        also = _around(also_taken, week_of(in_week[0], calendars[0].zone))
        for day in in_week:
            found[day] = free_starts(need, near, also, rules, day, earliest)
    return found


def _narrowed(calendar: Calendar, week: Stretch) -> Calendar:
    return replace(calendar, taken=_around(calendar.taken, week), busy=_around(calendar.busy, week))


def _around(taken: Iterable[Taken], within: Stretch) -> tuple[Taken, ...]:
    """What lies within a stretch or less than a day away."""
    since, until = within.start - _A_DAY, within.end + _A_DAY
    return tuple([one for one in taken if since < one.end and one.start < until])


def possible_starts(
    openings: Iterable[Stretch], taken: Iterable[Footprint], need: Need
) -> list[Stretch]:
    """Every second at which the meeting could begin, as stretches with both ends included."""
    wanted = footprint(0, need.minutes * 60, need.kind)
    starts = [
        Stretch(opening.start, opening.end - wanted.end)
        for opening in openings
        if opening.end - wanted.end >= opening.start
    ]
    for one in taken:
        refused = _refused(one, wanted)
        if any(refused.start < start.end and start.start < refused.end for start in starts):
            starts = [left for start in starts for left in _without(start, refused)]
    return starts


def clash(one: Footprint, other: Footprint) -> bool:
    """Whether two meetings of one advisor are too close to each other."""
    prepares = one.held_from < other.end and other.held_from < one.end
    return prepares or (one.busy_from < other.busy_until and other.busy_from < one.busy_until)


def openings_of(hours: Hours, day: date, zone: str, rules: BookingRules) -> list[Stretch]:
    """When meetings may lie on a day: not at its edges, not in the two blocks kept for desk work.

    An evening opening is used to its end (opening_hours.toml, habits).
    """
    shown = open_spans(hours, day)
    if not shown:
        return []
    spans = [_instant(day, span, zone) for span in shown]
    edge = rules.edge_minutes * 60
    bookable = [Stretch(span.start + edge, span.end - edge) for span in spans]
    if shown[-1].end.hour >= rules.evening_hour:
        bookable[-1] = Stretch(bookable[-1].start, spans[-1].end)
    for block in _desk_work(spans, rules):
        bookable = [left for one in bookable for left in _without(one, block)]
    return [one for one in bookable if one.start < one.end]


def _desk_work(spans: Sequence[Stretch], rules: BookingRules) -> tuple[Stretch, Stretch]:
    """Preparing at the opening; writing up after lunch, else at the end of the day.

    After lunch is when fewest clients like to come, the evening when many do (DOMAIN.md section
    10, peak hours).
    """
    opens, after_lunch = spans[0].start, spans[1:]
    prepares, lasts = _desk_seconds(spans, rules)
    preparing = Stretch(opens, opens + prepares)
    if after_lunch:
        begins = after_lunch[0].start
        return preparing, Stretch(begins, begins + lasts)
    return preparing, Stretch(spans[-1].end - lasts, spans[-1].end)


def _desk_seconds(spans: Sequence[Stretch], rules: BookingRules) -> tuple[int, int]:
    """How long both blocks last: whole on a whole day, shorter on a half one or a late evening.

    A few hours hold fewer meetings to prepare and to write up, and are opened to meet clients.
    """
    whole = (rules.preparation_block_minutes * 60, rules.follow_up_block_minutes * 60)
    most = sum(span.end - span.start for span in spans) * rules.most_desk_percent // 100
    if sum(whole) <= most:
        return whole
    prepares, writes = (one * most // sum(whole) // _ROUND * _ROUND for one in whole)
    return prepares, writes


def _possible(
    need: Need, calendar: Calendar, also: Iterable[Footprint], rules: BookingRules, day: date
) -> list[Stretch]:
    openings = openings_of(calendar.hours, day, calendar.zone, rules)
    if not openings or _full(need, calendar, rules, day):
        return []
    busy = (Footprint(*one, *one, one.start) for one in calendar.busy)
    near = _around((*calendar.taken, *also, *busy), Stretch(openings[0].start, openings[-1].end))
    return possible_starts(openings, near, need)


def _full(need: Need, calendar: Calendar, rules: BookingRules, day: date) -> bool:
    """Whether the day has its meetings already, or the week its own or its long ones."""
    today = whole_days(day, day, calendar.zone)
    if sum(today.start <= one.start < today.end for one in calendar.taken) >= rules.most_a_day:
        return True
    week = week_of(day, calendar.zone)
    if calendar.capacity is not None:
        begun = sum(week.start <= one.start < week.end for one in calendar.taken)
        if begun >= calendar.capacity:
            return True
    if need.minutes < rules.long_minutes:
        return False
    long = (one for one in calendar.taken if one.end - one.start >= rules.long_minutes * 60)
    return sum(week.start <= one.start < week.end for one in long) >= rules.most_long_a_week


def _refused(taken: Footprint, wanted: Footprint) -> Stretch:
    """Between these two, both excluded, the wanted meeting cannot begin."""
    return Stretch(
        min(taken.held_from - wanted.end, taken.busy_from - wanted.busy_until),
        max(taken.end - wanted.held_from, taken.busy_until - wanted.busy_from),
    )


def _without(start: Stretch, refused: Stretch) -> list[Stretch]:
    if refused.end <= start.start or start.end <= refused.start:
        return [start]
    left = [Stretch(start.start, refused.start), Stretch(refused.end, start.end)]
    return [one for one in left if one.start <= one.end]


def _both(some: Iterable[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    common = (
        Stretch(max(one.start, other.start), min(one.end, other.end))
        for one in some
        for other in others
    )
    return sorted(one for one in common if one.start <= one.end)


def _quarters(starts: Iterable[Stretch], quarter: int, zone: str) -> Iterable[Moment]:
    for start in starts:
        second = start.start + -_past_the_quarter(start.start, quarter, zone) % quarter
        for begins in range(second, start.end + 1, quarter):
            yield moment_of(begins, zone)


def _past_the_quarter(second: int, quarter: int, zone: str) -> int:
    """How long ago the wall showed a quarter; zones may differ from UTC by odd minutes."""
    shown = moment_of(second, zone)
    return (shown.wall.minute * 60 + second - shown.utc) % quarter


@lru_cache(maxsize=4096)
def _instant(day: date, span: Span, zone: str) -> Stretch:
    return Stretch(
        _as_shown(datetime.combine(day, span.start), zone),
        _as_shown(datetime.combine(day, span.end), zone),
    )


def _as_shown(wall: datetime, zone: str) -> int:
    """The instant of a time on the wall; where the clocks jump over it, when they have jumped."""
    try:
        return moment_at(wall, zone).utc
    except GapOfSummerTime as gap:
        return first_moment_after(gap).utc
