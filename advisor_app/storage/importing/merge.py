"""Puts rows into a table: those that are new, those that changed, and leaves the rest alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Dialect,
    Integer,
    String,
    Table,
    and_,
    bindparam,
    cast,
    func,
    select,
    type_coerce,
    update,
)

from advisor_app.storage.columns import DecimalColumn, is_postgresql
from advisor_app.storage.importing.bulk import insert_many, update_many
from advisor_app.storage.importing.targets import Target

# So many values stand in one IN.
AT_ONCE = 500
_PREFIX = "row_"


@dataclass(slots=True)
class Rows:
    """Rows for one table, column by column; `present` columns change a row that is there already.

    The columns hold what the driver takes: dates and decimals as text.
    """

    columns: dict[str, Sequence[Any]]
    present: frozenset[str]


@dataclass(slots=True)
class Merged:
    """What became of rows: their places by what happened."""

    new: Sequence[int] = ()
    changed: list[int] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)
    # The clients that changed rows belonged to before.
    left_clients: set[Any] = field(default_factory=set)


def merge_rows(connection: Connection, target: Target, rows: Rows, keys: Sequence[Any]) -> Merged:
    """Write rows some of which may be there; `keys` are for the new ones, in their places.

    The keys that the rows have in the end are in `Merged.keys`.
    """
    there = _read_there(connection, target, rows.columns)
    merged = Merged(keys=list(keys))
    told = [name for name in rows.columns if name in rows.present]
    identities = zip(*(rows.columns[name] for name in target.identity), strict=True)
    values = zip(*(rows.columns[name] for name in told), strict=True)
    new: list[int] = []
    for place, (identity, value) in enumerate(zip(identities, values, strict=True)):
        found = there.get(identity)
        if found is None:
            new.append(place)
            continue
        merged.keys[place] = found.get("id")
        if all(found[name] == one for name, one in zip(told, value, strict=True)):
            merged.unchanged.append(place)
        else:
            merged.changed.append(place)
            merged.left_clients.add(found.get("client_id"))
    merged.new = new
    _insert_places(connection, target.table, rows, new, keys)
    _update_places(connection, target, rows, merged, told)
    return merged


def _insert_places(
    connection: Connection, table: Table, rows: Rows, places: list[int], keys: Sequence[Any]
) -> None:
    columns = {name: _at(column, places) for name, column in rows.columns.items()}
    if "id" in table.c:
        columns["id"] = _at(keys, places)
    insert_many(connection, table, columns)


def _update_places(
    connection: Connection, target: Target, rows: Rows, merged: Merged, told: list[str]
) -> None:
    if not merged.changed:
        return
    table = target.table
    by = ("id",) if "id" in table.c else target.identity
    source = {**rows.columns, "id": merged.keys}
    where = and_(*(table.c[name] == bindparam(_PREFIX + name) for name in by))
    changes = {name: _at(rows.columns[name], merged.changed) for name in told}
    meant = {_PREFIX + name: _at(source[name], merged.changed) for name in by}
    update_many(connection, update(table).where(where), changes, meant)


def _at(column: Sequence[Any], places: Sequence[int]) -> list[Any]:
    return [column[place] for place in places]


def _read_there(
    connection: Connection, target: Target, columns: dict[str, Sequence[Any]]
) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The rows of the store that these may mean, by identity, as the driver gives them."""
    names = [*columns, *(("id",) if "id" in target.table.c else ())]
    dialect = connection.dialect
    read = select(*(plain(target.table.c[name], dialect) for name in names))
    owner = plain(target.table.c[target.owner], dialect)
    there = {}
    for some in chunks(sorted(set(columns[target.owner]))):
        for row in connection.execute(read.where(owner.in_(some))):
            found = dict(zip(names, row, strict=True))
            there[tuple(found[name] for name in target.identity)] = found
    return there


def plain(column: "Column[Any]", dialect: Dialect) -> ColumnElement[Any]:
    """A column read as the text that a file has, or a whole number for a boolean.

    The embedded engine keeps it so, and spares making Python's dates, decimals and booleans of it;
    the shared one is asked for it, a decimal without the zeros at its end.
    """
    if is_postgresql(dialect):
        return _as_text(column).label(column.name)
    if isinstance(column.type, Date | DecimalColumn):
        return type_coerce(column, String).label(column.name)
    if isinstance(column.type, Boolean):
        return type_coerce(column, Integer).label(column.name)
    return column


def _as_text(column: "Column[Any]") -> ColumnElement[Any]:
    if isinstance(column.type, DecimalColumn):
        return cast(func.trim_scale(column), String)
    return cast(column, String) if isinstance(column.type, Date) else column


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """As many values at a time as one statement takes."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
