"""Appointments as the store keeps them: read with the keys that belong to them."""

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    select,
)

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import kept_moment
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import advisor, room

colleague = advisor.alias("colleague")


@dataclass(frozen=True, slots=True)
class KeptAppointment:
    """An appointment of the store with the keys that belong to it."""

    key: Key
    branch: Key
    advisor: Key
    clients: tuple[Key, ...]
    project: Key | None
    suggestion: Key | None
    appointment: Appointment
    colleague: Key | None = None


def find_appointment(connection: Connection, ref: str) -> KeptAppointment | None:
    """The appointment of a reference."""
    known = select(appointment.c.id).where(appointment.c.ref == ref)
    if connection.execute(known).one_or_none() is None:
        return None
    return read_appointment(connection, appointment.c.ref == ref)


def read_appointment(connection: Connection, which: ColumnElement[bool]) -> KeptAppointment:
    """The one appointment that the condition names."""
    query = (
        select(
            appointment,
            advisor.c.ref.label("advisor_ref"),
            room.c.ref.label("room_ref"),
            colleague.c.ref.label("colleague_ref"),
        )
        .join(advisor, advisor.c.id == appointment.c.advisor_id)
        .join(colleague, colleague.c.id == appointment.c.colleague_id, isouter=True)
        .join(room, room.c.id == appointment.c.room_id, isouter=True)
        .where(which)
    )
    row = connection.execute(query).one()
    people = (
        select(client.c.id, client.c.ref)
        .join(attendee, attendee.c.client_id == client.c.id)
        .where(attendee.c.appointment_id == row.id)
        .order_by(client.c.sort_name, client.c.ref)
    )
    met = connection.execute(people).all()
    value = Appointment(
        ref=row.ref,
        clients=tuple(person.ref for person in met),
        advisor=row.advisor_ref,
        start=kept_moment(row.start_wall, row.zone, row.start_utc, row.start_fold),
        end=kept_moment(row.end_wall, row.zone, row.end_utc, row.end_fold),
        place=Place(row.place),
        status=AppointmentStatus(row.status),
        room=row.room_ref,
        sequence=row.sequence,
        colleague=row.colleague_ref,
    )
    keys = tuple(person.id for person in met)
    return KeptAppointment(
        key=row.id,
        branch=row.branch_id,
        advisor=row.advisor_id,
        clients=keys,
        project=row.project_id,
        suggestion=row.suggestion_id,
        appointment=value,
        colleague=row.colleague_id,
    )


TO_COME = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
