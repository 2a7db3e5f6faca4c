"""What a briefing sheet tells of the relation: contacts, projects, holdings, promises."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, func, select

from advisor_app.domain.briefing import (
    BriefedProject,
    DigitalMonth,
    Holding,
    PastContact,
    Promise,
)
from advisor_app.domain.codes import (
    Channel,
    Direction,
    Nature,
    Party,
    ProjectSource,
    ProjectStatus,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.names import spoken_name
from advisor_app.domain.partial_date import PartialDate
from advisor_app.storage.schema import calendar, contacts, organisation, projects

_Row: TypeAlias = "Row[Any]"
_CURRENCY = "EUR"


def read_contacts(
    connection: Connection, keys: Sequence[Key], day: date
) -> tuple[PastContact, ...]:
    """What happened between the clients and the bank up to the day, the earliest first.

    Automated contacts are left out: nothing of them is printed.
    """
    table = contacts.touchpoint
    query = (
        select(table)
        .where(table.c.client_id.in_(keys), table.c.on_day <= day)
        .where(table.c.nature != Nature.AUTOMATED)
        .order_by(table.c.on_day, table.c.at_time, table.c.ref)
    )
    rows = connection.execute(query).all()
    names = _advisor_names(connection)
    further = _further_advisors(connection, keys)
    return tuple(_contact(row, names, further[row.id]) for row in rows)


def _advisor_names(connection: Connection) -> dict[Key, str]:
    table = organisation.advisor
    query = select(table.c.id, table.c.first_name, table.c.last_name)
    return {row.id: spoken_name(row.first_name, row.last_name) for row in connection.execute(query)}


def _further_advisors(connection: Connection, keys: Sequence[Key]) -> dict[Key, list[Key]]:
    table = contacts.further_advisor
    query = (
        select(table)
        .join(contacts.touchpoint, contacts.touchpoint.c.id == table.c.touchpoint_id)
        .where(contacts.touchpoint.c.client_id.in_(keys))
    )
    found: dict[Key, list[Key]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.touchpoint_id].append(row.advisor_id)
    return found


def _contact(row: _Row, names: dict[Key, str], further: list[Key]) -> PastContact:
    first = [] if row.advisor_id is None else [row.advisor_id]
    return PastContact(
        client=row.client_id,
        day=row.on_day,
        channel=Channel(row.channel),
        nature=Nature(row.nature),
        direction=Direction(row.direction),
        minutes=row.minutes,
        one_to_one=row.one_to_one,
        subject=row.subject,
        advisors=tuple((key, names[key]) for key in [*first, *further]),
    )


def read_months(connection: Connection, keys: Sequence[Key], day: date) -> tuple[DigitalMonth, ...]:
    """Digital activity by month up to the day, added up over the clients."""
    table = contacts.digital_month
    total = func.sum(table.c.logins + table.c.messages + table.c.operations)
    query = (
        select(table.c.month, total.label("total"))
        .where(table.c.client_id.in_(keys), table.c.month <= day)
        .group_by(table.c.month)
        .order_by(table.c.month)
    )
    return tuple(DigitalMonth(row.month, int(row.total)) for row in connection.execute(query))


def read_projects(connection: Connection, keys: Sequence[Key]) -> tuple[BriefedProject, ...]:
    """The clients' life projects with their inputs, the latest noted first."""
    table, given = projects.project, projects.project_input
    inputs: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    of_clients = select(table.c.id).where(table.c.client_id.in_(keys))
    query = select(given).where(given.c.project_id.in_(of_clients)).order_by(given.c.name)
    for row in connection.execute(query):
        if row.value:
            inputs[row.project_id].append((row.name, row.value))
    rows = connection.execute(
        select(table)
        .where(table.c.client_id.in_(keys))
        .order_by(table.c.noted_on.desc().nulls_last(), table.c.ref)
    )
    return tuple(_project(row, inputs[row.id]) for row in rows)


def _project(row: _Row, inputs: list[tuple[str, str]]) -> BriefedProject:
    return BriefedProject(
        key=row.id,
        ref=row.ref,
        client=row.client_id,
        code=row.code,
        status=ProjectStatus(row.status),
        target=PartialDate.parse(row.target) if row.target else None,
        amount=row.amount,
        currency=row.currency or _CURRENCY,
        noted_on=row.noted_on,
        source=ProjectSource(row.source) if row.source else None,
        note=row.note,
        inputs=tuple(inputs),
    )


def read_holdings(connection: Connection, keys: Sequence[Key], day: date) -> tuple[Holding, ...]:
    """What the clients hold on the day, the oldest first."""
    table = projects.contract
    query = (
        select(table)
        .where(table.c.client_id.in_(keys))
        .where((table.c.ends_on.is_(None)) | (table.c.ends_on >= day))
        .order_by(table.c.opened_on, table.c.ref)
    )
    return tuple(
        Holding(
            ref=row.ref,
            client=row.client_id,
            family=row.family,
            opened_on=row.opened_on,
            ends_on=row.ends_on,
            amount=row.amount,
            rate=row.rate,
            currency=row.currency or _CURRENCY,
        )
        for row in connection.execute(query)
    )


def read_promises(connection: Connection, keys: Sequence[Key]) -> tuple[Promise, ...]:
    """The commitments of both sides, the soonest due first; none that was dropped."""
    table, meeting = calendar.commitment, calendar.appointment
    made = select(table, meeting.c.start_wall).outerjoin(
        meeting, meeting.c.id == table.c.appointment_id
    )
    standing = made.where(table.c.client_id.in_(keys), ~table.c.dropped)
    query = standing.order_by(table.c.due, table.c.ref)
    return tuple(_promise(row) for row in connection.execute(query))


def _promise(row: _Row) -> Promise:
    made_on = date.fromisoformat(row.start_wall[:10]) if row.start_wall else None
    return Promise(row.client_id, Party(row.by), row.what, row.due, row.done_on, made_on)
