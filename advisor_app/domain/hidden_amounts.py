"""Sums of money in a text, found by how the four languages write them, and covered by a sign.

A sum is a number beside a currency. In what somebody typed, a number of four digits or more that is
no year, and one of thousands ("25 k"), count as sums too. A sum in words ("three thousand") is not
found.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

HIDDEN = "•••"

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_DASH = "[-\N{EN DASH}\N{EM DASH}]"
_NUMBER = rf"\d+(?:(?:{_SPACE}|[.,]|{_APOSTROPHE})\d+)*(?:[.,]{_DASH})?"
_END = r"(?![^\W\d_])"
_START = r"(?<![^\W_])"
_THOUSANDS = (
    r"(?:k|mio\.?|mrd\.?|tsd\.?|mille|milliers?|millions?|milliards?|thousand|billion"
    rf"|duizend|miljoen|miljard|tausend|millionen|milliarden?){_END}"
)
_SIGNS = "[$¢£¤¥\N{EURO-CURRENCY SIGN}-\N{BITCOIN SIGN}]"
_WORDS = (
    rf"(?:euros?|eur|francs?|franken|chf|sfr\.?|fr\.|pounds?|pond|pfund|dollars?|usd|gbp"
    rf"|centimes?|cents?|cts?\.?){_END}"
)
_YEAR = r"(?:18|19|20|21)\d\d(?![\d])"


def without_amounts(text: str, currencies: Sequence[str] = ()) -> str:
    """The text with every sum covered; `currencies` are written otherwise than the usual ones."""
    return _sums(tuple(currencies)).sub(HIDDEN, text)


def without_numbers(text: str) -> str:
    """As `without_amounts`, of what somebody typed: large numbers without a currency as well."""
    return _LARGE.sub(HIDDEN, without_amounts(text))


@lru_cache(maxsize=64)
def _sums(currencies: tuple[str, ...]) -> re.Pattern[str]:
    """A number before or after a currency, which may be counted in thousands: "2 millions d'euros"."""
    own = "".join(f"|{re.escape(one)}{_END}" for one in currencies if one.strip())
    money = rf"(?:[a-z]{{0,3}}{_SIGNS}[a-z]{{0,2}}{_END}|{_WORDS}{own})"
    counted = rf"(?:{_SPACE}?{_THOUSANDS})?"
    after = rf"{_NUMBER}{counted}{_SPACE}?(?:d(?:e{_SPACE}|{_APOSTROPHE}))?{money}"
    before = rf"{_START}{money}{_SPACE}?{_NUMBER}{counted}"
    return re.compile(rf"(?<![\d]){after}|{before}", re.IGNORECASE)


_GROUPS = rf"\d{{1,3}}(?:(?:{_SPACE}|[.]|{_APOSTROPHE})\d{{3}})+(?:,\d+)?(?!\d)"
_LARGE = re.compile(
    rf"(?<![\w.,])(?:{_NUMBER}{_SPACE}?{_THOUSANDS}|{_GROUPS}|(?!{_YEAR})\d{{4,}}(?:[.,]\d+)?)",
    re.IGNORECASE,
)
