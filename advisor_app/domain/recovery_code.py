"""The recovery code: a store's key, written so that it can be printed, read and typed.

It is the key itself, so that a file and its code are enough, whatever became of the passphrase.
Fourteen groups of four letters and digits (Crockford's alphabet, without I, L, O and U); the last
24 bits are a check.
"""

import hashlib
from dataclasses import dataclass

from advisor_app.domain.errors import BadInput

KEY_BYTES = 32
CHECK_BYTES = 3
GROUP = 4
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
# What a hand writes and an eye reads for another letter.
_MISREAD = str.maketrans("OILU", "011V")
_SEPARATORS = " -.\t\n\r\u00a0\u202f\u2013"


@dataclass(eq=False)
class NotARecoveryCode(BadInput):
    """What was typed is no recovery code: a letter is wrong, missing or too many."""


def write_code(key: bytes | bytearray) -> str:
    """The code of a key of 32 bytes, in groups with hyphens."""
    number = int.from_bytes(bytes(key) + _check(key))
    count = (KEY_BYTES + CHECK_BYTES) * 8 // _BITS
    letters = [_LETTERS[number >> _BITS * (count - 1 - place) & 31] for place in range(count)]
    text = "".join(letters)
    return "-".join(text[start : start + GROUP] for start in range(0, count, GROUP))


def read_code(text: str) -> bytearray:
    """The key of a typed code; case and separators do not matter. Raises NotARecoveryCode."""
    typed = text.upper().translate(str.maketrans("", "", _SEPARATORS)).translate(_MISREAD)
    size = KEY_BYTES + CHECK_BYTES
    if len(typed) != size * 8 // _BITS or any(letter not in _LETTERS for letter in typed):
        raise NotARecoveryCode
    number = 0
    for letter in typed:
        number = number << _BITS | _LETTERS.index(letter)
    found = number.to_bytes(size)
    key = bytearray(found[:KEY_BYTES])
    if _check(key) != found[KEY_BYTES:]:
        raise NotARecoveryCode
    return key


def _check(key: bytes | bytearray) -> bytes:
    return hashlib.sha256(b"recovery code" + key).digest()[:CHECK_BYTES]
