"""The days on which a suggestion may come back are days that the advisor works."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.months import plus_months
from advisor_app.domain.opening import (
    ClosingDays,
    DatedHours,
    Hours,
    Span,
    WhyClosed,
    closed_on,
    open_spans,
)
from advisor_app.domain.snooze_days import SnoozeDay, Wait, first_working_day, snooze_days

SPANS = (Span(time(9), time(12)),)
TUESDAY_TO_SATURDAY = dict.fromkeys(range(2, 7), SPANS)
ASCENSION = LocalText("Ascension", "Ascension Day", "Hemelvaart", "Christi Himmelfahrt")

days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
weeks = st.sets(st.integers(1, 7), min_size=1).map(lambda on: dict.fromkeys(on, SPANS))
closings = st.tuples(days, st.integers(0, 9), st.booleans()).map(
    lambda told: ClosingDays(told[0], told[0] + timedelta(days=told[1]), of_advisor=told[2])
)
dated = st.tuples(days, st.integers(0, 9)).map(
    lambda told: DatedHours(told[0], told[0] + timedelta(days=told[1]), ())
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[date, Hours]:
    """A day, and hours with all that closes days around it."""
    today = draw(days)
    near = st.integers(0, 45).map(lambda ahead: today + timedelta(days=ahead))
    hours = Hours(
        week=draw(weeks),
        closings=tuple(draw(st.lists(closings, max_size=3))),
        holidays=dict.fromkeys(draw(st.sets(near, max_size=6)), ASCENSION),
        dated=tuple(draw(st.lists(dated, max_size=2))),
    )
    return today, hours


@given(plans())
def test_every_day_that_is_offered_is_worked_and_none_before_it_was_wished(
    plan: tuple[date, Hours],
) -> None:
    today, hours = plan
    for one in snooze_days(today, hours):
        assert one.day > today
        assert open_spans(hours, one.day)
        between = (one.wished + timedelta(days=n) for n in range((one.day - one.wished).days))
        assert not any(open_spans(hours, day) for day in between)
        assert (one.closed is None) == (one.day == one.wished)


@given(plans())
def test_each_day_is_offered_once_and_the_month_is_always_there(plan: tuple[date, Hours]) -> None:
    today, hours = plan
    offered = [one.day for one in snooze_days(today, hours)]
    assert offered == sorted(set(offered))
    assert offered[-1] >= plus_months(today, 1)


def test_a_month_ahead_that_is_a_sunday_moves_past_a_closed_monday() -> None:
    hours = Hours(week=TUESDAY_TO_SATURDAY)
    found = snooze_days(date(2026, 4, 24), hours)
    assert found[0] == SnoozeDay(Wait.TOMORROW, date(2026, 4, 25), date(2026, 4, 25))
    assert [(one.wait, one.day) for one in found[1:]] == [
        (Wait.NEXT_WEEK, date(2026, 4, 28)),
        (Wait.IN_A_MONTH, date(2026, 5, 26)),
    ]
    assert found[-1].wished == date(2026, 5, 24)
    assert found[-1].closed == closed_on(hours, date(2026, 5, 24))


def test_a_holiday_is_named() -> None:
    hours = Hours(week=TUESDAY_TO_SATURDAY, holidays={date(2026, 5, 14): ASCENSION})
    (month,) = [one for one in snooze_days(date(2026, 4, 14), hours) if one.wait is Wait.IN_A_MONTH]
    assert month.day == date(2026, 5, 15)
    assert month.closed is not None
    assert (month.closed.why, month.closed.holiday) == (WhyClosed.HOLIDAY, ASCENSION)


def test_tomorrow_is_left_out_where_it_is_closed() -> None:
    found = snooze_days(date(2026, 4, 25), Hours(week=TUESDAY_TO_SATURDAY))
    assert [one.wait for one in found] == [Wait.NEXT_WEEK, Wait.IN_A_MONTH]


def test_whoever_works_on_no_day_keeps_the_days_of_the_calendar() -> None:
    assert first_working_day(Hours(week={}), date(2026, 5, 24)) == date(2026, 5, 24)
