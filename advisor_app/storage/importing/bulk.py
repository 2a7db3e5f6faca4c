"""Hands many rows to the driver at once, in the forms that it takes quickly.

The embedded driver spends two microseconds on every None, bool and bytes, but a tenth of one on
text, whole numbers and bytearrays: more than the database needs for the whole row. So None goes as
the empty text, which no column keeps, and the statement turns it back. And a statement costs the
database as much to begin and end as a row to write: so one statement writes many rows.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Table,
    Update,
    bindparam,
    func,
    insert,
    literal_column,
)

from advisor_app.storage.columns import KeyColumn, is_postgresql

Columns = Mapping[str, Sequence[Any]]
CACHE_KIB = 192 * 1024
# So many rows stand in one statement.
AT_ONCE = 100
_VALUES = " VALUES "


@contextmanager
def in_bulk(connection: Connection) -> Iterator[None]:
    """Give a long write more of the machine's memory, and leave its rows out of the collector.

    Millions of short-lived tuples hold no cycles; looking through them costs a tenth of an import.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        with _larger_cache(connection):
            yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def _larger_cache(connection: Connection) -> Iterator[None]:
    """The embedded engine's; the shared one minds its own."""
    if is_postgresql(connection.dialect):
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    try:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {before}")


def insert_many(connection: Connection, table: Table, values: Columns) -> None:
    """Insert rows given column by column, as the driver keeps them: dates and decimals as text."""
    told = {name: column for name, column in values.items() if not _all_blank(column)}
    if not told:
        return
    if is_postgresql(connection.dialect):
        connection.execute(insert(table), _by_name(told))
        return
    blank = frozenset(name for name, column in told.items() if _has_blank(table.c[name], column))
    one, names = _insert_one(table, tuple(told), blank, connection.dialect)
    _insert(connection, one, [_quick(table.c[name], told[name], name in blank) for name in names])


@lru_cache(maxsize=64)
def _insert_one(
    table: Table, names: tuple[str, ...], blank: frozenset[str], dialect: Dialect
) -> tuple[str, Sequence[str]]:
    """The statement for a single row, and the names of its parameters in their order."""
    told = {name: _told(table.c[name], name in blank) for name in names}
    compiled = insert(table).values(told).compile(dialect=dialect)
    return str(compiled), compiled.positiontup or ()


def _insert(connection: Connection, one: str, columns: Sequence[Sequence[Any]]) -> None:
    width, count = len(columns), len(columns[0])
    cells: list[Any] = [None] * (width * count)
    for place, column in enumerate(columns):
        cells[place::width] = column
    step = width * AT_ONCE
    whole = len(cells) // step * step
    if whole:
        groups = [tuple(cells[start : start + step]) for start in range(0, whole, step)]
        connection.exec_driver_sql(_of_many(one, AT_ONCE), groups)
    if whole < len(cells):
        rest = tuple(cells[whole:])
        connection.exec_driver_sql(_of_many(one, len(rest) // width), rest)


@lru_cache(maxsize=64)
def _of_many(one: str, rows: int) -> str:
    """A statement that inserts so many rows, from the one that inserts a single row."""
    head, values, row = one.rpartition(_VALUES)
    return head + values + ", ".join([row] * rows)


def update_many(connection: Connection, one: Update, values: Columns, meant: Columns) -> None:
    """Update rows given column by column; `meant` fill the parameters of the statement's WHERE."""
    table = one.table
    assert isinstance(table, Table)  # noqa: S101 only tables are written
    if is_postgresql(connection.dialect):
        changing = one.values({name: bindparam(name) for name in values})
        connection.execute(changing, _by_name({**values, **meant}))
        return
    blank = {name for name, column in values.items() if _has_blank(table.c[name], column)}
    told = {name: _told(table.c[name], name in blank) for name in values}
    compiled = one.values(told).compile(dialect=connection.dialect)
    quick = {name: _quick(table.c[name], values[name], name in blank) for name in values}
    quick.update((name, list(map(_quick_key, column))) for name, column in meant.items())
    rows = list(zip(*(quick[name] for name in compiled.positiontup or ()), strict=True))
    connection.exec_driver_sql(str(compiled), rows)


def _by_name(values: Columns) -> list[dict[str, Any]]:
    return [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]


def _all_blank(column: Sequence[Any]) -> bool:
    return not column or (column[0] is None and column.count(None) == len(column))


def _has_blank(column: "Column[Any]", values: Sequence[Any]) -> bool:
    return bool(column.nullable) and None in values


def _told(column: "Column[Any]", blank: bool) -> ColumnElement[Any]:  # noqa: FBT001 the only thing said
    value: ColumnElement[Any] = bindparam(column.name)
    return func.nullif(value, literal_column("''")) if blank else value


def _quick(column: "Column[Any]", values: Sequence[Any], blank: bool) -> Sequence[Any]:  # noqa: FBT001 as above
    if isinstance(column.type, KeyColumn):
        few = not column.primary_key or len(column.table.primary_key) > 1
        return list(map(_QuickKeys().__getitem__ if few else bytearray, values))
    if isinstance(column.type, Boolean):
        return list(map(int, values))
    return ["" if value is None else value for value in values] if blank else values


class _QuickKeys(dict[Any, Any]):
    """Keys as the driver takes them quickly, each made once: the same few come again and again."""

    def __missing__(self, key: Any) -> Any:
        quick = self[key] = bytearray(key) if key else ""
        return quick


def _quick_key(value: Any) -> Any:
    """A key as the driver takes it quickly."""
    return bytearray(value) if isinstance(value, bytes) else value
