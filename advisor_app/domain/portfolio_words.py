"""How words are looked for in a portfolio: what is typed, and what is found by it."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from advisor_app.domain.names import folded

# Fewer digits of a telephone number would find nearly everybody.
FEWEST_DIGITS = 3
_HIGHEST = "\U0010ffff"
_BETWEEN = re.compile(r"[^\w]+")
_COUNTRY = re.compile(r"^(?:\+|00)(?:352|3\d|4\d)")
_NOT_DIGITS = re.compile(r"\D+")


class Sought(NamedTuple):
    """What was typed: beginnings of words, and the digits that stand together, if any.

    `number` is what the digits are in a telephone number; empty where there are too few.
    """

    words: tuple[str, ...]
    digits: str = ""
    number: str = ""


def sought(text: str) -> Sought:
    """Read what was typed; digits that follow each other are one number, however they stand."""
    words, digits = [], []
    for part in folded(text).split():
        bare = part.strip("().-/")
        if bare and all(char in "0123456789+.-/()" for char in bare):
            digits.append(bare)
        else:
            words += words_of((part,))
    joined = "".join(digits)
    bare_digits = _NOT_DIGITS.sub("", joined)
    enough = len(bare_digits) >= FEWEST_DIGITS
    return Sought(tuple(words), bare_digits, national(joined) if enough else "")


def words_of(texts: Iterable[str | None]) -> list[str]:
    """The folded words of some texts: `Saint-Aubin` is two."""
    return [word for text in texts if text for word in _BETWEEN.split(folded(text)) if word]


def national(number: str | None) -> str:
    """A telephone number's digits, without country code and leading zeros."""
    if not number:
        return ""
    bare = number.replace(" ", "").replace("(0)", "")
    return _NOT_DIGITS.sub("", _COUNTRY.sub("", bare)).lstrip("0")


def means(word: str, names: Sequence[str]) -> bool:
    """Whether a word begins one of the words of a name."""
    return any(name.startswith(word) for name in names)


class WordRows:
    """Which rows hold words that begin so: the words in order, and the rows of each behind it."""

    def __init__(self, rows: Mapping[str, Sequence[int]]) -> None:
        self._words = sorted(rows)
        self._rows = array("I", chain.from_iterable(rows[word] for word in self._words))
        self._starts = array("I", [0])
        for word in self._words:
            self._starts.append(self._starts[-1] + len(rows[word]))

    def beginning(self, start: str) -> tuple[int, int]:
        """The places of the words that begin so, from the first to behind the last."""
        first = bisect_left(self._words, start)
        return first, bisect_left(self._words, start + _HIGHEST, first)

    def rows(self, first: int, last: int) -> "array[int]":
        """The rows with a word from one place to before another; one may come more than once."""
        return self._rows[self._starts[first] : self._starts[last]]

    def beginnings(self, letters: int) -> list[str]:
        """How words begin, up to so many letters."""
        return list(dict.fromkeys(word[:letters] for word in self._words))


class NumberRows:
    """Which rows hold a number inside which some digits stand."""

    def __init__(self, numbers: Sequence[Sequence[str]]) -> None:
        lines = [" ".join(some) for some in numbers]
        self._text = "\n".join(lines)
        self._starts = array("I", [0])
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def holding(self, digits: str) -> Iterator[int]:
        """The rows whose numbers hold these digits, somewhere."""
        place = self._text.find(digits)
        while place >= 0:
            row = bisect_right(self._starts, place) - 1
            yield row
            place = self._text.find(digits, self._starts[row + 1])
