"""What of appointments goes to other calendars."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from advisor_app.domain.calendar_entry import Addressee
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, kept_moment
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client


@dataclass(frozen=True, slots=True)
class TimedAppointment:
    """What a calendar asks of an appointment."""

    key: Key
    advisor: Key
    start: Moment
    end: Moment
    place: Place
    status: AppointmentStatus
    sequence: int


def appointments_since(connection: Connection, advisor: Key, since: int) -> list[TimedAppointment]:
    """An advisor's appointments that end after an instant, cancelled ones too, in order."""
    query = _query().where(appointment.c.advisor_id == advisor, appointment.c.end_utc > since)
    return [_timed(row) for row in connection.execute(query.order_by(appointment.c.start_utc))]


def appointment_of(connection: Connection, ref: str) -> TimedAppointment | None:
    """The appointment of a reference."""
    row = connection.execute(_query().where(appointment.c.ref == ref)).one_or_none()
    return None if row is None else _timed(row)


def addresses_of(connection: Connection, key: Key) -> Mapping[Key, Addressee]:
    """Those whom an appointment is with and whose e-mail address is known, by key."""
    query = (
        select(client.c.id, client.c.first_name, client.c.last_name, client.c.email)
        .join(attendee, attendee.c.client_id == client.c.id)
        .where(attendee.c.appointment_id == key, client.c.email.is_not(None))
        .order_by(client.c.sort_name, client.c.ref)
    )
    return {
        row.id: Addressee(" ".join(filter(None, (row.first_name, row.last_name))), row.email)
        for row in connection.execute(query)
    }


def _query() -> Select[Any]:
    names = ("id", "advisor_id", "zone", "place", "status", "sequence")
    times = [f"{edge}_{part}" for edge in ("start", "end") for part in ("wall", "fold", "utc")]
    return select(*(appointment.c[name] for name in (*names, *times)))


def _timed(row: "Row[Any]") -> TimedAppointment:
    return TimedAppointment(
        key=row.id,
        advisor=row.advisor_id,
        start=kept_moment(row.start_wall, row.zone, row.start_utc, row.start_fold),
        end=kept_moment(row.end_wall, row.zone, row.end_utc, row.end_fold),
        place=Place(row.place),
        status=AppointmentStatus(row.status),
        sequence=row.sequence,
    )
