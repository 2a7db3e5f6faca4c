"""The facts under the figures of the report: one query a table, of some advisors' clients."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Select, func, or_, select

from advisor_app.domain.codes import (
    Answer,
    AppointmentStatus,
    Channel,
    ClientStatus,
    Direction,
    Nature,
    Party,
    Segment,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.kpis.book import Asked, Counts, Noted, Promised, Served, Touch, Visit
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.projects import project
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer

_Row: TypeAlias = "Row[Any]"
_Days: TypeAlias = set[tuple[Key, date]]
# What counts for good; anything else is asked for a year or two at most.
_LASTING = ("meeting", "talk")
_SUMMARY = "summary"
_PRINTED = ("sheet printed", "day pack printed")


def _ever(advisors: Collection[Key]) -> Select[Any]:
    """The clients whom these advisors serve, or served once; who objects to figures is in none."""
    return (
        select(assignment.c.client_id)
        .join(client, client.c.id == assignment.c.client_id)
        .where(assignment.c.advisor_id.in_(advisors), ~client.c.no_profile)
    )


def read_counts(connection: Connection, advisors: Collection[Key], on: date) -> tuple[Counts, ...]:
    """Those clients; apart are the dead, the gone, and who asked not to be contacted."""
    rows = connection.execute(select(client).where(client.c.id.in_(_ever(advisors))))
    return tuple(_counts(row, on) for row in rows)


def _counts(row: _Row, on: date) -> Counts:
    objects = row.no_contact or (row.no_contact_until and row.no_contact_until >= on)
    return Counts(
        key=row.id,
        household=row.household_id or row.id,
        segment=Segment(row.segment) if row.segment else None,
        birth_date=row.birth_date,
        since=row.since,
        apart=bool(objects) or row.status != ClientStatus.ACTIVE,
        left=row.status == ClientStatus.CLOSED,
    )


def read_served(connection: Connection, advisors: Collection[Key], on: date) -> tuple[Served, ...]:
    """In whose care those clients were up to the day; what follows without a gap is one."""
    query = (
        select(assignment)
        .where(assignment.c.client_id.in_(_ever(advisors)), assignment.c.from_day <= on)
        .order_by(assignment.c.client_id, assignment.c.from_day)
    )
    found: list[Served] = []
    for row in connection.execute(query):
        new = Served(row.client_id, row.advisor_id, row.from_day, row.until_day)
        if found and _continues(found[-1], new):
            found[-1] = found[-1]._replace(until_day=new.until_day)
        else:
            found.append(new)
    return tuple(found)


def _continues(one: Served, following: Served) -> bool:
    same = (one.client, one.advisor) == (following.client, following.advisor)
    return same and one.until_day == following.from_day - timedelta(days=1)


def read_touches(
    connection: Connection, advisors: Collection[Key], since: date, until: date
) -> tuple[Touch, ...]:
    """Their contacts up to `until`: meetings and talks of all times, the rest from `since` on."""
    whose = touchpoint.c.client_id.in_(_ever(advisors))
    query = select(touchpoint).where(whose, touchpoint.c.on_day <= until)
    lasting = or_(touchpoint.c.counts_as.in_(_LASTING), touchpoint.c.on_day >= since)
    further = _further_advisors(connection, whose)
    booked, stepped = _appointment_days(connection, advisors)
    return tuple(
        _touch(row, further[row.id], booked, stepped)
        for row in connection.execute(query.where(lasting))
    )


def _touch(row: _Row, further: list[Key], booked: _Days, stepped: _Days) -> Touch:
    return Touch(
        client=row.client_id,
        day=row.on_day,
        channel=Channel(row.channel),
        nature=Nature(row.nature),
        direction=Direction(row.direction),
        minutes=row.minutes,
        one_to_one=row.one_to_one,
        advisors=frozenset([row.advisor_id, *further] if row.advisor_id else further),
        project=row.project_id,
        next_step=(row.client_id, row.on_day) in stepped,
        by_appointment=(row.client_id, row.on_day) in booked,
    )


def _further_advisors(connection: Connection, whose: Any) -> dict[Key, list[Key]]:
    query = select(further_advisor).join(touchpoint).where(whose)
    found: dict[Key, list[Key]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.touchpoint_id].append(row.advisor_id)
    return found


def _appointment_days(connection: Connection, advisors: Collection[Key]) -> tuple[_Days, _Days]:
    """The days on which each client came by appointment, and those with a next step kept."""
    promised = select(commitment.c.appointment_id).where(commitment.c.appointment_id.is_not(None))
    query = (
        select(
            attendee.c.client_id,
            appointment.c.start_wall,
            or_(appointment.c.next_day.is_not(None), appointment.c.id.in_(promised)),
        )
        .join(appointment)
        .where(
            attendee.c.client_id.in_(_ever(advisors)),
            appointment.c.status == AppointmentStatus.HELD,
        )
    )
    booked: _Days = set()
    stepped: _Days = set()
    for whom, start, has_step in connection.execute(query):
        day = (whom, date.fromisoformat(start[:10]))
        booked.add(day)
        if has_step:
            stepped.add(day)
    return booked, stepped


def read_noted(connection: Connection, advisors: Collection[Key], on: date) -> tuple[Noted, ...]:
    """Their projects, noted up to the day."""
    query = select(project.c.client_id, project.c.id, project.c.noted_on).where(
        project.c.client_id.in_(_ever(advisors)), project.c.noted_on <= on
    )
    return tuple(Noted(*row) for row in connection.execute(query))


def read_asked(connection: Connection, advisors: Collection[Key], until: date) -> tuple[Asked, ...]:
    """What these advisors kept of suggestions made up to the day, with the last answer by then."""
    answered = suggestion_answer.c
    stands = (
        (answered.suggestion_id == suggestion.c.id)
        & answered.withdrawn_on.is_(None)
        & (answered.on_day <= until)
    )
    query = (
        select(suggestion, answered.answer, answered.on_day, answered.reason)
        .outerjoin(suggestion_answer, stands)
        .where(suggestion.c.advisor_id.in_(advisors), suggestion.c.made_on <= until)
        .where(suggestion.c.client_id.in_(_ever(advisors)))
        .order_by(answered.on_day, answered.id)
    )
    return tuple({row.id: _asked(row) for row in connection.execute(query)}.values())


def _asked(row: _Row) -> Asked:
    return Asked(
        client=row.client_id,
        made_on=row.made_on,
        until=row.until_day,
        answer=Answer(row.answer) if row.answer else None,
        answered_on=row.on_day,
        reason=RefusalReason(row.reason) if row.reason else None,
    )


def read_visits(
    connection: Connection, advisors: Collection[Key], since: date, until: date
) -> tuple[Visit, ...]:
    """The advisors' appointments that begin or owe a follow-up in the period, each once."""
    due = func.min(follow_up.c.due_wall).label("due")
    query = (
        select(appointment, due, func.min(follow_up.c.sent_on).label("sent"))
        .outerjoin(
            follow_up,
            (follow_up.c.appointment_id == appointment.c.id) & (follow_up.c.kind == _SUMMARY),
        )
        .where(appointment.c.advisor_id.in_(advisors))
        .where(appointment.c.start_wall >= _wall(since - timedelta(days=31)))
        .where(appointment.c.start_wall < _wall(until + timedelta(days=1)))
        .group_by(*appointment.c)
    )
    rows = connection.execute(query).all()
    guests = _guests(connection, [row.id for row in rows])
    prepared = _prepared(connection, {one for found in guests.values() for one in found})
    return tuple(_visit(row, guests[row.id][0], prepared) for row in rows if guests[row.id])


