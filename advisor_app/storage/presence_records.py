"""Reading presence whole: each client's standing, explained from the days and rows behind it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
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
from advisor_app.domain.presence import FOLLOW_UP, Presence, RaisedFlag, Restraint
from advisor_app.domain.presence_flags import (
    Commitment,
    FollowUp,
    KnownProject,
    Meeting,
    Record,
    Turn,
    raise_flags,
)
from advisor_app.domain.presence_runs import History, LifeSpans, state_since
from advisor_app.storage.fact_day_queries import MEETING, WIDTH
from advisor_app.storage.fact_queries import AWAKE, about
from advisor_app.storage.facts import FactTables
from advisor_app.storage.packed_days import count_since, digital_from, unpack, unpack_months
from advisor_app.storage.presence import (
    EVERYBODY,
    Scope,
    bit,
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


_NO_ROWS = Rows(*(defaultdict(list) for _ in range(5)))


def read_presence(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> Iterator[Presence]:
    """Everybody in the scope with state, flags, evidence and since when, by reference.

    All is read at once; each is explained when asked for, also after the transaction.
    """
    with tables_for(connection, on, scope) as tables:
        found = connection.execute(_whole_query(on, policy, tables, scope)).all()
        rows = _read_rows(connection, on, tables.facts, scope)
    by_ref = sorted(found, key=attrgetter("ref"))
    lives = LifeSpans(policy)
    return (_presence(tuple(row), rows, on, lives) for row in by_ref)


def _whole_query(on: date, policy: Policy, tables: FactTables, scope: Scope) -> Select[Any]:
    """The columns of `standing_query`, then those that `_presence` and its helpers take apart."""
    facts, days = tables.facts.c, tables.days.c
    query = (
        standing_query(on, policy, tables.facts)
        .add_columns(
            client.c.ref,
            facts.segment,
            facts.birth_date,
            facts.since,
            days.meetings,
            days.talks,
            days.written_in,
            days.errands,
            days.letters,
            days.digital_months,
            facts.last_digital_month,
            days.last_answer,
            facts.no_contact_until,
            facts.assigned_from,
            facts.announced,
        )
        .join(tables.days, days.client_id == facts.client_id)
        .join(client, client.c.id == facts.client_id)
    )
    return in_scope(query, tables.facts, scope)


def _presence(row: tuple[Any, ...], rows: Rows, on: date, lives: LifeSpans) -> Presence:
    key, state_word, restraint, mask, ref, segment, birth = row[:7]
    state, flags = _STATES[state_word], flags_of(mask)
    life = lives.of(_SEGMENTS[segment], birth)
    history = _history(row, state, flags)
    since = state_since(state, history, life, on)
    raised: tuple[RaisedFlag, ...] = ()
    if flags:
        online = count_since(row[13], digital_from(on, life)) if _ONLINE & mask else 0
        record = _record(row, history, online, rows if _BY_ROWS & mask else _NO_ROWS)
        raised = raise_flags(flags, record, life, on, since)
    return Presence(key, ref, state, since, raised, _RESTRAINTS[restraint])


def _history(row: tuple[Any, ...], state: State, flags: tuple[Flag, ...]) -> History:
    """Only the days that this state and these flags are told from: a bank has many rows."""
    since, meetings, talks, written_in, errands, letters, months = row[7:14]
    far = state in _FAR
    return History(
        since,
        unpack(meetings if state is State.MET else meetings[:WIDTH]) if meetings else (),
        unpack(talks if state is State.VOICE_ONLY else talks[:WIDTH]) if far and talks else (),
        unpack(written_in) if far and written_in else (),
        unpack_months(months) if far and months else (),
        unpack(errands) if Flag.ERRANDS_ONLY in flags else (),
        unpack(letters) if Flag.UNANSWERED in flags else (),
    )


def _record(row: tuple[Any, ...], history: History, online: int, rows: Rows) -> Record:
    key = row[0]
    last_digital_month, last_answer, no_contact_until, assigned_from, announced = row[14:]
    known = (
        history,
        last_digital_month,
        online,
        last_answer,
        no_contact_until,
        assigned_from,
        _ANNOUNCED[announced],
    )
    if rows is _NO_ROWS:
        return Record(*known)
    return Record(
        *known,
        rows.turns.get(key, ()),
        rows.meetings.get(key, ()),
        rows.projects.get(key, ()),
        rows.follow_ups.get(key, ()),
        rows.commitments.get(key, ()),
    )


# Codes by their words: an enumeration's own look-up takes several times as long.
_STATES = {one.value: one for one in State}
_SEGMENTS: dict[str | None, Segment | None] = {None: None, **{one.value: one for one in Segment}}
_RESTRAINTS: dict[str | None, Restraint | None] = {
    None: None,
    **{one.value: one for one in Restraint},
}
_ANNOUNCED: dict[str | None, Announced | None] = {
    None: None,
    **{one.value: one for one in Announced},
}
_FAR = frozenset({State.VOICE_ONLY, State.ONLINE_ONLY, State.SILENT})
_ONLINE = bit(Flag.ONLINE_ONLY)
_BY_ROWS = (
    bit(Flag.NOT_INTRODUCED)
    | bit(Flag.PROJECT_UNATTENDED)
    | bit(Flag.FOLLOW_UP_DUE)
    | bit(Flag.COMMITMENT_DUE)
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
            (key, KnownProject(ref, code, target and _target(target), noted, first))
            for key, ref, code, target, noted, first in connection.execute(query)
        ]
    )


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
