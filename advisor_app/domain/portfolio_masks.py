"""Masks: a whole number with a bit for each row that belongs.

They are joined by `&` and `|` and counted by `bit_count`: microseconds, among a hundred thousand
rows. What costs is to make one from rows and to read rows out of it; hence two ways each.
"""

import re
from collections.abc import Sequence

# Up to so many rows, setting their bits costs less than writing every row's digit.
_FEW = 2_000
_ONE = ord("1")
_ONES = re.compile("1")
_BITS = bytes.maketrans(b"01", b"\0\1")


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
    return [found.start() for found in _ONES.finditer(bin(mask)[:1:-1])]


def flags_in(mask: int, count: int) -> bytes:
    """A byte for each row, 1 where it belongs."""
    return bin(mask)[:1:-1].encode().translate(_BITS).ljust(count, b"\0")
