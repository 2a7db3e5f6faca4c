"""Appointments: written where the database allows, and what becomes of them."""

from datetime import date

from sqlalchemy import (
    Connection,
    func,
    insert,
    select,
    update,
)

from advisor_app.domain.appointments import Booking, Cancellation
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.moments import Moment
from advisor_app.storage.collisions import refusing, refusing_kept
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.schema.calendar import appointment, attendee, follow_up
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.record import document


def write_booking(connection: Connection, booked: Booking) -> None:
    """Keep a new appointment; Collision where advisor, room or a client is taken."""
    with refusing(connection, booked):
        connection.execute(insert(appointment), _columns(booked))
        rows = [
            {"appointment_id": booked.key, "client_id": key, "branch_id": booked.branch}
            for key in booked.clients
        ]
        connection.execute(insert(attendee), rows)


def write_move(connection: Connection, moved: Booking) -> None:
    """Give an appointment another time or room; Collision as for a new one."""
    kept = (
        *("id", "branch_id", "ref", "status", "project_id", "suggestion_id", "expires_utc"),
        "reminder_wish",
    )
    values = {name: value for name, value in _columns(moved).items() if name not in kept}
    one_more = appointment.c.sequence + 1
    with refusing(connection, moved):
        its = update(appointment).where(appointment.c.id == moved.key)
        connection.execute(its.values(values | {"sequence": one_more}))
        whose = update(attendee).where(attendee.c.appointment_id == moved.key)
        connection.execute(whose.values(reminded_on=None))


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
    with refusing_kept(connection, key):
        connection.execute(its.values(values | {"sequence": one_more}))


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


def follow_up_sent_on(connection: Connection, key: Key) -> date | None:
    """The day on which all that an appointment owed in writing was sent; None if nothing was."""
    query = select(func.max(follow_up.c.sent_on)).where(follow_up.c.appointment_id == key)
    day: date | None = connection.execute(query).scalar_one()
    return day


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
