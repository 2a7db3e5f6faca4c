"""Which clients live near their advisor's branch, of those who agreed that distance is used."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, Table, select

from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.distance import NEARBY_KM, Position, kilometres
from advisor_app.domain.keys import Key
from advisor_app.storage.people import of_rows
from advisor_app.storage.schema.clients import client, consent
from advisor_app.storage.schema.organisation import advisor, branch


class Place(NamedTuple):
    """Where something is, as far as it is known: on the earth, or in the area of a postal code."""

    position: Position | None
    country: str | None
    postal_code: str | None

    def is_near(self, other: "Place") -> bool:
        """Within a few kilometres; without coordinates, in the same postal area."""
        if self.position is not None and other.position is not None:
            return kilometres(self.position, other.position) <= NEARBY_KM
        same = (self.country, self.postal_code) == (other.country, other.postal_code)
        return same and self.postal_code is not None


def read_near(
    connection: Connection, of: Key, today: date, facts: Table, keys: Collection[Key] | None
) -> frozenset[Key]:
    """The clients of an advisor who live near the branch and agree; only of some rows, by keys."""
    start = _branch(connection, of)
    if start is None:
        return frozenset()
    query = _who_was_asked(of, today, facts)
    near: dict[Key, bool] = {}
    for row in connection.execute(query if keys is None else query.where(of_rows(keys))):
        near[row.id] = row.given and start.is_near(_place(row))
    return frozenset(key for key, is_near in near.items() if is_near)


def _branch(connection: Connection, of: Key) -> Place | None:
    query = select(branch).join(advisor, advisor.c.branch_id == branch.c.id)
    row = connection.execute(query.where(advisor.c.id == of)).one_or_none()
    return None if row is None else _place(row)


def _place(row: "Row[Any]") -> Place:
    known = row.latitude is not None and row.longitude is not None
    position = Position(row.latitude, row.longitude) if known else None
    return Place(position, row.country, row.postal_code)


def _who_was_asked(of: Key, today: date, facts: Table) -> Select[Any]:
    """Every word on the use of distance, the last one last; nobody who objects to profiling."""
    return (
        select(
            client.c.id,
            client.c.latitude,
            client.c.longitude,
            client.c.country,
            client.c.postal_code,
            consent.c.given,
        )
        .join(consent, consent.c.client_id == client.c.id)
        .join(facts, facts.c.client_id == client.c.id)
        .where(
            facts.c.advisor_id == of,
            consent.c.use == ConsentUse.PROXIMITY.value,
            consent.c.on_day <= today,
            ~client.c.no_profile,
        )
        .order_by(consent.c.on_day)
    )
