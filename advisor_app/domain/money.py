"""Amounts with their currency."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its ISO 4217 currency."""

    amount: Decimal
    currency: str = "EUR"


def to_cent(amount: Decimal) -> Decimal:
    """Round half up to the cent, as `domain/figures.toml` rounds displayed amounts."""
    return amount.quantize(CENT, ROUND_HALF_UP)
