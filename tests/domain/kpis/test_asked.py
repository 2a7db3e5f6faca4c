"""The periods that are asked for again and again, against days counted one by one."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.kpis.asked import UsualPeriod, usual_period
from advisor_app.domain.kpis.period import period_until


@pytest.mark.parametrize(
    ("which", "today", "first", "last"),
    [
        ("twelve_months", "2026-04-23", "2025-04-24", "2026-04-23"),
        ("twelve_months", "2024-02-29", "2023-03-01", "2024-02-29"),
        ("this_quarter", "2026-04-23", "2026-04-01", "2026-04-23"),
        ("this_quarter", "2026-12-31", "2026-10-01", "2026-12-31"),
        ("last_quarter", "2026-04-01", "2026-01-01", "2026-03-31"),
        ("last_quarter", "2026-03-31", "2025-10-01", "2025-12-31"),
        ("this_year", "2026-01-01", "2026-01-01", "2026-01-01"),
        ("last_year", "2025-06-30", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_usual_period_has_its_days(which: str, today: str, first: str, last: str) -> None:
    period = usual_period(UsualPeriod(which), date.fromisoformat(today))
    assert period == (date.fromisoformat(first), date.fromisoformat(last))


@given(st.dates(date(1950, 1, 1), date(2200, 12, 31)), st.sampled_from(UsualPeriod))
def test_every_usual_period_can_be_counted(today: date, which: UsualPeriod) -> None:
    period = usual_period(which, today)
    assert period_until(*period, today) == period
    whole = {UsualPeriod.LAST_QUARTER: 3, UsualPeriod.LAST_YEAR: 12}
    if which in whole:
        day, days = period.first, 0
        for _month in range(whole[which]):
            length = calendar.monthrange(day.year, day.month)[1]
            day, days = day + timedelta(days=length), days + length
        assert period.days() == days
