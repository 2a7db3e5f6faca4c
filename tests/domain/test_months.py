"""Months as PRODUCT.md counts them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.months import age_on, less_months, plus_months

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def test_the_last_day_of_a_longer_month_becomes_the_last_of_a_shorter() -> None:
    assert less_months(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert less_months(date(2024, 8, 31), 6) == date(2024, 2, 29)
    assert plus_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


@given(DAYS, st.integers(0, 240))
def test_the_day_is_kept_or_the_month_ends(day: date, months: int) -> None:
    earlier = less_months(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    ends = (earlier + timedelta(days=1)).day == 1
    assert earlier.day == day.day or (ends and earlier.day < day.day)


def test_a_birthday_counts_on_its_day() -> None:
    assert age_on(date(1956, 4, 23), date(2026, 4, 22)) == 69
    assert age_on(date(1956, 4, 23), date(2026, 4, 23)) == 70
    assert age_on(date(2004, 2, 29), date(2022, 2, 28)) == 17
