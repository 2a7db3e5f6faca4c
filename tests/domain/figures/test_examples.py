"""The worked examples of the trade, their numbers copied by hand from DOMAIN.md, section 12."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from advisor_app.domain.figures.annuity import instalment, monthly, outstanding_by_formula
from advisor_app.domain.figures.computing import compute
from advisor_app.domain.figures.values import FigureResult, Gift, HeldContract, InputValue
from advisor_app.domain.money import to_cent
from advisor_app.playbooks.figures import figure_tables

TODAY = date(2026, 11, 22)


def values(
    code: str, inputs: Mapping[str, InputValue], country: str = "FR", on: date = TODAY
) -> dict[str, object]:
    """The outputs by name; several of one name as a list."""
    answer = compute(code, inputs, figure_tables(), country, on)
    assert isinstance(answer, FigureResult), answer
    found: dict[str, object] = {}
    for one in answer.outputs:
        first = found.get(one.name)
        found[one.name] = one.value if first is None else [first, one.value]
    return found


LOAN: dict[str, InputValue] = {"capital": Decimal(220000), "rate": Decimal("0.033"), "months": 300}
INSURED = LOAN | {"insurance_rate": Decimal("0.003")}
OLD_LOAN: dict[str, InputValue] = {
    "loan_capital": Decimal(180000),
    "loan_rate": Decimal("0.039"),
    "loan_months": 240,
    "loan_paid": 36,
}


def test_loan_payment() -> None:
    assert values("loan_payment", INSURED) == {
        "total": Decimal("1132.92"),
        "instalment": Decimal("1077.92"),
        "insurance": Decimal("55.00"),
        "cost": Decimal("103376.00"),
        "first_interest": Decimal("605.00"),
    }


def test_an_instalment_aimed_at_says_what_lacks() -> None:
    aimed = LOAN | {"capital": Decimal(264400), "target_instalment": Decimal(1250)}
    found = values("loan_payment", aimed)
    assert found["instalment"] == Decimal("1295.46")
    assert found["above_target"] == Decimal("45.46")
    # Computed apart: 264 400 less the 255 122.05 that 1 250 a month repays at 3.30 % in 300 months.
    assert abs(Decimal(str(found["contribution_lacking"])) - Decimal("9277.95")) < 1
    within = values("loan_payment", aimed | {"target_instalment": Decimal(1300)})
    assert "above_target" not in within


def test_debt_ratio() -> None:
    alone = values("debt_ratio", INSURED | {"income": Decimal(3600), "instalments": Decimal(0)})
    assert alone["ratio"] == Decimal("0.3147")
    assert alone["above_limit"] is False
    with_car = values(
        "debt_ratio", INSURED | {"income": Decimal(3600), "instalments": Decimal(150)}
    )
    assert with_car == {
        "ratio": Decimal("0.3564"),
        "limit": Decimal("0.35"),
        "limit_amount": Decimal(1260),
        "above_limit": True,
    }
    known = {
        "new_instalment": Decimal("1132.92"),
        "income": Decimal(3600),
        "instalments": Decimal(150),
    }
    assert values("debt_ratio", known)["ratio"] == Decimal("0.3564")


def test_rents_count_for_70_percent() -> None:
    inputs = {
        "income": Decimal(3000),
        "rents_received": Decimal(1000),
        "instalments": Decimal(1110),
    }
    assert values("debt_ratio", inputs)["ratio"] == Decimal("0.3000")


def test_borrowing_capacity() -> None:
    inputs = {
        "income": Decimal(3600),
        "instalments": Decimal(150),
        "rate": Decimal("0.033"),
        "months": 300,
    }
    found = values("borrowing_capacity", inputs | {"insurance_rate": Decimal("0.003")})
    assert found == {
        "capacity": Decimal(215500),
        "exact": Decimal("215550.07"),
        "without_insurance": Decimal("226548.38"),
        "instalment_room": Decimal(1110),
    }


@pytest.mark.parametrize(
    ("inputs", "costs", "share"),
    [
        ({"department_rate": Decimal("0.05")}, "20119.95", "0.0805"),
        ({"department_rate": Decimal("0.045")}, "18840.33", "0.0754"),
        ({"new_build": True}, "6111.20", "0.0244"),
    ],
)
def test_french_acquisition_costs(inputs: dict[str, InputValue], costs: str, share: str) -> None:
    found = values("acquisition_costs", inputs | {"price": Decimal(250000)})
    assert (found["costs"], found["share"]) == (Decimal(costs), Decimal(share))


def test_acquisition_costs_of_unknown_duty_are_an_order_of_magnitude() -> None:
    assert values("acquisition_costs", {"price": Decimal(250000)}) == {
        "order_of_magnitude": Decimal(20000)
    }


def test_acquisition_costs_elsewhere() -> None:
    belgian = {"price": Decimal(300000), "notary_costs": Decimal(4000)}
    flanders = belgian | {"region": "flanders", "own_home": True}
    assert values("acquisition_costs", flanders, "BE")["costs"] == Decimal(10000)
    brussels = belgian | {"region": "brussels", "own_home": True}
    assert values("acquisition_costs", brussels, "BE")["costs"] == Decimal(16500)
    other = belgian | {"region": "brussels"}
    assert values("acquisition_costs", other, "BE")["costs"] == Decimal(41500)
    luxembourg = {"price": Decimal(500000), "tax_credit": Decimal(40000)}
    assert values("acquisition_costs", luxembourg, "LU") == {
        "costs": Decimal(0),
        "share": Decimal(0),
    }
    swiss = {"price": Decimal(900000), "local_rate": Decimal("0.02")}
    assert values("acquisition_costs", swiss, "CH")["costs"] == Decimal(18000)


def test_ltv() -> None:
    inputs = {"loan": Decimal(220000), "price": Decimal(250000), "costs": Decimal("20119.95")}
    assert values("ltv", inputs) == {"ltv": Decimal("0.8800"), "contribution": Decimal("50119.95")}


def test_residual_income() -> None:
    inputs = {
        "income": Decimal(3600),
        "instalments": Decimal("1282.92"),
        "fixed_expenses": Decimal(620),
    }
    assert values("residual_income", inputs) == {"residual": Decimal("1697.08")}
    chained = INSURED | {
        "income": Decimal(3600),
        "instalments": Decimal(150),
        "fixed_expenses": Decimal(620),
    }
    assert values("residual_income", chained) == {"residual": Decimal("1697.08")}


def test_lemoine() -> None:
    couple: dict[str, InputValue] = {
        "capital": Decimal(350000),
        "insured_share": Decimal("0.5"),
        "birth_date": date(1988, 5, 3),
    }
    late = values("lemoine", couple | {"end_date": date(2051, 12, 31)})
    assert late == {"without_questionnaire": False, "insured": Decimal(175000), "age_at_end": 63}
    early = values("lemoine", couple | {"end_date": date(2046, 12, 31)})
    assert early == {"without_questionnaire": True, "insured": Decimal(175000), "age_at_end": 58}


def test_reserve_months() -> None:
    inputs = {"available_savings": Decimal(9600), "monthly_expenses": Decimal(2350)}
    assert values("reserve_months", inputs) == {"months": Decimal("4.1"), "mark": "comfortable"}
    alone = values("reserve_months", inputs | {"self_employed": True})
    assert alone == {"months": Decimal("4.1"), "mark": "short"}


def test_savings_goal() -> None:
    inputs: dict[str, InputValue] = {
        "target": Decimal(30000),
        "already_saved": Decimal(8000),
        "months": 36,
    }
    found = values("savings_goal", inputs | {"savings_rate": Decimal("0.015")})
    assert found == {"monthly": Decimal("587.85"), "without_interest": Decimal("611.11")}
    assert values("savings_goal", inputs)["monthly"] == Decimal("611.11")


def test_outstanding_principal() -> None:
    assert values("outstanding_principal", OLD_LOAN) == {"outstanding": Decimal("161078.56")}
    assert values("outstanding_principal", {"outstanding": Decimal("161078.56")}) == {
        "outstanding": Decimal("161078.56")
    }
    t = monthly(Decimal("0.039"))
    payment = to_cent(instalment(Decimal(180000), t, 240))
    assert payment == Decimal("1081.30")
    assert to_cent(outstanding_by_formula(Decimal(180000), t, payment, 36)) == Decimal("161078.57")


def test_renegotiation_gain() -> None:
    expected = {
        "gain": Decimal("7206.77"),
        "monthly_saving": Decimal("64.45"),
        "new_instalment": Decimal("1016.85"),
        "total_saving": Decimal("13147.80"),
        "indemnity": Decimal("3141.03"),
        "payback": Decimal("92.2"),
        "weak": True,
    }
    offered: dict[str, InputValue] = {"reference_rate": Decimal("0.031"), "fees": Decimal(2800)}
    assert values("renegotiation_gain", OLD_LOAN | offered) == expected
    short: dict[str, InputValue] = {
        "outstanding": Decimal("161078.56"),
        "loan_rate": Decimal("0.039"),
        "months_left": 204,
    }
    assert values("renegotiation_gain", short | offered) == expected


def test_loan_remaining_term() -> None:
    found = values("loan_remaining_term", {"last_instalment": date(2027, 4, 5)})
    assert found["instalments_left"] == 5


@pytest.mark.parametrize(
    ("birth", "age", "reached", "first", "quarters"),
    [
        (date(1965, 2, 15), 62 * 12 + 9, date(2027, 11, 15), date(2027, 12, 1), 170),
        (date(1966, 7, 20), 63 * 12 + 3, date(2029, 10, 20), date(2029, 11, 1), 172),
    ],
)
def test_retirement_age(birth: date, age: int, reached: date, first: date, quarters: int) -> None:
    assert values("retirement_age", {"birth_date": birth}) == {
        "reached_on": reached,
        "age": age,
        "first_pension": first,
        "quarters": quarters,
    }


def test_pension_gap() -> None:
    inputs = {
        "pension_estimate": Decimal(2050),
        "wanted_income": Decimal(2400),
        "last_income": Decimal(3200),
    }
    assert values("pension_gap", inputs) == {
        "gap": Decimal(350),
        "replacement_rate": Decimal("0.6406"),
    }


def test_donation_allowance() -> None:
    gifts: dict[str, InputValue] = {"past_gifts": (Gift(date(2013, 4, 10), Decimal(60000)),)}
    assert values("donation_allowance", gifts) == {
        "available": Decimal(40000),
        "renewed_on": date(2028, 4, 10),
    }
    assert values("donation_allowance", gifts, on=date(2028, 4, 9))["available"] == Decimal(40000)
    assert values("donation_allowance", gifts, on=date(2028, 4, 10)) == {
        "available": Decimal(100000)
    }


def test_gift_tax() -> None:
    inputs: dict[str, InputValue] = {"past_gifts": (), "gift_amount": Decimal(150000)}
    assert values("gift_tax", inputs) == {"tax": Decimal("8194.35"), "taxable": Decimal(50000)}


def test_earlier_taxed_gifts_have_used_up_the_lower_brackets() -> None:
    first = values("gift_tax", {"past_gifts": (), "gift_amount": Decimal(112109)})
    earlier = (Gift(date(2020, 1, 1), Decimal(112109)),)
    second = values("gift_tax", {"past_gifts": earlier, "gift_amount": Decimal(37891)})
    assert first["tax"] == Decimal("807.30")
    assert second["tax"] == Decimal("8194.35") - Decimal("807.30")


def test_contract_marks() -> None:
    contracts = (
        HeldContract("pel", date(2012, 3, 17)),
        HeldContract("life_insurance", date(2019, 3, 1)),
        HeldContract("term_deposit", date(2025, 2, 1), date(2027, 2, 1)),
        HeldContract("pea", date(2024, 2, 29)),
    )
    found = values("contract_marks", {"contracts": contracts, "advice_on": date(2025, 6, 1)})
    assert found == {
        "pel_minimum": date(2016, 3, 17),
        "pel_last_payments": date(2022, 3, 17),
        "pel_closing": date(2027, 3, 17),
        "life_insurance": date(2027, 3, 1),
        "term_deposit_maturity": date(2027, 2, 1),
        "pea": date(2029, 2, 28),
        "advice_review": date(2029, 6, 1),
    }


def test_an_old_pel_has_no_limit() -> None:
    old = (HeldContract("pel", date(2011, 2, 28)),)
    assert values("contract_marks", {"contracts": old}) == {}


def test_key_birthdays() -> None:
    found = values("key_birthdays", {"birth_date": date(1957, 6, 30)})
    assert (found["on"], found["age"]) == (date(2027, 6, 30), 70)
    assert "757 B" in str(found["meaning"])


def test_child_dates() -> None:
    assert values("child_dates", {"child_birth_date": date(2010, 3, 14)}) == {
        "majority": date(2028, 3, 14),
        "age": 16,
        "studies": date(2028, 9, 1),
        "months_left": 22,
    }


def test_study_cost() -> None:
    inputs: dict[str, InputValue] = {
        "rent": Decimal(480),
        "living": Decimal(350),
        "fees": Decimal(60),
        "months_per_year": 10,
        "years": 3,
    }
    assert values("study_cost", inputs) == {"cost": Decimal(26700)}


def test_rental_yield() -> None:
    inputs = {"rent": Decimal(780), "price": Decimal(165000)}
    assert values("rental_yield", inputs) == {"gross": Decimal("0.0567")}
    charged = inputs | {
        "charges": Decimal(1150),
        "property_tax": Decimal(900),
        "property_insurance": Decimal(280),
        "costs": Decimal(13100),
    }
    assert values("rental_yield", charged) == {
        "gross": Decimal("0.0567"),
        "net": Decimal("0.0368"),
        "vacancy": Decimal(468),
    }


def test_protection_gap() -> None:
    inputs = {"monthly_expenses": Decimal(2600), "incomes": Decimal(1700), "benefits": Decimal(600)}
    assert values("protection_gap", inputs) == {"gap": Decimal(300)}
    assert values("protection_gap", inputs | {"incomes": Decimal(2600)}) == {"gap": Decimal(0)}


def test_care_gap() -> None:
    inputs = {
        "cost": Decimal(2450),
        "personal_expenses": Decimal(120),
        "pension": Decimal(1480),
        "allowance": Decimal(310),
    }
    assert values("care_gap", inputs) == {"gap": Decimal(780)}
    with_savings = values("care_gap", inputs | {"savings": Decimal(42000)})
    assert with_savings == {"gap": Decimal(780), "months_covered": Decimal("53.8")}


def test_buyout_share() -> None:
    inputs: dict[str, InputValue] = {
        "value": Decimal(280000),
        "outstanding": Decimal(130000),
        "share": Decimal("0.5"),
    }
    assert values("buyout_share", inputs) == {"buyout": Decimal(75000)}
    assert values("buyout_share", inputs | {"divorce": True}) == {
        "buyout": Decimal(75000),
        "duty": Decimal(1650),
    }


def test_breakeven() -> None:
    inputs = {"fixed_costs": Decimal(4200), "margin_rate": Decimal("0.55")}
    assert values("breakeven", inputs) == {"turnover": Decimal("7636.36")}


def test_works_financing() -> None:
    inputs: dict[str, InputValue] = {
        "quotes": Decimal(24600),
        "cash": Decimal(8600),
        "aid": Decimal(0),
        "zero_rate_months": 180,
    }
    assert values("works_financing", inputs) == {
        "to_finance": Decimal(16000),
        "zero_rate_instalment": Decimal("88.89"),
    }


def test_idle_amount() -> None:
    inputs = {
        "balances": Decimal(78400),
        "monthly_expenses": Decimal(2900),
        "committed": Decimal(12000),
    }
    assert values("idle_amount", inputs) == {"idle": Decimal(49000)}


@pytest.mark.parametrize(
    ("balances", "more", "most"),
    [
        ("64000", {}, "640"),
        ("120000", {}, "850"),
        ("5909.99", {}, "0"),
        ("5910", {}, "59.10"),
        ("64000", {"simple_estate": True}, "0"),
        ("64000", {"minor": True}, "0"),
    ],
)
def test_estate_fees(balances: str, more: dict[str, InputValue], most: str) -> None:
    assert values("estate_fees", more | {"balances": Decimal(balances)}) == {"most": Decimal(most)}


def test_swiss_affordability() -> None:
    inputs = {
        "loan": Decimal(720000),
        "value": Decimal(900000),
        "gross_yearly_income": Decimal(180000),
    }
    assert values("swiss_affordability", inputs, "CH") == {
        "ratio": Decimal("0.3000"),
        "bearable": True,
        "yearly_cost": Decimal(54000),
        "least_income": Decimal(162000),
    }
    least = inputs | {"gross_yearly_income": Decimal(162000)}
    assert values("swiss_affordability", least, "CH")["bearable"] is True
    less = inputs | {"gross_yearly_income": Decimal("161999.99")}
    assert values("swiss_affordability", less, "CH")["bearable"] is False


def test_relationship_summary() -> None:
    inputs: dict[str, InputValue] = {
        "since": date(2009, 3, 2),
        "advisors": 4,
        "last_face_to_face": date(2024, 9, 18),
        "promises": 1,
    }
    assert values("relationship_summary", inputs) == {
        "since": date(2009, 3, 2),
        "advisors": 4,
        "months_since_last": 26,
        "promises": 1,
    }


@pytest.mark.parametrize(
    ("rate", "payments"),
    [
        ("0.025", ("942.70", "666.79", "529.90", "448.62")),
        ("0.03", ("965.61", "690.58", "554.60", "474.21")),
        ("0.033", ("979.52", "705.10", "569.74", "489.96")),
        ("0.035", ("988.86", "714.88", "579.96", "500.62")),
        ("0.04", ("1012.45", "739.69", "605.98", "527.84")),
    ],
)
def test_the_quick_control_table(rate: str, payments: tuple[str, ...]) -> None:
    for months, expected in zip((120, 180, 240, 300), payments, strict=True):
        inputs: dict[str, InputValue] = {
            "capital": Decimal(100000),
            "rate": Decimal(rate),
            "months": months,
        }
        assert values("loan_payment", inputs)["instalment"] == Decimal(expected)


def test_every_figure_of_the_trade_has_its_worked_example_here(shared: Path) -> None:
    trade = tomllib.loads((shared / "domain" / "figures.toml").read_text(encoding="utf-8"))
    codes = {row["id"] for row in trade["figure"]}
    assert len(codes) == 30
    assert codes == set(figure_tables().figures)
    text = Path(__file__).read_text(encoding="utf-8")
    assert {code for code in codes if f'"{code}"' in text} == codes
