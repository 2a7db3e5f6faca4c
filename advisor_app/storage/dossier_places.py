"""Where advisors receive and whom they will visit: what distances are counted from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Table, func, or_, select

from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.distance import Position, kilometres
from advisor_app.domain.keys import Key
from advisor_app.storage.dossier_scope import of_part, scope
from advisor_app.storage.fact_day_queries import MEETING
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.schema.organisation import advisor, branch, working_hours

VISIT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Places:
    """Who serves clients, the advisors' branches, and their visits of the next two weeks."""

    at_work: frozenset[Key]
    branches: Mapping[Key, Position]
    visits: Mapping[Key, list[Position]]

    def from_branch(self, of: Key | None, home: Position | None) -> float | None:
        """The kilometres from the advisor's branch; None where either place is unknown."""
        start = self.branches.get(of) if of is not None else None
        return None if start is None or home is None else kilometres(start, home)

    def on_the_way(self, of: Key | None, home: Position | None, near_km: float) -> bool:
        """Whether a visit of the advisor leads close by."""
        if of is None or home is None:
            return False
        return any(kilometres(home, visit) <= near_km for visit in self.visits.get(of, ()))


def read_places(connection: Connection, on: date) -> Places:
    """Everybody's places on the day."""
    return Places(_at_work(connection), _branches(connection), _visits(connection, on))


def _at_work(connection: Connection) -> frozenset[Key]:
    """Who serves anybody, or has hours to receive even where nobody is assigned at the moment."""
    serves = select(facts.c.client_id).where(facts.c.advisor_id == advisor.c.id).exists()
    receives = advisor.c.id.in_(select(working_hours.c.advisor_id))
    query = select(advisor.c.id).where(or_(serves, receives))
    return frozenset(connection.execute(query).scalars())


def _branches(connection: Connection) -> dict[Key, Position]:
    query = select(advisor.c.id, branch.c.latitude, branch.c.longitude).join(
        branch, branch.c.id == advisor.c.branch_id
    )
    return {
        key: Position(latitude, longitude)
        for key, latitude, longitude in connection.execute(query)
        if latitude is not None and longitude is not None
    }


def _visits(connection: Connection, on: date) -> dict[Key, list[Position]]:
    day = func.substr(appointment.c.start_wall, 1, 10)
    # By their keys: joined, SQLite begins at the attendees, and reads a client for each of them.
    coming = select(appointment.c.id).where(
        appointment.c.place.in_((Place.HOME.value, Place.WORKPLACE.value)),
        appointment.c.status == AppointmentStatus.CONFIRMED.value,
        day.between(on.isoformat(), (on + timedelta(days=VISIT_DAYS)).isoformat()),
    )
    query = (
        select(appointment.c.advisor_id, client.c.latitude, client.c.longitude)
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .join(client, client.c.id == attendee.c.client_id)
        .where(
            attendee.c.appointment_id.in_(coming),
            client.c.latitude.is_not(None),
            client.c.longitude.is_not(None),
        )
    )
    visits: dict[Key, list[Position]] = {}
    for key, latitude, longitude in connection.execute(query):
        visits.setdefault(key, []).append(Position(latitude, longitude))
    return visits


def read_formers(
    connection: Connection, part: int, on: date, facts: Table, at_work: frozenset[Key]
) -> set[int]:
    """Clients not met by their advisor whom a former one, still at work, has met."""
    before = assignment.c
    met = (
        select(touchpoint.c.id)
        .where(
            touchpoint.c.client_id == before.client_id,
            touchpoint.c.counts_as == MEETING,
            touchpoint.c.advisor_id == before.advisor_id,
            touchpoint.c.on_day <= on,
        )
        .exists()
    )
    query = (
        select(scope.c.number, before.advisor_id)
        .select_from(assignment)
        .join(facts, facts.c.client_id == before.client_id)
        .where(
            facts.c.after_another,
            facts.c.last_meeting_with_advisor.is_(None),
            before.advisor_id != facts.c.advisor_id,
            met,
        )
    )
    rows = connection.execute(of_part(query, assignment, part)).all()
    return {number for number, advisor in rows if advisor in at_work}
