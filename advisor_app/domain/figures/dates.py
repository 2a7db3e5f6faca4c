"""Figures that are days: retirement, birthdays, contracts, studies; and the relation in one line."""

from collections.abc import Callable, Iterator
from datetime import date

from advisor_app.domain.figures.given import Given, InputMissing, InputUnusable
from advisor_app.domain.figures.loans import NOTHING
from advisor_app.domain.figures.rounding import (
    MONTHS_A_YEAR,
    amount,
    count,
    day,
    month,
    percent,
    whole_months,
)
from advisor_app.domain.figures.values import HeldContract, Misfit, Output, Unit
from advisor_app.domain.months import age_on, less_months, plus_months
from advisor_app.domain.retirement import RetirementAge
from advisor_app.domain.suggestions.rules_of_people import birthday

_BIRTHDAYS_AHEAD = 24
_SEPTEMBER = 9
_COHORTS = {"FR", "BE"}


def retirement_age(given: Given) -> Iterator[Output]:
    """The legal age, its day, and the first pension; to be confirmed by the scheme."""
    birth = given.past_day("birth_date")
    row = _retirement_row(given, birth)
    age = row.age_years * MONTHS_A_YEAR + row.age_months
    reached = plus_months(birth, age)
    yield day("reached_on", reached)
    yield Output("age", age, Unit.AGE)
    if given.country == "FR":
        first = reached if reached.day == 1 else plus_months(reached.replace(day=1), 1)
        yield day("first_pension", first)
    if row.quarters_full_rate is not None:
        yield count("quarters", row.quarters_full_rate)


def _retirement_row(given: Given, birth: date) -> RetirementAge:
    table = given.tables.retirement_ages
    anybody = [row for row in table if row.holds_for(birth, given.country, "all")]
    if anybody:
        return anybody[0]
    by_sex = [row for row in table if row.country == given.country and row.sex != "all"]
    if by_sex and not given.knows("sex"):
        raise InputMissing("sex")
    sex = given.choice("sex") if by_sex else "all"
    for row in by_sex:
        if row.holds_for(birth, given.country, sex):
            return row
    raise InputUnusable("birth_date", Misfit.NOT_IN_TABLE)


def pension_gap(given: Given) -> Iterator[Output]:
    """The income wanted less what is expected, each month; below zero where it is covered."""
    estimate = given.amount("pension_estimate")
    expected = estimate + given.amount("other_income", NOTHING)
    yield amount("gap", given.amount("wanted_income") - expected)
    if given.knows("last_income"):
        yield percent("replacement_rate", estimate / given.positive("last_income"))


def key_birthdays(given: Given) -> Iterator[Output]:
    """The next birthday that counts, if it comes within two years; its age, day and meanings."""
    birth = given.past_day("birth_date")
    limit = plus_months(given.on, _BIRTHDAYS_AHEAD)
    ahead = [
        (reached, row)
        for row in given.tables.key_birthdays
        if row.country in {None, given.country}
        and given.on < (reached := birthday(birth, row.age)) <= limit
    ]
    first = min((reached for reached, _ in ahead), default=None)
    for number, (reached, row) in enumerate(one for one in ahead if one[0] == first):
        if not number:
            yield day("on", reached)
            yield count("age", row.age)
        yield Output("meaning", row.meaning, Unit.TEXT)


def child_dates(given: Given) -> Iterator[Output]:
    """The child's age and majority, and when studies begin where school years follow cohorts."""
    birth = given.past_day("child_birth_date")
    adult = birthday(birth, int(given.number("all.majority")))
    yield day("majority", adult)
    yield count("age", age_on(birth, given.on))
    if given.country in _COHORTS:
        studies = date(adult.year, _SEPTEMBER, 1)
        yield month("studies", studies)
        left = (studies.year - given.on.year) * MONTHS_A_YEAR + studies.month - given.on.month
        if left >= 0:
            yield whole_months("months_left", left)


def contract_marks(given: Given) -> Iterator[Output]:
    """The days on which something changes in each contract, and when advice is due again."""
    for contract in given.contracts("contracts"):
        yield from _marks(given, contract)
    if given.knows("advice_on"):
        served = given.says("recommendation_service")
        name = "with_recommendation_service" if served else "standard"
        years = int(given.number("fr.life.advice_review_years", name))
        yield day("advice_review", plus_months(given.past_day("advice_on"), years * MONTHS_A_YEAR))


def _marks(given: Given, contract: HeldContract) -> Iterator[Output]:
    opened = contract.opened_on
    if opened is not None and opened > given.on:
        raise InputUnusable("contracts", Misfit.LATER_THAN_DAY)
    if opened is not None and contract.family in _CONTRACTS:
        yield from _CONTRACTS[contract.family](given, opened)
    if contract.family == "term_deposit" and contract.ends_on is not None:
        yield day("term_deposit_maturity", contract.ends_on)


def _life_insurance(given: Given, opened: date) -> Iterator[Output]:
    codes = {"FR": "fr.life.tax", "BE": "be.life.tax"}
    if given.country in codes:
        years = int(given.number(codes[given.country], "years"))
        yield day("life_insurance", plus_months(opened, years * MONTHS_A_YEAR))


def _pel(given: Given, opened: date) -> Iterator[Output]:
    durations = given.parameter("fr.pel.durations")
    if given.country != "FR" or (durations.valid_from and opened < durations.valid_from):
        return
    for name in ("minimum", "last_payments", "closing"):
        years = int(durations.value[name])
        yield day(f"pel_{name}", plus_months(opened, years * MONTHS_A_YEAR))


def _pea(given: Given, opened: date) -> Iterator[Output]:
    if given.country == "FR":
        years = int(given.number("fr.pea.years"))
        yield day("pea", plus_months(opened, years * MONTHS_A_YEAR))


_CONTRACTS: dict[str, Callable[[Given, date], Iterator[Output]]] = {
    "life_insurance": _life_insurance,
    "pel": _pel,
    "pea": _pea,
}


def relationship_summary(given: Given) -> Iterator[Output]:
    """The relation in one line, from what is known of it."""
    if given.knows("since"):
        yield day("since", given.past_day("since"))
    if given.knows("last_face_to_face"):
        last = given.past_day("last_face_to_face")
        yield whole_months("months_since_last", _completed_months(last, given.on))
    for name in ("advisors", "meetings", "promises"):
        if given.knows(name):
            yield count(name, given.count(name))


def _completed_months(earlier: date, later: date) -> int:
    months = (later.year - earlier.year) * MONTHS_A_YEAR + later.month - earlier.month
    return months - (less_months(later, months) < earlier)
