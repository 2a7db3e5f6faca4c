"""Clients' files as an advisor writes them: added, changed, put back as they were."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, insert, or_, select, update

from advisor_app.domain.client_edits import DRAFT_FIELDS, ClientDraft, ClientFile
from advisor_app.domain.codes import ClientStatus, Kind, Language, Segment, Title
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.names import folded_name
from advisor_app.storage import facts
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.facts import fact_days
from advisor_app.storage.schema.facts import facts as kept_facts
from advisor_app.storage.schema.record import audit_entry, draft

Columns = Mapping[str, Any]
_WHOLE = ("status", "no_contact", "no_contact_until", "no_profile")
# Every table in which something is kept about a client, besides what is made from the others.
ABOUT_CLIENTS: tuple[Table, ...] = tuple(
    table
    for table in metadata.sorted_tables
    if "client_id" in table.c and table not in (kept_facts, fact_days, audit_entry)
)


def find_file(connection: Connection, ref: str) -> ClientFile | None:
    """The file of a reference."""
    row = connection.execute(select(client).where(client.c.ref == ref)).mappings().one_or_none()
    if row is None:
        return None
    kinds = {"kind": Kind, "title": Title, "language": Language, "segment": Segment}
    values = {name: row[name] for name in DRAFT_FIELDS}
    coded = {name: kind(row[name]) if row[name] else None for name, kind in kinds.items()}
    draft = ClientDraft(**{**values, **coded})
    standing = {name: row[name] for name in _WHOLE if name != "status"}
    status = ClientStatus(row["status"])
    return ClientFile(row["id"], row["ref"], row["branch_id"], draft, status, **standing)


def insert_file(connection: Connection, made: ClientFile, since: date) -> None:
    """Write a file that is not there yet."""
    connection.execute(
        insert(client).values(
            id=made.key,
            ref=made.ref,
            branch_id=made.branch,
            since=since,
            **{name: getattr(made.draft, name) for name in DRAFT_FIELDS},
        )
    )
    fold_name(connection, made.key)


def serve(connection: Connection, made: ClientFile, advisor: Key, since: date) -> None:
    """Give a new client to an advisor."""
    connection.execute(
        insert(assignment).values(
            id=new_key(),
            branch_id=made.branch,
            client_id=made.key,
            advisor_id=advisor,
            from_day=since,
        )
    )


def write_columns(connection: Connection, key: Key, values: Columns) -> dict[str, Any]:
    """Change some columns of a file; what stood in them before is given back."""
    columns = [client.c[name] for name in values]
    before = connection.execute(select(*columns).where(client.c.id == key)).mappings().one()
    connection.execute(update(client).where(client.c.id == key).values(**values))
    if {"first_name", "last_name"} & set(values):
        fold_name(connection, key)
    return dict(before)


def is_in_use(connection: Connection, key: Key) -> bool:
    """Whether anything is kept about a client besides the file and who serves him."""
    tables = [table for table in ABOUT_CLIENTS if table not in (assignment, draft)]
    noted = or_(*(exists().where(table.c.client_id == key) for table in tables))
    return bool(connection.execute(select(noted)).scalar())


def share_a_time(connection: Connection, one: Key, other: Key) -> bool:
    """Whether two clients are each expected at one time, in appointments of their own."""
    mine, theirs = appointment.alias("mine"), appointment.alias("theirs")
    his, hers = attendee.alias("his"), attendee.alias("hers")
    clash = (
        select(mine.c.id)
        .join(his, his.c.appointment_id == mine.c.id)
        .join(theirs, (theirs.c.busy_from < mine.c.busy_until) & (theirs.c.id != mine.c.id))
        .join(hers, hers.c.appointment_id == theirs.c.id)
        .where(his.c.client_id == one, hers.c.client_id == other)
        .where(theirs.c.busy_until > mine.c.busy_from)
        .where(mine.c.status.in_(TO_COME), theirs.c.status.in_(TO_COME))
    )
    return connection.execute(clash.limit(1)).first() is not None


def delete_file(connection: Connection, key: Key) -> None:
    """Remove a client about whom nothing was noted."""
    facts.forget(connection, [key])
    for table in (assignment, draft):
        connection.execute(delete(table).where(table.c.client_id == key))
    connection.execute(delete(client).where(client.c.id == key))


def fold_name(connection: Connection, key: Key) -> None:
    """Make the name for search and order from the names."""
    query = select(client.c.last_name, client.c.first_name).where(client.c.id == key)
    last, first = connection.execute(query).one()
    name = folded_name(last, first)
    connection.execute(
        update(client).where(client.c.id == key).values(folded_name=name, sort_name=name)
    )
