"""The timeline of a household: every contact with what it said before it was corrected."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, tzinfo

from sqlalchemy import Connection, RowMapping, select

from advisor_app.domain.client_record import Exchange, FormerExchange, TimelineEntry
from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.contacts import former_contact, touchpoint
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import project

# A household has a few hundred; a company's thousands are cut here, the latest kept.
MOST = 2_000


def read_timeline(
    connection: Connection, clients: Collection[Key], now: datetime
) -> tuple[TimelineEntry, ...]:
    """What happened up to now, the latest first; what two of the household shared stands once."""
    query = (
        select(
            touchpoint,
            advisor.c.first_name,
            advisor.c.last_name,
            project.c.ref.label("project_ref"),
            project.c.code.label("project_code"),
        )
        .outerjoin(advisor, advisor.c.id == touchpoint.c.advisor_id)
        .outerjoin(project, project.c.id == touchpoint.c.project_id)
        .where(touchpoint.c.client_id.in_(clients), touchpoint.c.on_day <= now.date())
        .order_by(touchpoint.c.on_day.desc(), touchpoint.c.at_time.desc(), touchpoint.c.ref)
        .limit(MOST)
    )
    formers = _formers(connection, clients, now.tzinfo)
    parts: dict[Exchange, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        parts[_exchange(row)].append(row)
    return tuple(
        TimelineEntry(tuple(row["ref"] for row in rows), exchange, formers.get(rows[0]["id"], ()))
        for exchange, rows in parts.items()
    )


def _exchange(row: RowMapping) -> Exchange:
    return Exchange(
        day=row["on_day"],
        at=row["at_time"],
        channel=Channel(row["channel"]),
        nature=Nature(row["nature"]),
        direction=Direction(row["direction"]),
        minutes=row["minutes"],
        subject=row["subject"],
        note=row["note"],
        advisor=name_of(row),
        project=row["project_ref"],
        project_code=row["project_code"],
        counts_as=row["counts_as"],
    )


def name_of(row: RowMapping) -> str | None:
    """First and last name of a row that has them."""
    return " ".join(part for part in (row["first_name"], row["last_name"]) if part) or None


def _formers(
    connection: Connection, clients: Collection[Key], zone: tzinfo | None
) -> Mapping[Key, tuple[FormerExchange, ...]]:
    query = (
        select(former_contact, advisor.c.first_name, advisor.c.last_name)
        .outerjoin(advisor, advisor.c.id == former_contact.c.corrected_by)
        .where(former_contact.c.client_id.in_(clients))
        .order_by(former_contact.c.corrected_utc.desc(), former_contact.c.id.desc())
    )
    found: dict[Key, list[FormerExchange]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["touchpoint_id"]].append(
            FormerExchange(
                corrected_at=datetime.fromtimestamp(row["corrected_utc"], zone),
                by=name_of(row),
                why=row["why"],
                day=row["on_day"],
                channel=Channel(row["channel"]),
                minutes=row["minutes"],
                subject=row["subject"],
                note=row["note"],
            )
        )
    return {key: tuple(one) for key, one in found.items()}
