"""A booking tries a day that the advisor works, at an hour when the advisor is there."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.first_try import first_try
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import ClosingDays, DatedHours, Hours, Span, open_spans

DAY = (Span(time(9), time(12)), Span(time(14), time(18)))
TUESDAY_TO_SATURDAY = dict.fromkeys(range(2, 7), DAY)
THURSDAY = date(2026, 4, 23)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_it_is_a_week_ahead_at_ten() -> None:
    assert first_try(THURSDAY, Hours(TUESDAY_TO_SATURDAY)) == datetime(2026, 4, 30, 10)  # noqa: DTZ001 wall time


def test_a_saturday_that_is_worked_is_a_day_like_any_other() -> None:
    saturday = date(2026, 4, 25)
    assert first_try(saturday, Hours(TUESDAY_TO_SATURDAY)).date() == date(2026, 5, 2)


def test_a_monday_off_a_holiday_and_days_away_are_passed_over() -> None:
    hours = Hours(
        TUESDAY_TO_SATURDAY,
        closings=(ClosingDays(date(2026, 5, 2), date(2026, 5, 6), of_advisor=True),),
        holidays={date(2026, 5, 1): LocalText("Fête du Travail", "Labour Day", "Dag", "Tag")},
    )
    assert first_try(date(2026, 4, 24), hours).date() == date(2026, 5, 7)


def test_an_afternoon_alone_begins_when_it_begins() -> None:
    evening = DatedHours(date(2026, 4, 30), date(2026, 4, 30), (Span(time(16), time(20)),))
    hours = Hours(TUESDAY_TO_SATURDAY, dated=(evening,))
    assert first_try(THURSDAY, hours) == datetime(2026, 4, 30, 16)  # noqa: DTZ001 wall time


def test_whoever_works_on_no_day_gets_the_day_a_week_ahead() -> None:
    assert first_try(THURSDAY, Hours({})) == datetime(2026, 4, 30, 10)  # noqa: DTZ001 wall time


@given(
    days,
    st.sets(st.integers(1, 7), min_size=1),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9), st.booleans()), max_size=3),
)
def test_it_is_the_first_day_with_hours_and_within_them(
    today: date, worked: set[int], away: list[tuple[int, int, bool]]
) -> None:
    closings = tuple(
        ClosingDays(
            today + timedelta(days=after), today + timedelta(days=after + long), of_advisor=own
        )
        for after, long, own in away
    )
    hours = Hours(dict.fromkeys(worked, DAY), closings)
    found = first_try(today, hours)
    passed = [today + timedelta(days=ahead) for ahead in range(7, (found.date() - today).days)]
    assert found.date() >= today + timedelta(days=7)
    assert not any(open_spans(hours, day) for day in passed)
    assert any(span.start <= found.time() < span.end for span in open_spans(hours, found.date()))
