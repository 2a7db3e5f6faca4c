"""What is left of a day between its meetings, against a minute by minute oracle."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.free_spans import free_spans

DAY = date(2026, 4, 23)
MIDNIGHT = datetime.combine(DAY, time(0))
HOURS = ((time(9), time(12, 30)), (time(13, 45), time(18)))
minutes = st.integers(min_value=0, max_value=23 * 60)


def span(start: int, length: int) -> tuple[datetime, datetime]:
    first = MIDNIGHT + timedelta(minutes=start)
    return first, first + timedelta(minutes=length)


@given(st.lists(st.builds(span, minutes, st.integers(min_value=5, max_value=180)), max_size=6))
def test_a_minute_is_free_where_a_free_half_hour_surrounds_it(
    busy: list[tuple[datetime, datetime]],
) -> None:
    found = free_spans(DAY, HOURS, busy)
    runs: list[tuple[datetime, datetime]] = []
    for opened, closed in HOURS:
        moment, start = datetime.combine(DAY, opened), None
        while moment <= datetime.combine(DAY, closed):
            taken = any(first <= moment < last for first, last in busy)
            if moment == datetime.combine(DAY, closed) or taken:
                if start is not None and moment - start >= timedelta(minutes=30):
                    runs.append((start, moment))
                start = None
            elif start is None:
                start = moment
            moment += timedelta(minutes=1)
    assert found == runs


def test_a_day_without_hours_has_nothing_free() -> None:
    assert free_spans(DAY, (), ()) == []
