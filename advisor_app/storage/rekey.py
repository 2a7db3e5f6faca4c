"""Another key for a store: the file is written anew under it, then takes the old one's place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app.domain.errors import StoreLocked, StoreUnusable
from advisor_app.storage.backup import BESIDE, flush
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.connection import keyed_connection
from advisor_app.storage.store import plain_errors

# Somebody who only reads goes away within it; somebody who works does not.
_PATIENCE_MS = 3_000


def change_key(path: Path, old: StoreKey, new: StoreKey) -> None:
    """Write a store anew under another key; its own connections must be closed.

    Until the last step the file is untouched, and that step is one renaming: a crash leaves a
    store that opens with the old key, or with the new one. Raises StoreLocked while anybody else
    has the store open, StoreUnusable where there is no room.
    """
    half = path.with_name(f"{path.name}.half")
    with plain_errors(path), alone(path, old) as source:
        try:
            half.unlink(missing_ok=True)
            half.touch(mode=0o600)
            _copy(source, half, new)
            flush(half)
            _take_place(source, half, path)
        finally:
            for leftover in (half, *(half.with_name(half.name + end) for end in BESIDE)):
                leftover.unlink(missing_ok=True)


@contextmanager
def alone(path: Path, key: StoreKey) -> Iterator[Any]:
    """The only connection to the store: nobody else can open it meanwhile."""
    connection = keyed_connection(path, key)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        # Leaving the write-ahead log takes the whole file, and folds the log into it.
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise StoreLocked(str(path))
        # The lock of one transaction is kept until the connection closes.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection
    except sqlcipher.OperationalError as error:
        if "locked" in str(error):
            raise StoreLocked(str(path)) from None
        raise StoreUnusable(str(path), str(error)) from None
    finally:
        connection.close()


def _copy(source: Any, half: Path, new: StoreKey) -> None:
    target = keyed_connection(half, new)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        if target.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise StoreUnusable(str(half), "the copy could not be read back")
    finally:
        target.close()


def _take_place(source: Any, half: Path, path: Path) -> None:
    """Put the new file in place; who waits for the old one finds nothing there to write into."""
    if os.name == "nt":  # where an open file cannot be replaced
        source.close()
        half.replace(path)
        return
    with path.open("rb+") as old:
        half.replace(path)
        old.truncate(0)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
