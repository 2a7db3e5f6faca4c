"""Legal, fiscal and prudential parameters, with their days and how sure they are (DOMAIN.md, 11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from advisor_app.domain.local_text import LocalText


class ParameterStatus(StrEnum):
    """How a value was established: found in a named source, or from professional knowledge."""

    VERIFIED = "verified"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value and the days on which it holds, both included; None means without bound.

    `value` is a Decimal, a bool, a text, a tuple of values, or a mapping of named values; `unit`
    says of what. `volatile`: it changes at least yearly, so its date is printed beside the figure.
    The code begins with the country's, or with `all` or `trade`.
    """

    code: str
    label: LocalText
    value: Any
    unit: str
    valid_from: date | None
    valid_until: date | None
    status: ParameterStatus
    source: str
    note: str
    volatile: bool

    @property
    def country(self) -> str:
        """The country's code in capitals, or `ALL` or `TRADE`."""
        return self.code.partition(".")[0].upper()

    def holds_on(self, day: date) -> bool:
        """Whether the value is in force on a day."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)


def in_force(parameters: Iterable[Parameter], code: str, day: date) -> Parameter | None:
    """The value of a code on a day, the latest to begin where two hold; None where none does."""
    found = [one for one in parameters if one.code == code and one.holds_on(day)]
    return max(found, key=lambda one: one.valid_from or date.min, default=None)


def number(parameter: Parameter, name: str = "") -> Decimal:
    """The parameter as a number, or one of its named numbers."""
    return Decimal(parameter.value[name] if name else parameter.value)
