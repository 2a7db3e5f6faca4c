"""What the agenda reads besides the appointments of each day: holds, counts, what was made."""

from collections import Counter
from datetime import date

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, moment_of
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.stretches import Stretch, whole_days
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.record import audit_entry, document

INVITED = "invitation made"


def read_holds(connection: Connection, advisor: Key, within: Stretch) -> dict[str, Moment]:
    """Until when each proposal of an advisor's days holds its time, by reference."""
    query = (
        select(appointment.c.ref, appointment.c.expires_utc, appointment.c.zone)
        .where(_taken(advisor, within))
        .where(appointment.c.status == AppointmentStatus.PROPOSED.value)
        .where(appointment.c.expires_utc.is_not(None))
    )
    rows = connection.execute(query)
    return {row.ref: moment_of(row.expires_utc, row.zone) for row in rows}


def count_by_day(
    connection: Connection, advisor: Key, days: tuple[date, date], zone: str, now: int
) -> Counter[date]:
    """How many appointments each day of the zone has that stand or took place.

    `days` are the first and the last one; `now` in seconds since 1970.
    """
    given_back = (appointment.c.status == AppointmentStatus.PROPOSED.value) & (
        func.coalesce(appointment.c.expires_utc, now + 1) <= now
    )
    query = (
        select(appointment.c.start_utc)
        .where(_taken(advisor, whole_days(*days, zone)))
        .where(appointment.c.status != AppointmentStatus.CANCELLED.value)
        .where(~given_back)
    )
    return Counter(moment_of(start, zone).day for start in connection.execute(query).scalars())


def _taken(advisor: Key, within: Stretch) -> ColumnElement[bool]:
    """What begins within a stretch and is the advisor's, or has him come along."""
    his = or_(appointment.c.advisor_id == advisor, appointment.c.colleague_id == advisor)
    return his & (appointment.c.start_utc >= within.start) & (appointment.c.start_utc < within.end)


def papers_made(connection: Connection, key: Key) -> tuple[PaperKind, ...]:
    """The kinds of the papers that were printed for an appointment, each once."""
    query = select(document.c.kind).where(document.c.appointment_id == key)
    kinds = connection.execute(query.order_by(document.c.made_utc)).scalars()
    return tuple(dict.fromkeys(PaperKind(kind) for kind in kinds))


def was_invited(connection: Connection, key: Key, ref: str) -> bool:
    """Whether an invitation to an appointment left the program.

    The trail has no index on its subjects, so only what came after the booking is read.
    """
    clients = select(attendee.c.client_id).where(attendee.c.appointment_id == key)
    booked = select(func.coalesce(func.max(audit_entry.c.number), 0)).where(
        audit_entry.c.client_id.in_(clients),
        audit_entry.c.subject == ref,
        audit_entry.c.action == "appointment booked",
    )
    made = exists().where(
        audit_entry.c.number > booked.scalar_subquery(),
        audit_entry.c.subject == ref,
        audit_entry.c.action == INVITED,
    )
    return bool(connection.execute(select(made)).scalar())
