"""Copies of a store's file, taken while it is open, and checks that a file is whole."""

import os
import shutil
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app.domain.errors import StoreExists, StoreLocked, WrongPassphrase
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.connection import keyed_connection
from advisor_app.storage.migrations import check_version
from advisor_app.storage.store import Store, plain_errors

BESIDE = ("-wal", "-shm")
# Where whoever has a store open holds a lock in its file (sqlite.org/fileformat2.html, 1.4).
_LOCKS_AT, _LOCKS_LENGTH = 0x4000_0000, 512
_VERSIONED = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
_VERSION = "SELECT version_num FROM alembic_version"


def back_up(store: Store, target: Path) -> None:
    """Write a copy, encrypted with the store's own key, as of this moment; whole or not at all.

    Raises StoreExists if something stands at the target, StoreUnusable if it cannot be written.
    """
    if target.exists():
        raise StoreExists(str(target))
    half = target.with_name(f"{target.name}.half")
    with plain_errors(target):
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        try:
            _copy_pages(store, half)
            flush(half)
            half.replace(target)
        finally:
            for leftover in (half, *(half.with_name(half.name + end) for end in BESIDE)):
                leftover.unlink(missing_ok=True)


def put_back(backup: Path, path: Path) -> Path:
    """Put a backup in a closed store's place; where the replaced file is kept is returned.

    Raises StoreLocked while another program has the store open: it would go on writing into the
    file that was set aside.
    """
    kept = _free_name(path, "before-restore")
    with plain_errors(path):
        _insist_unused(path)
        half = path.with_name(f"{path.name}.half")
        try:
            shutil.copy2(backup, half)
            flush(half)
            _set_aside(path, kept)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
    return kept


def insist(backup: Path, key: StoreKey) -> None:
    """Raise WrongPassphrase unless the key opens the file, NewerStore if a later program wrote it.

    The file is only read: opening it as a store would change it.
    """
    connection = keyed_connection(backup, key)
    try:
        if connection.execute(_VERSIONED).fetchone() is not None:
            (found,) = connection.execute(_VERSION).fetchone()
            check_version(found, backup)
    except sqlcipher.DatabaseError:
        raise WrongPassphrase(str(backup)) from None
    finally:
        connection.close()


def _insist_unused(path: Path) -> None:
    """Raise StoreLocked while another program has the file open, whatever its passphrase is."""
    if os.name == "nt" or not path.exists():  # Windows itself replaces no file that is open
        return
    import fcntl

    with path.open("rb+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS_LENGTH, _LOCKS_AT)
        except (BlockingIOError, PermissionError):
            raise StoreLocked(str(path)) from None


def _set_aside(path: Path, kept: Path) -> None:
    """Keep the replaced file with its log: after a crash its last writes stand only there.

    The file itself keeps its first name as well, where the drive can: at no moment is there none.
    """
    for end in BESIDE:
        one = path.with_name(path.name + end)
        if one.exists():
            one.replace(kept.with_name(kept.name + end))
    if path.exists():
        try:
            kept.hardlink_to(path)
        except OSError:
            path.replace(kept)


def damage(connection: Connection) -> list[str]:
    """What is wrong with the open file, in SQLite's and SQLCipher's own words; empty when whole."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    if found:  # a page that cannot be deciphered stops every later check
        return found
    found = [
        str(row[0])
        for row in connection.exec_driver_sql("PRAGMA integrity_check")
        if row[0] != "ok"
    ]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return found + [f"{row[0]}: a row refers to nothing in {row[2]}" for row in broken]


def _free_name(path: Path, ending: str) -> Path:
    """A name beside a file under which nothing is kept yet: an earlier keepsake stays."""
    names = (f"{path.name}.{ending}", *(f"{path.name}.{ending}-{n}" for n in range(2, 1000)))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _copy_pages(store: Store, half: Path) -> None:
    target = keyed_connection(half, store.key)
    try:
        with store.engine.connect() as connection:
            source = connection.connection.dbapi_connection
            assert source is not None  # noqa: S101 an open connection has a driver's connection
            source.backup(target)
        # A backup is one file: the log is folded in and not made again when it is only read.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def flush(path: Path) -> None:
    """Have a file's content on the disk before anything relies on it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
