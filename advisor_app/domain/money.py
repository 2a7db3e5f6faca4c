"""Amounts to the cent."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def to_cent(amount: Decimal) -> Decimal:
    """Round half up to the cent, as `domain/figures.toml` rounds displayed amounts."""
    return amount.quantize(CENT, ROUND_HALF_UP)
