"""Makes one large index at the end of a load into an empty table, where sorting beats inserting.

Kept up row by row, in the order in which contacts come, the index of the clients' contacts costs
as much as the rows themselves; made in one go it is sorted once and written page after page.
"""

from sqlalchemy import Connection, Index

from advisor_app.storage.columns import is_postgresql
from advisor_app.storage.schema.contacts import touchpoint

TABLE = "touchpoints"


def put_off(connection: Connection) -> bool:
    """Drop the index until the load is over; says whether it was.

    Only in the embedded store: in the shared one everybody else would wait.
    """
    if is_postgresql(connection.dialect):
        return False
    _index().drop(connection)
    return True


def make_up(connection: Connection) -> None:
    """Make the index again."""
    _index().create(connection)


def _index() -> Index:
    (found,) = (
        one for one in touchpoint.indexes if one.name == "ix_touchpoint_client_id_counts_as"
    )
    return found
