"""What of appointments goes to other calendars."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, select, union

from advisor_app.domain.calendar_entry import Addressee
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, kept_moment
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.own_calendar import calendar_link, taken_off


@dataclass(frozen=True, slots=True)
class TimedAppointment:
    """What a calendar asks of an appointment; `colleague` comes along.

    `off` where it was in an advisor's calendar and is his no longer: cancelled for him alone.
    """

    key: Key
    advisor: Key
    colleague: Key | None
    start: Moment
    end: Moment
    place: Place
    status: AppointmentStatus
    sequence: int
    off: bool = False


def appointments_since(connection: Connection, advisor: Key, since: int) -> list[TimedAppointment]:
    """What is or was in an advisor's calendar and ends after an instant, in order.

    Those that he comes along to as well, and cancelled ones; those which are his no longer are
    cancelled for him.
    """
    later = _query().where(appointment.c.end_utc > since)
    # Asked one after the other: each has its index.
    whose = (appointment.c.advisor_id == advisor, appointment.c.colleague_id == advisor)
    his = [_timed(row) for one in whose for row in connection.execute(later.where(one))]
    left = later.where(
        appointment.c.id.in_(
            union(
                *(
                    select(table.c.appointment_id).where(table.c.advisor_id == advisor)
                    for table in (taken_off, calendar_link)
                )
            )
        ),
        appointment.c.advisor_id != advisor,
        appointment.c.colleague_id.is_distinct_from(advisor),
    )
    off = [
        replace(_timed(row), status=AppointmentStatus.CANCELLED, off=True)
        for row in connection.execute(left)
    ]
    return sorted((*his, *off), key=lambda one: (one.start.utc, one.key))


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
    names = ("id", "advisor_id", "colleague_id", "zone", "place", "status", "sequence")
    times = [f"{edge}_{part}" for edge in ("start", "end") for part in ("wall", "fold", "utc")]
    return select(*(appointment.c[name] for name in (*names, *times)))


def _timed(row: "Row[Any]") -> TimedAppointment:
    return TimedAppointment(
        key=row.id,
        advisor=row.advisor_id,
        colleague=row.colleague_id,
        start=kept_moment(row.start_wall, row.zone, row.start_utc, row.start_fold),
        end=kept_moment(row.end_wall, row.zone, row.end_utc, row.end_fold),
        place=Place(row.place),
        status=AppointmentStatus(row.status),
        sequence=row.sequence,
    )
