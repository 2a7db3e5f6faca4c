"""The driver's own connection to an encrypted file, which needs nothing else of the program."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from advisor_app.storage.cipher import BLANK_STATEMENT, StoreKey

BUSY_SECONDS = 30
# Few are kept by default, and ours are large, several in each write: compiling them again would
# cost more than running them.
STATEMENTS_KEPT = 256
QUIET = "cipher_log_level = NONE"


def keyed_connection(path: Path, key: StoreKey) -> Any:
    """The connection; the key comes before anything else."""
    connection = sqlcipher.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
        cached_statements=STATEMENTS_KEPT,
    )
    with key.statement() as statement:
        # A script is not kept among the connection's prepared statements, where the key would stay.
        connection.executescript(statement)
    # An unknown pragma does nothing, but is read into the very places where the key was read.
    connection.executescript(BLANK_STATEMENT)
    return connection


def look_up(path: Path, key: StoreKey, names: Sequence[str]) -> dict[str, str]:
    """What a store remembers under some names, in one statement of the driver's.

    Empty where the store cannot be read: opening it says why.
    """
    places = ", ".join("?" * len(names))
    with closing(keyed_connection(path, key)) as connection:
        try:
            connection.execute(f"PRAGMA {QUIET}")
            query = f"SELECT name, value FROM setting WHERE name IN ({places})"
            return dict(connection.execute(query, tuple(names)))
        except sqlcipher.DatabaseError:
            return {}
