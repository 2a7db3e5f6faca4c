"""Appointments: written where the database allows, and what becomes of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from advisor_app.domain.appointments import Appointment, Booking, Cancellation, Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.moments import Moment, kept_moment, moment_of
from advisor_app.storage.schema.calendar import appointment, attendee, follow_up
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.organisation import advisor, room
from advisor_app.storage.schema.record import document

colleague = advisor.alias("colleague")
TO_COME = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)


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


def write_booking(connection: Connection, booked: Booking) -> None:
    """Keep a new appointment; Collision where advisor, room or a client is taken.

    The database refuses, whatever was read before; so the transaction must be a writing one.
    """
    try:
        with connection.begin_nested():
            connection.execute(insert(appointment), _columns(booked))
            rows = [
                {"appointment_id": booked.key, "client_id": key, "branch_id": booked.branch}
                for key in booked.clients
            ]
            connection.execute(insert(attendee), rows)
    except IntegrityError:
        collision = find_collision(connection, booked)
        if collision is None:
            raise
        raise collision from None


def find_collision(connection: Connection, booked: Booking) -> Collision | None:
    """What a booking runs into: the advisor first, then the room, then the clients."""
    return _collision(
        connection,
        {
            "advisors": tuple(filter(None, (booked.advisor, booked.colleague))),
            "room": booked.room,
            "clients": booked.clients,
            "key": booked.key,
            "busy_from": booked.busy_from,
            "busy_until": booked.busy_until,
        },
    )


def _collision(connection: Connection, sought: dict[str, object]) -> Collision | None:
    for taken, clash in _CLASHES.items():
        row = connection.execute(clash, sought).one_or_none()
        if row is not None:
            other = _read(connection, appointment.c.id == row.id)
            free_from = moment_of(row.busy_until, row.zone)
            return Collision(taken, _name(taken, row), other.appointment, free_from)
    return None


def find_appointment(connection: Connection, ref: str) -> KeptAppointment | None:
    """The appointment of a reference."""
    known = select(appointment.c.id).where(appointment.c.ref == ref)
    if connection.execute(known).one_or_none() is None:
        return None
    return _read(connection, appointment.c.ref == ref)


def write_move(connection: Connection, moved: Booking) -> None:
    """Give an appointment another time or room; Collision as for a new one."""
    kept = (
        *("id", "branch_id", "ref", "status", "project_id", "suggestion_id", "expires_utc"),
        "reminder_wish",
    )
    values = {name: value for name, value in _columns(moved).items() if name not in kept}
    one_more = appointment.c.sequence + 1
    try:
        with connection.begin_nested():
            its = update(appointment).where(appointment.c.id == moved.key)
            connection.execute(its.values(values | {"sequence": one_more}))
            whose = update(attendee).where(attendee.c.appointment_id == moved.key)
            connection.execute(whose.values(reminded_on=None))
    except IntegrityError:
        collision = find_collision(connection, moved)
        if collision is None:
            raise
        raise collision from None


def write_cancelled(connection: Connection, key: Key, why: Cancellation) -> None:
    """Say that an appointment will not be, and on whose side it was given up."""
    connection.execute(
        update(appointment)
        .where(appointment.c.id == key)
        .values(
            status=AppointmentStatus.CANCELLED.value,
            sequence=appointment.c.sequence + 1,
            cancelled_by=why.by.value,
            cancelled_because=why.because,
        )
    )


def write_put_back(connection: Connection, key: Key, status: AppointmentStatus) -> None:
    """Say that an appointment is to come again; Collision where something took its time since.

    Other calendars hear of it as of a change.
    """
    one_more = appointment.c.sequence + 1
    values = {"status": status.value, "cancelled_by": None, "cancelled_because": None}
    its = update(appointment).where(appointment.c.id == key)
    sought = connection.execute(select(appointment).where(appointment.c.id == key)).one()
    try:
        with connection.begin_nested():
            connection.execute(its.values(values | {"sequence": one_more}))
    except IntegrityError:
        whom = select(attendee.c.client_id).where(attendee.c.appointment_id == key)
        collision = _collision(
            connection,
            {
                "advisors": tuple(filter(None, (sought.advisor_id, sought.colleague_id))),
                "room": sought.room_id,
                "clients": tuple(connection.execute(whom).scalars()),
                "key": key,
                "busy_from": sought.busy_from,
                "busy_until": sought.busy_until,
            },
        )
        if collision is None:
            raise
        raise collision from None


def expired_proposals(connection: Connection, now: int) -> list[str]:
    """The references of proposed appointments whose time is held no longer."""
    query = (
        select(appointment.c.ref)
        .where(appointment.c.status == AppointmentStatus.PROPOSED)
        .where(appointment.c.expires_utc <= now)
    )
    return list(connection.execute(query.order_by(appointment.c.ref)).scalars())


def papers_of(connection: Connection, key: Key) -> tuple[str, ...]:
    """The codes of the papers printed for an appointment."""
    query = select(document.c.code).where(document.c.appointment_id == key)
    return tuple(connection.execute(query.order_by(document.c.made_utc)).scalars())


def write_status(
    connection: Connection, key: Key, status: AppointmentStatus, held_as: Key | None = None
) -> None:
    """Say what became of an appointment; `held_as` is the contact that records it."""
    values = {"status": status.value, "held_as": held_as}
    connection.execute(update(appointment).where(appointment.c.id == key).values(values))


def write_next_day(connection: Connection, key: Key, day: date | None) -> None:
    """Keep the day that was agreed for the next meeting, when this one was written up."""
    connection.execute(update(appointment).where(appointment.c.id == key).values(next_day=day))


def held_about(connection: Connection, key: Key) -> tuple[Key | None, date | None]:
    """The project that a held meeting was about, and the day agreed for the next one."""
    query = (
        select(touchpoint.c.project_id, appointment.c.next_day)
        .select_from(appointment)
        .join(touchpoint, touchpoint.c.id == appointment.c.held_as, isouter=True)
        .where(appointment.c.id == key)
    )
    row = connection.execute(query).one()
    return row[0], row[1]


def write_follow_up(connection: Connection, kept: KeptAppointment, kind: str, due: Moment) -> None:
    """Keep what is owed in writing after an appointment."""
    connection.execute(
        insert(follow_up).values(
            id=new_key(),
            branch_id=kept.branch,
            appointment_id=kept.key,
            kind=kind,
            due_wall=due.text,
            due_utc=due.utc,
        )
    )


def write_follow_up_sent(connection: Connection, key: Key, day: date) -> int:
    """Say that all that an appointment owed in writing was sent; gives back how much it was."""
    owed = (follow_up.c.appointment_id == key) & follow_up.c.sent_on.is_(None)
    return connection.execute(update(follow_up).where(owed).values(sent_on=day)).rowcount


def _columns(booked: Booking) -> dict[str, object]:
    wished = booked.wished
    return {
        "id": booked.key,
        "branch_id": booked.branch,
        "ref": booked.ref,
        "advisor_id": booked.advisor,
        "room_id": booked.room,
        "project_id": booked.project,
        "suggestion_id": booked.suggestion,
        "place": wished.place.value,
        "status": booked.status.value,
        "zone": wished.start.zone,
        "start_wall": wished.start.text,
        "start_fold": wished.start.fold,
        "start_utc": wished.start.utc,
        "end_wall": wished.end.text,
        "end_fold": wished.end.fold,
        "end_utc": wished.end.utc,
        "busy_from": booked.busy_from,
        "busy_until": booked.busy_until,
        "expires_utc": booked.expires,
        "reminder_wish": booked.reminder.value if booked.reminder else None,
        "colleague_id": booked.colleague,
    }


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


def _read(connection: Connection, which: ColumnElement[bool]) -> KeptAppointment:
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
