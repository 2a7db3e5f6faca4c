"""What a figure starts from and what it yields."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.parameters import Parameter


class InputType(StrEnum):
    """What an input is: amounts in the currency of the file, ratios as 0.033, whole counts."""

    AMOUNT = "amount"
    RATIO = "ratio"
    MONTHS = "months"
    COUNT = "count"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    GIFTS = "gifts"
    CONTRACTS = "contracts"


class Unit(StrEnum):
    """How an output is rounded and read.

    Amounts are to the cent. A percentage is kept as a ratio of four decimals and read with two.
    `AGE` is a whole number of months, read as years and months; `MONTH` is its first day.
    """

    AMOUNT = "amount"
    PERCENT = "percent"
    MONTHS = "months"
    COUNT = "count"
    AGE = "age"
    DATE = "date"
    MONTH = "month"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift from one parent to one child."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class HeldContract:
    """A contract whose dates count; `family` is life_insurance, pel, pea or term_deposit."""

    family: str
    opened_on: date | None
    ends_on: date | None = None


InputValue = Decimal | int | date | bool | str | tuple[Gift, ...] | tuple[HeldContract, ...]
OutputValue = Decimal | int | date | bool | str | LocalText


@dataclass(frozen=True, slots=True)
class InputRule:
    """What an input may be; `also` are other names under which the same thing may be known."""

    name: str
    type: InputType
    label: LocalText
    also: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputRule:
    """What a figure may yield; `choices` words the codes of a `CHOICE`."""

    name: str
    unit: Unit
    label: LocalText
    choices: Mapping[str, LocalText]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of `figures.toml`.

    `countries` is empty for everywhere. `show_when` are alternatives: the inputs of one of them
    must be known, or the sheet prints a line to fill in.
    """

    code: str
    label: LocalText
    countries: frozenset[str]
    formula: str
    rounding: str
    source: str
    example: str
    show_when: tuple[tuple[str, ...], ...]
    inputs: Mapping[str, InputRule]
    outputs: Mapping[str, OutputRule]

    def serves(self, country: str) -> bool:
        """Whether the figure means anything in a country."""
        return not self.countries or country in self.countries


@dataclass(frozen=True, slots=True)
class Output:
    """One rounded value."""

    name: str
    value: OutputValue
    unit: Unit


@dataclass(frozen=True, slots=True)
class FigureResult:
    """A figure on a day, most telling output first; it is indicative, and says what it rests on.

    `assumed` are the inputs that were unknown and stand at their neutral value, such as no other
    income.
    """

    code: str
    on: date
    outputs: tuple[Output, ...]
    inputs: Mapping[str, InputValue]
    assumed: tuple[str, ...]
    parameters: tuple[Parameter, ...]

    def value(self, name: str) -> OutputValue | None:
        """The first output of a name, or None."""
        return next((one.value for one in self.outputs if one.name == name), None)


@dataclass(frozen=True, slots=True)
class MissingInputs:
    """What would have to be known: inputs, or parameters without a value in force on the day."""

    code: str
    on: date
    inputs: tuple[str, ...]
    parameters: tuple[str, ...] = ()


class Misfit(StrEnum):
    """Why an input cannot be used."""

    NOT_A_VALUE = "not_a_value"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_LARGE = "too_large"
    UNKNOWN_CHOICE = "unknown_choice"
    LATER_THAN_DAY = "later_than_day"
    ABOVE_VALUE = "above_value"
    NOT_REPAID = "not_repaid"
    NOT_IN_TABLE = "not_in_table"
    OTHER_COUNTRY = "other_country"


@dataclass(frozen=True, slots=True)
class UnusableInput:
    """An input, or the country, from which no right number can be made."""

    code: str
    on: date
    input: str
    why: Misfit


FigureAnswer = FigureResult | MissingInputs | UnusableInput
