"""Who a briefing sheet is about: clients, households, advisors, what they agreed to."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, func, select

from advisor_app.domain.briefing import (
    BriefedClient,
    HouseholdMember,
    KnownFact,
    LatestConsent,
    Recollection,
    ServedPeriod,
)
from advisor_app.domain.codes import Announced, ConsentUse, Kind, Language, Link, Segment, Title
from advisor_app.domain.keys import Key
from advisor_app.domain.names import spoken_name
from advisor_app.storage.schema import clients, organisation

_Row: TypeAlias = "Row[Any]"


def find_client(connection: Connection, ref: str) -> Key | None:
    """The key of a client's reference."""
    query = select(clients.client.c.id).where(clients.client.c.ref == ref)
    return connection.execute(query).scalar_one_or_none()


def read_clients(connection: Connection, keys: Sequence[Key]) -> tuple[BriefedClient, ...]:
    """The clients in the order of their keys."""
    table = clients.client
    rows = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(keys)))}
    folded = {row.folded_name for row in rows.values()}
    same_name = (
        select(table.c.folded_name, func.count().label("bearers"))
        .where(table.c.folded_name.in_(folded))
        .group_by(table.c.folded_name)
    )
    counts = {row.folded_name: row.bearers for row in connection.execute(same_name)}
    return tuple(_client(rows[key], counts[rows[key].folded_name] > 1) for key in keys)


def _client(row: _Row, namesake: bool) -> BriefedClient:  # noqa: FBT001 a row and what was counted beside it
    return BriefedClient(
        key=row.id,
        ref=row.ref,
        kind=Kind(row.kind),
        title=Title(row.title) if row.title else None,
        first_name=row.first_name,
        last_name=row.last_name,
        birth_date=row.birth_date,
        language=Language(row.language) if row.language else None,
        branch=row.branch_id,
        household=row.household_id,
        since=row.since,
        occupation=row.occupation,
        preferred_channel=row.preferred_channel,
        preferred_time=row.preferred_time,
        street=row.street,
        postal_code=row.postal_code,
        city=row.city,
        country=row.country,
        phone=row.mobile or row.phone,
        segment=Segment(row.segment) if row.segment else None,
        no_profile=row.no_profile,
        namesake=namesake and bool(row.folded_name),
    )


def read_members(connection: Connection, households: Sequence[Key]) -> tuple[HouseholdMember, ...]:
    """The people of the households; a member who is a client bears the client's names."""
    table, client = clients.member, clients.client
    query = (
        select(
            table.c.link,
            table.c.client_id,
            table.c.may_know,
            func.coalesce(client.c.first_name, table.c.first_name).label("first_name"),
            func.coalesce(client.c.last_name, table.c.last_name).label("last_name"),
            func.coalesce(client.c.birth_date, table.c.birth_date).label("birth_date"),
        )
        .join(client, client.c.id == table.c.client_id, isouter=True)
        .where(table.c.household_id.in_(households))
        .order_by("birth_date", table.c.id)
    )
    return tuple(
        HouseholdMember(
            link=Link(row.link),
            first_name=row.first_name,
            last_name=row.last_name,
            birth_date=row.birth_date,
            client=row.client_id,
            may_know=row.may_know,
        )
        for row in connection.execute(query)
    )


def read_periods(
    connection: Connection, keys: Sequence[Key], day: date
) -> tuple[ServedPeriod, ...]:
    """Who served the clients up to the day, the earliest first."""
    table, advisor = clients.assignment, organisation.advisor
    query = (
        select(table, advisor.c.first_name, advisor.c.last_name)
        .join(advisor, advisor.c.id == table.c.advisor_id)
        .where(table.c.client_id.in_(keys), table.c.from_day <= day)
        .order_by(table.c.from_day)
    )
    return tuple(
        ServedPeriod(
            client=row.client_id,
            advisor=row.advisor_id,
            name=_full_name(row),
            from_day=row.from_day,
            until_day=row.until_day,
            announced=Announced(row.announced) if row.announced else None,
        )
        for row in connection.execute(query)
    )


def _full_name(row: _Row) -> str:
    return spoken_name(row.first_name, row.last_name)


def read_consents(
    connection: Connection, keys: Sequence[Key], day: date
) -> tuple[LatestConsent, ...]:
    """Each client's last word on each use up to the day."""
    table = clients.consent
    query = (
        select(table)
        .where(table.c.client_id.in_(keys), table.c.on_day <= day)
        .order_by(table.c.on_day)
    )
    latest = {
        (row.client_id, row.use): LatestConsent(
            row.client_id, ConsentUse(row.use), row.given, row.on_day
        )
        for row in connection.execute(query)
    }
    return tuple(latest.values())


def read_facts(connection: Connection, keys: Sequence[Key]) -> tuple[KnownFact, ...]:
    """What else is known of the clients, the earliest first."""
    table = clients.client_fact
    query = select(table).where(table.c.client_id.in_(keys)).order_by(table.c.on_day, table.c.name)
    return tuple(
        KnownFact(row.client_id, row.name, row.value, row.on_day)
        for row in connection.execute(query)
    )


def read_recollections(connection: Connection, keys: Sequence[Key]) -> tuple[Recollection, ...]:
    """Small things to remember, the latest first."""
    table = clients.reminder
    query = (
        select(table)
        .where(table.c.client_id.in_(keys))
        .order_by(table.c.noted_on.desc(), table.c.id)
    )
    return tuple(
        Recollection(row.client_id, row.icon, row.text) for row in connection.execute(query)
    )
