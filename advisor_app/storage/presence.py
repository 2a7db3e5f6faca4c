"""States and flags: one statement over facts, for one client, a portfolio and a whole bank."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select

from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy
from advisor_app.storage.clients import count_clients
from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.facts import KEPT, FactTables, facts_day, facts_of
from advisor_app.storage.presence_rules import Standing, packed_query, unpacked
from advisor_app.storage.schema.clients import assignment, client


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose presence is asked for: one client's, one advisor's clients' of the day, or all.

    Of those, only the keys from `first` on and before `before`, where they are given.
    """

    advisor: Key | None = None
    client: Key | None = None
    first: Key | None = None
    before: Key | None = None


EVERYBODY = Scope()
# So many rows are taken from the driver together.
AT_ONCE = 250


def read_standings(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> dict[Key, Standing]:
    """State and flags of everybody in the scope, in no order."""
    with tables_for(connection, on, scope) as tables:
        query = in_scope(packed_query(on, policy, tables.facts), tables.facts, scope)
        parts = lean_parts(connection, query)
        return {key: unpacked(number) for part in parts for key, number in part}


def lean_parts(connection: Connection, query: Select[Any]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """As `lean_rows`, so many at once: a bank's rows all alive are looked through for cycles."""
    with connection.execute(query) as result:
        cursor: Any = result.cursor
        as_key = KeyColumn().result_processor(connection.dialect, None)
        while rows := cursor.fetchmany(AT_ONCE):
            yield [(as_key(key), *rest) for key, *rest in rows] if as_key else rows


def lean_rows(connection: Connection, query: Select[Any]) -> Sequence[tuple[Any, ...]]:
    """The driver's own rows: a key, then what is the same on every engine, numbers and texts.

    SQLAlchemy's rows take as long to make as these to find.
    """
    with connection.execute(query) as result:
        rows: Sequence[Any] = result.cursor.fetchall() if result.cursor else []
    as_key = KeyColumn().result_processor(connection.dialect, None)
    return [(as_key(key), *rest) for key, *rest in rows] if as_key else rows


@contextmanager
def tables_for(connection: Connection, on: date, scope: Scope) -> Iterator[FactTables]:
    """The kept facts where `on` is the store's own day; else that day's, made for the scope."""
    if on == facts_day(connection):
        yield KEPT
        return
    with facts_of(connection, on, _clients_in(connection, on, scope)) as tables:
        yield tables


def halves(connection: Connection) -> tuple[Scope, Scope]:
    """Everybody, as two scopes that hold as many clients each."""
    keys = select(client.c.id).order_by(client.c.id)
    middle = connection.execute(keys.offset(count_clients(connection) // 2).limit(1)).scalar()
    return Scope(before=middle), Scope(first=middle)


def whose(query: Select[Any], key: ColumnElement[Any], facts: Table, scope: Scope) -> Select[Any]:
    """The query for the scope only, by its column that holds the client's key."""
    if scope.advisor is not None or scope.client is not None:
        return query.where(key.in_(in_scope(select(facts.c.client_id), facts, scope)))
    return _in_range(query, key, scope)


def in_scope(query: Select[Any], facts: Table, scope: Scope) -> Select[Any]:
    """The query over facts for the scope only."""
    query = _in_range(query, facts.c.client_id, scope)
    if scope.client is not None:
        query = query.where(facts.c.client_id == scope.client)
    if scope.advisor is not None:
        query = query.where(facts.c.advisor_id == scope.advisor)
    return query


def _in_range(query: Select[Any], key: ColumnElement[Any], scope: Scope) -> Select[Any]:
    if scope.first is not None:
        query = query.where(key >= scope.first)
    if scope.before is not None:
        query = query.where(key < scope.before)
    return query


def _clients_in(connection: Connection, on: date, scope: Scope) -> list[Key] | None:
    if scope.client is not None:
        return [scope.client]
    if scope == EVERYBODY:
        return None
    if scope.advisor is None:
        return list(
            connection.execute(_in_range(select(client.c.id), client.c.id, scope)).scalars()
        )
    serves = select(assignment.c.client_id).where(
        assignment.c.advisor_id == scope.advisor,
        assignment.c.from_day <= on,
        or_(assignment.c.until_day.is_(None), assignment.c.until_day >= on),
    )
    return list(connection.execute(serves).scalars())
