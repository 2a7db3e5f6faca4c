"""Easter Sunday, against dates that other people checked."""

import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.easter import easter


def test_the_dates_of_dateutils_tests(shared: Path) -> None:
    source = shared / "data/reference/dateutil+dateutil/tests/test_easter.py"
    text = source.read_text(encoding="utf-8")
    western = text.split("western_easter_dates = [")[1].split("]")[0]
    days = [
        date(*map(int, found)) for found in re.findall(r"date\((\d+),\s+(\d+),\s+(\d+)\)", western)
    ]
    assert len(days) > 40
    assert [easter(day.year) for day in days] == days


@given(st.integers(1583, 4099))
def test_it_is_a_sunday_of_spring(year: int) -> None:
    found = easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)
    assert found - timedelta(days=48) >= date(year, 2, 2)
