"""What people type in fields, in four languages."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.domain.figures.reading import read_inputs
from advisor_app.domain.figures.values import Figure, InputRule, InputType
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.partial_date import PartialDate
from advisor_app.i18n import set_language, speaking
from advisor_app.i18n.typed import (
    input_text,
    read_day,
    read_number,
    read_partial_date,
    typed_date,
    typed_input,
    written_number,
)

FR, EN, NL, DE = Language
LABEL = LocalText("a", "a", "a", "a")


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    yield
    set_language(FR)


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        (FR, "285 000", "285000"),
        (FR, "285\u202f000,55 €", "285000.55"),
        (FR, "1077.92", "1077.92"),
        (FR, "1.234", "1.234"),
        (EN, "1,234", "1234"),
        (EN, "1,234.50", "1234.50"),
        (EN, "3.3", "3.3"),
        (NL, "1.234", "1234"),
        (NL, "€ 1.234,5", "1234.5"),
        (DE, "1.234.567,89", "1234567.89"),
        (DE, "12.5", "12.5"),
        (DE, "1'200", "1200"),
        (FR, "007", "007"),
    ],
)
def test_a_number_is_read_as_its_language_means_it(
    language: Language, typed: str, value: str
) -> None:
    set_language(language)
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["", "  ", "abc", "1 a", "-5", "1,2,3", "1..2", "NaN", "1e5", "٣"]
)
@pytest.mark.parametrize("language", list(Language))
def test_what_is_no_number_is_none(language: Language, typed: str) -> None:
    set_language(language)
    assert read_number(typed) is None


@given(
    st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False),
    st.sampled_from(list(Language)),
)
def test_a_number_that_was_written_is_read_back(value: Decimal, language: Language) -> None:
    with speaking(language):
        assert read_number(written_number(value)) == value


@pytest.mark.parametrize(
    ("typed", "date_"),
    [
        ("2027", PartialDate(2027)),
        ("09/2026", PartialDate(2026, 9)),
        ("9.2026", PartialDate(2026, 9)),
        ("2026-09", PartialDate(2026, 9)),
        ("septembre 2026", PartialDate(2026, 9)),
        ("sept. 2026", PartialDate(2026, 9)),
        ("23/09/2026", PartialDate(2026, 9, 23)),
        ("2026-09-23", PartialDate(2026, 9, 23)),
        ("23 septembre 2026", PartialDate(2026, 9, 23)),
        ("1er août 2026", PartialDate(2026, 8, 1)),
        ("31/02/2026", None),
        ("13/2026", None),
        ("ju 2026", None),
        ("bientôt", None),
        ("", None),
        ("1/2/3/2026", None),
    ],
)
def test_a_partial_date_is_read_as_far_as_it_is_known(
    typed: str, date_: PartialDate | None
) -> None:
    assert read_partial_date(typed) == date_


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(list(Language)),
    st.integers(0, 2),
)
def test_a_date_that_was_written_is_read_back(day: date, language: Language, known: int) -> None:
    parts = (day.year, day.month, day.day)[: known + 1]
    when = PartialDate(*parts)
    with speaking(language):
        assert read_partial_date(typed_date(when)) == when


def test_a_day_is_whole() -> None:
    assert read_day("23/09/2026") == date(2026, 9, 23)
    assert read_day("09/2026") is None


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "shown"),
    [
        (InputType.AMOUNT, "220 000,50", "220000.50", "220\u202f000,5"),
        (InputType.RATIO, "3,30 %", "0.033", "3,3"),
        (InputType.RATIO, "3.3", "0.033", "3,3"),
        (InputType.MONTHS, "300", "300", "300"),
        (InputType.DATE, "12/2051", "2051-12", "12/2051"),
        (InputType.YES_NO, "yes", "yes", "yes"),
        (InputType.AMOUNT, "beaucoup", "beaucoup", "beaucoup"),
        (InputType.AMOUNT, "  ", "", ""),
    ],
)
def test_an_input_is_kept_plainly_and_shown_as_typed(
    kind: InputType, typed: str, kept: str, shown: str
) -> None:
    rule = InputRule("x", kind, LABEL)
    assert input_text(rule, typed) == kept
    assert typed_input(rule, kept) == shown


@given(st.integers(0, 10**6))
def test_a_share_survives_the_way_through_the_field(thousandths: int) -> None:
    share = Decimal(thousandths) / Decimal(10**6)
    rule = InputRule("rate", InputType.RATIO, LABEL)
    figure = Figure("f", LABEL, frozenset(), "", "", "", "", (), {"rate": rule}, {})
    kept = input_text(rule, typed_input(rule, f"{share:f}"))
    read = read_inputs({"rate": kept}, {"f": figure})["rate"]
    assert read == share
