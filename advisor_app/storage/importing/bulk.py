"""Hands many rows to the driver at once, in the forms that it takes quickly.

The embedded driver spends two microseconds on every None, bool and bytes, but a tenth of one on
text, whole numbers and bytearrays: more than the database needs for the whole row. So None goes as
the empty text, which no column keeps, and the statement turns it back.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Insert,
    Table,
    Update,
    bindparam,
    func,
    literal_column,
)

from advisor_app.storage.columns import KeyColumn

Columns = Mapping[str, Sequence[Any]]
CACHE_KIB = 192 * 1024


@contextmanager
def in_bulk(connection: Connection) -> Iterator[None]:
    """Give a long write more of the machine's memory, and leave its rows out of the collector.

    Millions of short-lived tuples hold no cycles; looking through them costs a tenth of an import.
    """
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    collecting = gc.isenabled()
    gc.disable()
    try:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {before}")
        if collecting:
            gc.enable()


def write_many(
    connection: Connection,
    statement: Insert | Update,
    values: Columns,
    meant: Columns | None = None,
) -> None:
    """Insert or update rows given column by column; `meant` fill the parameters of a WHERE.

    Values are as the driver keeps them: dates and decimals as text.
    """
    table = statement.table
    assert isinstance(table, Table)  # noqa: S101 only tables are written
    if isinstance(statement, Insert):
        values = {name: column for name, column in values.items() if not _all_blank(column)}
    blank = {name for name, column in values.items() if None in column}
    told = {name: _told(table.c[name], blank=name in blank) for name in values}
    compiled = statement.values(told).compile(dialect=connection.dialect)
    quick = {name: _quick(table.c[name], values[name], blank=name in blank) for name in values}
    quick.update((name, list(map(_quick_key, column))) for name, column in (meant or {}).items())
    rows = list(zip(*(quick[name] for name in compiled.positiontup or ()), strict=True))
    if rows:
        connection.exec_driver_sql(str(compiled), rows)


def _all_blank(column: Sequence[Any]) -> bool:
    return column[:1] == [None] and column.count(None) == len(column)


def _told(column: "Column[Any]", *, blank: bool) -> ColumnElement[Any]:
    value: ColumnElement[Any] = bindparam(column.name)
    return func.nullif(value, literal_column("''")) if blank else value


def _quick(column: "Column[Any]", values: Sequence[Any], *, blank: bool) -> Sequence[Any]:
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
