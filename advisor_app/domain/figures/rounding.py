"""Outputs, each rounded once, at the end, as its unit says (DOMAIN.md, section 12)."""

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from advisor_app.domain.figures.values import Output, Unit
from advisor_app.domain.money import to_cent

_TENTH = Decimal("0.1")
_RATIO_OF_TWO_DECIMALS = Decimal("0.0001")
_HUNDRED = 100
MONTHS_A_YEAR = 12


def amount(name: str, value: Decimal) -> Output:
    """An amount, half up to the cent."""
    return Output(name, to_cent(value), Unit.AMOUNT)


def amount_down_to_hundred(name: str, value: Decimal) -> Output:
    """An amount, down to the hundred, so that it never promises too much."""
    hundreds = (value / _HUNDRED).to_integral_value(ROUND_DOWN)
    return Output(name, to_cent(hundreds * _HUNDRED), Unit.AMOUNT)


def percent(name: str, ratio: Decimal) -> Output:
    """A ratio, half up to two decimals of a percentage."""
    return Output(name, ratio.quantize(_RATIO_OF_TWO_DECIMALS, ROUND_HALF_UP), Unit.PERCENT)


def tenths_of_months(name: str, value: Decimal) -> Output:
    """A length of time in months, half up to one decimal."""
    return Output(name, value.quantize(_TENTH, ROUND_HALF_UP), Unit.MONTHS)


def whole_months(name: str, value: int) -> Output:
    """A whole number of months."""
    return Output(name, value, Unit.MONTHS)


def count(name: str, value: int) -> Output:
    """A number of things."""
    return Output(name, value, Unit.COUNT)


def day(name: str, value: date) -> Output:
    """A day."""
    return Output(name, value, Unit.DATE)


def month(name: str, value: date) -> Output:
    """A month, by its first day."""
    return Output(name, value.replace(day=1), Unit.MONTH)


def yes_no(name: str, *, value: bool) -> Output:
    """An answer."""
    return Output(name, value, Unit.YES_NO)


def choice(name: str, code: str) -> Output:
    """A code that the figure's table words."""
    return Output(name, code, Unit.CHOICE)
