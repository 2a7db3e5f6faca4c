"""Free times in every zone: a hundred thousand days, against an oracle that watches the clock.

They are drawn here, a third of them on days when a clock changes. Hypothesis, which shrinks what it
finds, draws its own: a few thousand each time, and as many as `--zone-cases 100000` asks for.
The oracle knows nothing of gaps and folds: it looks at what the wall shows, quarter by quarter.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.booking import wish
from advisor_app.domain.codes import Place
from advisor_app.domain.opening import Hours, Span
from advisor_app.domain.slots import Calendar, Footprint, Need, footprint, free_starts
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.playbooks.holidays import holidays_of
from advisor_app.playbooks.meeting_types import meeting_kinds

CASES, PARTS = 100_000, 8
QUARTER = timedelta(minutes=15)
RULES = replace(
    booking_rules(), edge_minutes=0, preparation_block_minutes=0, follow_up_block_minutes=0
)
KIND = MeetingKind("made", 30, after=10)
# Zones of clients and branches first, then those with the oddest clocks, then all.
NEAR = ("Europe/Paris", "Europe/Brussels", "Europe/Zurich", "Indian/Reunion", "America/Cayenne")
ODD = ("Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu", "Africa/Casablanca", "Asia/Gaza")
ZONES = sorted(available_timezones())


class Case(NamedTuple):
    """A day of an advisor, perhaps with a colleague elsewhere, who meets for so many minutes."""

    day: date
    zone: str
    opens: int
    lasts: int
    minutes: int
    colleague: str | None = None
    taken: tuple[tuple[int, int], ...] = ()


def changing_days(draw: random.Random, zone: str) -> date:
    """A day of a year on which the zone's clock changes, where it does."""
    first = date(draw.randint(1990, 2060), 1, 1)
    days = [first + timedelta(days=n) for n in range(366)]
    clock = ZoneInfo(zone)
    offsets = [datetime.combine(day, time(), clock).utcoffset() for day in days]
    changed = [
        day for day, now, then in zip(days, offsets, offsets[1:], strict=False) if now != then
    ]
    return draw.choice(changed or days)


