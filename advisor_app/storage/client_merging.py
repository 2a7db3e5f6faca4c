"""Moves everything of one file to another, and back: what went where stands in `client_merge`."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Table,
    and_,
    delete,
    distinct,
    func,
    insert,
    or_,
    select,
    update,
)

from advisor_app.domain.client_edits import ClientFile
from advisor_app.domain.client_merging import Counted
from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.keys import Key
from advisor_app.storage.client_edits import ABOUT_CLIENTS, fold_name, write_columns
from advisor_app.storage.columns import DecimalColumn, KeyColumn
from advisor_app.storage.schema.calendar import attendee, commitment
from advisor_app.storage.schema.clients import assignment, client, client_merge, reminder
from advisor_app.storage.schema.contacts import attention, touchpoint
from advisor_app.storage.schema.projects import contract, project
from advisor_app.storage.schema.record import draft

Row = dict[str, Any]
Moves = dict[str, list[Row]]
_MOVING = tuple(table for table in ABOUT_CLIENTS if table not in (client_merge, draft))
# What tells two rows of one client apart, where the database insists on it.
_ALIKE = {
    "assignment": ("from_day",),
    "consent": ("use", "on_day"),
    "digital_month": ("month",),
    "attendee": ("appointment_id",),
    "signal": ("code", "on_day"),
    "member": ("household_id",),
}
_FILLED = (
    *("title", "first_name", "birth_date", "language", "segment", "occupation", "household_id"),
    *("email", "phone", "mobile", "preferred_channel", "preferred_time"),
)


_COUNTED = {
    Counted.CONTACTS: touchpoint.c.id,
    Counted.PROJECTS: project.c.id,
    Counted.CONTRACTS: contract.c.id,
    Counted.APPOINTMENTS: attendee.c.appointment_id,
    Counted.PROMISES: commitment.c.id,
    Counted.ATTENTIONS: attention.c.id,
    Counted.REMINDERS: reminder.c.id,
}


def move_all(connection: Connection, kept: ClientFile, other: ClientFile) -> dict[str, Moves]:
    """Give the other file's rows to the kept one: what `move_back` needs is given back.

    `moved` holds their keys. `aside` holds whole what stands in the kept file already: the same
    month, day of a consent, or time of an advisor; `changed` what the kept file's own said before.
    """
    moved: Moves = {}
    aside: Moves = {}
    changed: Moves = {}
    for table in _MOVING:
        for row in _rows(connection, table, other.key):
            if _stands(connection, table, kept.key, row):
                if (before := _join(connection, table, kept.key, row)) is not None:
                    changed.setdefault(table.name, []).append(before)
                aside.setdefault(table.name, []).append(row)
                connection.execute(delete(table).where(_this(table, row)))
                continue
            values = {"client_id": kept.key, "branch_id": kept.branch}
            connection.execute(update(table).where(_this(table, row)).values(_known(table, values)))
            after = {**row, "client_id": kept.key}
            moved.setdefault(table.name, []).append(_key_of(table, after))
    return {"moved": moved, "aside": aside, "changed": changed}


def fill_file(connection: Connection, kept: ClientFile, other: ClientFile) -> Row:
    """Give the kept file what only the other knew, and the stricter wishes of the two."""
    values = filled(read_file(connection, kept.key), read_file(connection, other.key))
    return write_columns(connection, kept.key, values) if values else {}


def read_file(connection: Connection, key: Key) -> Row:
    """Every column of a file."""
    return dict(connection.execute(select(client).where(client.c.id == key)).mappings().one())


def filled(mine: Row, theirs: Row) -> Row:
    """The columns that change in the kept file."""
    values: Row = {name: theirs[name] for name in _FILLED if mine[name] is None and theirs[name]}
    if not mine["street"] and not mine["city"]:
        place = ("street", "postal_code", "city", "country", "latitude", "longitude")
        values |= {name: theirs[name] for name in place if theirs[name] is not None}
    for name in ("no_contact", "no_profile"):
        if theirs[name] and not mine[name]:
            values[name] = True
    for name, choose in (("no_contact_until", max), ("since", min)):
        days = [row[name] for row in (mine, theirs) if row[name]]
        if days and choose(days) != mine[name]:
            values[name] = choose(days)
    return values


def count_noted(connection: Connection, keys: Collection[Key]) -> dict[Counted, int]:
    """How much was noted about one client, or about two together."""
    return {
        what: connection.execute(
            select(func.count(distinct(column))).where(column.table.c.client_id.in_(keys))
        ).scalar_one()
        for what, column in _COUNTED.items()
    }


def empty_file(connection: Connection, other: ClientFile) -> Row:
    """Leave a shell of the other file, which no name finds; what stood in it is given back."""
    values = {"status": ClientStatus.CLOSED.value, "household_id": None}
    before = write_columns(connection, other.key, values)
    hidden = update(client).where(client.c.id == other.key).values(folded_name="", sort_name="")
    connection.execute(hidden)
    return before


def keep_merge(connection: Connection, values: Mapping[str, Any], moves: Mapping[str, Any]) -> None:
    """Remember a merge."""
    text = json.dumps(moves, default=_packed, sort_keys=True)
    connection.execute(insert(client_merge).values(**values, moves=text))


def find_merge(connection: Connection, key: Key) -> Row | None:
    """A merge that was not undone."""
    query = select(client_merge).where(
        client_merge.c.id == key, client_merge.c.undone_utc.is_(None)
    )
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else dict(row)


def latest_merge(connection: Connection, kept: Key) -> Key | None:
    """The last merge into a file that was not undone."""
    query = select(client_merge.c.id).where(
        client_merge.c.client_id == kept, client_merge.c.undone_utc.is_(None)
    )
    return connection.execute(query.order_by(client_merge.c.id.desc()).limit(1)).scalar()


def newer_merge(connection: Connection, merge: Row) -> Key | None:
    """The file that a later merge joined with the kept one, where one stands."""
    kept = merge["client_id"]
    query = select(client_merge).where(
        or_(client_merge.c.client_id == kept, client_merge.c.other_id == kept),
        client_merge.c.id > merge["id"],
        client_merge.c.undone_utc.is_(None),
    )
    row = connection.execute(query.order_by(client_merge.c.id.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    return Key(row["other_id"] if row["client_id"] == kept else row["client_id"])


def move_back(connection: Connection, merge: Row, other: ClientFile) -> None:
    """Put every row back where it was, and the columns of both files."""
    moves = json.loads(merge["moves"])
    values = {"client_id": other.key, "branch_id": other.branch}
    for table in _MOVING:
        for packed in moves["moved"].get(table.name, ()):
            its = _this(table, _unpacked(table, packed))
            connection.execute(update(table).where(its).values(_known(table, values)))
        for packed in moves["changed"].get(table.name, ()):
            before = _unpacked(table, packed)
            connection.execute(update(table).where(_this(table, before)).values(before))
        for packed in moves["aside"].get(table.name, ()):
            connection.execute(insert(table).values(_unpacked(table, packed)))
    for name, key in (("kept", merge["client_id"]), ("other", merge["other_id"])):
        columns = _unpacked(client, moves[name])
        if columns:
            write_columns(connection, key, columns)
    fold_name(connection, other.key)


def mark_undone(connection: Connection, key: Key, now: int) -> None:
    """Remember that a merge was undone; what it moved is no longer needed."""
    its = update(client_merge).where(client_merge.c.id == key)
    connection.execute(its.values(undone_utc=now, moves="{}"))


def _rows(connection: Connection, table: Table, of: Key) -> Sequence[Row]:
    written = [column for column in table.c if column.computed is None]
    query = select(*written).where(table.c.client_id == of)
    return [dict(row) for row in connection.execute(query).mappings()]


def _join(connection: Connection, table: Table, kept: Key, row: Row) -> Row | None:
    """Let the kept file's own row say what both say: sums of a month, and the refusal of a day."""
    if table.name not in ("digital_month", "consent"):
        return None
    alike = and_(*(table.c[name] == row[name] for name in _ALIKE[table.name]))
    mine = and_(table.c.client_id == kept, alike)
    written = [column for column in table.c if column.computed is None]
    before = dict(connection.execute(select(*written).where(mine)).mappings().one())
    if table.name == "consent":
        values = {"given": before["given"] and row["given"]}
    else:
        values = {name: before[name] + row[name] for name in ("logins", "messages", "operations")}
    connection.execute(update(table).where(mine).values(values))
    return before


def _stands(connection: Connection, table: Table, kept: Key, row: Row) -> bool:
    if table.name not in _ALIKE:
        return False
    alike = and_(*(table.c[name] == row[name] for name in _ALIKE[table.name]))
    if table is assignment:
        ends = row["until_day"] or date.max
        alike = and_(
            table.c.from_day <= ends,
            table.c.until_day.is_(None) | (table.c.until_day >= row["from_day"]),
        )
    query = select(table.c.client_id).where(table.c.client_id == kept, alike).limit(1)
    return connection.execute(query).first() is not None


def _key_of(table: Table, row: Row) -> Row:
    return {column.name: row[column.name] for column in table.primary_key.columns}


def _this(table: Table, row: Row) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def _known(table: Table, values: Row) -> Row:
    return {name: value for name, value in values.items() if name in table.c}


def _packed(value: object) -> str:
    match value:
        case bytes():
            return value.hex()
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            raise TypeError(type(value).__name__)


def _unpacked(table: Table, packed: Row) -> Row:
    return {name: _as_kept(table.c[name], value) for name, value in packed.items()}


def _as_kept(column: "Column[Any]", value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, KeyColumn):
        return bytes.fromhex(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(column.type, DecimalColumn) else value
