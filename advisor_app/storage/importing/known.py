"""What a store holds already, for the checks of a bank's files."""

from collections import defaultdict

from sqlalchemy import Connection, Table, select

from advisor_app.domain.bank_import import KnownStore
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_of
from advisor_app.storage.importing.merge import plain
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.organisation import advisor, branch, room
from advisor_app.storage.schema.projects import project


def known_store(connection: Connection, zone: str) -> KnownStore:
    """What the rows of a file may point to or run into; `zone` is the bank's."""
    return KnownStore(
        branches=_refs(connection, branch),
        rooms=_refs(connection, room),
        advisors=_refs(connection, advisor),
        clients=_refs(connection, client),
        projects=_projects(connection),
        assignments=_assignments(connection),
        appointments=_appointments(connection),
        zone=zone,
    )


def _refs(connection: Connection, table: Table) -> tuple[str, ...]:
    return tuple(connection.execute(select(table.c.ref)).scalars())


def _projects(connection: Connection) -> tuple[tuple[str, str, str, str], ...]:
    of_client = project.join(client, client.c.id == project.c.client_id)
    rows = select(project.c.ref, client.c.ref, project.c.code, project.c.status)
    found = connection.execute(rows.select_from(of_client))
    # Plain tuples: they travel to a process that knows nothing of rows.
    return tuple((ref, owner, code, status) for ref, owner, code, status in found)


def _assignments(
    connection: Connection,
) -> tuple[tuple[str, str, str, str | None, str | None], ...]:
    joined = assignment.join(client, client.c.id == assignment.c.client_id).join(
        advisor, advisor.c.id == assignment.c.advisor_id
    )
    dialect = connection.dialect
    days = (plain(assignment.c.from_day, dialect), plain(assignment.c.until_day, dialect))
    rows = select(client.c.ref, advisor.c.ref.label("advisor"), *days, assignment.c.announced)
    found = connection.execute(rows.select_from(joined))
    return tuple((one, by, start, end, how) for one, by, start, end, how in found)


def _appointments(
    connection: Connection,
) -> tuple[tuple[str, str, str, str | None, str, str, str], ...]:
    """Those to come, with everybody whom each is with, a colleague beside the advisor."""
    columns = (appointment.c.id, appointment.c.ref, appointment.c.status, appointment.c.zone)
    colleague = advisor.alias("colleague")
    refs = (
        advisor.c.ref.label("advisor"),
        colleague.c.ref.label("colleague"),
        room.c.ref.label("room"),
    )
    query = (
        select(*columns, appointment.c.busy_from, appointment.c.busy_until, *refs)
        .join(advisor, advisor.c.id == appointment.c.advisor_id)
        .join(colleague, colleague.c.id == appointment.c.colleague_id, isouter=True)
        .join(room, room.c.id == appointment.c.room_id, isouter=True)
        .where(appointment.c.status.in_(TO_COME))
    )
    met = _attended(connection)
    return tuple(
        (
            row.ref,
            "|".join(met[row.id]),
            "|".join(filter(None, (row.advisor, row.colleague))),
            row.room,
            row.status,
            moment_of(row.busy_from, row.zone).text,
            moment_of(row.busy_until, row.zone).text,
        )
        for row in connection.execute(query)
    )


def _attended(connection: Connection) -> dict[Key, list[str]]:
    query = (
        select(attendee.c.appointment_id, client.c.ref)
        .join(appointment, appointment.c.id == attendee.c.appointment_id)
        .join(client, client.c.id == attendee.c.client_id)
        .where(appointment.c.status.in_(TO_COME))
        .order_by(client.c.ref)
    )
    met: dict[Key, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        met[row.appointment_id].append(row.ref)
    return met
