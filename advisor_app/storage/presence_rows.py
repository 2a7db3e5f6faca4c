"""The rows that explain flags: turns, meetings, projects, follow-ups and commitments, by client."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, select, union_all

from advisor_app.domain.codes import AppointmentStatus, Party
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.presence import FOLLOW_UP
from advisor_app.domain.presence_flags import Commitment, FollowUp, KnownProject, Meeting, Turn
from advisor_app.storage.fact_day_queries import MEETING
from advisor_app.storage.fact_queries import AWAKE, about
from advisor_app.storage.presence import Scope, in_scope
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import project

ByClient: TypeAlias = defaultdict[Key, list[Any]]


@dataclass(frozen=True, slots=True)
class Rows:
    """What explains flags, by client, of everybody in the scope who may carry them."""

    turns: ByClient
    meetings: ByClient
    projects: ByClient
    follow_ups: ByClient
    commitments: ByClient


NO_ROWS = Rows(*(defaultdict(list) for _ in range(5)))


def read_rows(connection: Connection, on: date, facts: Table, scope: Scope) -> Rows:
    """The rows of everybody in the scope whose facts say that a flag may be told from them."""

    def whose(*conditions: ColumnElement[bool]) -> Select[Any]:
        return in_scope(select(facts.c.client_id).where(*conditions), facts, scope)

    unmet = whose(facts.c.after_another, facts.c.last_meeting_with_advisor.is_(None))
    waiting = whose(facts.c.project_due.is_not(None))
    owed = whose(facts.c.follow_up_due.is_not(None))
    promised = whose(facts.c.commitment_due.is_not(None))
    return Rows(
        turns=_read_turns(connection, on, unmet),
        meetings=_read_meetings(connection, on, unmet),
        projects=_read_projects(connection, on, waiting),
        follow_ups=_read_follow_ups(connection, owed),
        commitments=_read_commitments(connection, promised),
    )


def _grouped(rows: Sequence[tuple[Key, Any]]) -> ByClient:
    found: ByClient = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return found


def _read_turns(connection: Connection, on: date, whose: Select[Any]) -> ByClient:
    query = (
        select(
            assignment.c.client_id,
            advisor.c.ref,
            advisor.c.first_name,
            advisor.c.last_name,
            assignment.c.from_day,
            assignment.c.until_day,
        )
        .join_from(assignment, advisor, advisor.c.id == assignment.c.advisor_id)
        .where(assignment.c.client_id.in_(whose), assignment.c.from_day <= on)
        .order_by(assignment.c.client_id, assignment.c.from_day)
    )
    return _grouped(
        [
            (key, Turn(ref, f"{first or ''} {last}".strip(), start, end))
            for key, ref, first, last, start, end in connection.execute(query).all()
        ]
    )


# Two assignments make one change of advisor at most.
_ONE_CHANGE = 2


def _read_meetings(connection: Connection, on: date, whose: Select[Any]) -> ByClient:
    """Only where the present change may not be the only one: then it alone went without."""
    often = (
        select(assignment.c.client_id)
        .where(assignment.c.client_id.in_(whose))
        .group_by(assignment.c.client_id)
        .having(func.count() > _ONE_CHANGE)
    )
    met = (
        touchpoint.c.client_id.in_(often),
        touchpoint.c.counts_as == MEETING,
        touchpoint.c.on_day <= on,
    )
    with_one = (
        select(touchpoint.c.client_id, advisor.c.ref, touchpoint.c.on_day)
        .join_from(touchpoint, advisor, advisor.c.id == touchpoint.c.advisor_id)
        .where(*met)
    )
    with_more = (
        select(touchpoint.c.client_id, advisor.c.ref, touchpoint.c.on_day)
        .join_from(touchpoint, further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .join(advisor, advisor.c.id == further_advisor.c.advisor_id)
        .where(*met)
    )
    found = connection.execute(union_all(with_one, with_more)).all()
    return _grouped([(key, Meeting(ref, day)) for key, ref, day in found])


def _read_projects(connection: Connection, on: date, whose: Select[Any]) -> ByClient:
    waiting = (project.c.client_id.in_(whose), project.c.status.in_(AWAKE))
    attended = _read_attended(connection, on, waiting)
    query = select(
        project.c.client_id,
        project.c.id,
        project.c.ref,
        project.c.code,
        project.c.target,
        project.c.noted_on,
    ).where(*waiting)
    return _grouped(
        [
            (owner, KnownProject(ref, code, target and _target(target), noted, attended.get(key)))
            for owner, key, ref, code, target, noted in connection.execute(query).all()
        ]
    )


def _read_attended(
    connection: Connection, on: date, waiting: Sequence[ColumnElement[bool]]
) -> dict[Key, date]:
    """When projects were first met or talked about; of whoever has one, it waits, or none would."""
    several = (
        select(project.c.client_id)
        .where(*waiting)
        .group_by(project.c.client_id)
        .having(func.count() > 1)
    )
    query = (
        select(project.c.id, func.min(touchpoint.c.on_day))
        .join_from(project, touchpoint, about(literal(on)))
        .where(project.c.client_id.in_(several), project.c.status.in_(AWAKE))
        .group_by(project.c.id)
    )
    return dict(connection.execute(query).all())


@lru_cache(maxsize=1 << 12)
def _target(text: str) -> PartialDate:
    return PartialDate.parse(text)


def _read_follow_ups(connection: Connection, whose: Select[Any]) -> ByClient:
    query = (
        select(attendee.c.client_id, appointment.c.ref, follow_up.c.due_wall, follow_up.c.sent_on)
        .join_from(attendee, appointment, appointment.c.id == attendee.c.appointment_id)
        .join(follow_up, follow_up.c.appointment_id == appointment.c.id)
        .where(
            attendee.c.client_id.in_(whose),
            follow_up.c.kind == FOLLOW_UP,
            appointment.c.status == AppointmentStatus.HELD.value,
        )
    )
    return _grouped(
        [
            (key, FollowUp(ref, datetime.fromisoformat(due), sent))
            for key, ref, due, sent in connection.execute(query).all()
        ]
    )


def _read_commitments(connection: Connection, whose: Select[Any]) -> ByClient:
    query = select(
        commitment.c.client_id,
        commitment.c.ref,
        commitment.c.what,
        commitment.c.due,
        commitment.c.done_on,
    ).where(
        commitment.c.client_id.in_(whose),
        commitment.c.by == Party.BANK.value,
        commitment.c.due.is_not(None),
    )
    return _grouped([(key, Commitment(*rest)) for key, *rest in connection.execute(query).all()])
