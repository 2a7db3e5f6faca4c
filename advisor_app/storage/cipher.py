"""The key of an embedded store: derived once from the passphrase, then passed raw to SQLCipher.

SQLCipher keeps a random salt in a file's first 16 bytes; Argon2id takes the same salt, so the file
alone, with the passphrase, is enough to open it.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SALT_BYTES = 16
KEY_BYTES = 32
PLAIN_SQLITE = b"SQLite format 3\x00"
# RFC 9106, second recommended choice (64 MiB, 3 passes, 4 lanes): about 0.2 s on two cores.
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The raw key and the salt of one store's file; never shown, not even by accident."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def pragma_value(self) -> str:
        """As SQLCipher reads a raw key with its salt; hexadecimal, so nothing can be injected."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def derive_key(passphrase: str, salt: bytes) -> StoreKey:
    """Derive the key of the store whose file begins with this salt (Argon2id, RFC 9106)."""
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB
    )
    return StoreKey(argon.derive(passphrase.encode()), salt)


def fresh_salt() -> bytes:
    """The salt of a store that is yet to be made."""
    return os.urandom(SALT_BYTES)


def read_salt(path: Path) -> bytes:
    """The salt of an existing store: its file's first 16 bytes."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)
