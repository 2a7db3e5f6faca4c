"""The dates of a series."""

from datetime import datetime

import pytest

from advisor_app.domain.series import (
    NotARhythm,
    Rhythm,
    SeriesOutOfBounds,
    rhythm,
    series_starts,
)

LAST_OF_AUGUST = datetime(2026, 8, 31, 10)  # noqa: DTZ001 wall time


def days(every: str, times: int) -> list[str]:
    return [
        one.isoformat(timespec="minutes")
        for one in series_starts(LAST_OF_AUGUST, rhythm(every), times)
    ]


def test_half_years_keep_the_day_or_take_the_months_last() -> None:
    assert days("6m", 3) == ["2026-08-31T10:00", "2027-02-28T10:00", "2027-08-31T10:00"]


def test_three_mondays() -> None:
    assert days("1w", 3) == ["2026-08-31T10:00", "2026-09-07T10:00", "2026-09-14T10:00"]


def test_days() -> None:
    assert rhythm(" 10d ") == Rhythm(days=10)


@pytest.mark.parametrize("text", ["", "6", "m", "0w", "6 m", "-1w", "1y", "1000d", "1w2"])
def test_anything_else_is_no_rhythm(text: str) -> None:
    with pytest.raises(NotARhythm):
        rhythm(text)


@pytest.mark.parametrize("times", [-1, 0, 1, 27])
def test_a_series_has_from_two_to_twenty_six_dates(times: int) -> None:
    with pytest.raises(SeriesOutOfBounds):
        series_starts(LAST_OF_AUGUST, Rhythm(days=7), times)
