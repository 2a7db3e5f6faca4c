"""Amounts taken by brackets: each slice at its own rate."""

from collections.abc import Iterable, Sequence
from decimal import Decimal


def by_brackets(amount: Decimal, brackets: Iterable[Sequence[Decimal]]) -> Decimal:
    """Add up each slice times its rate; a bracket is (upper bound, rate), 0 for no bound."""
    total, lower = Decimal(0), Decimal(0)
    for upper, rate in brackets:
        slice_end = min(amount, upper) if upper else amount
        total += max(slice_end - lower, Decimal(0)) * rate
        lower = upper
    return total
