"""Constant instalments at the end of each month; `t` is the rate of one month, not of a year.

Nothing here is rounded but the bank's own schedule, which is kept to the cent month by month.
"""

from decimal import Decimal

from advisor_app.domain.figures.rounding import MONTHS_A_YEAR
from advisor_app.domain.money import to_cent


def monthly(yearly_rate: Decimal) -> Decimal:
    """The nominal yearly rate, spread over twelve months."""
    return yearly_rate / MONTHS_A_YEAR


def instalment(capital: Decimal, t: Decimal, months: int) -> Decimal:
    """What repays the capital in so many months."""
    return capital / present_value(t, months)


def present_value(t: Decimal, months: int) -> Decimal:
    """The capital that an instalment of 1 repays."""
    return (1 - (1 + t) ** -months) / t if t else Decimal(months)


def future_value(t: Decimal, months: int) -> Decimal:
    """What a payment of 1 each month grows to."""
    return ((1 + t) ** months - 1) / t if t else Decimal(months)


def outstanding_by_formula(
    capital: Decimal, t: Decimal, instalment_paid: Decimal, paid: int
) -> Decimal:
    """What is left after so many instalments, without rounding the months between."""
    return capital * (1 + t) ** paid - instalment_paid * future_value(t, paid)


def outstanding_by_schedule(
    capital: Decimal, t: Decimal, instalment_paid: Decimal, paid: int
) -> Decimal:
    """What is left after so many instalments when the bank rounds each month's interest."""
    left = to_cent(capital)
    for _ in range(paid):
        left -= min(left, instalment_paid - to_cent(left * t))
    return left
