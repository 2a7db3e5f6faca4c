"""Inputs as files and fields write them: plain digits with a decimal point, ISO dates, codes."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from advisor_app.domain.figures.values import (
    Figure,
    Gift,
    HeldContract,
    InputRule,
    InputType,
    InputValue,
)
from advisor_app.domain.partial_date import PartialDate

_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,12})?")
_ANSWERS = {"true": True, "yes": True, "1": True, "oui": True}
_ANSWERS |= {"false": False, "no": False, "0": False, "non": False}
_PERCENT = 100
NONE_AT_ALL = "none"


def read_inputs(texts: Mapping[str, str], figures: Mapping[str, Figure]) -> dict[str, InputValue]:
    """The inputs that any figure asks for; other names are left out.

    Gifts are "2013-04-10:60000|2020-01-01:5000" or "none"; contracts "pel:2012-03-17" or
    "term_deposit:2025-02-01:2027-02-01", joined alike. A date of which only the month or the year
    is known means its last day. What cannot be read stays a text, which `compute` then refuses.
    """
    rules = _rules(figures)
    return {name: _read(rules[name], text) for name, text in texts.items() if name in rules}


def _rules(figures: Mapping[str, Figure]) -> dict[str, InputRule]:
    every = [rule for figure in figures.values() for rule in figure.inputs.values()]
    other_names = {name: rule for rule in every for name in rule.also}
    return other_names | {rule.name: rule for rule in every}


def _read(rule: InputRule, text: str) -> InputValue:
    try:
        return _READERS[rule.type](text.strip())
    except (KeyError, ValueError):
        return text


def _decimal(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _ratio(text: str) -> Decimal:
    """0.033, or 3.3 % with its sign; a bare 3.3 is not guessed at."""
    if text.endswith("%"):
        return _decimal(text[:-1].rstrip()) / _PERCENT
    return _decimal(text)


def _whole(text: str) -> int:
    number = _decimal(text)
    if number != int(number):
        raise ValueError(text)
    return int(number)


def _gift(text: str) -> Gift:
    on, amount = text.split(":")
    return Gift(date.fromisoformat(on), _decimal(amount))


def _gifts(text: str) -> tuple[Gift, ...]:
    return () if text == NONE_AT_ALL else tuple(map(_gift, text.split("|")))


def _contract(text: str) -> HeldContract:
    family, opened, *ends = text.split(":")
    if len(ends) > 1:
        raise ValueError(text)
    return HeldContract(
        family,
        date.fromisoformat(opened) if opened else None,
        date.fromisoformat(ends[0]) if ends else None,
    )


_READERS: Mapping[InputType, Callable[[str], InputValue]] = {
    InputType.AMOUNT: _decimal,
    InputType.RATIO: _ratio,
    InputType.MONTHS: _whole,
    InputType.COUNT: _whole,
    InputType.DATE: lambda text: PartialDate.parse(text).last_day,
    InputType.YES_NO: lambda text: _ANSWERS[text.lower()],
    InputType.CHOICE: str,
    InputType.GIFTS: _gifts,
    InputType.CONTRACTS: lambda text: tuple(map(_contract, text.split("|"))),
}
