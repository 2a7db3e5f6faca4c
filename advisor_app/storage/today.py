"""What "Today" reads besides states and rows: appointments, months of contacts, what is owed."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, exists, func, or_, select

from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_of
from advisor_app.domain.months import plus_months
from advisor_app.domain.names import spoken_name
from advisor_app.domain.people import Person
from advisor_app.domain.stretches import whole_days
from advisor_app.domain.today import DayAppointment, MonthOfContacts
from advisor_app.storage.people import group_of, read_groups
from advisor_app.storage.policy_counts import uncounted
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.schema.organisation import advisor as staff
from advisor_app.storage.schema.organisation import room
from advisor_app.storage.schema.projects import project
from advisor_app.storage.schema.record import document

_MONTHS = 12
_STANDS = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_HOST, _COLLEAGUE = staff.alias("host"), staff.alias("colleague")


def read_day(connection: Connection, advisor: Key, now: datetime) -> tuple[DayAppointment, ...]:
    """The advisor's appointments of the day, cancelled ones left out, in the order of the day."""
    query = _appointments().where(
        appointment.c.advisor_id == advisor,
        func.substr(appointment.c.start_wall, 1, 10) == now.date().isoformat(),
    )
    rows = connection.execute(query).mappings().all()
    return tuple(_visit(connection, row, advisor, now) for row in rows)


def read_joined(
    connection: Connection, advisor: Key, now: datetime, zone: str
) -> tuple[DayAppointment, ...]:
    """Those of colleagues that the advisor comes along to, on the wall of his zone; as `read_day`."""
    within = whole_days(now.date(), now.date(), zone)
    query = _appointments().where(
        appointment.c.colleague_id == advisor,
        appointment.c.start_utc >= within.start,
        appointment.c.start_utc < within.end,
    )
    return tuple(
        replace(
            _visit(connection, row, advisor, now),
            start=moment_of(row["start_utc"], zone).wall,
            end=moment_of(row["end_utc"], zone).wall,
            first_meeting=False,
            colleague=None,
            host=spoken_name(row["host_first"], row["host_last"]) or row["host_ref"],
        )
        for row in connection.execute(query).mappings().all()
    )


def _appointments() -> Select[Any]:
    """What stands or took place, in the order of the day."""
    return (
        select(
            appointment,
            room.c.name.label("room_name"),
            project.c.code.label("subject"),
            exists().where(document.c.appointment_id == appointment.c.id).label("printed"),
            _HOST.c.ref.label("host_ref"),
            _HOST.c.first_name.label("host_first"),
            _HOST.c.last_name.label("host_last"),
            _COLLEAGUE.c.first_name.label("colleague_first"),
            _COLLEAGUE.c.last_name.label("colleague_last"),
            _COLLEAGUE.c.ref.label("colleague_ref"),
        )
        .outerjoin(room, room.c.id == appointment.c.room_id)
        .outerjoin(project, project.c.id == appointment.c.project_id)
        .join(_HOST, _HOST.c.id == appointment.c.advisor_id)
        .outerjoin(_COLLEAGUE, _COLLEAGUE.c.id == appointment.c.colleague_id)
        .where(appointment.c.status != AppointmentStatus.CANCELLED.value)
        .order_by(appointment.c.start_utc)
    )


def _visit(connection: Connection, row: RowMapping, advisor: Key, now: datetime) -> DayAppointment:
    clients = _clients(connection, row["id"])
    household = group_of(connection, clients[0])
    return DayAppointment(
        ref=row["ref"],
        household=household,
        people=_people(connection, household, clients),
        start=datetime.fromisoformat(row["start_wall"]),
        end=datetime.fromisoformat(row["end_wall"]),
        place=Place(row["place"]),
        room=row["room_name"],
        subject=row["subject"],
        status=AppointmentStatus(row["status"]),
        first_meeting=not _has_met(connection, clients, advisor, now.date()),
        printed=row["printed"],
        written_up=row["status"] not in _STANDS,
        colleague=spoken_name(row["colleague_first"], row["colleague_last"])
        or row["colleague_ref"],
    )


def read_months(connection: Connection, advisor: Key, today: date) -> tuple[MonthOfContacts, ...]:
    """Twelve months up to today's.

    Of the clients whom the advisor serves today, without who objects to being counted: their
    meetings with the advisor, and what they did online. Read by client, because the contacts of a whole bank are no index of an advisor.
    """
    months = [plus_months(today.replace(day=1), back) for back in range(1 - _MONTHS, 1)]
    meetings = (
        select(touchpoint.c.on_day, func.count(func.distinct(touchpoint.c.id)))
        .join_from(facts, touchpoint, touchpoint.c.client_id == facts.c.client_id)
        .outerjoin(further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .where(
            facts.c.advisor_id == advisor,
            facts.c.client_id.not_in(uncounted()),
            touchpoint.c.counts_as == "meeting",
            touchpoint.c.on_day.between(months[0], today),
            or_(touchpoint.c.advisor_id == advisor, further_advisor.c.advisor_id == advisor),
        )
        .group_by(touchpoint.c.on_day)
    )
    counted = digital_month.c.logins + digital_month.c.messages + digital_month.c.operations
    digital = (
        select(digital_month.c.month, func.sum(counted))
        .join_from(facts, digital_month, facts.c.client_id == digital_month.c.client_id)
        .where(facts.c.advisor_id == advisor, digital_month.c.month.in_(months))
        .where(facts.c.client_id.not_in(uncounted()))
        .group_by(digital_month.c.month)
    )
    met: Counter[date] = Counter()
    for day, count in connection.execute(meetings):
        met[day.replace(day=1)] += count
    online = {month: count for month, count in connection.execute(digital)}  # noqa: C416 rows are no pairs to mypy
    return tuple(MonthOfContacts(one, met[one], online.get(one, 0)) for one in months)


def read_inherited(connection: Connection, advisor: Key) -> int:
    """How many of the advisor's clients had another advisor before."""
    query = (
        select(func.count())
        .select_from(facts)
        .where(facts.c.advisor_id == advisor, facts.c.after_another)
        .where(facts.c.client_id.not_in(uncounted()))
    )
    return _number(connection, query)


def read_uncounted(connection: Connection) -> set[Key]:
    """The few who object to being profiled: they are served, and counted in no figure."""
    return set(connection.execute(uncounted()).scalars())


def _number(connection: Connection, query: Select[int]) -> int:
    return int(connection.execute(query).scalar_one())


def _clients(connection: Connection, key: Key) -> list[Key]:
    query = (
        select(attendee.c.client_id)
        .join(client, client.c.id == attendee.c.client_id)
        .where(attendee.c.appointment_id == key)
        .order_by(client.c.sort_name)
    )
    return list(connection.execute(query).scalars())


def _people(connection: Connection, household: Key, clients: list[Key]) -> tuple[Person, ...]:
    """Who comes, in the order of the household."""
    groups = read_groups(connection, [household])
    others = [key for key in clients if all(one.key != key for one in groups.get(household, ()))]
    for key, people in read_groups(connection, others).items():
        groups.setdefault(key, people)
    return tuple(one for people in groups.values() for one in people if one.key in clients)


def _has_met(connection: Connection, clients: list[Key], advisor: Key, today: date) -> bool:
    found = (
        select(touchpoint.c.id)
        .outerjoin(further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .where(
            touchpoint.c.client_id.in_(clients),
            touchpoint.c.counts_as == "meeting",
            touchpoint.c.on_day <= today,
            or_(touchpoint.c.advisor_id == advisor, further_advisor.c.advisor_id == advisor),
        )
        .limit(1)
    )
    return connection.execute(found).first() is not None
