"""The hours of a day."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import (
    Closed,
    ClosingDays,
    DatedHours,
    Hours,
    Span,
    WhyClosed,
    closed_on,
    joined,
    open_spans,
)

MORNING = Span(time(9), time(12, 30))
AFTERNOON = Span(time(14), time(18))
TUESDAY = date(2026, 4, 21)
MONDAY = date(2026, 4, 20)
HOLIDAY = LocalText("Fête", "Feast", "Feest", "Fest")
WEEK = {2: (AFTERNOON, MORNING)}

minutes = st.integers(0, 24 * 60 - 1)
spans = st.tuples(minutes, minutes).map(
    lambda pair: Span(*(time(*divmod(one, 60)) for one in sorted(pair)))
)


@given(st.lists(spans))
def test_joined_spans_hold_the_same_minutes(given_spans: list[Span]) -> None:
    merged = joined(given_spans)

    def holding(some: list[Span] | tuple[Span, ...]) -> set[int]:
        edges = [(one.start.hour * 60 + one.start.minute, one) for one in some]
        return {
            minute
            for start, one in edges
            for minute in range(start, one.end.hour * 60 + one.end.minute)
        }

    assert holding(merged) == holding(given_spans)
    assert all(left.end < right.start for left, right in pairwise(merged))


def test_a_day_has_its_weekdays_hours_in_order() -> None:
    assert open_spans(Hours(WEEK), TUESDAY) == (MORNING, AFTERNOON)
    assert closed_on(Hours(WEEK), TUESDAY) is None


def test_two_spans_that_touch_are_one() -> None:
    week = {2: (Span(time(9), time(12)), Span(time(12), time(15)))}
    assert open_spans(Hours(week), TUESDAY) == (Span(time(9), time(15)),)


def test_a_weekday_without_hours_is_closed() -> None:
    assert closed_on(Hours(WEEK), MONDAY) == Closed(WhyClosed.NO_HOURS)
    assert closed_on(Hours({1: ()}), MONDAY) == Closed(WhyClosed.NO_HOURS)
    assert open_spans(Hours(WEEK), MONDAY) == ()


def test_a_holiday_closes_by_its_name() -> None:
    hours = Hours(WEEK, holidays={TUESDAY: HOLIDAY})
    assert closed_on(hours, TUESDAY) == Closed(WhyClosed.HOLIDAY, holiday=HOLIDAY)
    assert open_spans(hours, TUESDAY) == ()


def test_closing_days_close_from_the_first_to_the_last() -> None:
    works = ClosingDays(date(2026, 4, 14), TUESDAY, "works")
    assert closed_on(Hours(WEEK, (works,)), date(2026, 4, 14)) is not None
    assert closed_on(Hours(WEEK, (works,)), TUESDAY) == Closed(
        WhyClosed.BRANCH_CLOSED, reason="works"
    )
    assert closed_on(Hours(WEEK, (works,)), date(2026, 4, 28)) is None


def test_an_advisor_may_be_away_alone() -> None:
    leave = ClosingDays(TUESDAY, TUESDAY, of_advisor=True)
    assert closed_on(Hours(WEEK, (leave,)), TUESDAY) == Closed(WhyClosed.ADVISOR_AWAY)


AUGUST = DatedHours(date(2026, 7, 20), date(2026, 8, 22), (Span(time(9), time(12)),))


def test_other_hours_hold_from_day_to_day_where_the_week_has_hours() -> None:
    hours = Hours({2: (Span(time(9), time(18)),)}, dated=(AUGUST,))
    assert open_spans(hours, date(2026, 7, 14)) == (Span(time(9), time(18)),)
    assert open_spans(hours, date(2026, 8, 18)) == AUGUST.spans
    assert closed_on(hours, date(2026, 8, 17)) == Closed(WhyClosed.NO_HOURS)
    assert open_spans(hours, date(2026, 8, 25)) == (Span(time(9), time(18)),)


def test_a_single_day_beats_many_and_opens_a_closed_weekday() -> None:
    monday, evening = date(2026, 8, 17), (Span(time(17), time(20)),)
    late = DatedHours(monday, monday, evening)
    hours = Hours({1: (Span(time(9), time(12)),)}, dated=(AUGUST, late))
    assert open_spans(hours, monday) == evening
    assert open_spans(replace(hours, week={}), monday) == evening


def test_ones_own_other_hours_beat_the_branchs() -> None:
    own = DatedHours(
        AUGUST.from_day, AUGUST.until_day, (Span(time(14), time(16)),), of_advisor=True
    )
    hours = Hours({2: (Span(time(9), time(18)),)}, dated=(own, AUGUST))
    assert open_spans(hours, date(2026, 8, 18)) == own.spans


def test_a_holiday_closes_a_day_with_hours_of_its_own() -> None:
    day = date(2026, 8, 15)
    name = LocalText(fr="Assomption", en="Assumption", nl="Maria", de="Himmelfahrt")
    late = DatedHours(day, day, (Span(time(9), time(12)),))
    assert open_spans(Hours({}, holidays={day: name}, dated=(late,)), day) == ()
