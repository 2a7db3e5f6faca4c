"""Figures about giving and inheriting; French law."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from advisor_app.domain.figures.given import Given
from advisor_app.domain.figures.loans import NOTHING
from advisor_app.domain.figures.rounding import MONTHS_A_YEAR, amount, day
from advisor_app.domain.figures.scale import by_brackets
from advisor_app.domain.figures.values import Gift, Output
from advisor_app.domain.months import plus_months


def _still_counted(given: Given) -> Sequence[tuple[Gift, int]]:
    """Gifts that still use up the allowance; on the day they renew they no longer do."""
    months = int(given.number("fr.gift.child", "years")) * MONTHS_A_YEAR
    gifts = sorted(given.gifts("past_gifts"), key=lambda gift: gift.on)
    return [(gift, months) for gift in gifts if plus_months(gift.on, months) > given.on]


def donation_allowance(given: Given) -> Iterator[Output]:
    """What one parent may still give to one child untaxed, and when each gift is forgotten."""
    counted = _still_counted(given)
    given_already = sum((gift.amount for gift, _ in counted), NOTHING)
    allowance = given.number("fr.gift.child", "amount")
    yield amount("available", max(allowance - given_already, NOTHING))
    for gift, months in counted:
        yield day("renewed_on", plus_months(gift.on, months))


def gift_tax(given: Given) -> Iterator[Output]:
    """Duties on one gift to a child; earlier taxed gifts have used up the lower brackets."""
    past = sum((gift.amount for gift, _ in _still_counted(given)), NOTHING)
    allowance = given.number("fr.gift.child", "amount")
    taxed_before = max(past - allowance, NOTHING)
    taxed_after = max(past + given.amount("gift_amount") - allowance, NOTHING)
    scale = given.parameter("fr.gift.scale_direct_line").value
    yield amount("tax", by_brackets(taxed_after, scale) - by_brackets(taxed_before, scale))
    yield amount("taxable", taxed_after - taxed_before)


def estate_fees(given: Given) -> Iterator[Output]:
    """The most that a bank may take for settling an estate."""
    balances, cap = given.amount("balances"), given.parameter("fr.estate.bank_fee_cap").value
    free = given.says("simple_estate") or given.says("minor") or balances < cap["free_under"]
    yield amount("most", NOTHING if free else min(balances * cap["ratio"], Decimal(cap["amount"])))
