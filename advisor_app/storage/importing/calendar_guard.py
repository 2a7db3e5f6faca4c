"""Lifts the database's guard over the calendar for one import, and answers for it afterwards.

The rows of a file come in any order, and one may move into a time that another is about to leave:
only the calendar at the end of the import counts. The checks of the files refuse what overlaps
there; so an overlap found here is a bug, and undoes everything.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, and_, literal, select, text

from advisor_app.storage.columns import is_postgresql
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.settings import read_setting, write_setting

# What the triggers look for; never committed.
UNGUARDED = "calendar_unguarded"


class CalendarOverlaps(Exception):
    """A bug: an import left somebody in two places at once."""


def unguard_calendar(connection: Connection) -> None:
    """Let this transaction write appointments in any order."""
    write_setting(connection, UNGUARDED, "1")
    if is_postgresql(connection.dialect):
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))


def guard_calendar(connection: Connection) -> None:
    """Guard again, where the guard was lifted; CalendarOverlaps."""
    if read_setting(connection, UNGUARDED) is None:
        return
    write_setting(connection, UNGUARDED, None)
    if any(connection.execute(query).first() for query in _overlaps()):
        raise CalendarOverlaps
    if is_postgresql(connection.dialect):
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))


def _overlaps() -> Iterator[Select[int]]:
    """By advisor, by room and by client: each finds its pairs through an index of its own."""
    one, other = appointment.alias("one"), appointment.alias("other")
    his, theirs = attendee.alias("his"), attendee.alias("theirs")
    at_once = and_(
        one.c.id != other.c.id,
        one.c.busy_from < other.c.busy_until,
        other.c.busy_from < one.c.busy_until,
        one.c.status.in_(TO_COME),
        other.c.status.in_(TO_COME),
    )
    found = select(literal(1)).where(at_once).limit(1)
    yield found.where(one.c.advisor_id == other.c.advisor_id)
    yield found.where(one.c.colleague_id == other.c.advisor_id)
    yield found.where(one.c.colleague_id == other.c.colleague_id)
    yield found.where(one.c.room_id == other.c.room_id)
    yield found.where(
        his.c.appointment_id == one.c.id,
        his.c.client_id == theirs.c.client_id,
        theirs.c.appointment_id == other.c.id,
    )
