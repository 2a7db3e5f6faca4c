"""Cells: what is read is right, what is not is refused, whatever stands in a file."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.bank_import import Why
from advisor_app.exchange.cells import BadCell, Cells, cells_of
from advisor_app.exchange.columns import Column, Form
from advisor_app.exchange.tables import TABLES
from advisor_app.exchange.vocabularies import vocabularies

TODAY = date(2026, 4, 23)


def cells(form: Form, date_format: str | None = None, **more: Any) -> Cells:
    return cells_of(Column("x", form, **more), vocabularies(), TODAY, date_format)


def refused(read: Cells, text: str) -> BadCell | None:
    """Why a text is refused; None where it is read."""
    try:
        read[text]
    except BadCell as error:
        return error
    return None


@given(st.dates(date(1800, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_as_itself(day: date) -> None:
    assert cells(Form.DATE)[day.isoformat()] == day.isoformat()
    assert cells(Form.DATE, "%d.%m.%Y")[f"{day:%d.%m.%Y}"] == day.isoformat()


@given(st.from_regex(r"\A[12][0-9]{3}-[0-9]{2}-[0-9]{2}\Z"))
def test_what_the_calendar_lacks_is_refused(text: str) -> None:
    try:
        known = 1800 <= date.fromisoformat(text).year <= 2999
    except ValueError:
        known = False
    error = refused(cells(Form.DATE), text)
    assert (error is None) == known
    assert error is None or error.proposal is None or date.fromisoformat(error.proposal)


@given(st.datetimes(datetime(1800, 1, 1), datetime(2999, 12, 31)), st.sampled_from("T "))  # noqa: DTZ001 wall times
def test_every_moment_is_read_to_the_minute(moment: datetime, between: str) -> None:
    wanted = moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    assert cells(Form.MOMENT)[moment.isoformat(between, "minutes")] == wanted
    assert cells(Form.MOMENT)[moment.isoformat(between, "seconds")] == wanted


@given(st.text())
def test_no_text_breaks_a_reader(text: str) -> None:
    """Whatever stands in a cell: a canonical value, or a reason."""
    for table in TABLES.values():
        for column in table.columns:
            error = refused(cells_of(column, vocabularies(), TODAY, None), text)
            assert error is None or error.why in Why


@given(st.dates(TODAY + timedelta(days=1), date(2999, 12, 31)))
def test_nobody_is_born_after_today(day: date) -> None:
    with pytest.raises(BadCell) as caught:
        cells(Form.BIRTH)[day.isoformat()]
    assert caught.value.why is Why.BORN_IN_FUTURE


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (Form.BOOLEAN, "OUI", True),
        (Form.BOOLEAN, " no ", False),
        (Form.WHOLE, "12.0", 12),
        (Form.DECIMAL, "-12.50", "-12.50"),
        (Form.LATITUDE, "6e-05", 6e-05),
        (Form.TIME, "9:05", "09:05"),
        (Form.MONTH, "2026-03-01", "2026-03"),
        (Form.PARTIAL_DATE, "2027", "2027"),
        (Form.PARTIAL_DATE, "2027-04", "2027-04"),
        (Form.PARTIAL_DATE, "2027-04-30", "2027-04-30"),
        (Form.CURRENCY, "eur", "EUR"),
        (Form.ZONE, "Europe/Paris", "Europe/Paris"),
        (Form.REFS, "A1| A2 |A1", "A1|A2"),
        (Form.DATE, "2026-01-02 00:00:00", "2026-01-02"),
    ],
)
def test_forms_are_forgiving_where_nothing_is_in_doubt(form: Form, text: str, value: Any) -> None:
    assert cells(form)[text] == value


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("31/12/1990", "1990-12-31"),
        ("12/31/1990", "1990-12-31"),
        ("05.05.1990", "1990-05-05"),
        ("03/04/1990", None),
        ("1990-02-31", "1990-02-28"),
        ("1990-13-01", None),
    ],
)
def test_a_day_is_proposed_only_where_it_is_clear(text: str, proposal: str | None) -> None:
    with pytest.raises(BadCell) as caught:
        cells(Form.DATE)[text]
    assert caught.value.proposal == proposal


@pytest.mark.parametrize("text", ["1e5", "1,000", "NaN", "Infinity", "1_000", "٣", "0x10", "1."])
def test_what_python_would_take_for_a_number_is_none(text: str) -> None:
    with pytest.raises(BadCell):
        cells(Form.DECIMAL)[text]
