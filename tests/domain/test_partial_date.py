"""Dates of which a part may be unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.partial_date import PartialDate


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from([4, 7, 10]))
def test_what_was_written_is_read_back(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    value = PartialDate.parse(text)
    assert str(value) == text
    assert value.first_day <= day <= value.last_day


@pytest.mark.parametrize(
    "text",
    ["", "26", "2026-13", "2026-02-31", "2026-4", "2026-04-1", "20260401", "２０２６", "-026"],
)
def test_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_a_month_runs_to_its_last_day() -> None:
    february = PartialDate.parse("2028-02")
    assert (february.first_day, february.last_day) == (date(2028, 2, 1), date(2028, 2, 29))
