"""What a figure says of missing, impossible and hostile inputs: an answer, never a crash."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.figures.computing import MOST_ON_A_SHEET, compute, figures_of
from advisor_app.domain.figures.reading import read_inputs
from advisor_app.domain.figures.values import (
    FigureAnswer,
    FigureResult,
    Gift,
    HeldContract,
    InputType,
    InputValue,
    Misfit,
    MissingInputs,
    UnusableInput,
)
from advisor_app.playbooks.figures import figure_tables, figures

TODAY = date(2026, 11, 22)
LOAN: Mapping[str, InputValue] = {"capital": Decimal(1000), "rate": Decimal("0.03"), "months": 12}


def answer(
    code: str, inputs: Mapping[str, InputValue], country: str = "FR", on: date = TODAY
) -> FigureAnswer:
    return compute(code, inputs, figure_tables(), country, on)


@pytest.mark.parametrize(
    ("code", "inputs", "missing"),
    [
        ("loan_payment", {"capital": Decimal(1)}, ("rate", "months")),
        ("loan_payment", {}, ("capital", "rate", "months")),
        ("debt_ratio", {"income": Decimal(3600)}, ("instalments",)),
        ("outstanding_principal", {}, ("outstanding",)),
        (
            "outstanding_principal",
            {"loan_capital": Decimal(1), "loan_rate": Decimal(0), "loan_months": 12},
            ("outstanding",),
        ),
        ("donation_allowance", {}, ("past_gifts",)),
        ("savings_goal", {"target": Decimal(1)}, ("savings_months",)),
    ],
)
def test_what_is_missing_is_named(
    code: str, inputs: dict[str, InputValue], missing: tuple[str, ...]
) -> None:
    assert answer(code, inputs) == MissingInputs(code, TODAY, missing)


def test_only_what_the_country_needs_is_missing() -> None:
    price: dict[str, InputValue] = {"price": Decimal(1)}
    assert answer("acquisition_costs", price, "BE") == MissingInputs(
        "acquisition_costs", TODAY, ("region",)
    )
    loan = {"outstanding": Decimal(9), "loan_rate": Decimal(0), "reference_rate": Decimal(0)}
    asked = answer("renegotiation_gain", {**loan, "months_left": 9}, "BE")
    assert asked == MissingInputs("renegotiation_gain", TODAY, ("indemnity",))
    woman: dict[str, InputValue] = {"birth_date": date(1962, 1, 1)}
    assert answer("retirement_age", woman, "CH") == MissingInputs("retirement_age", TODAY, ("sex",))


def test_a_parameter_that_is_not_in_force_is_missing() -> None:
    balances: dict[str, InputValue] = {"balances": Decimal(64000)}
    before = answer("estate_fees", balances, on=date(2025, 11, 12))
    assert before == MissingInputs(
        "estate_fees", date(2025, 11, 12), (), ("fr.estate.bank_fee_cap",)
    )
    after = answer("estate_fees", balances, on=date(2025, 11, 13))
    assert isinstance(after, FigureResult)
    assert [one.code for one in after.parameters] == ["fr.estate.bank_fee_cap"]


@pytest.mark.parametrize(
    ("code", "inputs", "name", "why"),
    [
        ("loan_payment", {"capital": Decimal(-1)}, "capital", Misfit.NEGATIVE),
        ("loan_payment", {"capital": Decimal(0)}, "capital", Misfit.ZERO),
        ("loan_payment", {"capital": Decimal("NaN")}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"capital": Decimal("sNaN")}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"capital": Decimal("Infinity")}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"capital": Decimal("1E+40")}, "capital", Misfit.TOO_LARGE),
        ("loan_payment", {"capital": Decimal("1E-40")}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"capital": "a lot"}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"capital": True}, "capital", Misfit.NOT_A_VALUE),
        ("loan_payment", {"rate": Decimal("3.3")}, "rate", Misfit.TOO_LARGE),
        ("loan_payment", {"months": 0}, "months", Misfit.ZERO),
        ("loan_payment", {"months": 601}, "months", Misfit.TOO_LARGE),
        ("loan_payment", {"months": Decimal("1.5")}, "months", Misfit.NOT_A_VALUE),
        ("loan_payment", {"months": -12}, "months", Misfit.NEGATIVE),
    ],
)
def test_a_loan_that_cannot_be(
    code: str, inputs: dict[str, InputValue], name: str, why: Misfit
) -> None:
    assert answer(code, {**LOAN, **inputs}) == UnusableInput(code, TODAY, name, why)


OLD: Mapping[str, InputValue] = {
    "loan_capital": Decimal(100000),
    "loan_rate": Decimal("0.04"),
    "loan_months": 240,
    "loan_paid": 12,
}


@pytest.mark.parametrize(
    ("code", "inputs", "name", "why"),
    [
        ("debt_ratio", {"income": Decimal(0), "instalments": Decimal(9)}, "income", Misfit.ZERO),
        ("outstanding_principal", {**OLD, "loan_paid": 241}, "loan_paid", Misfit.TOO_LARGE),
        (
            "outstanding_principal",
            {**OLD, "instalment": Decimal(300)},
            "instalment",
            Misfit.NOT_REPAID,
        ),
        (
            "buyout_share",
            {"value": Decimal(9), "outstanding": Decimal(10), "share": Decimal("0.5")},
            "outstanding",
            Misfit.ABOVE_VALUE,
        ),
        ("retirement_age", {"birth_date": date(1954, 12, 31)}, "birth_date", Misfit.NOT_IN_TABLE),
        ("retirement_age", {"birth_date": date(2027, 1, 1)}, "birth_date", Misfit.LATER_THAN_DAY),
        (
            "donation_allowance",
            {"past_gifts": (Gift(date(2026, 11, 23), Decimal(1)),)},
            "past_gifts",
            Misfit.LATER_THAN_DAY,
        ),
        (
            "donation_allowance",
            {"past_gifts": (Gift(date(2020, 1, 1), Decimal(-1)),)},
            "past_gifts",
            Misfit.NEGATIVE,
        ),
        ("donation_allowance", {"past_gifts": "60000"}, "past_gifts", Misfit.NOT_A_VALUE),
        (
            "contract_marks",
            {"contracts": (HeldContract("pel", date(9999, 12, 31)),)},
            "contracts",
            Misfit.LATER_THAN_DAY,
        ),
        (
            "works_financing",
            {"quotes": Decimal(9), "zero_rate_months": 241},
            "zero_rate_months",
            Misfit.TOO_LARGE,
        ),
        ("swiss_affordability", {}, "country", Misfit.OTHER_COUNTRY),
    ],
)
def test_other_inputs_that_cannot_be(
    code: str, inputs: dict[str, InputValue], name: str, why: Misfit
) -> None:
    assert answer(code, inputs) == UnusableInput(code, TODAY, name, why)


def test_an_unknown_region_is_refused() -> None:
    inputs: dict[str, InputValue] = {"price": Decimal(9), "region": "atlantis"}
    assert answer("acquisition_costs", inputs, "BE") == UnusableInput(
        "acquisition_costs", TODAY, "region", Misfit.UNKNOWN_CHOICE
    )


def test_a_loan_without_interest_is_the_capital_over_the_months() -> None:
    found = answer("loan_payment", {**LOAN, "rate": Decimal(0)})
    assert isinstance(found, FigureResult)
    assert found.value("instalment") == Decimal("83.33")
    assert found.value("first_interest") == Decimal(0)


def test_what_was_unknown_and_stands_at_its_neutral_value_is_said() -> None:
    found = answer("works_financing", {"quotes": Decimal(1000)})
    assert isinstance(found, FigureResult)
    assert found.assumed == ("cash", "aid")
    assert found.inputs == {"quotes": Decimal(1000)}


def test_a_sheet_shows_at_most_six_figures_of_the_country() -> None:
    codes = list(figures())
    french = figures_of(codes, "FR", figure_tables())
    assert len(french) == MOST_ON_A_SHEET
    swiss = figures_of(["lemoine", "ltv", "swiss_affordability"], "CH", figure_tables())
    assert [one.code for one in swiss] == ["ltv", "swiss_affordability"]


AMOUNTS = st.decimals(allow_nan=True, allow_infinity=True) | st.decimals(0, 10**6, places=2)
DAYS = st.dates()
VALUES: Mapping[InputType, st.SearchStrategy[InputValue]] = {
    InputType.AMOUNT: AMOUNTS,
    InputType.RATIO: AMOUNTS | st.decimals(0, 1, places=4),
    InputType.MONTHS: st.integers(-1, 700),
    InputType.COUNT: st.integers(-1, 20_000),
    InputType.DATE: DAYS,
    InputType.YES_NO: st.booleans(),
    InputType.CHOICE: st.sampled_from(["flanders", "brussels", "women", "x"]),
    InputType.GIFTS: st.lists(st.builds(Gift, DAYS, AMOUNTS), max_size=3).map(tuple),
    InputType.CONTRACTS: st.lists(
        st.builds(HeldContract, st.sampled_from(["pel", "pea", "life_insurance", "x"]), DAYS),
        max_size=3,
    ).map(tuple),
}


@settings(max_examples=300)
@given(data=st.data())
def test_no_input_ever_makes_a_figure_crash(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(list(figures())))
    rules = figures()[code].inputs.values()
    drawn = {rule.name: data.draw(VALUES[rule.type] | st.none()) for rule in rules}
    known = {name: value for name, value in drawn.items() if value is not None}
    country = data.draw(st.sampled_from(["FR", "BE", "LU", "CH", "NL", "DE", "XX"]))
    on = data.draw(st.dates(date(1990, 1, 1), date(2200, 1, 1)))
    found = answer(code, known, country, on)
    assert isinstance(found, FigureResult | MissingInputs | UnusableInput)
    if isinstance(found, FigureResult):
        assert {one.name for one in found.outputs} <= set(figures()[code].outputs)
        assert all(one.unit is figures()[code].outputs[one.name].unit for one in found.outputs)


def test_inputs_are_read_from_the_texts_of_files() -> None:
    texts = {
        "capital": "220000.00",
        "rate": "0.033",
        "months": "300",
        "reference_rate": "3.1 %",
        "end_date": "2046-02",
        "new_build": "Oui",
        "region": "flanders",
        "past_gifts": "2013-04-10:60000|2020-01-01:5000.50",
        "contracts": "pel:2012-03-17|term_deposit:2025-02-01:2027-02-01",
        "demand_savings": "9600",
        "shoe_size": "43",
    }
    assert read_inputs(texts, figures()) == {
        "capital": Decimal("220000.00"),
        "rate": Decimal("0.033"),
        "months": 300,
        "reference_rate": Decimal("0.031"),
        "end_date": date(2046, 2, 28),
        "new_build": True,
        "region": "flanders",
        "past_gifts": (
            Gift(date(2013, 4, 10), Decimal(60000)),
            Gift(date(2020, 1, 1), Decimal("5000.50")),
        ),
        "contracts": (
            HeldContract("pel", date(2012, 3, 17)),
            HeldContract("term_deposit", date(2025, 2, 1), date(2027, 2, 1)),
        ),
        "demand_savings": Decimal(9600),
    }
    assert read_inputs({"past_gifts": "none"}, figures()) == {"past_gifts": ()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("capital", "1e9"),
        ("capital", "220 000"),
        ("capital", "١٢"),
        ("months", "12.5"),
        ("end_date", "31/12/2046"),
        ("end_date", "2046-02-30"),
        ("new_build", "maybe"),
        ("past_gifts", "2013-04-10"),
        ("contracts", "pel:2012-03-17:2027-03-17:x"),
    ],
)
def test_what_cannot_be_read_stays_a_text_and_is_refused(name: str, text: str) -> None:
    assert read_inputs({name: text}, figures()) == {name: text}


@given(st.text())
def test_no_text_makes_the_reader_crash(text: str) -> None:
    names = ["capital", "months", "end_date", "new_build", "past_gifts", "contracts", "region"]
    assert set(read_inputs(dict.fromkeys(names, text), figures())) == set(names)
