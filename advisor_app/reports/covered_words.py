"""Sums of money covered everywhere in what a paper says, the last thing before it is drawn."""

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar, cast

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.hidden_amounts import without_amounts
from advisor_app.i18n.formats import money

_Data = TypeVar("_Data")
# A paper's own code, which is drawn by chance and may spell a sum: "Q9CT-4122".
_CODED = frozenset({"reference"})


def currencies_of(briefing: Briefing) -> tuple[str, ...]:
    """How the currencies of a briefing are written in the present language: code and sign."""
    codes = {one.currency for one in briefing.projects}
    codes |= {one.currency for one in briefing.holdings}
    signs = {money(Decimal(1), code).replace("1", "").strip() for code in codes}
    return tuple(sorted(codes | signs))


def amounts_covered(data: _Data, currencies: tuple[str, ...]) -> _Data:
    """The same data with every sum in every text of it covered, however deep it lies."""
    return cast("_Data", _covered(data, currencies))


def _covered(value: Any, currencies: tuple[str, ...]) -> Any:
    if type(value) is str:
        return without_amounts(value, currencies)
    if type(value) is tuple:
        return tuple(_covered(one, currencies) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _covered(getattr(value, one.name), currencies)
            for one in fields(value)
            if one.name not in _CODED
        }
        return replace(value, **changed)
    return value
