"""Reading presence whole: each client's standing, explained from the days and rows behind it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    func,
    literal,
    select,
    union_all,
)

from advisor_app.domain.codes import Announced, AppointmentStatus, Flag, Party, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.policy import Policy
from advisor_app.domain.presence import FOLLOW_UP, Presence, Restraint
from advisor_app.domain.presence_flags import (
    Commitment,
    FollowUp,
    KnownProject,
    Meeting,
    Record,
    Turn,
    raise_flags,
)
from advisor_app.domain.presence_runs import Ages, History, ages, state_since
from advisor_app.storage.fact_day_queries import MEETING, WIDTH
from advisor_app.storage.fact_queries import AWAKE, about
from advisor_app.storage.facts import FactTables
from advisor_app.storage.presence import (
    EVERYBODY,
    Scope,
    flags_of,
    in_scope,
    standing_query,
    tables_for,
)
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, client
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


def read_presence(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> list[Presence]:
    """Everybody in the scope with state, flags, evidence and since when, sorted by reference."""
    with tables_for(connection, on, scope) as tables:
        found = connection.execute(_whole_query(on, policy, tables, scope)).all()
        rows = _read_rows(connection, on, tables.facts, scope)
    presences = (_presence(row, rows, on, policy) for row in found)
    return sorted(presences, key=lambda presence: presence.ref)


def _whole_query(on: date, policy: Policy, tables: FactTables, scope: Scope) -> Select[Any]:
    facts, days = tables.facts.c, tables.days.c
    query = (
        standing_query(on, policy, tables.facts)
        .add_columns(
            client.c.ref,
            *(facts[name] for name in _FACTS),
            days.last_answer,
            *(days[name] for name in _DAYS),
        )
        .join(tables.days, days.client_id == facts.client_id)
        .join(client, client.c.id == facts.client_id)
    )
    return in_scope(query, tables.facts, scope)


_FACTS = ("segment", "birth_date", "since", "no_contact_until", "assigned_from", "announced")
_DAYS = ("meetings", "talks", "written_in", "errands", "letters", "digital_months")


def _presence(row: Row[Any], rows: Rows, on: date, policy: Policy) -> Presence:
    state, life = State(row.state), _ages(policy, row.segment, row.birth_date)
    flags = flags_of(row.flags)
    history, counts = _history(row, state, flags)
    since = state_since(state, history, life, on)
    key = Key(row.client_id)
    return Presence(
        key,
        row.ref,
        state,
        since,
        raise_flags(flags, _record(row, history, counts, rows), life, on, since) if flags else (),
        Restraint(row.restraint) if row.restraint else None,
    )


def _ages(policy: Policy, segment: str | None, birth: date | None) -> Ages:
    return ages(policy, Segment(segment) if segment else None, birth)


def _history(
    row: Row[Any], state: State, flags: tuple[Flag, ...]
) -> tuple[History, tuple[int, ...]]:
    """Only the days that this state and these flags are told from: a bank has many rows."""
    far = state in _FAR
    months, counts = _months(row.digital_months) if far else ((), ())
    history = History(
        client_since=row.since,
        meetings=_unpack(row.meetings),
        talks=_unpack(row.talks) if far else (),
        written_in=_unpack(row.written_in) if far else (),
        digital_months=months,
        errands=_unpack(row.errands) if Flag.ERRANDS_ONLY in flags else (),
        letters=_unpack(row.letters) if Flag.UNANSWERED in flags else (),
    )
    return history, counts


_FAR = frozenset({State.VOICE_ONLY, State.ONLINE_ONLY, State.SILENT})


def _unpack(packed: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(packed[at : at + WIDTH]) for at in range(0, len(packed), WIDTH))


def _months(packed: str) -> tuple[tuple[date, ...], tuple[int, ...]]:
    entries = packed.split()
    months = tuple(date.fromisoformat(entry[:WIDTH]) for entry in entries)
    return months, tuple(int(entry[WIDTH + 1 :]) for entry in entries)


def _record(row: Row[Any], history: History, counts: tuple[int, ...], rows: Rows) -> Record:
    key = Key(row.client_id)
    return Record(
        history=history,
        digital_counts=counts,
        last_answer=row.last_answer,
        no_contact_until=row.no_contact_until,
        assigned_from=row.assigned_from,
        announced=Announced(row.announced) if row.announced else None,
        turns=rows.turns.get(key, ()),
        meetings=rows.meetings.get(key, ()),
        projects=rows.projects.get(key, ()),
        follow_ups=rows.follow_ups.get(key, ()),
        commitments=rows.commitments.get(key, ()),
    )


def _read_rows(connection: Connection, on: date, facts: Table, scope: Scope) -> Rows:
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
            for key, ref, first, last, start, end in connection.execute(query)
        ]
    )


def _read_meetings(connection: Connection, on: date, whose: Select[Any]) -> ByClient:
    met = (
        touchpoint.c.client_id.in_(whose),
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
    found = connection.execute(union_all(with_one, with_more))
    return _grouped([(key, Meeting(ref, day)) for key, ref, day in found])


def _read_projects(connection: Connection, on: date, whose: Select[Any]) -> ByClient:
    attended = select(func.min(touchpoint.c.on_day)).where(about(literal(on))).scalar_subquery()
    query = select(
        project.c.client_id,
        project.c.ref,
        project.c.code,
        project.c.target,
        project.c.noted_on,
        attended,
    ).where(project.c.client_id.in_(whose), project.c.status.in_(AWAKE))
    return _grouped(
        [
            (key, KnownProject(ref, code, target and PartialDate.parse(target), noted, first))
            for key, ref, code, target, noted, first in connection.execute(query)
        ]
    )


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
            for key, ref, due, sent in connection.execute(query)
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
    return _grouped([(key, Commitment(*rest)) for key, *rest in connection.execute(query)])
