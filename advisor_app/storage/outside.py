"""What is asked of appointments to tell whether they still fit: their room, and who comes."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from advisor_app.domain.keys import Key
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.organisation import room

# So many keys stand in one statement; more go by turns.
AT_ONCE = 500


class Meeting(NamedTuple):
    """One appointment's reference, its first client, how many clients come, and its room."""

    ref: str
    client: Key
    clients: int
    room: str | None
    seats: int | None


def meetings_of(connection: Connection, keys: Collection[Key]) -> Mapping[Key, Meeting]:
    """What is known of appointments, by their keys."""
    whom = func.min(attendee.c.client_id), func.count(attendee.c.client_id)
    query = (
        select(appointment.c.id, appointment.c.ref, *whom, room.c.name, room.c.seats)
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .join(room, room.c.id == appointment.c.room_id, isouter=True)
        .group_by(appointment.c.id, appointment.c.ref, room.c.name, room.c.seats)
    )
    every = list(keys)
    found: dict[Key, Meeting] = {}
    for first in range(0, len(every), AT_ONCE):
        some = query.where(appointment.c.id.in_(every[first : first + AT_ONCE]))
        for key, *told in connection.execute(some):
            found[key] = Meeting(*told)
    return found
