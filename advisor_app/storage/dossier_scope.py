"""Whose dossiers are read: clients with their households, in parts that fit into memory."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    func,
    insert,
    or_,
    select,
)

from advisor_app.domain.keys import Key
from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.clients import assignment, client

# Clients read at a time: a bank of 100,000 goes by fifty such parts.
PART = 2000

# `number` stands for the client in what is read: numbers are quicker than keys, a bank is long.
scope = Table(
    "dossier_scope",
    MetaData(),
    Column("client_id", KeyColumn, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("part", Integer, nullable=False),
    Column("served", Boolean, nullable=False),
    # All that the queries ask, in the order in which they group.
    Index("ix_dossier_scope_part", "part", "number", "client_id", "served"),
    prefixes=["TEMPORARY"],
)


class InScope(NamedTuple):
    """A client whose dossier is read, and whether the asking advisor serves him."""

    client: Key
    household: Key | None
    served: bool


def of_part(query: Select[Any], table: Table, part: int) -> Select[Any]:
    """The query for the clients of one part."""
    return query.where(scope.c.client_id == table.c.client_id, scope.c.part == part)


def everybody(connection: Connection) -> list[InScope]:
    """All clients of the bank, households together."""
    query = select(client.c.id, client.c.household_id)
    return _together(
        InScope(key, household, served=True) for key, household in connection.execute(query).all()
    )


def served_by(connection: Connection, advisor: Key, on: date) -> list[InScope]:
    """Those whom an advisor serves on the day, and who lives with them."""
    serves = select(assignment.c.client_id).where(
        assignment.c.advisor_id == advisor,
        assignment.c.from_day <= on,
        or_(assignment.c.until_day.is_(None), assignment.c.until_day >= on),
    )
    return _with_household(connection, serves)


def households_of(connection: Connection, keys: Sequence[Key]) -> list[InScope]:
    """Some clients, and who lives with them; all of them as served."""
    found = _with_household(connection, select(client.c.id).where(client.c.id.in_(keys)))
    return [one._replace(served=True) for one in found]


def _with_household(connection: Connection, keys: Select[tuple[Key]]) -> list[InScope]:
    """The clients of these keys, and those who live with them."""
    own = client.alias("own")
    households = select(own.c.household_id).where(own.c.id.in_(keys))
    columns = select(client.c.id, client.c.household_id)
    served = connection.execute(columns.where(client.c.id.in_(keys))).all()
    around = connection.execute(columns.where(client.c.household_id.in_(households))).all()
    found = {key: InScope(key, household, served=False) for key, household in around}
    found |= {key: InScope(key, household, served=True) for key, household in served}
    return _together(found.values())


def _together(found: Iterable[InScope]) -> list[InScope]:
    return sorted(found, key=lambda one: (one.household or one.client, one.client))


@contextmanager
def in_parts(connection: Connection, clients: list[InScope]) -> Iterator[int]:
    """Put the clients into the temporary table; gives how many parts there are, from 0."""
    scope.create(connection)
    try:
        rows = list(_numbered(clients))
        if rows:
            connection.execute(insert(scope), rows)
        last = connection.execute(select(func.max(scope.c.part))).scalar()
        yield 0 if last is None else last + 1
    finally:
        scope.drop(connection)


def _numbered(clients: list[InScope]) -> Iterator[dict[str, object]]:
    """Households are never parted."""
    part = filled = number = 0
    for _, members in groupby(clients, key=lambda one: one.household or one.client):
        together = list(members)
        if filled and filled + len(together) > PART:
            part, filled = part + 1, 0
        filled += len(together)
        for one in together:
            yield {
                "client_id": one.client,
                "number": number,
                "part": part,
                "served": one.served,
            }
            number += 1
