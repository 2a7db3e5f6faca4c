"""Keeping one row of facts per client, of the store's own day, in the transaction of each write.

Every write path ends with `recompute` for the clients it touched: those whose own data, contacts,
months, assignments, projects, appointments, follow-ups or commitments were written, moved away or
deleted. The daily pass is `advance`; `differences` proves that nothing was forgotten.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import (
    ClauseElement,
    Column,
    Connection,
    Dialect,
    MetaData,
    Select,
    Table,
    TextClause,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import COUNTED_AT_MOST
from advisor_app.domain.presence import expired_before
from advisor_app.storage.columns import is_postgresql
from advisor_app.storage.engine import roomy
from advisor_app.storage.fact_day_queries import days_query
from advisor_app.storage.fact_queries import AWAKE, facts_query
from advisor_app.storage.frozen import execute_for_one, frozen
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.facts import fact_days, facts
from advisor_app.storage.schema.projects import project
from advisor_app.storage.schema.record import setting
from advisor_app.storage.settings import write_setting

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Clients: TypeAlias = Sequence[Key] | None

FACTS_DAY = "facts_day"
# As text, because every write asks.
_READ_DAY = f"SELECT {setting.c.value} FROM {setting.name} WHERE {setting.c.name} = '{FACTS_DAY}'"
# So many keys stand in one statement; more go by turns.
AT_ONCE = 500


class NoDay(Exception):
    """A bug: facts were asked for before the store was given its day."""


@dataclass(frozen=True, slots=True)
class FactTables:
    """Where facts lie: the kept ones, or those of another day in temporary tables."""

    facts: Table
    days: Table


def _temporary(table: Table, metadata: MetaData) -> Table:
    columns = (
        Column(column.name, column.type, primary_key=column.primary_key) for column in table.c
    )
    return Table(f"{table.name}_then", metadata, *columns, prefixes=["TEMPORARY"])


_THEN_METADATA = MetaData()
KEPT = FactTables(facts, fact_days)
THEN = FactTables(_temporary(facts, _THEN_METADATA), _temporary(fact_days, _THEN_METADATA))


def facts_day(connection: Connection) -> date:
    """The store's own day, to which the kept facts belong; NoDay before the first `advance`."""
    day = known_day(connection)
    if day is None:
        raise NoDay
    return day


def known_day(connection: Connection) -> date | None:
    """The store's own day; None before the first `advance`."""
    day = connection.exec_driver_sql(_READ_DAY).scalar()
    return date.fromisoformat(day) if day else None


def recompute(connection: Connection, clients: Collection[Key] | None) -> None:
    """Bring the facts of these clients up to what the raw tables say; None means everybody."""
    day = facts_day(connection)
    keys = None if clients is None else sorted(set(clients))
    for part in _parts(keys):
        fill(connection, KEPT, day, part)


def advance(connection: Connection, day: date) -> int:
    """The daily pass: make `day` the store's own, and touch only what it changes.

    Projects whose target passed a year ago expire. Gives back how many clients were touched; a
    day before the present one recomputes everybody.
    """
    before = known_day(connection)
    expired = _expire(connection, day)
    write_setting(connection, FACTS_DAY, day.isoformat())
    if before is None or day < before:
        recompute(connection, None)
        return connection.execute(select(func.count()).select_from(facts)).scalar_one()
    due = select(facts.c.client_id).where(facts.c.changes_on <= day)
    touched = {*connection.execute(due).scalars(), *expired}
    recompute(connection, touched)
    return len(touched)


def fill(connection: Connection, tables: FactTables, day: date, clients: Clients) -> None:
    """Write the facts of a day into a pair of tables: everybody's, or some clients'."""
    statements = _statements(tables, connection.dialect, clients is not None)
    if clients is not None and len(clients) == 1:
        execute_for_one(connection, statements, day, clients[0])
        return
    if clients is not None:
        for statement in statements:
            connection.execute(statement, {"day": day, "clients": clients})
        return
    with roomy(connection):
        for statement in statements:
            connection.execute(statement, {"day": day})


