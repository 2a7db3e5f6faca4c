"""What must hold of every loan, saving and date, whatever the numbers."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.figures import annuity
from advisor_app.domain.figures.computing import compute
from advisor_app.domain.figures.scale import by_brackets
from advisor_app.domain.figures.values import FigureResult, InputValue
from advisor_app.domain.money import to_cent
from advisor_app.playbooks.figures import figure_tables

TODAY = date(2026, 11, 22)
CENT = Decimal("0.01")
CAPITALS = st.decimals(1000, 2_000_000, places=2)
RATES = st.decimals(0, "0.12", places=4)
TERMS = st.integers(1, 420)


def value(code: str, country: str = "FR", on: date = TODAY, **inputs: InputValue) -> list[Decimal]:
    answer = compute(code, inputs, figure_tables(), country, on)
    assert isinstance(answer, FigureResult), answer
    return [one.value for one in answer.outputs if isinstance(one.value, Decimal)]


@given(CAPITALS, RATES, TERMS)
def test_instalments_pay_back_at_least_the_capital(
    capital: Decimal, rate: Decimal, months: int
) -> None:
    payment = annuity.instalment(capital, annuity.monthly(rate), months)
    assert payment * months >= capital - CENT


@given(CAPITALS, RATES, st.integers(2, 420))
def test_a_schedule_ends_at_zero(capital: Decimal, rate: Decimal, months: int) -> None:
    t = annuity.monthly(rate)
    payment = annuity.instalment(capital, t, months)
    assert abs(annuity.outstanding_by_formula(capital, t, payment, months)) < CENT
    rounded = annuity.outstanding_by_schedule(capital, t, to_cent(payment), months)
    # The cents of each month are lost or won, and earn interest until the end.
    assert Decimal(0) <= rounded <= CENT * (annuity.future_value(t, months) + months)


@given(CAPITALS, RATES, TERMS, st.integers(0, 420))
def test_what_is_left_never_grows(capital: Decimal, rate: Decimal, months: int, paid: int) -> None:
    t = annuity.monthly(rate)
    payment = to_cent(annuity.instalment(capital, t, months)) + CENT
    before = annuity.outstanding_by_schedule(capital, t, payment, paid)
    assert annuity.outstanding_by_schedule(capital, t, payment, paid + 1) <= before


@given(RATES, TERMS)
def test_capacity_and_instalment_are_each_other_s_inverse(rate: Decimal, months: int) -> None:
    capacity, exact, without, room = value(
        "borrowing_capacity",
        income=Decimal(3600),
        instalments=Decimal(150),
        rate=rate,
        months=months,
    )
    assert exact == without
    assert Decimal(0) <= exact - capacity < 100
    (payment, *_) = value("loan_payment", capital=exact, rate=rate, months=months)
    assert abs(payment - room) <= CENT


@given(CAPITALS, RATES, TERMS)
def test_more_months_or_less_rate_make_a_smaller_instalment(
    capital: Decimal, rate: Decimal, months: int
) -> None:
    (payment, *_) = value("loan_payment", capital=capital, rate=rate, months=months)
    (longer, *_) = value("loan_payment", capital=capital, rate=rate, months=months + 1)
    (dearer, *_) = value(
        "loan_payment", capital=capital, rate=rate + Decimal("0.01"), months=months
    )
    assert longer <= payment <= dearer


@given(CAPITALS, RATES, st.integers(1, 360))
def test_what_is_put_aside_reaches_the_goal(target: Decimal, rate: Decimal, months: int) -> None:
    monthly, _ = value("savings_goal", target=target, savings_rate=rate, savings_months=months)
    grown = monthly * annuity.future_value(annuity.monthly(rate), months)
    assert abs(grown - target) <= CENT * annuity.future_value(annuity.monthly(rate), months)


@given(st.decimals(0, 10**7, places=2), st.decimals(0, 10**6, places=2))
def test_a_progressive_scale_grows_and_never_faster_than_its_last_rate(
    amount: Decimal, more: Decimal
) -> None:
    scale = [(Decimal(100), Decimal("0.1")), (Decimal(5000), Decimal("0.2")), (0, Decimal("0.4"))]
    brackets = [(Decimal(upper), rate) for upper, rate in scale]
    added = by_brackets(amount + more, brackets) - by_brackets(amount, brackets)
    assert Decimal(0) <= added <= more * Decimal("0.4")


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 400))
def test_due_dates_left_are_counted_like_on_a_calendar(today: date, ahead: int) -> None:
    last = today + timedelta(days=ahead)
    answer = compute("loan_remaining_term", {"last_instalment": last}, figure_tables(), "FR", today)
    assert isinstance(answer, FigureResult)
    days = [today + timedelta(days=after) for after in range(1, ahead + 1)]
    due = [
        day
        for day in days
        if day.day == last.day
        or (day.day < last.day and (day + timedelta(days=1)).month != day.month)
    ]
    assert answer.value("instalments_left") == len(due)


# The boundaries of the table, read from it by hand: the last and the first day of each generation.
BOUNDARIES = [
    ("FR", date(1961, 8, 31), 744, 168),
    ("FR", date(1961, 9, 1), 747, 169),
    ("FR", date(1961, 12, 31), 747, 169),
    ("FR", date(1962, 1, 1), 750, 169),
    ("FR", date(1963, 1, 1), 753, 170),
    ("FR", date(1965, 3, 31), 753, 170),
    ("FR", date(1965, 4, 1), 756, 171),
    ("FR", date(1966, 1, 1), 759, 172),
    ("FR", date(1967, 1, 1), 762, 172),
    ("FR", date(1968, 12, 31), 765, 172),
    ("FR", date(1969, 1, 1), 768, 172),
    ("BE", date(1959, 12, 31), 780, None),
    ("BE", date(1960, 1, 1), 792, None),
    ("BE", date(1963, 12, 31), 792, None),
    ("BE", date(1964, 1, 1), 804, None),
    ("LU", date(1990, 5, 5), 780, None),
    ("DE", date(1964, 1, 1), 804, None),
]


@pytest.mark.parametrize(("country", "birth", "age", "quarters"), BOUNDARIES)
def test_legal_ages_at_the_edges_of_generations(
    country: str, birth: date, age: int, quarters: int | None
) -> None:
    answer = compute("retirement_age", {"birth_date": birth}, figure_tables(), country, TODAY)
    assert isinstance(answer, FigureResult)
    assert answer.value("age") == age
    assert answer.value("quarters") == quarters


@pytest.mark.parametrize(
    ("sex", "birth", "age"),
    [
        ("men", date(1960, 12, 31), 780),
        ("women", date(1960, 12, 31), 768),
        ("women", date(1961, 1, 1), 771),
        ("women", date(1962, 12, 31), 774),
        ("women", date(1963, 1, 1), 777),
        ("women", date(1964, 1, 1), 780),
    ],
)
def test_swiss_ages_ask_for_the_sex(sex: str, birth: date, age: int) -> None:
    inputs: dict[str, InputValue] = {"birth_date": birth, "sex": sex}
    answer = compute("retirement_age", inputs, figure_tables(), "CH", TODAY)
    assert isinstance(answer, FigureResult)
    assert answer.value("age") == age
    assert answer.value("first_pension") is None


def test_the_first_pension_of_those_born_on_the_first_is_the_same_day() -> None:
    born = {"birth_date": date(1966, 7, 1)}
    answer = compute("retirement_age", born, figure_tables(), "FR", TODAY)
    assert isinstance(answer, FigureResult)
    assert answer.value("first_pension") == answer.value("reached_on") == date(2029, 10, 1)


def test_an_independent_library_agrees_on_instalments(shared: Path) -> None:
    """Expected values of numpy-financial's own tests (BSD-3-Clause), read from its file."""
    folder = shared / "data/reference/numpy+numpy-financial/numpy_financial/tests"
    text = (folder / "test_financial.py").read_text(encoding="utf-8")
    body = text[text.index("def test_pmt_decimal_simple") :]
    expected = re.search(r'tgt = Decimal\("-([0-9.]+)"\)', body)
    assert expected
    found = annuity.instalment(Decimal(15000), Decimal("0.08") / 12, 60)
    assert abs(found - Decimal(expected[1])) < Decimal("1E-20")
    assert annuity.instalment(Decimal(15000), Decimal(0), 60) == 250
    body = text[text.index("def test_pv_decimal") :]
    worth = re.search(r'Decimal\("-([0-9.]+)"\)', body)
    assert worth
    found = 12000 * annuity.present_value(Decimal("0.07"), 20)
    assert abs(found - Decimal(worth[1])) < Decimal("1E-18")
