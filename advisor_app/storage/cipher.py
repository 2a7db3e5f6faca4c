"""The key of an embedded store: derived once from the passphrase, then passed raw to SQLCipher.

SQLCipher keeps a random salt in a file's first 16 bytes; Argon2id takes the same salt, so the file
alone, with the passphrase, is enough to open it.
"""

import ctypes
import hmac
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SALT_BYTES = 16
KEY_BYTES = 32
# RFC 9106, second recommended choice (64 MiB, 3 passes, 4 lanes): about 0.2 s on two cores.
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_BEFORE, _DIGITS, _AFTER = b"PRAGMA key = \"x'", b"0123456789abcdef", b"'\""
BLANK_STATEMENT = f"PRAGMA nil = \"x'{'0' * 2 * (KEY_BYTES + SALT_BYTES)}'\""


class StoreKey:
    """The raw key and the salt of one store's file; never shown, not even by accident.

    The key lies in a buffer of our own, which `wipe` overwrites: Python's own strings and bytes
    would stay in memory until something else happens to need the room.
    """

    __slots__ = ("_key", "salt")

    def __init__(self, key: bytes | bytearray, salt: bytes) -> None:
        self._key = bytearray(key)
        self.salt = bytes(salt)

    def is_that_of(self, other: "StoreKey") -> bool:
        """Whether both open the same file; takes the same time either way."""
        copy = other.copied()
        same = self.salt == other.salt and hmac.compare_digest(self._key, copy)
        copy[:] = bytes(len(copy))
        return same

    def become(self, other: "StoreKey") -> None:
        """Open from now on what the other opens: whoever holds this key holds the new one."""
        copy = other.copied()
        self._key[:] = copy
        copy[:] = bytes(len(copy))
        self.salt = other.salt

    def wipe(self) -> None:
        """Overwrite the key; it opens nothing any more."""
        self._key[:] = bytes(KEY_BYTES)

    def copied(self) -> bytearray:
        """The raw key in a buffer that the caller overwrites."""
        return bytearray(self._key)

    @contextmanager
    def statement(self) -> Iterator[str]:
        """The statement that keys a connection, as long as it is needed; then overwritten.

        Hexadecimal, so nothing can be injected.
        """
        digits = [
            digit for part in (self._key, self.salt) for byte in part for digit in divmod(byte, 16)
        ]
        # Of its full size at once: a buffer that grows leaves copies behind.
        text = bytearray(len(_BEFORE) + len(digits) + len(_AFTER))
        text[: len(_BEFORE)], text[-len(_AFTER) :] = _BEFORE, _AFTER
        for place, digit in enumerate(digits, len(_BEFORE)):
            text[place] = _DIGITS[digit]
        spoken = text.decode("ascii")
        try:
            yield spoken
        finally:
            text[:] = bytes(len(text))
            overwrite(spoken)


def overwrite(text: str) -> None:
    """Blank a string of plain letters that nobody will read again, where it lies in memory."""
    if sys.implementation.name == "cpython" and text.isascii():
        size = len(text)
        ctypes.memset(id(text) + sys.getsizeof(text) - size - 1, 0, size)


def derive_key(passphrase: str, salt: bytes) -> StoreKey:
    """Derive the key of the store whose file begins with this salt (Argon2id, RFC 9106)."""
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB
    )
    derived = bytearray(KEY_BYTES)
    argon.derive_into(passphrase.encode(), derived)
    key = StoreKey(derived, salt)
    derived[:] = bytes(KEY_BYTES)
    return key


def fresh_salt() -> bytes:
    """The salt of a store that is yet to be made."""
    return os.urandom(SALT_BYTES)


def read_salt(path: Path) -> bytes:
    """The salt of an existing store: its file's first 16 bytes."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)
