"""Appointments as the briefing sheet and the day pack read them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Row, Select, exists, select

from advisor_app.domain.briefing import Access, BookedVisit, Company
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.letter_offers import KnownVisit
from advisor_app.domain.moments import moment_of
from advisor_app.domain.names import spoken_name
from advisor_app.domain.stretches import whole_days
from advisor_app.storage.schema import calendar, clients, organisation
from advisor_app.storage.schema.suggestions import suggestion

_Row: TypeAlias = "Row[Any]"
_COLLEAGUE = organisation.advisor.alias("colleague")
_HOST = organisation.advisor.alias("host")
_ALIVE = (AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED, AppointmentStatus.HELD)


def find_visit(connection: Connection, ref: str) -> tuple[BookedVisit, Key] | None:
    """The appointment of a reference, and its advisor."""
    query = _visits().where(calendar.appointment.c.ref == ref)
    row = connection.execute(query).one_or_none()
    return None if row is None else (_visit(row), row.advisor_id)


def visits_of_day(connection: Connection, advisor: Key, day: date) -> list[BookedVisit]:
    """An advisor's appointments of a day that were not cancelled or missed, in order of time."""
    table = calendar.appointment
    query = (
        _visits()
        .where(table.c.advisor_id == advisor)
        .where(table.c.start_wall.between(day.isoformat(), f"{day.isoformat()}T99"))
        .where(table.c.status.in_([status.value for status in _ALIVE]))
        .order_by(table.c.start_utc, table.c.ref)
    )
    return [_visit(row) for row in connection.execute(query)]


class JoinedVisit(NamedTuple):
    """A colleague's appointment that an advisor comes along to, on the wall of either branch."""

    there: BookedVisit
    here: BookedVisit
    host: Key


def joined_visits(
    connection: Connection, advisor: Key, day: date, zone: str
) -> tuple[JoinedVisit, ...]:
    """Those of a day in a zone that were not cancelled or missed, in order of time."""
    table, within = calendar.appointment, whole_days(day, day, zone)
    query = (
        _visits()
        .add_columns(_HOST.c.first_name.label("host_first"), _HOST.c.last_name.label("host_last"))
        .join(_HOST, _HOST.c.id == table.c.advisor_id)
        .where(table.c.colleague_id == advisor)
        .where(table.c.start_utc >= within.start, table.c.start_utc < within.end)
        .where(table.c.status.in_([status.value for status in _ALIVE]))
        .order_by(table.c.start_utc, table.c.ref)
    )
    return tuple(_joined(row, zone) for row in connection.execute(query))


def next_visit_ref(connection: Connection, client: Key, now_utc: int) -> str | None:
    """The reference of a client's next booked appointment."""
    table = calendar.appointment
    query = (
        select(table.c.ref)
        .join(calendar.attendee, calendar.attendee.c.appointment_id == table.c.id)
        .where(calendar.attendee.c.client_id == client)
        .where(table.c.end_utc > now_utc)
        .where(table.c.status.in_([AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED]))
        .order_by(table.c.start_utc)
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def known_visits(connection: Connection, clients: Sequence[Key]) -> tuple[KnownVisit, ...]:
    """Every appointment of these clients, in order of time, each once."""
    table, attendee = calendar.appointment, calendar.attendee
    query = (
        select(table.c.ref, table.c.start_wall, table.c.start_utc, table.c.status)
        .where(
            table.c.id.in_(
                select(attendee.c.appointment_id).where(attendee.c.client_id.in_(clients))
            )
        )
        .order_by(table.c.start_utc, table.c.ref)
    )
    return tuple(
        KnownVisit(
            row.ref,
            datetime.fromisoformat(row.start_wall),
            row.start_utc,
            AppointmentStatus(row.status),
        )
        for row in connection.execute(query)
    )


def _visits() -> Select[Any]:
    table, room = calendar.appointment, organisation.room
    other = room.alias("other")
    elsewhere = exists().where(other.c.branch_id == table.c.branch_id, other.c.step_free)
    return (
        select(
            table,
            room.c.name.label("room_name"),
            room.c.step_free,
            elsewhere.label("step_free_elsewhere"),
            suggestion.c.subject,
            _COLLEAGUE.c.first_name.label("colleague_first"),
            _COLLEAGUE.c.last_name.label("colleague_last"),
        )
        .join(room, room.c.id == table.c.room_id, isouter=True)
        .join(suggestion, suggestion.c.id == table.c.suggestion_id, isouter=True)
        .join(_COLLEAGUE, _COLLEAGUE.c.id == table.c.colleague_id, isouter=True)
    )


def _visit(row: _Row) -> BookedVisit:
    return BookedVisit(
        key=row.id,
        ref=row.ref,
        start=datetime.fromisoformat(row.start_wall),
        end=datetime.fromisoformat(row.end_wall),
        place=Place(row.place),
        room=row.room_name,
        project=row.project_id,
        suggested=row.subject,
        access=_access(row) if row.place == Place.BRANCH else None,
        colleague=_company(row),
        zone=row.zone,
    )


def _joined(row: _Row, zone: str) -> JoinedVisit:
    there = replace(_visit(row), host=spoken_name(row.host_first, row.host_last))
    here = replace(
        there,
        start=moment_of(row.start_utc, zone).wall,
        end=moment_of(row.end_utc, zone).wall,
    )
    return JoinedVisit(there, here, row.advisor_id)


def _access(row: _Row) -> Access | None:
    if row.step_free:
        return Access.STEP_FREE
    return Access.ON_REQUEST if row.step_free_elsewhere else None


def _company(row: _Row) -> Company | None:
    if row.colleague_id is None:
        return None
    return Company(row.colleague_id, spoken_name(row.colleague_first, row.colleague_last))


def attendees(connection: Connection, appointment: Key) -> list[Key]:
    """The clients of an appointment, by name."""
    table = calendar.attendee
    query = (
        select(table.c.client_id)
        .join(clients.client, clients.client.c.id == table.c.client_id)
        .where(table.c.appointment_id == appointment)
        .order_by(clients.client.c.sort_name, clients.client.c.ref)
    )
    return list(connection.execute(query).scalars())
