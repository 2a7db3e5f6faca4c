"""Whether a word stands anywhere in a store, whatever the table."""

from sqlalchemy import select

from advisor_app.storage.schema import metadata
from advisor_app.storage.store import Store


def tables_with(store: Store, word: str) -> list[str]:
    """The tables of which a row holds the word."""
    with store.reading() as transaction:
        return [
            table.name
            for table in metadata.sorted_tables
            if any(word in repr(tuple(row)) for row in transaction.execute(select(table)))
        ]
