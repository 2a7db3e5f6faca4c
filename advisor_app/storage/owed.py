"""What an advisor owes: one definition for the list and for its count."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from advisor_app.domain.codes import AppointmentStatus, Party
from advisor_app.domain.keys import Key
from advisor_app.domain.owed import Owed, Owing
from advisor_app.domain.people import Person
from advisor_app.storage.people import read_groups, rows_of_clients
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.facts import facts

_STANDS = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_MINUTE = 60


class OwedCounts(NamedTuple):
    """Promises and follow-ups that are due, and appointments without an outcome."""

    due: int
    to_write_up: int


def count_owed(connection: Connection, advisor: Key, now: datetime) -> OwedCounts:
    """How much is owed at `now`: promises by the end of the day, follow-ups from the outcome on."""
    outcomes, follow_ups, promises = _queries(advisor, now)
    due = _number(connection, follow_ups) + _number(connection, promises)
    return OwedCounts(due, _number(connection, outcomes))


def read_owed(connection: Connection, advisor: Key, now: datetime, most: int) -> tuple[Owed, ...]:
    """What is owed, the oldest first: at most so many of each kind."""
    outcomes, follow_ups, promises = (query.limit(most) for query in _queries(advisor, now))
    found = chain(
        _outcomes(connection, outcomes),
        _follow_ups(connection, follow_ups),
        _promises(connection, promises),
    )
    return tuple(sorted(found, key=lambda one: one.due))


def reopen_follow_ups(connection: Connection, ref: str, day: date) -> None:
    """Take back that the follow-ups of an appointment were sent on a day."""
    whose = select(appointment.c.id).where(appointment.c.ref == ref).scalar_subquery()
    sent = (follow_up.c.appointment_id == whose) & (follow_up.c.sent_on == day)
    connection.execute(follow_up.update().where(sent).values(sent_on=None))


def _queries(
    advisor: Key, now: datetime
) -> tuple[Select[tuple[str]], Select[tuple[str]], Select[tuple[str]]]:
    outcomes = (
        select(appointment)
        .where(
            appointment.c.advisor_id == advisor,
            appointment.c.status.in_(_STANDS),
            appointment.c.end_utc <= int(now.timestamp()),
        )
        .order_by(appointment.c.start_utc, appointment.c.ref)
    )
    follow_ups = (
        select(appointment.c.id, appointment.c.ref, func.min(follow_up.c.due_wall).label("due"))
        .join(appointment, appointment.c.id == follow_up.c.appointment_id)
        .where(
            appointment.c.advisor_id == advisor,
            follow_up.c.sent_on.is_(None),
        )
        .group_by(appointment.c.id, appointment.c.ref)
        .order_by("due", appointment.c.ref)
    )
    promises = (
        select(commitment)
        .join(facts, facts.c.client_id == commitment.c.client_id)
        .where(
            facts.c.advisor_id == advisor,
            commitment.c.by == Party.BANK.value,
            commitment.c.due <= now.date(),
            commitment.c.done_on.is_(None),
        )
        .order_by(commitment.c.due, commitment.c.ref)
    )
    return outcomes, follow_ups, promises


def _outcomes(connection: Connection, query: Select[tuple[str]]) -> Iterator[Owed]:
    rows = connection.execute(query).mappings().all()
    invited = _invited(connection, [row["id"] for row in rows])
    for row, (household, people) in zip(rows, _whom(connection, invited), strict=True):
        start = datetime.fromisoformat(row["start_wall"])
        minutes = (row["end_utc"] - row["start_utc"]) // _MINUTE
        yield Owed(Owing.OUTCOME, row["ref"], household, people, start.date(), None, minutes)


def _follow_ups(connection: Connection, query: Select[tuple[str]]) -> Iterator[Owed]:
    rows = connection.execute(query).mappings().all()
    invited = _invited(connection, [row["id"] for row in rows])
    for row, (household, people) in zip(rows, _whom(connection, invited), strict=True):
        due = datetime.fromisoformat(row["due"]).date()
        yield Owed(Owing.FOLLOW_UP, row["ref"], household, people, due)


def _promises(connection: Connection, query: Select[tuple[str]]) -> Iterator[Owed]:
    rows = connection.execute(query).mappings().all()
    whom = _whom(connection, [[row["client_id"]] for row in rows])
    for row, (household, people) in zip(rows, whom, strict=True):
        yield Owed(Owing.PROMISE, row["ref"], household, people, row["due"], row["what"])


def _invited(connection: Connection, appointments: Sequence[Key]) -> list[list[Key]]:
    """The clients of each appointment."""
    query = select(attendee.c.appointment_id, attendee.c.client_id)
    found: dict[Key, list[Key]] = defaultdict(list)
    for key, client in connection.execute(query.where(attendee.c.appointment_id.in_(appointments))):
        found[key].append(client)
    return [found[key] for key in appointments]


def _whom(
    connection: Connection, groups: Sequence[Sequence[Key]]
) -> Iterator[tuple[Key, tuple[Person, ...]]]:
    """Of each group the household of its first, and who of it is concerned, in its own order."""
    households = rows_of_clients(connection, {clients[0] for clients in groups})
    people = read_groups(connection, set(households.values()))
    for clients in groups:
        household = households[clients[0]]
        yield household, tuple(one for one in people[household] if one.key in clients)


def _number(connection: Connection, query: Select[tuple[str]]) -> int:
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    return int(connection.execute(counted).scalar_one())
