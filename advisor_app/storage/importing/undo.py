"""Puts back what an import changed, from the copy of the store made before it.

Only what a bank's files can write is put back; the trail, the settings and the papers stay, so
that the import and its undoing both remain on record.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Table, delete, select

from advisor_app.domain.keys import Key
from advisor_app.storage.calendar_sync import leave_orphans
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.own_calendar import calendar_link
from advisor_app.storage.store import Store, plain_errors

_BEFORE = "before_import"
_WRITTEN = frozenset(
    {"branch", "room", "advisor", "working_hours", "closing_days"}
    | {"household", "client", "member", "assignment", "consent", "client_fact"}
    | {"touchpoint", "further_advisor", "former_contact", "digital_month"}
    | {"project", "project_input", "signal", "contract"}
    | {"appointment", "attendee", "commitment"}
)


@contextmanager
def writing_beside(store: Store, backup: Path) -> Iterator[Connection]:
    """A writing transaction that can read the backup too."""
    with plain_errors(backup), store.engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None  # noqa: S101 an open connection has a driver's connection
        # Without a key of its own, what is attached is opened with the store's.
        driver.execute(f"ATTACH DATABASE ? AS {_BEFORE}", (str(backup),))
        try:
            with connection.execution_options(writing=True).begin():
                yield connection
        finally:
            driver.execute(f"DETACH DATABASE {_BEFORE}")


def put_rows_back(connection: Connection) -> None:
    """Make every table that an import writes what it was in the backup."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    leave_orphans(connection, _brought_and_sent(connection))
    tables = [table for table in metadata.sorted_tables if table.name in _WRITTEN]
    for table in reversed(tables):
        connection.execute(delete(table))
    for table in tables:
        _copy(connection, table)


def _brought_and_sent(connection: Connection) -> set[Key]:
    """The appointments that go and stand in an advisor's calendar: it is to hear of it."""
    before = connection.exec_driver_sql(f"SELECT id FROM {_BEFORE}.{appointment.name}")
    linked = connection.execute(select(calendar_link.c.appointment_id)).scalars()
    return set(linked).difference(before.scalars())


def _copy(connection: Connection, table: Table) -> None:
    """Copy what the backup has of a table: an earlier version of the program may have made it."""
    quoted = connection.dialect.identifier_preparer.quote
    name = quoted(table.name)
    info = connection.exec_driver_sql(f"PRAGMA {_BEFORE}.table_info({name})")
    known = {row.name for row in info}
    kept = [one.name for one in table.c if one.computed is None and one.name in known]
    if not kept:
        return
    names = ", ".join(map(quoted, kept))
    connection.exec_driver_sql(
        f"INSERT INTO main.{name} ({names}) SELECT {names} FROM {_BEFORE}.{name}"
    )
