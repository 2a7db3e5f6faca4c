"""Figures about a household's money: what remains, what is put aside, what is missing."""

from collections.abc import Iterator
from decimal import Decimal

from advisor_app.domain.figures import annuity
from advisor_app.domain.figures.given import Given
from advisor_app.domain.figures.loans import NOTHING, new_instalment
from advisor_app.domain.figures.rounding import amount, choice, tenths_of_months
from advisor_app.domain.figures.values import Output


def residual_income(given: Given) -> Iterator[Output]:
    """What is left to live on; it may be below zero, and then says so."""
    income, loans = given.amount("income"), given.amount("instalments") + new_instalment(given)
    fixed = given.amount("fixed_expenses") + given.amount("rent_paid", NOTHING)
    yield amount("residual", income - loans - fixed)


def reserve_months(given: Given) -> Iterator[Output]:
    """How many months of expenses the available savings cover, and a mark as displayed."""
    months = given.amount("available_savings") / given.positive("monthly_expenses")
    shown = tenths_of_months("months", months)
    yield shown
    mark = _mark(Decimal(str(shown.value)), 2 if given.says("self_employed") else 1)
    if mark:
        yield choice("mark", mark)


def _mark(months: Decimal, times: int) -> str | None:
    if months < 1 * times:
        return "fragile"
    if months < 3 * times:
        return "short"
    if months <= 6 * times:
        return "comfortable"
    return "ask_purpose" if months > 12 * times else None


def savings_goal(given: Given) -> Iterator[Output]:
    """What to put aside at the end of each month; none once the goal is reached by itself."""
    target, months = given.positive("target"), given.months("savings_months")
    saved = given.amount("already_saved", NOTHING)
    i = annuity.monthly(given.amount("savings_rate", NOTHING))
    missing = target - saved * (1 + i) ** months
    yield amount("monthly", max(missing / annuity.future_value(i, months), NOTHING))
    yield amount("without_interest", max((target - saved) / months, NOTHING))


def protection_gap(given: Given) -> Iterator[Output]:
    """What would be missing each month if an income stopped; never below zero."""
    left = given.amount("monthly_expenses") - given.amount("incomes") - given.amount("benefits")
    yield amount("gap", max(left, NOTHING))


def care_gap(given: Given) -> Iterator[Output]:
    """What care costs each month beyond pension and allowance, and how long savings last."""
    cost = given.amount("cost") + given.amount("personal_expenses")
    gap = max(cost - given.amount("pension") - given.amount("allowance"), NOTHING)
    yield amount("gap", gap)
    if gap and given.knows("savings"):
        yield tenths_of_months("months_covered", given.amount("savings") / gap)


def study_cost(given: Given) -> Iterator[Output]:
    """Rent, living and fees over the years of study, less the aid that is known."""
    each_month = given.amount("rent") + given.amount("living") + given.amount("fees")
    months = given.months("months_per_year") * given.months("years")
    yield amount("cost", max(each_month * months - given.amount("aid", NOTHING), NOTHING))


def breakeven(given: Given) -> Iterator[Output]:
    """The turnover that pays the fixed costs."""
    yield amount("turnover", given.amount("fixed_costs") / given.positive("margin_rate"))


def idle_amount(given: Given) -> Iterator[Output]:
    """What lies beyond six months of expenses and the sums already promised."""
    reserve = given.number("all.reserve_months") * given.amount("monthly_expenses")
    beyond = given.amount("balances") - reserve - given.amount("committed", NOTHING)
    yield amount("idle", max(beyond, NOTHING))
