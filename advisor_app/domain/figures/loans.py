"""Figures about borrowing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from advisor_app.domain.figures import annuity
from advisor_app.domain.figures.given import Given, InputMissing, InputUnusable
from advisor_app.domain.figures.rounding import (
    MONTHS_A_YEAR,
    amount,
    amount_down_to_hundred,
    count,
    day,
    percent,
    tenths_of_months,
    yes_no,
)
from advisor_app.domain.figures.values import Misfit, Output
from advisor_app.domain.money import to_cent
from advisor_app.domain.months import age_on, plus_months
from advisor_app.domain.suggestions.rules_of_people import birthday

NOTHING = Decimal(0)


def loan_payment(given: Given) -> Iterator[Output]:
    """Instalment, insurance on the initial capital, their sum, and what the credit costs."""
    capital, months = given.positive("capital"), given.months("months")
    t = annuity.monthly(given.amount("rate"))
    payment, insurance = to_cent(annuity.instalment(capital, t, months)), NOTHING
    if given.knows("insurance_rate"):
        insurance = to_cent(capital * given.amount("insurance_rate") / MONTHS_A_YEAR)
        yield amount("total", payment + insurance)
        yield amount("instalment", payment)
        yield amount("insurance", insurance)
    else:
        yield amount("instalment", payment)
    yield amount("cost", max(payment * months - capital, NOTHING))
    yield amount("first_interest", capital * t)
    if given.knows("target_instalment"):
        yield from _beyond_target(given, capital, payment + insurance)


def _beyond_target(given: Given, capital: Decimal, total: Decimal) -> Iterator[Output]:
    """What exceeds the instalment aimed at, and the capital that it would repay."""
    beyond = total - given.amount("target_instalment")
    if beyond > 0:
        yield amount("above_target", beyond)
        yield amount("contribution_lacking", beyond * capital / total)


def new_instalment(given: Given) -> Decimal:
    """The instalment of the project's loan with its insurance: known, made, or assumed to be none.

    It is made as `loan_payment` displays it, so that the figures of a sheet add up.
    """
    if given.knows("new_instalment") or not given.knows("capital", "rate", "months"):
        return given.amount("new_instalment", NOTHING)
    capital = given.positive("capital")
    t = annuity.monthly(given.amount("rate"))
    payment = annuity.instalment(capital, t, given.months("months"))
    insurance = capital * given.amount("insurance_rate", NOTHING) / MONTHS_A_YEAR
    return to_cent(payment) + to_cent(insurance)


def effort_limit(given: Given) -> Decimal:
    """The usual limit of the debt-service ratio: the French rule where it holds, else the usage."""
    return given.number("fr.hcsf.max_effort" if given.country == "FR" else "all.effort")


def debt_ratio(given: Given) -> Iterator[Output]:
    """Instalments over income, rents received added in part; above the limit is said, no more."""
    rents = given.amount("rents_received", NOTHING)
    counted = rents * given.number("all.rent_share") if rents else NOTHING
    income = given.positive("income") + counted
    ratio = (new_instalment(given) + given.amount("instalments")) / income
    yield percent("ratio", ratio)
    if given.country == "FR":
        limit = effort_limit(given)
        yield percent("limit", limit)
        yield amount("limit_amount", limit * income)
        yield yes_no("above_limit", value=ratio > limit)


def borrowing_capacity(given: Given) -> Iterator[Output]:
    """What the income would carry, down to the hundred; exact values follow."""
    room = given.positive("income") * effort_limit(given) - given.amount("instalments")
    room = max(room, NOTHING)
    factor = annuity.present_value(annuity.monthly(given.amount("rate")), given.months("months"))
    without = room * factor
    insured = given.amount("insurance_rate", NOTHING) / MONTHS_A_YEAR
    capacity = room / (1 / factor + insured)
    yield amount_down_to_hundred("capacity", capacity)
    yield amount("exact", capacity)
    yield amount("without_insurance", without)
    yield amount("instalment_room", room)


def lemoine(given: Given) -> Iterator[Output]:
    """Whether the law spares the health questionnaire: amount insured, and age at the end."""
    insured = given.amount("capital") * given.amount("insured_share")
    insured += given.amount("other_insured", NOTHING)
    birth, end = given.past_day("birth_date"), given.day("end_date")
    age_limit = int(given.number("fr.lemoine.age"))
    if end < birth:
        raise InputUnusable("end_date", Misfit.NEGATIVE)
    spared = insured <= given.number("fr.lemoine.threshold") and end < birthday(birth, age_limit)
    yield yes_no("without_questionnaire", value=spared)
    yield amount("insured", insured)
    yield count("age_at_end", age_on(birth, end))


def schedule_outstanding(given: Given) -> Decimal:
    """The principal left: the bank's own word, else its schedule from the loan's terms."""
    if given.knows("outstanding"):
        return given.amount("outstanding")
    capital, months = given.positive("loan_capital"), given.months("loan_months")
    paid = given.count("loan_paid")
    if paid > months:
        raise InputUnusable("loan_paid", Misfit.TOO_LARGE)
    if paid == months:
        return NOTHING
    t = annuity.monthly(given.amount("loan_rate"))
    payment = to_cent(annuity.instalment(capital, t, months))
    if given.knows("instalment"):
        payment = given.positive("instalment")
    if payment <= to_cent(capital * t):
        raise InputUnusable("instalment", Misfit.NOT_REPAID)
    return annuity.outstanding_by_schedule(capital, t, payment, paid)


def outstanding_principal(given: Given) -> Iterator[Output]:
    """What is left to repay."""
    yield amount("outstanding", schedule_outstanding(given))


def renegotiation_gain(given: Given) -> Iterator[Output]:
    """What a lower rate would leave after the indemnity and the fees, and when it pays back."""
    left, months = schedule_outstanding(given), _months_left(given)
    old_rate, new_rate = given.amount("loan_rate"), given.amount("reference_rate")
    new = to_cent(annuity.instalment(left, annuity.monthly(new_rate), months))
    saving = _old_instalment(given, left, old_rate, months) - new
    indemnity = to_cent(_indemnity(given, left, old_rate))
    costs = indemnity + given.amount("fees", NOTHING)
    yield amount("gain", saving * months - costs)
    yield amount("monthly_saving", saving)
    yield amount("new_instalment", new)
    yield amount("total_saving", saving * months)
    yield amount("indemnity", indemnity)
    if saving > 0:
        payback = costs / saving
        yield tenths_of_months("payback", payback)
        yield yes_no("weak", value=payback * given.number("all.weak_payback_one_in") > months)


def _months_left(given: Given) -> int:
    if given.knows("months_left") or not given.knows("loan_months", "loan_paid"):
        return given.months("months_left")
    left = given.months("loan_months") - given.count("loan_paid")
    if left <= 0:
        raise InputUnusable("loan_paid", Misfit.TOO_LARGE)
    return left


def _old_instalment(given: Given, left: Decimal, rate: Decimal, months: int) -> Decimal:
    if given.knows("instalment"):
        return given.positive("instalment")
    t = annuity.monthly(rate)
    if given.knows("loan_capital", "loan_months"):
        capital = given.positive("loan_capital")
        return to_cent(annuity.instalment(capital, t, given.months("loan_months")))
    return to_cent(annuity.instalment(left, t, months))


def _indemnity(given: Given, left: Decimal, rate: Decimal) -> Decimal:
    if given.knows("indemnity"):
        return given.amount("indemnity")
    if given.country != "FR":
        raise InputMissing("indemnity")
    share = given.number("fr.ira.caps", "principal_share")
    months = given.number("fr.ira.caps", "interest_months")
    return min(left * share, left * rate / MONTHS_A_YEAR * months)


def loan_remaining_term(given: Given) -> Iterator[Output]:
    """The due dates after today, the last one included, and the instalment that will be free."""
    last = given.day("last_instalment")
    yield count("instalments_left", _due_dates_after(given.on, last))
    yield day("last_instalment", last)
    if given.knows("instalment"):
        yield amount("freed", given.amount("instalment"))


def _due_dates_after(today: date, last: date) -> int:
    """Due dates are the last one less whole months; a due day that a month lacks is its last."""
    if last <= today:
        return 0
    between = (last.year - today.year) * MONTHS_A_YEAR + last.month - today.month
    return between + (plus_months(last, -between) > today)
