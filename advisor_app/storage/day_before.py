"""Appointments to be reminded of, and that a client was reminded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select, update

from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, Place
from advisor_app.domain.day_before import Reminded
from advisor_app.domain.keys import Key
from advisor_app.storage.parties import latest_consents
from advisor_app.storage.people import read_people
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import room


@dataclass(frozen=True, slots=True)
class Coming:
    """One household that comes to an appointment; `clients` are those whose files are alive.

    `start` and `end` are wall times of its zone, `start_utc` the instant; `reminded`: all of them
    were reminded of it.
    """

    key: Key
    ref: str
    household: Key
    start: datetime
    end: datetime
    start_utc: int
    place: Place
    status: AppointmentStatus
    room: str | None
    wish: ReminderWish | None
    clients: tuple[Reminded, ...]
    reminded: bool


def read_coming(
    connection: Connection, advisor: Key, first: date, last: date, on: date
) -> tuple[Coming, ...]:
    """Who comes from one day to another, by household, in order; consents are those of `on`."""
    query = _coming().where(
        appointment.c.advisor_id == advisor,
        appointment.c.start_wall.between(first.isoformat(), f"{last.isoformat()}T99"),
    )
    return _households(connection, query, on)


def coming_to(connection: Connection, ref: str, on: date) -> tuple[Coming, ...]:
    """Who comes to the appointment of a reference, by household; as `read_coming`."""
    return _households(connection, _coming().where(appointment.c.ref == ref), on)


def _households(connection: Connection, query: Select[Any], on: date) -> tuple[Coming, ...]:
    rows = connection.execute(query).all()
    by_household: dict[tuple[str, Key], list[Row[Any]]] = {}
    for row in rows:
        by_household.setdefault((row.ref, row.household_id or row.client_id), []).append(row)
    return tuple(
        _read(connection, household, group, on) for (_ref, household), group in by_household.items()
    )


def find_reminded(connection: Connection, ref: str) -> tuple[Key, dict[Key, date | None]] | None:
    """The key of an appointment, and when each of its clients was reminded."""
    query = (
        select(attendee.c.appointment_id, attendee.c.client_id, attendee.c.reminded_on)
        .join(appointment, appointment.c.id == attendee.c.appointment_id)
        .where(appointment.c.ref == ref)
    )
    rows = connection.execute(query).all()
    if not rows:
        return None
    return rows[0].appointment_id, {row.client_id: row.reminded_on for row in rows}


def write_reminded(connection: Connection, key: Key, days: Mapping[Key, date | None]) -> None:
    """Say on which day clients were reminded of an appointment; None takes it back."""
    for whom, day in days.items():
        its = (attendee.c.appointment_id == key) & (attendee.c.client_id == whom)
        connection.execute(update(attendee).where(its).values(reminded_on=day))


def _coming() -> Select[Any]:
    """Clients and their appointments, where neither a wish nor a closed file is against it."""
    return (
        select(
            appointment,
            room.c.name.label("room_name"),
            attendee.c.client_id,
            attendee.c.reminded_on,
            client.c.household_id,
            client.c.mobile,
            client.c.phone,
            client.c.no_contact,
            client.c.no_contact_until,
        )
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .join(client, client.c.id == attendee.c.client_id)
        .outerjoin(room, room.c.id == appointment.c.room_id)
        .where(
            or_(
                appointment.c.reminder_wish.is_(None),
                appointment.c.reminder_wish != ReminderWish.NONE.value,
            ),
            client.c.status == ClientStatus.ACTIVE.value,
        )
        .order_by(appointment.c.start_utc, appointment.c.ref)
    )


def _read(connection: Connection, household: Key, group: Sequence[Row[Any]], on: date) -> Coming:
    first = group[0]
    people = read_people(connection, {household: [row.client_id for row in group]})[household]
    by_key = {row.client_id: row for row in group}
    return Coming(
        key=first.id,
        ref=first.ref,
        household=household,
        start=datetime.fromisoformat(first.start_wall),
        end=datetime.fromisoformat(first.end_wall),
        start_utc=first.start_utc,
        place=Place(first.place),
        status=AppointmentStatus(first.status),
        room=first.room_name,
        wish=ReminderWish(first.reminder_wish) if first.reminder_wish else None,
        clients=tuple(
            Reminded(
                person=one,
                phone=by_key[one.key].mobile or by_key[one.key].phone,
                consents=latest_consents(connection, one.key, on),
                wants_no_contact=_wants_none(by_key[one.key], on),
            )
            for one in people
            if one.key is not None
        ),
        reminded=all(row.reminded_on is not None for row in group),
    )


def _wants_none(row: Row[Any], on: date) -> bool:
    until = row.no_contact_until
    return bool(row.no_contact) or (until is not None and until >= on)
