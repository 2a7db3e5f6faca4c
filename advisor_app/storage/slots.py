"""What is taken: the meetings of advisors, rooms and clients; what clients like and missed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    or_,
    select,
    union_all,
)

from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.booking import busy_seconds, kind_of
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, moment_of
from advisor_app.domain.slots import Footprint
from advisor_app.domain.stretches import Stretch
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client


def _stands(now: int | BindParameter[int]) -> ColumnElement[bool]:
    return or_(appointment.c.expires_utc.is_(None), appointment.c.expires_utc > now)


def _meetings(whose: ColumnElement[bool]) -> Select[Any]:
    columns = ("start_utc", "end_utc", "busy_from", "busy_until", "place")
    return (
        select(*(appointment.c[name] for name in columns))
        .where(whose, _stands(bindparam("now")), appointment.c.status.in_(TO_COME))
        .where(appointment.c.busy_from < bindparam("until"))
        .where(appointment.c.busy_until > bindparam("since"))
    )


# Made once: to make one takes longer than to ask it. Whose they are is asked in a statement of its
# own: each has its index, and both together have none.
_COLLEAGUES = _meetings(appointment.c.colleague_id == bindparam("whose"))
_ADVISORS = union_all(_meetings(appointment.c.advisor_id == bindparam("whose")), _COLLEAGUES)
_ROOMS = _meetings(appointment.c.room_id == bindparam("whose"))
_THEIRS = attendee.c.client_id.in_(bindparam("whose", expanding=True))
_CLIENTS = _meetings(appointment.c.id.in_(select(attendee.c.appointment_id).where(_THEIRS)))


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
    asked = {"whose": advisor, "since": within.start, "until": within.end, "now": now}
    rows = connection.execute(_ADVISORS, asked)
    return tuple(map(_preparing(kinds), rows))


def others_meetings(
    connection: Connection, clients: Sequence[Key], room: Key | None, within: Stretch, now: int
) -> tuple[Footprint, ...]:
    """The meetings to come of those who are invited, and in the room."""
    asked = {"since": within.start, "until": within.end, "now": now}
    rows = list(connection.execute(_CLIENTS, asked | {"whose": list(clients)}))
    if room is not None:
        rows += connection.execute(_ROOMS, asked | {"whose": room})
    return tuple(
        Footprint(start, end, busy_from, busy_until, busy_from)
        for start, end, busy_from, busy_until, _place in rows
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


def _preparing(kinds: Mapping[str, MeetingKind]) -> "Callable[[Row[Any]], Footprint]":
    """What the bank booked elsewhere came without its ways and its writing up; it takes them too."""
    known: dict[tuple[str, int], MeetingKind] = {}

    def prepared(row: "Row[Any]") -> Footprint:
        start, end, told_from, told_until, place = tuple(row)
        kind = known.get((place, end - start))
        if kind is None:
            kind = kind_of(kinds, Place(place), (end - start) // 60)
            known[place, end - start] = kind
        ways_from, ways_until = busy_seconds(start, end, kind)
        busy_from, busy_until = min(told_from, ways_from), max(told_until, ways_until)
        return Footprint(start, end, busy_from, busy_until, busy_from - kind.before * 60)

    return prepared
