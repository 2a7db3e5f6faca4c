"""The rooms of a branch."""

from sqlalchemy import Connection, select

from advisor_app.domain.briefing import Access
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.organisation import room


def list_rooms(connection: Connection, branch: Key) -> list[tuple[str, str]]:
    """Each room's name and reference, by name."""
    query = select(room.c.name, room.c.ref).where(room.c.branch_id == branch)
    return [(name, ref) for name, ref in connection.execute(query.order_by(room.c.name))]


def branch_access(connection: Connection, branch: Key) -> Access | None:
    """How to get in without steps, wherever in the branch; None where it has no step-free room."""
    query = select(room.c.step_free).where(room.c.branch_id == branch)
    found = list(connection.execute(query).scalars())
    if found and all(found):
        return Access.STEP_FREE
    return Access.ON_REQUEST if any(found) else None
