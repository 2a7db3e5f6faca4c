"""Pours a bank's records straight into a store and makes its facts, for tests and benchmarks."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.domain.bank_records import RECORD_TYPES, BankRecord, RecordBatch
from advisor_app.domain.keys import Key
from advisor_app.storage.facts import advance, recompute
from advisor_app.storage.importing.writer import BankWriter
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.store import Store

ZONE = "Europe/Paris"


def pour(store: Store, batches: Iterable[RecordBatch], day: date) -> None:
    """Write everything in one transaction and make `day` the store's own."""
    with store.writing() as connection:
        pour_into(connection, _home(connection), batches, day)


def pour_into(connection: Connection, home: Key, batches: Iterable[RecordBatch], day: date) -> None:
    """The same within a transaction, of whichever engine; `home` is the branch of who has none."""
    writer = BankWriter(connection, home, ZONE, day)
    for table, records in batches:
        rows = list(records)
        if rows:
            columns = [list(column) for column in zip(*rows, strict=True)]
            writer.write(ColumnBatch(table, frozenset(rows[0]._fields), columns))
    writer.finish()
    advance(connection, day)
    recompute(connection, None)


def batches_of(*records: BankRecord) -> list[RecordBatch]:
    """Some records as batches, in the order in which references point backwards."""
    return [
        (table, [one for one in records if type(one) is kind])
        for table, kind in RECORD_TYPES.items()
    ]


def _home(connection: Connection) -> Key:
    return Key(connection.execute(select(branch.c.id)).scalars().first() or b"")
