"""Folds the names of clients of whom a file told only the first or the last."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from advisor_app.domain.names import folded_name
from advisor_app.storage.importing.merge import chunks
from advisor_app.storage.schema.clients import client


def fold_names(connection: Connection, keys: Sequence[Any]) -> None:
    """Make the names for search and order from what the store now holds."""
    names = select(client.c.id, client.c.last_name, client.c.first_name)
    one = update(client).where(client.c.id == bindparam("key"))
    folding = one.values(folded_name=bindparam("folded"), sort_name=bindparam("folded"))
    for some in chunks(keys):
        rows = connection.execute(names.where(client.c.id.in_(some))).all()
        made = [{"key": key, "folded": folded_name(last, first)} for key, last, first in rows]
        connection.execute(folding, made)
