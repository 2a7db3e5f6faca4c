"""What a store holds already, for the checks of a bank's files."""

from sqlalchemy import Connection, Table, select

from advisor_app.domain.bank_import import KnownStore
from advisor_app.storage.importing.merge import plain
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.organisation import advisor, branch, room
from advisor_app.storage.schema.projects import project


def known_store(connection: Connection) -> KnownStore:
    """References, living projects and assignments: what the rows of a file may point to."""
    return KnownStore(
        branches=_refs(connection, branch),
        rooms=_refs(connection, room),
        advisors=_refs(connection, advisor),
        clients=_refs(connection, client),
        projects=_projects(connection),
        assignments=_assignments(connection),
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
    days = (plain(assignment.c.from_day), plain(assignment.c.until_day))
    rows = select(client.c.ref, advisor.c.ref.label("advisor"), *days, assignment.c.announced)
    found = connection.execute(rows.select_from(joined))
    return tuple((one, by, start, end, how) for one, by, start, end, how in found)
