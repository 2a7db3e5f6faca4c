"""When a follow-up is due, against a count minute by minute."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.follow_up import due_after
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.moments import Moment, moment_of, parse_moment
from advisor_app.domain.opening import ClosingDays, Hours, counts_for_follow_up

PARIS = "Europe/Paris"
HOLIDAY = LocalText("Fête", "Feast", "Feest", "Fest")
ALWAYS = Hours({})


def counted_by_minutes(end: Moment, rests: Callable[[date], bool], hours: int) -> Moment:
    """Let minutes go by, one at a time, and count those of days that count."""
    zone = ZoneInfo(end.zone)
    instant = datetime.fromtimestamp(end.utc, UTC)
    left = hours * 60
    while left > 0 or rests(instant.astimezone(zone).date()):
        left -= 0 if rests(instant.astimezone(zone).date()) else 1
        instant += timedelta(minutes=1)
    return moment_of(int(instant.timestamp()), end.zone)


# Around both changes of the clocks, a leap day, and the holidays of May.
starts = st.sampled_from(
    ["2026-03-25", "2026-10-21", "2028-02-26", "2026-04-29", "2026-12-23", "2026-05-12"]
)


@st.composite
def ends(draw: st.DrawFn) -> Moment:
    first = datetime.fromisoformat(draw(starts)).replace(tzinfo=UTC)
    minutes = draw(st.integers(0, 6 * 24 * 60))
    zone = draw(st.sampled_from([PARIS, "Indian/Reunion", "America/Guadeloupe"]))
    return moment_of(int(first.timestamp()) + minutes * 60, zone)


@settings(max_examples=40)
@given(ends(), st.sets(st.integers(0, 9), max_size=4), st.sets(st.integers(0, 9), max_size=3))
def test_it_is_the_minute_at_which_48_counted_hours_are_over(
    end: Moment, holidays: set[int], closed: set[int]
) -> None:
    feasts = {end.day + timedelta(days=number): HOLIDAY for number in holidays}
    closings = tuple(
        ClosingDays(end.day + timedelta(days=number), end.day + timedelta(days=number))
        for number in closed
    )

    def rests(day: date) -> bool:
        away = any(closing.from_day == day for closing in closings)
        return day.weekday() == 6 or day in feasts or away

    hours = Hours({}, closings, feasts)
    assert due_after(end, hours) == counted_by_minutes(end, rests, 48)


@given(ends())
def test_a_follow_up_is_never_due_on_a_day_that_rests(end: Moment) -> None:
    due = due_after(end, ALWAYS)
    assert due.day.isoweekday() != 7
    assert due.utc - end.utc >= 48 * 3600


@pytest.mark.parametrize(
    ("end", "due"),
    [
        ("2026-04-21T11:00", "2026-04-23T11:00"),  # Tuesday to Thursday
        ("2026-04-24T18:00", "2026-04-27T18:00"),  # Friday: Sunday is skipped
        ("2026-04-25T12:00", "2026-04-28T12:00"),  # Saturday: Sunday is skipped
        ("2026-04-26T12:00", "2026-04-29T00:00"),  # Sunday: counting begins on Monday
        ("2026-10-24T10:00", "2026-10-27T10:00"),  # the Sunday of 25 hours is skipped whole
        ("2028-02-28T10:00", "2028-03-01T10:00"),  # over a leap day
        ("2026-04-24T00:00", "2026-04-27T00:00"),  # never the first moment of a Sunday
    ],
)
def test_the_days_of_a_week(end: str, due: str) -> None:
    assert due_after(parse_moment(end, PARIS), ALWAYS) == parse_moment(due, PARIS)


def test_an_advisors_leave_stops_no_clock() -> None:
    day = date(2026, 4, 22)
    leave = Hours({}, (ClosingDays(day, day, "leave", of_advisor=True),))
    assert counts_for_follow_up(leave, day)
    assert due_after(parse_moment("2026-04-21T11:00", PARIS), leave).text == "2026-04-23T11:00"


def test_a_branch_that_never_opens_again_owes_it_all_the_same() -> None:
    gone = Hours({}, (ClosingDays(date(2026, 1, 1), date(9999, 12, 31)),))
    assert due_after(parse_moment("2026-04-21T11:00", PARIS), gone).text == "2026-04-23T11:00"
