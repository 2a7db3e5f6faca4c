"""SQLAlchemy's engine over one encrypted file, with our pragmas and explicit transactions."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.connection import QUIET, keyed_connection

CACHE_KIB = 64 * 1024
# Of a pass over a whole bank: a page that leaves the cache is deciphered again when it comes back.
ROOMY_CACHE_KIB = 256 * 1024
# Each with its reason in ARCHITECTURE.md, decision 4; the key goes first, or nothing is encrypted.
PRAGMAS = (
    QUIET,
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",  # temporary files would hold client data in plain text
    f"cache_size = -{CACHE_KIB}",
)


def embedded_engine(path: Path, key: StoreKey) -> Engine:
    """An engine whose every connection is keyed; it opens nothing yet."""

    def connect() -> Any:
        connection = keyed_connection(path, key)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, module=sqlcipher, poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """A larger cache for one pass over everything; the shared engine minds its own."""
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOMY_CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")


@contextmanager
def long_pass(connection: Connection) -> Iterator[None]:
    """For reading everything once: a roomy cache, and nothing that Python's collector looks through.

    What is read makes no cycles, and looking through it costs a tenth of the pass or more.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        with roomy(connection):
            yield
    finally:
        if collecting:
            gc.enable()


def _begin(connection: Connection) -> None:
    """Open the transaction ourselves: the driver is in autocommit, so that DDL is inside too."""
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
