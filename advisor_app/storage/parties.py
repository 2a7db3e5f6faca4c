"""Who meets, and about what: what booking and noting ask of clients and projects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from advisor_app.domain.codes import ClientStatus, ConsentUse, ProjectStatus
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import assignment, client, consent
from advisor_app.storage.schema.projects import project

WAITING = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)


@dataclass(frozen=True, slots=True)
class MetClient:
    """A client as a meeting sees him."""

    key: Key
    ref: str
    branch: Key
    status: ClientStatus


def find_met_client(connection: Connection, ref: str) -> MetClient | None:
    """The client of a reference."""
    columns = (client.c.id, client.c.ref, client.c.branch_id, client.c.status)
    row = connection.execute(select(*columns).where(client.c.ref == ref)).one_or_none()
    return None if row is None else MetClient(row[0], row[1], row[2], ClientStatus(row[3]))


def town_of(connection: Connection, met: Key) -> str | None:
    """Where a client lives, without the street."""
    return connection.execute(select(client.c.city).where(client.c.id == met)).scalar_one_or_none()


def present_advisor(connection: Connection, met: Key, day: date) -> Key | None:
    """Who serves a client on a day."""
    query = (
        select(assignment.c.advisor_id)
        .where(assignment.c.client_id == met, assignment.c.from_day <= day)
        .where(or_(assignment.c.until_day.is_(None), assignment.c.until_day >= day))
        .order_by(assignment.c.from_day.desc())
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def latest_consents(connection: Connection, met: Key, day: date) -> dict[ConsentUse, bool]:
    """A client's last word on each use up to a day."""
    query = (
        select(consent.c.use, consent.c.given)
        .where(consent.c.client_id == met, consent.c.on_day <= day)
        .order_by(consent.c.on_day)
    )
    return {ConsentUse(row.use): row.given for row in connection.execute(query)}


def find_projects(connection: Connection, clients: Sequence[Key], told: str) -> list[Key]:
    """The clients' projects that a reference names, else the heard or open ones of a code."""
    theirs = select(project.c.id).where(project.c.client_id.in_(clients))
    by_ref = connection.execute(theirs.where(project.c.ref == told)).scalars().all()
    if by_ref:
        return list(by_ref)
    waiting = theirs.where(project.c.code == told, project.c.status.in_(WAITING))
    return list(connection.execute(waiting.order_by(project.c.ref)).scalars())
