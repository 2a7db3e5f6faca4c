"""The door to the figures: which ones a sheet shows, and one of them on a day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, localcontext

from advisor_app.domain.figures import budget, dates, giving, loans
from advisor_app.domain.figures import property as homes
from advisor_app.domain.figures.given import FigureTables, Given, InputMissing, InputUnusable
from advisor_app.domain.figures.values import (
    Figure,
    FigureAnswer,
    FigureResult,
    InputValue,
    Misfit,
    MissingInputs,
    Output,
    UnusableInput,
)

MOST_ON_A_SHEET = 6
# Wide enough that nothing is lost before the one rounding at the end.
_EXACT = Context(prec=50)

FORMULAS: Mapping[str, Callable[[Given], Iterator[Output]]] = {
    "loan_payment": loans.loan_payment,
    "debt_ratio": loans.debt_ratio,
    "borrowing_capacity": loans.borrowing_capacity,
    "acquisition_costs": homes.acquisition_costs,
    "ltv": homes.ltv,
    "residual_income": budget.residual_income,
    "lemoine": loans.lemoine,
    "reserve_months": budget.reserve_months,
    "savings_goal": budget.savings_goal,
    "outstanding_principal": loans.outstanding_principal,
    "renegotiation_gain": loans.renegotiation_gain,
    "loan_remaining_term": loans.loan_remaining_term,
    "retirement_age": dates.retirement_age,
    "pension_gap": dates.pension_gap,
    "donation_allowance": giving.donation_allowance,
    "gift_tax": giving.gift_tax,
    "contract_marks": dates.contract_marks,
    "key_birthdays": dates.key_birthdays,
    "child_dates": dates.child_dates,
    "study_cost": budget.study_cost,
    "rental_yield": homes.rental_yield,
    "protection_gap": budget.protection_gap,
    "care_gap": budget.care_gap,
    "buyout_share": homes.buyout_share,
    "breakeven": budget.breakeven,
    "works_financing": homes.works_financing,
    "idle_amount": budget.idle_amount,
    "estate_fees": giving.estate_fees,
    "swiss_affordability": homes.swiss_affordability,
    "relationship_summary": dates.relationship_summary,
}


def figures_of(codes: Sequence[str], country: str, tables: FigureTables) -> tuple[Figure, ...]:
    """A project's figures that mean something in a country, at most six, in the project's order."""
    served = (tables.figures[code] for code in codes)
    return tuple(one for one in served if one.serves(country))[:MOST_ON_A_SHEET]


def compute(
    code: str, inputs: Mapping[str, InputValue], tables: FigureTables, country: str, on: date
) -> FigureAnswer:
    """One figure on a day; what is missing, or cannot be used, is answered and never raised.

    `inputs` may hold more than the figure asks for. Raises KeyError for a code that is no figure.
    """
    figure = tables.figures[code]
    if not figure.serves(country):
        return UnusableInput(code, on, "country", Misfit.OTHER_COUNTRY)
    given = Given(figure, inputs, tables, country, on)
    missing = _missing(given)
    if missing:
        return MissingInputs(code, on, missing)
    try:
        with localcontext(_EXACT):
            outputs = tuple(FORMULAS[code](given))
    except InputMissing as lack:
        parameters = (lack.parameter,) if lack.parameter else ()
        return MissingInputs(code, on, lack.inputs, parameters)
    except InputUnusable as misfit:
        return UnusableInput(code, on, misfit.name, misfit.why)
    return FigureResult(
        code, on, outputs, given.used, tuple(given.assumed), tuple(given.read.values())
    )


def _missing(given: Given) -> tuple[str, ...]:
    """What the nearest alternative of `show_when` lacks; none once one of them is known."""
    lacks = [
        tuple(name for name in names if not given.knows(name)) for names in given.figure.show_when
    ]
    return min(lacks, key=len, default=())
