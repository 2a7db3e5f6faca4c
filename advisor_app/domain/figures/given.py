"""What a formula may ask: the inputs known, the parameters of the day; it notes what was used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from advisor_app.domain.figures.values import (
    Figure,
    Gift,
    HeldContract,
    InputRule,
    InputType,
    InputValue,
    Misfit,
)
from advisor_app.domain.parameters import Parameter, in_force, number
from advisor_app.domain.retirement import RetirementAge
from advisor_app.domain.suggestions.playbook import KeyBirthday

MOST_AMOUNT = Decimal(10) ** 12
MOST_RATIO = Decimal(1)
# Anything smaller that is not zero is a mistake, and would make ratios that no paper holds.
LEAST = Decimal("0.000001")
MOST_MONTHS = 600
MOST_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class FigureTables:
    """The tables that formulas read."""

    figures: Mapping[str, Figure]
    parameters: tuple[Parameter, ...]
    retirement_ages: tuple[RetirementAge, ...]
    key_birthdays: tuple[KeyBirthday, ...]


class InputMissing(Exception):
    """A formula needs what is not known."""

    def __init__(self, *inputs: str, parameter: str = "") -> None:
        super().__init__(*inputs)
        self.inputs = inputs
        self.parameter = parameter


class InputUnusable(Exception):
    """A formula cannot use what is known."""

    def __init__(self, name: str, why: Misfit) -> None:
        super().__init__(name)
        self.name = name
        self.why = why


@dataclass(slots=True)
class Given:
    """The inputs of one figure, in one country, on one day. Every question is noted."""

    figure: Figure
    inputs: Mapping[str, InputValue]
    tables: FigureTables
    country: str
    on: date
    used: dict[str, InputValue] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)
    read: dict[str, Parameter] = field(default_factory=dict)

    def knows(self, *names: str) -> bool:
        """Whether all of these are known."""
        return all(self._find(name) is not None for name in names)

    def amount(self, name: str, otherwise: Decimal | None = None) -> Decimal:
        """An amount or a ratio; `otherwise` is the neutral value that is assumed where unknown."""
        if otherwise is not None and not self.knows(name):
            self.assumed.append(name)
            return otherwise
        return Decimal(self._take(name))

    def positive(self, name: str) -> Decimal:
        """An amount or a ratio that must not be zero."""
        value = self.amount(name)
        if not value:
            raise InputUnusable(name, Misfit.ZERO)
        return value

    def count(self, name: str) -> int:
        """A number of months, or of things."""
        return int(self._take(name))

    def months(self, name: str) -> int:
        """A number of months that must not be zero."""
        value = self.count(name)
        if not value:
            raise InputUnusable(name, Misfit.ZERO)
        return value

    def day(self, name: str) -> date:
        """A day."""
        found: date = self._take(name)
        return found

    def past_day(self, name: str) -> date:
        """A day that must not lie after the figure's."""
        found = self.day(name)
        if found > self.on:
            raise InputUnusable(name, Misfit.LATER_THAN_DAY)
        return found

    def says(self, name: str) -> bool:
        """Whether it is known that yes; an unknown answer is noted as assumed to be no."""
        if not self.knows(name):
            self.assumed.append(name)
            return False
        return bool(self._take(name))

    def choice(self, name: str) -> str:
        """One of the codes that the figure's table names."""
        return str(self._take(name))

    def gifts(self, name: str) -> tuple[Gift, ...]:
        """Gifts, none of which may lie after the figure's day."""
        found: tuple[Gift, ...] = self._take(name)
        if any(gift.on > self.on for gift in found):
            raise InputUnusable(name, Misfit.LATER_THAN_DAY)
        return found

    def contracts(self, name: str) -> tuple[HeldContract, ...]:
        """The contracts whose dates count."""
        found: tuple[HeldContract, ...] = self._take(name)
        return found

    def parameter(self, code: str) -> Parameter:
        """The parameter in force on the figure's day, noted as used."""
        found = in_force(self.tables.parameters, code, self.on)
        if found is None:
            raise InputMissing(parameter=code)
        self.read[code] = found
        return found

    def number(self, code: str, name: str = "") -> Decimal:
        """A number among the parameters in force."""
        return number(self.parameter(code), name)

    def _find(self, name: str) -> InputValue | None:
        rule = self.figure.inputs[name]
        for known in (name, *rule.also):
            if known in self.inputs:
                return self.inputs[known]
        return None

    def _take(self, name: str) -> Any:
        value = self._find(name)
        if value is None:
            raise InputMissing(name)
        _check(self.figure.inputs[name], value)
        self.used[name] = value
        return value


def _check(rule: InputRule, value: InputValue) -> None:
    misfit = _CHECKS[rule.type](value)
    if misfit is None and rule.type is InputType.CHOICE and value not in rule.choices:
        misfit = Misfit.UNKNOWN_CHOICE
    if misfit is not None:
        raise InputUnusable(rule.name, misfit)


def _bounded(value: InputValue, most: Decimal) -> Misfit | None:
    if not isinstance(value, Decimal | int) or isinstance(value, bool):
        return Misfit.NOT_A_VALUE
    exact = Decimal(value)
    if not exact.is_finite() or 0 < abs(exact) < LEAST:
        return Misfit.NOT_A_VALUE
    if exact < 0:
        return Misfit.NEGATIVE
    return Misfit.TOO_LARGE if exact > most else None


def _whole(value: InputValue, most: int) -> Misfit | None:
    misfit = _bounded(value, Decimal(most))
    whole = isinstance(value, Decimal | int) and misfit is None and value == int(value)
    return misfit if misfit or whole else Misfit.NOT_A_VALUE


def _kind(value: InputValue, kind: type) -> Misfit | None:
    return None if isinstance(value, kind) else Misfit.NOT_A_VALUE


def _gifts(value: InputValue) -> Misfit | None:
    if not isinstance(value, tuple):
        return Misfit.NOT_A_VALUE
    found = (
        _bounded(one.amount, MOST_AMOUNT) if isinstance(one, Gift) else Misfit.NOT_A_VALUE
        for one in value
    )
    return next((one for one in found if one is not None), None)


def _contracts(value: InputValue) -> Misfit | None:
    if isinstance(value, tuple) and all(isinstance(one, HeldContract) for one in value):
        return None
    return Misfit.NOT_A_VALUE


_CHECKS = {
    InputType.AMOUNT: lambda value: _bounded(value, MOST_AMOUNT),
    InputType.RATIO: lambda value: _bounded(value, MOST_RATIO),
    InputType.MONTHS: lambda value: _whole(value, MOST_MONTHS),
    InputType.COUNT: lambda value: _whole(value, MOST_COUNT),
    InputType.DATE: lambda value: _kind(value, date),
    InputType.YES_NO: lambda value: _kind(value, bool),
    InputType.CHOICE: lambda value: _kind(value, str),
    InputType.GIFTS: _gifts,
    InputType.CONTRACTS: _contracts,
}
