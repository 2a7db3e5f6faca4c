"""Appointments that a bank's file moves or calls off: whoever was told of them hears of it anew."""

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.storage.importing.merge import AT_ONCE
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema.calendar import appointment, attendee

# When an appointment begins and ends, and whether it was called off.
Told = tuple[int, int, bool]


def told_to_come(connection: Connection) -> dict[Key, Told]:
    """What calendars and reminders tell of each appointment to come, by its key."""
    return _told(connection, appointment.c.status.in_(TO_COME))


def _told(connection: Connection, which: ColumnElement[bool]) -> dict[Key, Told]:
    columns = (appointment.c.id, appointment.c.start_utc, appointment.c.end_utc)
    rows = connection.execute(select(*columns, appointment.c.status).where(which))
    cancelled = AppointmentStatus.CANCELLED.value
    return {key: (start, end, status == cancelled) for key, start, end, status in rows}


def count_changes(
    connection: Connection, before: Mapping[Key, Told], changed: Iterable[Key]
) -> None:
    """Raise the sequence of what is at another time or called off, and let it be reminded of anew.

    Other calendars take a change over only where its number is higher (RFC 5545, 3.8.7.4).
    """
    known = [key for key in changed if key in before]
    now: dict[Key, Told] = {}
    for first in range(0, len(known), AT_ONCE):
        now |= _told(connection, appointment.c.id.in_(known[first : first + AT_ONCE]))
    moved = [{"key": key} for key in known if now[key] != before[key]]
    if not moved:
        return
    its = update(appointment).where(appointment.c.id == bindparam("key"))
    connection.execute(its.values(sequence=appointment.c.sequence + 1), moved)
    theirs = update(attendee).where(attendee.c.appointment_id == bindparam("key"))
    connection.execute(theirs.values(reminded_on=None), moved)
