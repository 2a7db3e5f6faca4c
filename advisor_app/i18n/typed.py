"""Amounts, shares and dates as people type them in each language, and back into their fields."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from babel.dates import get_month_names
from babel.numbers import format_decimal

from advisor_app.domain.codes import Language
from advisor_app.domain.figures.values import InputRule, InputType
from advisor_app.domain.partial_date import PartialDate
from advisor_app.i18n import language
from advisor_app.i18n.formats import field_date, locale

_GROUPING = {Language.FR: "", Language.EN: ",", Language.NL: ".", Language.DE: "."}
# What stands between groups of digits or beside an amount, and means nothing.
_AIR = re.compile("[\\s\u00a0\u202f'\u2019€]")
_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,12})?")
_DIGITS = re.compile(r"[0-9]+")
_PERCENT = Decimal(100)
_MONTHS = 12
_SHORTEST_NAME = 3


def read_number(typed: str) -> Decimal | None:
    """The number that somebody typed; None where it is none.

    Comma and point are both taken for the decimal sign, but for the one that groups thousands in
    the present language, where three digits follow each.
    """
    bare = _AIR.sub("", typed)
    group = _GROUPING[language()]
    if group and re.fullmatch(rf"[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+(?:[.,][0-9]*)?", bare):
        bare = bare.replace(group, "")
    signs = [sign for sign in ".," if sign in bare]
    if len(signs) > 1:
        earlier = min(signs, key=bare.rindex)
        bare = bare.replace(earlier, "")
    plain = bare.replace(",", ".")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None


def written_number(value: Decimal) -> str:
    """A number as it stands in a field, with every decimal."""
    return format_decimal(value, locale=locale(), decimal_quantization=False)


def input_text(rule: InputRule, typed: str) -> str:
    """What the store keeps of a typed input: a plain text, which the figures read or refuse."""
    if not typed.strip():
        return ""
    match rule.type:
        case InputType.AMOUNT | InputType.COUNT | InputType.MONTHS:
            value = read_number(typed)
            return typed.strip() if value is None else f"{value:f}"
        case InputType.RATIO:
            value = read_number(typed.replace("%", ""))
            return typed.strip() if value is None else f"{value / _PERCENT:f}"
        case InputType.DATE:
            day = read_partial_date(typed)
            return typed.strip() if day is None else str(day)
        case _:
            return typed.strip()


def typed_input(rule: InputRule, kept: str) -> str:
    """A kept input as its field shows it."""
    try:
        match rule.type:
            case InputType.AMOUNT | InputType.COUNT | InputType.MONTHS:
                return written_number(Decimal(kept))
            case InputType.RATIO:
                share = kept.endswith("%")
                exact = Decimal(kept.rstrip("% ")) if share else Decimal(kept) * _PERCENT
                return written_number(exact.normalize() + 0)
            case InputType.DATE:
                return typed_date(PartialDate.parse(kept))
            case _:
                return kept
    except (ArithmeticError, ValueError):
        return kept


def read_partial_date(typed: str) -> PartialDate | None:
    """A year, a month with its year, or a day; None where the calendar has no such date.

    2027; 09/2026, 2026-09, septembre 2026; 23/09/2026, 2026-09-23, 23 septembre 2026.
    """
    words = re.split(r"[\s\u00a0/.\-]+", typed.strip().strip("."))
    if not all(words):
        return None
    numbers = [_month(word) if not _DIGITS.fullmatch(word) else word for word in words]
    if None in numbers:
        return None
    parts = [str(one) for one in numbers]
    if len(parts[0]) != len("2026"):
        parts.reverse()
    try:
        return PartialDate.parse("-".join([parts[0], *(one.zfill(2) for one in parts[1:])]))
    except ValueError:
        return None


def typed_date(when: PartialDate) -> str:
    """A partial date as its field shows it."""
    if when.month is None:
        return str(when.year)
    if when.day is None:
        day = field_date(when.first_day)
        return day[len("01/") :]
    return field_date(when.first_day)


def read_day(typed: str) -> date | None:
    """A whole day; None otherwise."""
    found = read_partial_date(typed)
    return found.first_day if found is not None and found.day is not None else None


def _month(word: str) -> str | None:
    """The number of the month whose name begins so, or None; "1er" is a first."""
    if word == "1er":
        return "1"
    wanted = _folded(word)
    names = get_month_names("wide", locale=locale())
    found = [month for month in range(1, _MONTHS + 1) if _folded(names[month]).startswith(wanted)]
    return str(found[0]) if len(found) == 1 and len(wanted) >= _SHORTEST_NAME else None


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
