"""The rooms of a branch."""

from sqlalchemy import Connection, select

from advisor_app.domain.briefing import Access
from advisor_app.domain.keys import Key
from advisor_app.domain.rooms import MeetingRoom
from advisor_app.storage.schema.organisation import room


def list_rooms(connection: Connection, branch: Key) -> tuple[MeetingRoom, ...]:
    """The rooms of a branch, by name."""
    query = select(room).where(room.c.branch_id == branch).order_by(room.c.name, room.c.ref)
    return tuple(
        MeetingRoom(Key(row.id), row.ref, row.name, row.seats, bool(row.step_free))
        for row in connection.execute(query)
    )


def branch_access(connection: Connection, branch: Key) -> Access | None:
    """How to get in without steps, wherever in the branch; None where it has no step-free room."""
    query = select(room.c.step_free).where(room.c.branch_id == branch)
    found = list(connection.execute(query).scalars())
    if found and all(found):
        return Access.STEP_FREE
    return Access.ON_REQUEST if any(found) else None