def _wall(day: date) -> str:
    return f"{day.isoformat()}T00:00"


def _visit(row: _Row, whom: Key, prepared: dict[str, float]) -> Visit:
    return Visit(
        client=whom,
        start=date.fromisoformat(row.start_wall[:10]),
        status=AppointmentStatus(row.status),
        held=row.status == AppointmentStatus.HELD,
        suggested=row.suggestion_id is not None,
        prepared=prepared.get(row.ref, float("inf")) < row.start_utc,
        due=date.fromisoformat(row.due[:10]) if row.due else None,
        sent=row.sent,
    )


def _guests(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[Key]]:
    """The clients of each appointment, but for those whom no figure counts."""
    query = (
        select(attendee.c.appointment_id, attendee.c.client_id)
        .join(client, client.c.id == attendee.c.client_id)
        .where(attendee.c.appointment_id.in_(keys), ~client.c.no_profile)
    )
    found: dict[Key, list[Key]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.appointment_id].append(row.client_id)
    return found


def _prepared(connection: Connection, clients: Collection[Key]) -> dict[str, float]:
    """When the first sheet of each appointment left the printer, in seconds since 1970."""
    query = (
        select(audit_entry.c.subject, func.min(audit_entry.c.at_utc))
        .where(audit_entry.c.client_id.in_(clients), audit_entry.c.action.in_(_PRINTED))
        .group_by(audit_entry.c.subject)
    )
    rows = connection.execute(query).all()
    return {subject: datetime.fromisoformat(at).astimezone(UTC).timestamp() for subject, at in rows}


def read_promised(
    connection: Connection, advisors: Collection[Key], since: date, until: date
) -> tuple[Promised, ...]:
    """What the bank promised their clients for the period."""
    query = select(commitment).where(
        commitment.c.client_id.in_(_ever(advisors)),
        commitment.c.by == Party.BANK,
        commitment.c.due >= since,
        commitment.c.due <= until,
    )
    return tuple(
        Promised(row.client_id, row.due, None if row.dropped else row.done_on)
        for row in connection.execute(query)
    )
