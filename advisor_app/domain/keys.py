"""Keys that the program makes: time-ordered UUIDs (version 7, RFC 9562) as 16 bytes."""

import os
import time
from collections.abc import Iterator
from typing import NewType, cast

Key = NewType("Key", bytes)

_VERSION_7 = 0x7 << 76
_VARIANT = 0x2 << 62
_LOW_62_BITS = (1 << 62) - 1
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_key() -> Key:
    """A fresh key that sorts after every key made a millisecond earlier."""
    return next(new_keys())


def following(key: Key, count: int) -> list[Key]:
    """The next keys after a fresh one, which must be given to nobody else; for writing in bulk."""
    first = int.from_bytes(key) + 1
    # `Key` is a call for each: it would take more time than the bytes.
    return cast("list[Key]", [number.to_bytes(16) for number in range(first, first + count)])


def new_keys() -> Iterator[Key]:
    """Keys without end, each greater than the one before; for writing in bulk."""
    milliseconds = time.time_ns() // 1_000_000
    low = int.from_bytes(os.urandom(8)) & (_LOW_62_BITS >> 1)
    fixed = (milliseconds << 80) | _VERSION_7 | (int.from_bytes(os.urandom(1)) << 64) | _VARIANT
    while True:
        yield Key((fixed | low).to_bytes(16))
        low += 1


def reference_of(prefix: str, key: Key) -> str:
    """A reference that people can read out and type, for what the program itself makes.

    Forty random bits of the key in Crockford's letters, which leave out I, L, O and U.
    """
    number = int.from_bytes(key[-5:])
    return prefix + "".join(_CROCKFORD[number >> shift & 31] for shift in range(35, -5, -5))
