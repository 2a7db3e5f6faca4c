"""The one door to a database: `open_store`, and `create_store` for a new one."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, Engine, event, func, select, text
from sqlalchemy.exc import DatabaseError, DBAPIError

from advisor_app.domain.errors import (
    NoStore,
    StoreExists,
    StoreGone,
    StoreLocked,
    StoreUnusable,
    WrongPassphrase,
)
from advisor_app.storage.cipher import (
    SALT_BYTES,
    StoreKey,
    derive_key,
    fresh_salt,
    read_salt,
)
from advisor_app.storage.engine import embedded_engine
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.reads import Reads

# The lock's number on a shared server; any will do that no other program of the bank takes.
ONE_WRITER = 0x7465_7465

# What services pass on to the functions of this floor, and never look into.
Transaction: TypeAlias = Connection


@dataclass(frozen=True, slots=True)
class Store:
    """An open database; transactions begin and end here, and nowhere else."""

    engine: Engine
    path: Path
    key: StoreKey
    reads: Reads = field(default_factory=Reads, compare=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store and writes nothing but temporary tables.

        Raises StoreUnusable and StoreLocked as `writing` does.
        """
        with (
            plain_errors(self.path),
            self.engine.begin() as connection,
            self.reads.of(connection),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write from its first moment.

        Committed at the end, rolled back whole by any exception. Waits up to 30 seconds for
        another writer, then raises StoreLocked. StoreGone where the file was taken away: the
        system would let us write into it, and nobody would ever read that.
        """
        if self.engine.dialect.name == "sqlite" and not self.path.is_file():
            raise StoreGone(str(self.path))
        with (
            plain_errors(self.path),
            self.engine.connect() as connection,
            connection.execution_options(writing=True).begin(),
        ):
            _wait_for_the_pen(connection)
            yield connection

    def give_way(self, wait: Callable[[], None]) -> None:
        """Call `wait` before each statement, so that others may come first.

        A transaction stays open meanwhile, so it must not wait for long.
        """
        event.listen(self.engine, "before_cursor_execute", lambda *_statement: wait())

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self.engine.dispose()


def create_store(path: Path, passphrase: str) -> Store:
    """Make an empty encrypted store; StoreExists if anything stands there already."""
    if path.exists():
        raise StoreExists(str(path))
    return create_store_with_key(path, derive_key(passphrase, fresh_salt()))


def create_store_with_key(path: Path, key: StoreKey) -> Store:
    """Make an empty encrypted store from a key derived before."""
    with plain_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
    store = _open(path, key)
    _assert_encrypted(store)
    return store


def open_store(path: Path, passphrase: str) -> Store:
    """Open an existing store and bring its schema up to date.

    Raises NoStore, WrongPassphrase, NewerStore, StoreLocked or StoreUnusable.
    """
    return open_store_with_key(path, key_of(path, passphrase))


def key_of(path: Path, passphrase: str) -> StoreKey:
    """The key that a passphrase makes for a file, whether it opens it or not.

    Raises NoStore, or WrongPassphrase for a file too short to be a store.
    """
    if not path.is_file():
        raise NoStore(str(path))
    with plain_errors(path):
        salt = read_salt(path)
    if len(salt) < SALT_BYTES:
        raise WrongPassphrase(str(path))
    return derive_key(passphrase, salt)


def open_store_with_key(path: Path, key: StoreKey) -> Store:
    """Open a store with a key derived before, which is the store's from then on; as `open_store`."""
    if read_salt(path) != key.salt:
        raise WrongPassphrase(str(path))
    return _open(path, key)


def _wait_for_the_pen(connection: Connection) -> None:
    """Let one write at a time on a shared server, as the file itself does: the trail is one chain.

    It also spares two bookings of one time from waiting for each other until the server ends one.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ONE_WRITER)))


def _open(path: Path, key: StoreKey) -> Store:
    store = Store(embedded_engine(path, key), path, key)
    try:
        _assert_readable(store)
        bring_up_to_date(store.engine, path)
    except BaseException:
        store.close()
        raise
    return store


def _assert_readable(store: Store) -> None:
    try:
        with store.engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DatabaseError as error:
        if "not a database" in str(error.orig):
            raise WrongPassphrase(str(store.path)) from None
        raise _worded(error, store.path) from None


def _assert_encrypted(store: Store) -> None:
    """A missing key or a plain driver gives plain text without an error; so look at the file.

    With no connection open: whoever closes a file gives up all locks that his program holds in it
    (POSIX, close), and another program would take the store for nobody's.
    """
    with store.engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    store.close()
    if not version or read_salt(store.path) != store.key.salt:
        raise StoreUnusable(str(store.path), "the file is not encrypted")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn the surroundings' failures into ours, without statements, parameters or values."""
    try:
        yield
    except DBAPIError as error:
        raise _worded(error, path) from None
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise StoreUnusable(str(path), reason) from None


def _worded(error: DBAPIError, path: Path) -> Exception:
    """The surroundings' failure in our words; a failure of ours stays a bug, without its values."""
    reason = str(error.orig)
    if "database is locked" in reason:
        return StoreLocked(str(path))
    if any(sign in reason for sign in ("full", "malformed", "readonly", "I/O", "unable to open")):
        return StoreUnusable(str(path), reason)
    return error
