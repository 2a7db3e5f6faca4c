"""Wall times, zones and the nights when the clocks change."""

import zoneinfo
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.moments import (
    FIRST,
    SECOND,
    GapOfSummerTime,
    NotAMoment,
    UnknownZone,
    after_minutes,
    minutes_between,
    moment_at,
    moment_of,
    parse_moment,
    start_of_day,
    zone_of,
)

PARIS = "Europe/Paris"
# The bank's own zones, its overseas branches, and zones that test a rule: half hours, a jump of
# thirty minutes, a jump at midnight, a whole day left out, no summer time.
ZONES = (
    PARIS,
    "Europe/Brussels",
    "Europe/Zurich",
    "Indian/Reunion",
    "America/Cayenne",
    "America/Guadeloupe",
    "Pacific/Noumea",
    "America/Miquelon",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Beirut",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Europe/Dublin",
    "UTC",
)
zones = st.sampled_from(ZONES)
minutes = st.datetimes(
    datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2060-01-01")
).map(lambda wall: wall.replace(second=0, microsecond=0, fold=0))


def near_a_change(zone: str) -> st.SearchStrategy[datetime]:
    """Wall times of the two days around a change of the clocks."""
    return st.tuples(st.sampled_from(changes(zone)), st.integers(-1500, 1500)).map(
        lambda drawn: drawn[0] + timedelta(minutes=drawn[1])
    )


def changes(zone: str) -> list[datetime]:
    """The days of 1995 to 2035 on which the offset of a zone changes, found by looking."""
    info = zoneinfo.ZoneInfo(zone)
    days = [datetime(1995, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(41 * 365)]
    offsets = [day.astimezone(info).utcoffset() for day in days]
    changed = [
        day.replace(tzinfo=None)
        for day, old, new in zip(days[1:], offsets, offsets[1:], strict=False)
        if old != new
    ]
    return changed or [datetime.fromisoformat("2020-03-29")]


walls = zones.flatmap(
    lambda zone: st.tuples(st.just(zone), st.one_of(near_a_change(zone), minutes))
)


def instants_showing(wall: datetime, zone: str) -> list[int]:
    """Every instant at which the wall shows a time: tried one offset at a time, from +15 to -15."""
    info = zoneinfo.ZoneInfo(zone)
    found = []
    for quarter in range(-60 - 44, 60 + 1):
        instant = wall.replace(tzinfo=UTC) + timedelta(minutes=15 * quarter)
        if instant.astimezone(info).replace(tzinfo=None) == wall:
            found.append(int(instant.timestamp()))
    return found


@given(walls, st.sampled_from([FIRST, SECOND]))
def test_a_wall_time_is_the_instant_that_shows_it(said: tuple[str, datetime], fold: int) -> None:
    zone, wall = said
    instants = instants_showing(wall, zone)
    if not instants:
        with pytest.raises(GapOfSummerTime):
            moment_at(wall, zone, fold)
        return
    made = moment_at(wall, zone, fold)
    assert made.utc == (instants[-1] if fold == SECOND else instants[0])
    assert made.comes_twice == (len(instants) == 2)
    assert made.fold == (fold if len(instants) == 2 else FIRST)


@given(zones, st.integers(631_152_000, 2_840_140_800))
def test_an_instant_comes_back_from_its_wall(zone: str, seconds: int) -> None:
    shown = moment_of(seconds, zone)
    assert shown.utc == seconds - seconds % 60
    assert moment_at(shown.wall, zone, shown.fold) == shown
    assert parse_moment(shown.text, zone, shown.fold) == shown


@given(zones, st.integers(631_152_000, 2_840_140_800), st.integers(0, 3000))
def test_minutes_that_go_by_are_counted_on_no_wall(zone: str, seconds: int, more: int) -> None:
    start = moment_of(seconds, zone)
    assert minutes_between(start, after_minutes(start, more)) == more


@given(zones, st.dates(date(1996, 1, 1), date(2034, 12, 31)))
def test_a_day_starts_at_its_first_moment(zone: str, day: date) -> None:
    if (zone, day) == ("Pacific/Apia", date(2011, 12, 30)):
        return  # that island went to bed on the 29th and woke on the 31st
    start = start_of_day(day, zone)
    assert start.day == day
    assert moment_of(start.utc - 60, zone).day < day


def test_a_gap_is_refused_with_the_time_that_the_clocks_show_instead() -> None:
    with pytest.raises(GapOfSummerTime) as refused:
        parse_moment("2027-03-28T02:30", PARIS)
    assert refused.value.instead == datetime.fromisoformat("2027-03-28T03:30")


def test_of_two_equal_times_the_first_is_meant_unless_asked() -> None:
    first = parse_moment("2026-10-25T02:30", PARIS)
    second = parse_moment("2026-10-25T02:30", PARIS, SECOND)
    assert first.comes_twice
    assert second.utc - first.utc == 3600
    assert datetime.fromtimestamp(first.utc, UTC).hour == 0
    assert datetime.fromtimestamp(second.utc, UTC).hour == 1


def test_a_meeting_across_the_night_of_the_change_lasts_its_minutes() -> None:
    start = parse_moment("2026-10-25T01:30", PARIS)
    assert after_minutes(start, 120).text == "2026-10-25T02:30"
    assert after_minutes(start, 120).fold == SECOND


def test_the_29th_of_february_exists_in_leap_years_only() -> None:
    assert parse_moment("2028-02-29T10:00", PARIS).day == date(2028, 2, 29)
    with pytest.raises(NotAMoment):
        parse_moment("2027-02-29T10:00", PARIS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2027-04-13",
        "10:00",
        "2027-04-31T10:00",
        "2027-04-13T25:00",
        "2027-04-13T10:00+02:00",
        "2027-04-13T10:00Z",
        "2027-04-13T10:00:30",
        "13/04/2027 10:00",
        "1027-04-13T10:00",
        "tomorrow",
        "\x00",
    ],
)
def test_anything_else_is_no_moment(text: str) -> None:
    with pytest.raises(NotAMoment):
        parse_moment(text, PARIS)


@pytest.mark.parametrize("zone", ["", "Europe", "Europe/Lutetia", "../etc/passwd", "/etc/passwd"])
def test_a_zone_must_exist(zone: str) -> None:
    with pytest.raises(UnknownZone):
        zone_of(zone)
