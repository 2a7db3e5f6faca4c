"""Clients who asked to be left in peace, for good or until a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, or_, select

from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import assignment, client


def is_left_in_peace(connection: Connection, keys: Sequence[Key], on: date) -> bool:
    """Whether one of these clients wants no contact on a day, or has no open file."""
    known = client.c
    query = select(known.id).where(
        known.id.in_(keys),
        or_(
            known.status != ClientStatus.ACTIVE.value,
            known.no_contact,
            known.no_contact_until >= on,
        ),
    )
    return connection.execute(query.limit(1)).first() is not None


def read_pauses(
    connection: Connection, advisor: Key | None, on: date
) -> list[tuple[Key, date | None]]:
    """Those of an advisor, or of the whole bank, in the order of names; None: no last day."""
    known, serves = client.c, assignment.c
    query = select(known.id, known.no_contact, known.no_contact_until).where(
        known.status == ClientStatus.ACTIVE.value,
        or_(known.no_contact, known.no_contact_until >= on),
    )
    if advisor is not None:
        served = select(serves.client_id).where(
            serves.advisor_id == advisor,
            serves.from_day <= on,
            or_(serves.until_day.is_(None), serves.until_day >= on),
        )
        query = query.where(known.id.in_(served))
    rows = connection.execute(query.order_by(known.sort_name, known.id))
    return [(Key(key), None if for_good else until) for key, for_good, until in rows]