def cases(part: int) -> Iterator[Case]:
    """The same at each run; a third of them on a day when the clocks change."""
    draw = random.Random(part)  # noqa: S311 cases need no secret
    changes = [(zone, changing_days(draw, zone)) for zone in (*draw.sample(ZONES, 60), *NEAR, *ODD)]
    for number in range(CASES // PARTS):
        zone = draw.choice((NEAR, ODD, ZONES)[number % 3])
        day = date(1990, 1, 1) + timedelta(days=draw.randrange(71 * 365))
        if number % 3 == 1:
            zone, day = draw.choice(changes)
        opens = draw.choice((0, 4, 8, 12, draw.randrange(92)))
        taken = tuple(
            (draw.randrange(-8, 96), draw.choice((2, 3, 4, 8, 96, 200)))
            for _ in range(draw.randrange(3))
        )
        yield Case(
            day=day,
            zone=zone,
            opens=opens,
            lasts=draw.randint(1, min(10, 95 - opens)),
            minutes=draw.choice((15, 30, 45, 60)),
            colleague=draw.choice(ZONES) if number % 4 == 0 else None,
            taken=taken,
        )


@pytest.mark.parametrize("part", range(PARTS))
def test_no_free_minute_is_lost_and_no_time_is_wrong_on_a_hundred_thousand_days(part: int) -> None:
    for case in cases(part):
        check(case)


@pytest.mark.parametrize("part", range(PARTS))
def test_hypothesis_loses_no_minute_either(part: int, pytestconfig: pytest.Config) -> None:
    wanted = pytestconfig.getoption("zone_cases") // PARTS
    tried: set[Case] = set()

    # A few more than are wanted, for some come twice; the same at each run, so none fails by chance.
    @settings(max_examples=wanted + wanted // 10 + 10, derandomize=True, database=None)
    @given(drawn(part))
    def holds(case: Case) -> None:
        tried.add(case)
        check(case)

    holds()
    assert len(tried) >= wanted


def drawn(part: int) -> st.SearchStrategy[Case]:
    """Cases of some years: every part has its own, so that no case counts in two of them."""
    years = range(1990 + 9 * part, 1999 + 9 * part)
    return st.builds(
        Case,
        day=st.dates(date(years.start, 1, 1), date(years.stop - 1, 12, 31)),
        zone=st.sampled_from(ZONES),
        opens=st.integers(0, 71),
        lasts=st.integers(1, 24),
        minutes=st.sampled_from((15, 30, 45, 60)),
        colleague=st.none() | st.sampled_from(ZONES),
        taken=st.lists(st.tuples(st.integers(-8, 96), st.integers(1, 200)), max_size=3).map(tuple),
    )


def check(case: Case) -> None:
    """The program and the oracle agree, and every time is what it says."""
    span = Span(clock_at(case.opens), clock_at(case.opens + case.lasts))
    hours = Hours({case.day.isoweekday(): (span,)})
    taken = tuple(meeting(case, *one) for one in case.taken)
    zones = [case.zone, *([case.colleague] if case.colleague else [])]
    calendars = [Calendar(hours, zone, taken if zone is case.zone else ()) for zone in zones]
    need = Need(KIND, case.minutes)
    found = free_starts(need, calendars, (), RULES, case.day, 0)

    assert [one.utc for one in found] == expected(case, span, taken, zones), case
    for start in {found[0], found[-1]} if found else ():
        shown = datetime.fromtimestamp(start.utc, ZoneInfo(case.zone))
        assert (shown.replace(tzinfo=None, fold=0), shown.fold) == (start.wall, start.fold), case
        # At the end of summer time, Newfoundland's clocks long went back over midnight.
        assert case.opens < 8 or shown.date() == case.day, case
        lasts = wish(start, case.minutes, Place.BRANCH)
        assert lasts.end.utc - lasts.start.utc == case.minutes * 60, case


def expected(case: Case, span: Span, taken: Sequence[Footprint], zones: Sequence[str]) -> list[int]:
    """Every quarter at which the meeting lies within all hours and clear of what is taken."""
    openings = [watched(case.day, span, zone) for zone in zones]
    since = max(one[0] for one in openings)
    until = min(one[1] for one in openings)
    free = []
    for start in range(-(-since // 900) * 900, until - case.minutes * 60 + 1, 900):
        end = start + case.minutes * 60
        clear = all(end + 600 <= one.busy_from or one.busy_until <= start for one in taken)
        if clear:
            free.append(start)
    return free


def watched(day: date, span: Span, zone: str) -> tuple[int, int]:
    """When the wall first shows the opening or later, and the closing or later, on the day."""
    clock = ZoneInfo(zone)
    opens, closes = datetime.combine(day, span.start), datetime.combine(day, span.end)
    # Two hours before what the clock would say without summer time; a day may be skipped whole.
    instant = datetime.combine(day, span.start, UTC) - timedelta(hours=17)
    offset = instant.astimezone(clock).utcoffset() or timedelta()
    instant = datetime.combine(day, span.start, UTC) - offset - timedelta(hours=2)
    while shown(instant, clock) < opens:
        instant += QUARTER
    begins = instant
    while shown(instant, clock) < closes:
        instant += QUARTER
    return int(begins.timestamp()), int(instant.timestamp())


def shown(instant: datetime, clock: ZoneInfo) -> datetime:
    return instant.astimezone(clock).replace(tzinfo=None)


def clock_at(quarter: int) -> time:
    return time(*divmod(quarter * 15, 60))


def meeting(case: Case, starts: int, lasts: int) -> Footprint:
    """Another meeting, or a thing that lasts all day or overnight, from a quarter of the day on."""
    noon = int(datetime.combine(case.day, time(12), UTC).timestamp())
    start = noon + (starts - 48) * 900
    return footprint(start, start + lasts * 900, KIND)


def test_a_week_across_the_turn_of_the_year_holds_three_long_meetings() -> None:
    expert, zone = meeting_kinds()["expert_90"], "Europe/Paris"
    hours = Hours({day: (Span(time(9), time(18)),) for day in range(1, 7)})
    long = [
        footprint(at(day, 9, zone), at(day, 9, zone) + 5400, expert)
        for day in (date(2026, 12, 28), date(2026, 12, 30), date(2027, 1, 1))
    ]
    need, saturday, monday = Need(expert, 90), date(2027, 1, 2), date(2027, 1, 4)

    assert not free_starts(need, [Calendar(hours, zone, tuple(long))], (), RULES, saturday, 0)
    assert free_starts(need, [Calendar(hours, zone, tuple(long[1:]))], (), RULES, saturday, 0)
    assert free_starts(need, [Calendar(hours, zone, tuple(long))], (), RULES, monday, 0)


@pytest.mark.parametrize("country", ["FR", "BE", "LU", "DE"])
@pytest.mark.parametrize("year", range(2024, 2035))
def test_the_first_of_may_has_no_time(country: str, year: int) -> None:
    first = date(year, 5, 1)
    hours = Hours(
        {day: (Span(time(9), time(18)),) for day in range(1, 8)},
        holidays=holidays_of(country, None, year),
    )
    calendar = Calendar(hours, "Europe/Paris", ())
    need = Need(KIND, 30)

    assert not free_starts(need, [calendar], (), RULES, first, 0)
    after = first + timedelta(days=1)
    assert bool(free_starts(need, [calendar], (), RULES, after, 0)) is (
        after not in (hours.holidays or {})
    )


def at(day: date, hour: int, zone: str) -> int:
    return int(datetime.combine(day, time(hour), ZoneInfo(zone)).timestamp())
