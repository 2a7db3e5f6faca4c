"""When a meeting could begin: against an oracle that looks at every minute."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.moments import Moment
from advisor_app.domain.opening import Hours, Span
from advisor_app.domain.slots import (
    BookingRules,
    Calendar,
    Footprint,
    Need,
    footprint,
    free_starts,
    openings_of,
    possible_starts,
)
from advisor_app.domain.stretches import Stretch
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.playbooks.meeting_types import meeting_kinds

RULES = booking_rules()
PARIS = "Europe/Paris"
THURSDAY = date(2026, 4, 23)
WEEK = {4: (Span(time(10), time(12, 30)), Span(time(14), time(18, 30)))}

kinds = st.builds(
    MeetingKind,
    code=st.just("made"),
    minutes=st.just(0),
    after=st.integers(0, 30),
    travel=st.integers(0, 40),
    before=st.integers(0, 40),
)
lengths = st.integers(10, 120)


@st.composite
def footprints(draw: st.DrawFn) -> Footprint:
    start = draw(st.integers(0, 700)) * 60
    return footprint(start, start + draw(lengths) * 60, draw(kinds))


@given(
    st.lists(footprints(), max_size=5),
    st.lists(st.tuples(st.integers(0, 700), st.integers(1, 300)), max_size=3),
    kinds,
    lengths,
)
def test_every_free_minute_is_found_and_no_other(
    taken: list[Footprint], opened: list[tuple[int, int]], kind: MeetingKind, minutes: int
) -> None:
    openings = [Stretch(start * 60, (start + lasts) * 60) for start, lasts in opened]
    found = possible_starts(openings, taken, Need(kind, minutes))

    for minute in range(1100):
        start = minute * 60
        is_free = any(
            one.start <= start and start + minutes * 60 <= one.end for one in openings
        ) and all(_apart(start, minutes, kind, one) for one in taken)
        assert any(one.start <= start <= one.end for one in found) == is_free


def _apart(start: int, minutes: int, kind: MeetingKind, other: Footprint) -> bool:
    """Second by second in words: no meeting during another's preparation, way or writing up."""
    end = start + minutes * 60
    away = start - kind.travel * 60, end + (kind.travel + kind.after) * 60
    prepares = away[0] - kind.before * 60
    return (
        not _overlap((start, end), (other.held_from, other.busy_until))
        and not _overlap((prepares, away[1]), (other.start, other.end))
        and not _overlap(away, (other.busy_from, other.busy_until))
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def test_a_long_meeting_after_another_leaves_time_to_write_up_and_to_prepare() -> None:
    taken = footprint(*_between(14, 0, 15, 0), meeting_kinds()["long_60"])
    found = _starts(60, taken)

    assert "15:15" not in found  # an hour is prepared for 20 minutes
    assert found[:4] == ["10:45", "11:00", "11:15", "15:30"]


def test_nothing_is_offered_in_the_blocks_of_desk_work() -> None:
    found = _starts(30)

    assert found[0] == "10:45"  # preparation: 45 minutes from the opening
    assert found[found.index("11:45") + 1] == "15:00"  # writing up: the hour after lunch
    assert found[-1] == "17:45"  # not in the last quarter of the day


def test_a_late_evening_of_two_hours_and_half_a_saturday_are_for_meetings_above_all() -> None:
    evening = Hours({4: (Span(time(18), time(20)),)})
    saturday = Hours({4: (Span(time(9), time(13)),)})

    # A third of the hours for desk work: 15 and 20 of 120 minutes, 30 and 45 of 240.
    assert _starts(60, hours=evening) == ["18:15", "18:30"]
    assert _starts(90, hours=saturday) == ["09:30", "09:45", "10:00", "10:15", "10:30", "10:45"]


def test_an_evening_is_used_to_its_end_and_an_afternoon_is_not() -> None:
    morning = Span(time(9), time(12, 30))

    assert _starts(30, hours=Hours({4: (morning, Span(time(14), time(19)))}))[-1] == "18:30"
    assert _starts(30, hours=Hours({4: (morning, Span(time(14), time(18, 45)))}))[-1] == "18:00"


@given(
    st.integers(8 * 4, 17 * 4),
    st.integers(4, 12 * 4),
)
def test_whatever_a_day_opens_two_thirds_of_it_less_its_edges_are_for_meetings(
    begins: int, lasts: int
) -> None:
    ends = min(begins + lasts, 24 * 4 - 1)
    span = Span(time(*divmod(begins * 15, 60)), time(*divmod(ends * 15, 60)))
    bookable = openings_of(Hours({4: (span,)}), THURSDAY, PARIS, RULES)
    edges = 2 * RULES.edge_minutes
    minutes = sum(one.end - one.start for one in bookable) // 60
    assert minutes * 3 >= (ends - begins) * 15 * 2 - edges * 3
    assert minutes >= (ends - begins) * 15 - edges - 105


def test_a_holiday_has_no_time() -> None:
    hours = Hours(WEEK, holidays={THURSDAY: LocalText("Fête", "Feast", "Feest", "Fest")})

    assert _starts(30, hours=hours) == []


def test_a_day_holds_six_meetings() -> None:
    short = MeetingKind("tiny", 10, 0)
    six = [footprint(*_between(14, 10 * n, 14, 10 * n + 10), short) for n in range(5)]

    assert _starts(30, *six)
    assert _starts(30, *six, footprint(*_between(15, 0, 15, 10), short)) == []


def test_a_week_holds_three_long_meetings() -> None:
    expert = meeting_kinds()["expert_90"]
    long = [
        footprint(*_between(14, 0, 15, 30, THURSDAY - timedelta(days=back)), expert)
        for back in (1, 2, 3)
    ]
    last_week = footprint(*_between(14, 0, 15, 30, THURSDAY - timedelta(days=4)), expert)

    assert _starts(90, *long) == []
    assert _starts(60, *long)
    assert _starts(90, *long[:2], last_week)


def test_two_advisors_meet_when_both_can() -> None:
    need = Need(meeting_kinds()["short_30"], 30)
    early = Calendar(Hours({4: (Span(time(9), time(13)),)}), PARIS, ())
    late = Calendar(Hours({4: (Span(time(10, 20), time(17)),)}), PARIS, ())
    found = free_starts(need, [early, late], (), RULES, THURSDAY, 0)

    # One has desk work from 12:15 on, the other until 11:05.
    assert _clocks(found) == ["11:15", "11:30", "11:45"]


def test_the_room_and_the_client_are_looked_at_too() -> None:
    start, end = _between(14, 0, 16, 0)
    elsewhere = Footprint(start, end, start, end, start)

    assert _starts(30, also=[elsewhere])[4:6] == ["11:45", "16:15"]


def test_notice_is_given() -> None:
    earliest = _between(16, 7, 17, 0)[0]

    assert _starts(30, earliest=earliest)[0] == "16:15"


@given(
    st.sampled_from(sorted(available_timezones())),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.lists(st.integers(0, 24 * 60 - 1), min_size=2, max_size=2, unique=True),
)
def test_openings_are_as_long_as_the_clock_of_any_zone_lets_them_be(
    zone: str, day: date, edges: list[int]
) -> None:
    start, end = (time(*divmod(one, 60)) for one in sorted(edges))
    rules = _no_blocks()
    found = openings_of(Hours({day.isoweekday(): (Span(start, end),)}), day, zone, rules)

    # Every minute that passes, shown by the zone: those of the day between the two times.
    noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    passing = (noon + timedelta(minutes=n) for n in range(-27 * 60, 27 * 60))
    shown = [(one, one.astimezone(ZoneInfo(zone))) for one in passing]
    lasting = [one for one, wall in shown if wall.date() == day and start <= wall.time() < end]
    comes_twice = any(wall.fold for _, wall in shown if wall.date() == day)
    if not comes_twice:
        assert sum(one.end - one.start for one in found) == 60 * len(lasting)


def _no_blocks() -> BookingRules:
    return replace(RULES, edge_minutes=0, preparation_block_minutes=0, follow_up_block_minutes=0)


def _starts(
    minutes: int,
    *taken: Footprint,
    hours: Hours | None = None,
    also: list[Footprint] | None = None,
    earliest: int = 0,
) -> list[str]:
    kind = {30: "short_30", 60: "long_60", 90: "expert_90"}[minutes]
    calendar = Calendar(hours or Hours(WEEK), PARIS, taken)
    need = Need(meeting_kinds()[kind], minutes)
    found = free_starts(need, [calendar], also or [], RULES, THURSDAY, earliest)
    return _clocks(found)


def _clocks(found: Iterable[Moment]) -> list[str]:
    return [one.clock.isoformat("minutes") for one in found]


def _between(
    hour: int, minute: int, until: int, past: int, day: date = THURSDAY
) -> tuple[int, int]:
    start = datetime.combine(day, time(hour, minute), tzinfo=ZoneInfo(PARIS))
    end = datetime.combine(day, time(until, past), tzinfo=ZoneInfo(PARIS))
    return int(start.timestamp()), int(end.timestamp())
