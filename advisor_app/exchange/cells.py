"""Reads cells: each distinct text of a column once, so that millions of rows cost little.

A reader is a dict from the text to its canonical value (`domain.bank_records`) that fills itself;
a text that cannot be read raises BadCell.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from advisor_app.domain.bank_import import Why
from advisor_app.domain.moments import EARLIEST_YEAR, LATEST_YEAR
from advisor_app.domain.months import days_in_month
from advisor_app.domain.partial_date import PartialDate
from advisor_app.exchange.columns import Column, Form
from advisor_app.exchange.vocabularies import Vocabularies

Parse = Callable[[str], Any]

# A column of names or moments has no end of distinct texts; what is beyond this is not kept.
REMEMBERED = 100_000
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_OTHER_DAY = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4})", re.ASCII)
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}(\.0+)?", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,12})?", re.ASCII)
_COORDINATE = re.compile(r"-?\d{1,3}(\.\d{1,20})?([eE]-\d{1,2})?", re.ASCII)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_TRUE = frozenset({"true", "yes", "1", "oui"})
_FALSE = frozenset({"false", "no", "0", "non"})
_MONTHS_IN_YEAR = 12


class BadCell(ValueError):
    """A text that cannot be read in its column, and what would be accepted instead.

    `text` is what the file has, where that is not what was asked for.
    """

    def __init__(
        self,
        why: Why,
        facts: Mapping[str, str] | None = None,
        proposal: str | None = None,
        text: str | None = None,
    ) -> None:
        super().__init__(why)
        self.why = why
        self.facts = facts or {}
        self.proposal = proposal
        self.text = text


class Cells(dict[str, Any]):
    """The distinct texts of one column, with their values."""

    def __init__(self, parse: Parse, blank: Any) -> None:
        super().__init__({"": blank})
        self._parse = parse
        self._blank = blank

    def __missing__(self, text: str) -> Any:
        bare = text.strip()
        value = self._parse(bare) if bare else self._blank
        if len(self) < REMEMBERED:
            self[text] = value
        return value


def cells_of(
    column: Column, vocabularies: Vocabularies, today: date, date_format: str | None
) -> Cells:
    """The reader of a column; `today` is the first day on which nobody can have been born yet.

    `date_format` is a profile's, as `strptime` reads it; ISO dates are read beside it.
    """
    day = partial(read_day, date_format=date_format)
    parsers: dict[Form, Parse] = {
        Form.REF: str,
        Form.REFS: _references,
        Form.TEXT: str,
        Form.PROJECT: str,
        Form.DATE: day,
        Form.BIRTH: partial(_birth, day=day, today=today.isoformat()),
        Form.MOMENT: partial(_moment, day=day),
        Form.DATE_TIME: partial(_date_time, day=day),
        Form.TIME: _time,
        Form.MONTH: _month,
        Form.PARTIAL_DATE: partial(_partial_date, day=day if date_format else None),
        Form.WHOLE: partial(_whole, low=column.low, high=column.high),
        Form.DECIMAL: _decimal,
        Form.LATITUDE: partial(_coordinate, limit=90),
        Form.LONGITUDE: partial(_coordinate, limit=180),
        Form.BOOLEAN: _boolean,
        Form.CURRENCY: partial(_letters, count=3, why=Why.NOT_A_CURRENCY),
        Form.COUNTRY: partial(_letters, count=2, why=Why.NOT_A_COUNTRY),
        Form.ZONE: _zone,
        Form.CODE: partial(_code, known=vocabularies.get(column.codes or "", ())),
    }
    return Cells(parsers[column.form], column.default)


def read_day(text: str, date_format: str | None) -> str:
    """A day as YYYY-MM-DD."""
    if date_format:
        with suppress(ValueError):
            text = datetime.strptime(text, date_format).date().isoformat()  # noqa: DTZ007 a day
    found = _ISO.fullmatch(text)
    if not found:
        return _not_iso(text, date_format)
    year, month, day = map(int, found.groups())
    if not _exists(year, month, day):
        raise BadCell(Why.NO_SUCH_DAY, proposal=_nearest_day(year, month, day))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise BadCell(Why.FAR_YEAR, {"low": str(EARLIEST_YEAR), "high": str(LATEST_YEAR)})
    return text


def _not_iso(text: str, date_format: str | None) -> str:
    if text.endswith((" 00:00:00", "T00:00:00")):  # a day as databases print it
        return read_day(text[:-9], date_format)
    raise BadCell(Why.NOT_A_DATE, proposal=_guessed_day(text))


def _guessed_day(text: str) -> str | None:
    """What a European date means; none where day and month could be the other way round."""
    found = _OTHER_DAY.fullmatch(text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    if month > _MONTHS_IN_YEAR >= day:
        day, month = month, day
    elif day <= _MONTHS_IN_YEAR and day != month:
        return None
    return f"{year:04}-{month:02}-{day:02}" if _exists(year, month, day) else None


def _exists(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= days_in_month(year, month)


def _nearest_day(year: int, month: int, day: int) -> str | None:
    if not (year > 0 and 1 <= month <= _MONTHS_IN_YEAR and day > 0):
        return None
    return f"{year:04}-{month:02}-{days_in_month(year, month):02}"


def _birth(text: str, day: Parse, today: str) -> str:
    born: str = day(text)
    if born > today:
        raise BadCell(Why.BORN_IN_FUTURE)
    return born


def _moment(text: str, day: Parse) -> str:
    """A day, or a day and time, as YYYY-MM-DD or YYYY-MM-DDTHH:MM."""
    if len(text) == 10 or not _has_time(text):  # noqa: PLR2004 YYYY-MM-DD
        return str(day(text))
    return _date_time(text, day)


def _has_time(text: str) -> bool:
    return ":" in text


def _date_time(text: str, day: Parse) -> str:
    separator = "T" if "T" in text else " "
    first, _, second = text.rpartition(separator)
    found = _TIME.fullmatch(second)
    if not first or not found:
        raise BadCell(Why.NOT_A_MOMENT)
    return f"{day(first.strip())}T{int(found[1]):02}:{found[2]}"


def _time(text: str) -> str:
    found = _TIME.fullmatch(text)
    if not found:
        raise BadCell(Why.NOT_A_TIME)
    return f"{int(found[1]):02}:{found[2]}"


def _month(text: str) -> str:
    if _MONTH.fullmatch(text):
        return text
    # Sheets turn 2026-03 into the first of March.
    if _ISO.fullmatch(text) and text.endswith("-01") and _MONTH.fullmatch(text[:7]):
        return text[:7]
    digits = text.replace("/", "-").split("-")
    backwards = "-".join(part.zfill(2) for part in reversed(digits))
    raise BadCell(Why.NOT_A_MONTH, proposal=backwards if _MONTH.fullmatch(backwards) else None)


def _partial_date(text: str, day: Parse | None) -> str:
    try:
        return str(PartialDate.parse(text.removesuffix(".0")))
    except ValueError:
        if day:
            return str(day(text))
        if _ISO.fullmatch(text):
            return read_day(text, None)
        raise BadCell(Why.NOT_A_PARTIAL_DATE, proposal=_guessed_day(text)) from None


def _whole(text: str, low: int, high: int) -> int:
    facts = {"low": str(low), "high": str(high)}
    if not _WHOLE.fullmatch(text):
        raise BadCell(Why.NOT_A_WHOLE_NUMBER, facts)
    number = int(text.partition(".")[0])
    if not low <= number <= high:
        raise BadCell(Why.NOT_A_WHOLE_NUMBER, facts)
    return number


def _decimal(text: str) -> str:
    if not _DECIMAL.fullmatch(text):
        plain = re.sub(r"[\s\u00a0\u202f€']", "", text).replace(",", ".")
        raise BadCell(Why.NOT_A_DECIMAL, proposal=plain if _DECIMAL.fullmatch(plain) else None)
    return text


def _coordinate(text: str, limit: int) -> float:
    facts = {"low": str(-limit), "high": str(limit)}
    if not _COORDINATE.fullmatch(text):
        proposal = text.replace(",", ".")
        good = proposal if _COORDINATE.fullmatch(proposal) else None
        raise BadCell(Why.NOT_A_COORDINATE, facts, good)
    number = float(text)
    if not -limit <= number <= limit:
        raise BadCell(Why.NOT_A_COORDINATE, facts)
    return number


def _boolean(text: str) -> bool:
    folded = text.lower()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    raise BadCell(Why.NOT_A_BOOLEAN)


def _letters(text: str, count: int, why: Why) -> str:
    if len(text) != count or not text.isascii() or not text.isalpha():
        raise BadCell(why)
    return text.upper()


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ValueError, OSError, LookupError):
        raise BadCell(Why.NOT_A_ZONE) from None


def _code(text: str, known: tuple[str, ...]) -> str:
    folded = text.lower()
    if text in known:
        return text
    if folded in known:
        return folded
    close = get_close_matches(folded[:40], known, 1, 0.7)
    raise BadCell(Why.UNKNOWN_CODE, proposal=close[0] if close else None)


def _references(text: str) -> str:
    """Several references, each named once."""
    return "|".join(dict.fromkeys(part.strip() for part in text.split("|") if part.strip()))
