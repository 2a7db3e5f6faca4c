"""What a booking runs into: the database refuses, and this says who or what was taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    select,
)
from sqlalchemy.exc import IntegrityError

from advisor_app.domain.appointments import Booking, Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_of
from advisor_app.storage.kept_appointments import TO_COME, read_appointment
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import advisor, room


@contextmanager
def refusing(connection: Connection, booked: Booking) -> Iterator[None]:
    """Raise what the database refuses inside as the Collision that this booking ran into.

    The database refuses, whatever was read before; so the transaction must be a writing one.
    """
    with _refusing(connection, _sought(booked)):
        yield


@contextmanager
def refusing_kept(connection: Connection, key: Key) -> Iterator[None]:
    """The same for an appointment that stands in the store with its time."""
    row = connection.execute(select(appointment).where(appointment.c.id == key)).one()
    whom = select(attendee.c.client_id).where(attendee.c.appointment_id == key)
    sought = {
        "advisors": tuple(filter(None, (row.advisor_id, row.colleague_id))),
        "room": row.room_id,
        "clients": tuple(connection.execute(whom).scalars()),
        "key": key,
        "busy_from": row.busy_from,
        "busy_until": row.busy_until,
    }
    with _refusing(connection, sought):
        yield


@contextmanager
def _refusing(connection: Connection, sought: dict[str, object]) -> Iterator[None]:
    try:
        with connection.begin_nested():
            yield
    except IntegrityError:
        collision = _first_taken(connection, sought)
        if collision is None:
            raise
        raise collision from None


def find_room_collision(connection: Connection, booked: Booking) -> Collision | None:
    """What a booking runs into in its room."""
    return _taken(connection, Taken.ROOM, _sought(booked))


def find_collision(connection: Connection, booked: Booking) -> Collision | None:
    """What a booking runs into: the advisor first, then the room, then the clients."""
    return _first_taken(connection, _sought(booked))


def _sought(booked: Booking) -> dict[str, object]:
    return {
        "advisors": tuple(filter(None, (booked.advisor, booked.colleague))),
        "room": booked.room,
        "clients": booked.clients,
        "key": booked.key,
        "busy_from": booked.busy_from,
        "busy_until": booked.busy_until,
    }


def _first_taken(connection: Connection, sought: dict[str, object]) -> Collision | None:
    return next(filter(None, (_taken(connection, taken, sought) for taken in _CLASHES)), None)


def _taken(connection: Connection, taken: Taken, sought: dict[str, object]) -> Collision | None:
    row = connection.execute(_CLASHES[taken], sought).one_or_none()
    if row is None:
        return None
    other = read_appointment(connection, appointment.c.id == row.id)
    free_from = moment_of(row.busy_until, row.zone)
    return Collision(taken, _name(taken, row), other.appointment, free_from)


def _clash(takes: ColumnElement[bool]) -> Select[Any]:
    """The first appointment to come that takes the same at the same time.

    The advisor named is the one who advises there, or comes along.
    """
    return (
        select(
            appointment.c.id,
            appointment.c.zone,
            appointment.c.busy_until,
            advisor.c.first_name.label("advisor_first"),
            advisor.c.last_name.label("advisor_last"),
            room.c.name.label("room_name"),
            client.c.first_name.label("client_first"),
            client.c.last_name.label("client_last"),
        )
        .join(advisor, advisor.c.id.in_((appointment.c.advisor_id, appointment.c.colleague_id)))
        .join(room, room.c.id == appointment.c.room_id, isouter=True)
        .join(attendee, attendee.c.appointment_id == appointment.c.id, isouter=True)
        .join(client, client.c.id == attendee.c.client_id, isouter=True)
        .where(takes)
        .where(appointment.c.status.in_(TO_COME))
        .where(appointment.c.busy_from < bindparam("busy_until"))
        .where(appointment.c.busy_until > bindparam("busy_from"))
        .where(appointment.c.id != bindparam("key"))
        .order_by(appointment.c.start_utc, client.c.sort_name)
        .limit(1)
    )


# Made once: whoever loses a race waits for the answer, and so does whoever writes after him.
_CLASHES = {
    Taken.ADVISOR: _clash(advisor.c.id.in_(bindparam("advisors", expanding=True))),
    Taken.ROOM: _clash(appointment.c.room_id == bindparam("room")),
    Taken.CLIENT: _clash(attendee.c.client_id.in_(bindparam("clients", expanding=True))),
}


def _name(taken: Taken, row: "Row[*tuple[Any, ...]]") -> str:
    match taken:
        case Taken.ADVISOR:
            return f"{row.advisor_first or ''} {row.advisor_last}".strip()
        case Taken.ROOM:
            return str(row.room_name)
        case Taken.CLIENT:
            return f"{row.client_first or ''} {row.client_last or ''}".strip()
