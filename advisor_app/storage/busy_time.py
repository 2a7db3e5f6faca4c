"""When advisors are busy in their own calendars, and the past meetings found there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from advisor_app.domain.busy_time import BusySource, FoundMeeting, PastMeeting
from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.moments import Moment, moment_of
from advisor_app.domain.stretches import Stretch
from advisor_app.storage.parties import MetClient
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.own_calendar import busy_source, busy_time, found_meeting

_AT_ONCE = 500


def source_named(connection: Connection, advisor: Key, name: str, now: int) -> Key:
    """The calendar of a name, made where there is none; it is read now."""
    its = (busy_source.c.advisor_id == advisor) & (busy_source.c.name == name)
    query = select(busy_source.c.id).where(its)
    found: Key | None = connection.execute(query).scalar_one_or_none()
    if found is not None:
        connection.execute(update(busy_source).where(its).values(read_utc=now))
        return found
    made = new_key()
    values = {"id": made, "advisor_id": advisor, "name": name, "read_utc": now}
    connection.execute(insert(busy_source).values(values))
    return made


def replace_parts(
    connection: Connection, source: Key, parts: Mapping[str, Iterable[Stretch]]
) -> None:
    """Keep what these parts of a calendar say now, instead of what they said."""
    forget_parts(connection, source, parts)
    rows = [
        {"source_id": source, "part": part, "start_utc": one.start, "end_utc": one.end}
        for part, stretches in parts.items()
        for one in stretches
    ]
    if rows:
        connection.execute(insert(busy_time), rows)


def forget_parts(connection: Connection, source: Key, parts: Collection[str]) -> None:
    """Let go of parts of a calendar."""
    for some in _some(list(parts)):
        its = (busy_time.c.source_id == source) & busy_time.c.part.in_(some)
        connection.execute(delete(busy_time).where(its))


def parts_of(connection: Connection, source: Key) -> set[str]:
    """The parts that say something."""
    query = select(busy_time.c.part).where(busy_time.c.source_id == source).distinct()
    return set(connection.execute(query).scalars())


def forget_source(connection: Connection, advisor: Key, name: str) -> bool:
    """Let go of a calendar; whether there was one."""
    its = (busy_source.c.advisor_id == advisor) & (busy_source.c.name == name)
    theirs = select(busy_source.c.id).where(its)
    connection.execute(delete(busy_time).where(busy_time.c.source_id.in_(theirs)))
    return bool(connection.execute(delete(busy_source).where(its)).rowcount)


def sources_of(connection: Connection, advisor: Key, now: int) -> tuple[BusySource, ...]:
    """The calendars that were read for an advisor, by name."""
    to_come = (
        select(func.count())
        .where(busy_time.c.source_id == busy_source.c.id, busy_time.c.end_utc > now)
        .scalar_subquery()
    )
    query = select(busy_source.c.name, busy_source.c.read_utc, to_come.label("to_come"))
    its = query.where(busy_source.c.advisor_id == advisor).order_by(busy_source.c.name)
    return tuple(
        BusySource(row.name, datetime.fromtimestamp(row.read_utc, UTC), row.to_come)
        for row in connection.execute(its)
    )


def busy_stretches(connection: Connection, advisor: Key, within: Stretch) -> tuple[Stretch, ...]:
    """When an advisor is busy in the own calendars, in order; stretches may overlap."""
    query = (
        select(busy_time.c.start_utc, busy_time.c.end_utc)
        .join(busy_source, busy_source.c.id == busy_time.c.source_id)
        .where(busy_source.c.advisor_id == advisor)
        .where(busy_time.c.start_utc < within.end, busy_time.c.end_utc > within.start)
        .order_by(busy_time.c.start_utc, busy_time.c.end_utc)
    )
    return tuple(Stretch(row.start_utc, row.end_utc) for row in connection.execute(query))


def clients_at(
    connection: Connection, addresses: Collection[str]
) -> Mapping[str, Sequence[MetClient]]:
    """The clients whose files are alive, by their e-mail address in small letters."""
    found: dict[str, list[MetClient]] = {}
    written = func.lower(client.c.email)
    for some in _some(sorted(addresses)):
        query = (
            select(client.c.id, client.c.ref, client.c.branch_id, written.label("address"))
            .where(written.in_(some), client.c.status == ClientStatus.ACTIVE.value)
            .order_by(client.c.ref)
        )
        for row in connection.execute(query):
            met = MetClient(row.id, row.ref, row.branch_id, ClientStatus.ACTIVE)
            found.setdefault(row.address, []).append(met)
    return found


def add_found(
    connection: Connection, advisor: Key, met: MetClient, meeting: PastMeeting, at: Moment
) -> None:
    """Keep a meeting until it is answered, unless it is known already, or that day's contact is."""
    known = select(found_meeting.c.id).where(
        found_meeting.c.client_id == met.key,
        found_meeting.c.advisor_id == advisor,
        found_meeting.c.mark == meeting.mark,
    )
    noted = select(touchpoint.c.id).where(
        touchpoint.c.client_id == met.key,
        touchpoint.c.advisor_id == advisor,
        touchpoint.c.on_day == at.day,
        touchpoint.c.counts_as.in_(("meeting", "talk")),
    )
    if any(connection.execute(one.limit(1)).first() for one in (known, noted)):
        return
    key = new_key()
    connection.execute(
        insert(found_meeting).values(
            id=key,
            branch_id=met.branch,
            ref=reference_of("FM", key),
            advisor_id=advisor,
            client_id=met.key,
            mark=meeting.mark,
            zone=at.zone,
            start_utc=at.utc,
            minutes=meeting.minutes,
        )
    )


def waiting_meetings(connection: Connection, advisor: Key) -> tuple[FoundMeeting, ...]:
    """The meetings that wait for the advisor's word, the latest first."""
    names = ("ref", "first_name", "last_name")
    query = (
        select(found_meeting, *(client.c[name].label(f"client_{name}") for name in names))
        .join(client, client.c.id == found_meeting.c.client_id)
        .where(found_meeting.c.advisor_id == advisor, found_meeting.c.answer.is_(None))
        .order_by(found_meeting.c.start_utc.desc(), client.c.ref)
    )
    return tuple(_found(row) for row in connection.execute(query))


def answer_meeting(connection: Connection, advisor: Key, ref: str, answer: str | None) -> bool:
    """Keep the advisor's word on a meeting, or ask again with None; whether there is one."""
    its = (found_meeting.c.advisor_id == advisor) & (found_meeting.c.ref == ref)
    return bool(connection.execute(update(found_meeting).where(its).values(answer=answer)).rowcount)


def _found(row: "Row[Any]") -> FoundMeeting:
    return FoundMeeting(
        ref=row.ref,
        client=row.client_ref,
        client_name=" ".join(filter(None, (row.client_first_name, row.client_last_name))),
        start=moment_of(row.start_utc, row.zone),
        minutes=row.minutes,
    )


def _some(everything: Sequence[str]) -> list[Sequence[str]]:
    return [everything[at : at + _AT_ONCE] for at in range(0, len(everything), _AT_ONCE)]
