"""The rooms of a branch."""

from sqlalchemy import Connection, select

from advisor_app.domain.keys import Key
from advisor_app.storage.schema.organisation import room


def list_rooms(connection: Connection, branch: Key) -> list[tuple[str, str]]:
    """Each room's name and reference, by name."""
    query = select(room.c.name, room.c.ref).where(room.c.branch_id == branch)
    return [(name, ref) for name, ref in connection.execute(query.order_by(room.c.name))]
