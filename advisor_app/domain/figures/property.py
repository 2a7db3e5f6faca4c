"""Figures about houses and flats."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from advisor_app.domain.figures.given import Given, InputUnusable
from advisor_app.domain.figures.loans import NOTHING, schedule_outstanding
from advisor_app.domain.figures.rounding import MONTHS_A_YEAR, amount, percent, yes_no
from advisor_app.domain.figures.scale import by_brackets
from advisor_app.domain.figures.values import Misfit, Output


def acquisition_costs(given: Given) -> Iterator[Output]:
    """Duties and the notary; in France an order of magnitude where the duty is not known.

    What the notary has said already is taken as it is.
    """
    price = given.positive("price")
    if given.knows("costs"):
        yield from _with_share(given.amount("costs"), price)
        return
    yield from _COSTS.get(given.country, _local_costs)(given, price)


def _with_share(costs: Decimal, price: Decimal) -> Iterator[Output]:
    yield amount("costs", costs)
    yield percent("share", costs / price)


def _french_costs(given: Given, price: Decimal) -> Iterator[Output]:
    new = given.says("new_build")
    if new:
        duties = price * given.number("fr.tpf.new")
        yield from _with_share(duties + _french_fees(given, price), price)
    elif given.knows("department_rate"):
        duties = price * _old_duty(given, given.amount("department_rate"))
        yield from _with_share(duties + _french_fees(given, price), price)
    usual = given.number("fr.acquisition.default", "new" if new else "old")
    yield amount("order_of_magnitude", price * usual)


def _old_duty(given: Given, department: Decimal) -> Decimal:
    levy = department * given.number("fr.dmto.state_levy_on_department")
    return department + given.number("fr.dmto.commune") + levy


def _french_fees(given: Given, price: Decimal) -> Decimal:
    notary = by_brackets(price, given.parameter("fr.notary.scale_ht").value)
    notary *= 1 + given.number("fr.vat")
    registered = max(price * given.number("fr.csi", "ratio"), given.number("fr.csi", "least"))
    return notary + registered + given.number("fr.notary.disbursements")


def _belgian_costs(given: Given, price: Decimal) -> Iterator[Output]:
    duties = given.parameter("be.registration").value
    region, own = given.choice("region"), given.says("own_home")
    taxed = price
    if region == "brussels":
        rate = duties["brussels"]
        if own and price <= duties["brussels_price_max"]:
            taxed = max(price - duties["brussels_allowance"], NOTHING)
    else:
        rate = duties[f"{region}_{'own' if own else 'other'}"]
    yield from _with_share(taxed * rate + given.amount("notary_costs"), price)


def _luxembourgish_costs(given: Given, price: Decimal) -> Iterator[Output]:
    duties = price * given.number("lu.acquisition") - given.amount("tax_credit")
    yield from _with_share(max(duties, NOTHING), price)


def _local_costs(given: Given, price: Decimal) -> Iterator[Output]:
    yield from _with_share(price * given.amount("local_rate"), price)


_COSTS: dict[str, Callable[[Given, Decimal], Iterator[Output]]] = {
    "FR": _french_costs,
    "BE": _belgian_costs,
    "LU": _luxembourgish_costs,
}


def ltv(given: Given) -> Iterator[Output]:
    """The part of the value that is borrowed, and what must be brought besides."""
    loan = given.amount("loan")
    yield percent("ltv", loan / given.positive("value"))
    if given.knows("price", "costs"):
        brought = given.amount("price") + given.amount("costs") - loan
        yield amount("contribution", max(brought, NOTHING))


def rental_yield(given: Given) -> Iterator[Output]:
    """Rent over price, gross; and net of charges where all of them are known. Before tax."""
    rent, price = given.amount("rent") * MONTHS_A_YEAR, given.positive("price")
    yield percent("gross", rent / price)
    if given.knows("charges", "property_tax", "property_insurance", "costs"):
        vacancy = rent * given.number("all.vacancy_share")
        names = ("charges", "property_tax", "property_insurance")
        spent = sum(map(given.amount, names), vacancy)
        yield percent("net", (rent - spent) / (price + given.amount("costs")))
        yield amount("vacancy", vacancy)


def buyout_share(given: Given) -> Iterator[Output]:
    """The other one's share of what is left once the loan is repaid; French duty on a divorce."""
    value, left = given.positive("value"), schedule_outstanding(given)
    if left > value:
        raise InputUnusable("outstanding", Misfit.ABOVE_VALUE)
    yield amount("buyout", (value - left) * given.amount("share"))
    if given.country == "FR" and given.says("divorce"):
        yield amount("duty", (value - left) * given.number("fr.division_duty"))


def works_financing(given: Given) -> Iterator[Output]:
    """What remains after cash and aid confirmed in writing; in France, what 0 % would cost."""
    quotes = given.positive("quotes")
    left = quotes - given.amount("cash", NOTHING) - given.amount("aid", NOTHING)
    left = max(left, NOTHING)
    yield amount("to_finance", left)
    if given.country == "FR" and given.knows("zero_rate_months"):
        yield from _zero_rate(given, left)


def _zero_rate(given: Given, left: Decimal) -> Iterator[Output]:
    months, limits = given.months("zero_rate_months"), given.parameter("fr.eco_ptz").value
    if months > limits["months"]:
        raise InputUnusable("zero_rate_months", Misfit.TOO_LARGE)
    yield amount("zero_rate_instalment", min(left, limits["amount"]) / months)


def swiss_affordability(given: Given) -> Iterator[Output]:
    """Imputed interest, upkeep and paying back the second rank, over the gross yearly income."""
    loan, value = given.amount("loan"), given.positive("value")
    income, rules = given.positive("gross_yearly_income"), given.parameter("ch.mortgage").value
    second_rank = max(loan - value * rules["second_rank_above"], NOTHING)
    cost = loan * rules["imputed_rate"] + value * rules["maintenance"]
    cost += second_rank / rules["amortise_years"]
    yield percent("ratio", cost / income)
    yield yes_no("bearable", value=cost * rules["max_charge_one_in"] <= income)
    yield amount("yearly_cost", cost)
    yield amount("least_income", cost * rules["max_charge_one_in"])