@lru_cache(maxsize=8)
def _statements(tables: FactTables, dialect: Dialect, some: bool) -> list[TextClause]:  # noqa: FBT001 a cache's key
    queries = {
        tables.days: days_query(some=some),
        tables.facts: facts_query(tables.days, COUNTED_AT_MOST, some=some),
    }
    merges = [_merge(table, query, dialect) for table, query in queries.items()]
    strays = [] if some else [_strays(table) for table in queries]
    return [frozen(statement, dialect) for statement in (*strays, *merges)]


def _strays(table: Table) -> ClauseElement:
    """Drop the facts of whoever is no client: only a damaged store has some."""
    return delete(table).where(table.c.client_id.not_in(select(client.c.id)))


def _insert(table: Table, dialect: Dialect) -> "sqlite.Insert | postgresql.Insert":
    """The engine's own INSERT; PostgreSQL's is slow to import, so only for who uses it."""
    if is_postgresql(dialect):
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)


def _merge(table: Table, query: Select[Any], dialect: Dialect) -> ClauseElement:
    """Insert, or update what differs and nothing else: a page not written is not synced either."""
    names = table.c.keys()
    merge = _insert(table, dialect).from_select(names, query, include_defaults=False)
    fresh = {name: merge.excluded[name] for name in names if name != "client_id"}
    differs = or_(*(table.c[name].is_distinct_from(new) for name, new in fresh.items()))
    return merge.on_conflict_do_update(
        index_elements=[table.c.client_id], set_=fresh, where=differs
    )


def forget(connection: Connection, clients: Collection[Key]) -> None:
    """Drop the facts of clients who are about to be erased."""
    for table in (facts, fact_days):
        connection.execute(delete(table).where(table.c.client_id.in_(clients)))


@contextmanager
def facts_of(connection: Connection, day: date, clients: Clients) -> Iterator[FactTables]:
    """The facts of any day, in temporary tables that are dropped at the end."""
    _THEN_METADATA.create_all(connection, checkfirst=False)
    try:
        for part in _parts(clients):
            fill(connection, THEN, day, part)
        yield THEN
    finally:
        _THEN_METADATA.drop_all(connection, checkfirst=False)


def _parts(clients: Clients) -> Iterator[Clients]:
    if clients is None:
        yield None
        return
    for start in range(0, len(clients), AT_ONCE):
        yield clients[start : start + AT_ONCE]


def _expire(connection: Connection, day: date) -> Sequence[Key]:
    """Let go of the projects whose target's last possible day lies too far back."""
    last_possible = project.c.target + func.substr("-12-31", func.length(project.c.target) - 3)
    expire = (
        update(project)
        .where(
            project.c.status.in_(AWAKE),
            last_possible < literal(expired_before(day).isoformat()),
        )
        .values(status=ProjectStatus.EXPIRED.value)
        .returning(project.c.client_id)
    )
    return connection.execute(expire).scalars().all()


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that is not what the raw tables say; `column` is None where the whole row is.

    `client` is the reference, or the key where no client has it any more.
    """

    client: str
    column: str | None


def differences(connection: Connection) -> list[Difference]:
    """Recompute everybody beside the kept facts, and name each that differs."""
    with facts_of(connection, facts_day(connection), None) as right:
        return [
            *_differences(connection, KEPT.days, right.days),
            *_differences(connection, KEPT.facts, right.facts),
        ]


def _differences(connection: Connection, kept: Table, right: Table) -> Iterator[Difference]:
    joined = kept.outerjoin(right, kept.c.client_id == right.c.client_id, full=True)
    names = kept.c.keys()
    differ = [kept.c[name].is_distinct_from(right.c[name]).label(name) for name in names]
    key = func.coalesce(kept.c.client_id, right.c.client_id, type_=kept.c.client_id.type)
    lost = [kept.c.client_id.is_(None), right.c.client_id.is_(None)]
    named = joined.outerjoin(client, client.c.id == key)
    query = select(key, client.c.ref, *differ, *lost).select_from(named)
    for key_found, ref, *found in connection.execute(query.where(or_(*differ))):
        *columns, absent, orphan = found
        wrong = [None] if absent or orphan else _names(names, columns)
        yield from (Difference(ref or key_found.hex(), name) for name in wrong)


def _names(names: Sequence[str], wrong: Sequence[bool]) -> list[str | None]:
    return [name for name, is_wrong in zip(names, wrong, strict=True) if is_wrong]
