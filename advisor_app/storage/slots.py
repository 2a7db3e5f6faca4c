"""What is taken: the meetings of advisors, rooms and clients; what clients like and missed."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.booking import busy_seconds, kind_of
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, moment_of
from advisor_app.domain.slots import Footprint, Stretch
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client


def advisors_meetings(
    connection: Connection,
    advisor: Key,
    within: Stretch,
    now: int,
    kinds: Mapping[str, MeetingKind],
) -> tuple[Footprint, ...]:
    """An advisor's meetings to come, those of colleagues that he comes along to too.

    Each has the time that preparing it takes.

    A proposal whose time is held no longer takes none; `now` in seconds since 1970.
    """
    # Asked one after the other: each has its index.
    whose = (appointment.c.advisor_id == advisor, appointment.c.colleague_id == advisor)
    rows = (row for one in whose for row in connection.execute(_meetings(one, within, now)))
    return tuple(_prepared(row, kinds) for row in rows)


def coming_along(
    connection: Connection, advisor: Key, within: Stretch, now: int
) -> tuple[Stretch, ...]:
    """When an advisor comes along to a colleague's meetings."""
    rows = connection.execute(_meetings(appointment.c.colleague_id == advisor, within, now))
    return tuple(Stretch(row.start_utc, row.end_utc) for row in rows)


def others_meetings(
    connection: Connection, clients: Sequence[Key], room: Key | None, within: Stretch, now: int
) -> tuple[Footprint, ...]:
    """The meetings to come of those who are invited, and in the room."""
    theirs = appointment.c.id.in_(
        select(attendee.c.appointment_id).where(attendee.c.client_id.in_(clients))
    )
    taken = [theirs] if room is None else [theirs, appointment.c.room_id == room]
    # Asked one after the other: each has its index, and both together have none.
    rows = (row for whose in taken for row in connection.execute(_meetings(whose, within, now)))
    return tuple(
        Footprint(row.start_utc, row.end_utc, row.busy_from, row.busy_until, row.busy_from)
        for row in rows
    )


def count_begun(connection: Connection, advisor: Key, within: Stretch, now: int) -> int:
    """How many of an advisor's meetings begin within a stretch, those held already included.

    A proposal whose time is held no longer counts no more; `now` in seconds since 1970.
    """
    query = (
        select(func.count())
        .select_from(appointment)
        .where(
            appointment.c.advisor_id == advisor,
            appointment.c.start_utc >= within.start,
            appointment.c.start_utc < within.end,
            appointment.c.status.in_((*TO_COME, AppointmentStatus.HELD)),
            _stands(now),
        )
    )
    return connection.execute(query).scalar_one()


def missed_meetings(connection: Connection, clients: Sequence[Key]) -> tuple[Moment, ...]:
    """When any of them did not come, the earliest first."""
    query = (
        select(appointment.c.start_utc, appointment.c.zone)
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .where(attendee.c.client_id.in_(clients))
        .where(appointment.c.status == AppointmentStatus.MISSED)
        .order_by(appointment.c.start_utc)
        .distinct()
    )
    return tuple(moment_of(row.start_utc, row.zone) for row in connection.execute(query))


def preferred_times(connection: Connection, clients: Sequence[Key]) -> tuple[str, ...]:
    """When they like to come, in the bank's words, each once."""
    query = select(client.c.preferred_time).where(client.c.id.in_(clients))
    told = connection.execute(query.order_by(client.c.ref)).scalars()
    return tuple(dict.fromkeys(filter(None, told)))


def _meetings(whose: ColumnElement[bool], within: Stretch, now: int) -> Select[Any]:
    columns = ("start_utc", "end_utc", "busy_from", "busy_until", "place")
    return (
        select(*(appointment.c[name] for name in columns))
        .where(whose, _stands(now), appointment.c.status.in_(TO_COME))
        .where(appointment.c.busy_from < within.end, appointment.c.busy_until > within.start)
    )


def _stands(now: int) -> ColumnElement[bool]:
    return or_(appointment.c.expires_utc.is_(None), appointment.c.expires_utc > now)


def _prepared(row: "Row[Any]", kinds: Mapping[str, MeetingKind]) -> Footprint:
    """What the bank booked elsewhere came without its ways and its writing up; it takes them too."""
    kind = kind_of(kinds, Place(row.place), (row.end_utc - row.start_utc) // 60)
    ways_from, ways_until = busy_seconds(row.start_utc, row.end_utc, kind)
    busy_from, busy_until = min(row.busy_from, ways_from), max(row.busy_until, ways_until)
    return Footprint(
        row.start_utc, row.end_utc, busy_from, busy_until, busy_from - kind.before * 60
    )
