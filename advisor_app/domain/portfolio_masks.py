"""Masks: a whole number with a bit for each row that belongs.

They are joined by `&` and `|` and counted by `bit_count`: microseconds, among a hundred thousand
rows. What costs is to make one from rows and to read rows out of it; hence two ways each.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

# Up to so many rows, setting their bits costs less than writing every row's digit.
_FEW = 2_000
_ONE = ord("1")
_SOME = re.compile(rb"[^\0]", re.DOTALL)
_PLACES = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]

T = TypeVar("T", bound=Hashable)


def mask_of(rows: Sequence[int], count: int) -> int:
    """The mask of some rows, out of `count`."""
    if len(rows) < _FEW:
        bits = bytearray((count >> 3) + 1)
        for row in rows:
            bits[row >> 3] |= 1 << (row & 7)
        return int.from_bytes(bits, "little")
    digits = bytearray(b"0") * count
    for row in rows:
        digits[row] = _ONE
    digits.reverse()
    return int(digits, 2)


def rows_in(mask: int) -> list[int]:
    """The rows of a mask, in order: for masks of few rows."""
    return [
        (found.start() << 3) + bit
        for found in _SOME.finditer(_bits(mask, mask.bit_length()))
        for bit in _PLACES[found[0][0]]
    ]


def kept(rows: Iterable[int], mask: int, count: int) -> Iterator[int]:
    """Of some rows those that belong, in their order, as far as somebody looks."""
    bits = _bits(mask, count)
    return (row for row in rows if bits[row >> 3] >> (row & 7) & 1)


def _bits(mask: int, count: int) -> bytes:
    """Eight rows a byte, the first in the lowest bit."""
    return mask.to_bytes((count + 7) >> 3, "little")


class RowCounts(Mapping[T, int]):
    """How many rows each mask would hold beside another, counted where somebody asks."""

    def __init__(self, masks: Mapping[T, int], beside: Callable[[T], int]) -> None:
        self._masks, self._beside = dict(masks), beside
        self._known: dict[T, int] = {}

    def __getitem__(self, one: T) -> int:
        if one not in self._known:
            self._known[one] = (self._masks[one] & self._beside(one)).bit_count()
        return self._known[one]

    def __iter__(self) -> Iterator[T]:
        return iter(self._masks)

    def __len__(self) -> int:
        return len(self._masks)
