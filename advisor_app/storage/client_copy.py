"""Everything that is kept about one client, as lines that a person can read."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from advisor_app.domain.client_rights import Line, Told
from advisor_app.domain.keys import Key
from advisor_app.storage.client_edits import ABOUT_CLIENTS
from advisor_app.storage.schema.calendar import appointment, attendee, follow_up
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.projects import project, project_input
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer

# Where things lie says nothing about the client.
_LEFT_OUT = frozenset({"id", "branch_id", "client_id", "folded_name", "sort_name", "counts_as"})
_TRAIL_LEFT_OUT = frozenset({"number", "client_id", "previous", "hash"})


def read_everything(connection: Connection, key: Key) -> dict[str, list[Line]]:
    """Every row about a client by its table; empty tables are left out."""
    refs: dict[tuple[str, Key], str] = {}
    wanted = {client: client.c.id == key, **{t: t.c.client_id == key for t in ABOUT_CLIENTS}}
    found = {
        table.name: _lines(connection, table, condition, refs)
        for table, condition in {**wanted, **_children(key)}.items()
    }
    return {name: lines for name, lines in found.items() if lines}


def read_trail(connection: Connection, key: Key) -> list[Line]:
    """Every entry of the trail about a client, the oldest first."""
    query = select(audit_entry).where(audit_entry.c.client_id == key)
    rows = connection.execute(query.order_by(audit_entry.c.number)).mappings()
    return [
        {name: value for name, value in row.items() if name not in _TRAIL_LEFT_OUT} for row in rows
    ]


def _children(key: Key) -> Mapping[Table, ColumnElement[bool]]:
    """The rows that belong to a client through another table."""
    contacts = select(touchpoint.c.id).where(touchpoint.c.client_id == key)
    projects = select(project.c.id).where(project.c.client_id == key)
    suggestions = select(suggestion.c.id).where(suggestion.c.client_id == key)
    meetings = select(attendee.c.appointment_id).where(attendee.c.client_id == key)
    return {
        further_advisor: further_advisor.c.touchpoint_id.in_(contacts),
        project_input: project_input.c.project_id.in_(projects),
        suggestion_answer: suggestion_answer.c.suggestion_id.in_(suggestions),
        appointment: appointment.c.id.in_(meetings),
        follow_up: follow_up.c.appointment_id.in_(meetings),
    }


def _lines(
    connection: Connection,
    table: Table,
    condition: ColumnElement[bool],
    refs: dict[tuple[str, Key], str],
) -> list[Line]:
    shown = [column for column in table.c if column.name not in _LEFT_OUT]
    rows = connection.execute(select(*shown).where(condition)).mappings().all()
    return [
        {
            column.name.removesuffix("_id"): _told(connection, column, row[column.name], refs)
            for column in shown
            if row[column.name] is not None
        }
        for row in rows
    ]


def _told(
    connection: Connection, column: "Column[Any]", value: Any, refs: dict[tuple[str, Key], str]
) -> Told:
    if isinstance(value, bytes):
        return _ref(connection, column, Key(value), refs)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if column.name.endswith("_utc"):
        return datetime.fromtimestamp(value, UTC).isoformat()
    told: Told = value
    return told


def _ref(
    connection: Connection, column: "Column[Any]", key: Key, refs: dict[tuple[str, Key], str]
) -> str:
    """What a key refers to, by the reference that people know it by."""
    target = next((one.column.table for one in column.foreign_keys), None)
    if target is None or "ref" not in target.c:
        return key.hex()
    if (target.name, key) not in refs:
        found = connection.execute(select(target.c.ref).where(target.c.id == key)).scalar()
        refs[target.name, key] = found or key.hex()
    return refs[target.name, key]
