"""States and flags: one statement over facts, for one client, a portfolio and a whole bank.

The limit dates of each segment are computed once in Python and bound as plain dates, so that the
same statement runs on SQLite and on PostgreSQL, over the kept facts or those of another day.
"""

import operator
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    String,
    Table,
    TextClause,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.types import TypeEngine

from advisor_app.domain.codes import Flag, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy, senior_born_by
from advisor_app.domain.presence import Limits, Restraint, limits_by_segment
from advisor_app.storage.fact_day_queries import WIDTH
from advisor_app.storage.facts import KEPT, FactTables, facts_day, facts_of
from advisor_app.storage.schema.clients import assignment

MORNING_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one client stands on a day."""

    client: Key
    state: State
    flags: tuple[Flag, ...]
    restraint: Restraint | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose presence is asked for: one client's, one advisor's clients' of the day, or all."""

    advisor: Key | None = None
    client: Key | None = None


EVERYBODY = Scope()


def read_standings(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> list[Standing]:
    """State and flags of everybody in the scope, in no order."""
    with tables_for(connection, on, scope) as tables:
        query = in_scope(standing_query(on, policy, tables.facts), tables.facts, scope)
        return [
            Standing(Key(key), State(state), flags_of(mask), restraint and Restraint(restraint))
            for key, state, restraint, mask in connection.execute(query)
        ]


@contextmanager
def tables_for(connection: Connection, on: date, scope: Scope) -> Iterator[FactTables]:
    """The kept facts where `on` is the store's own day; else that day's, made for the scope."""
    if on == facts_day(connection):
        yield KEPT
        return
    with facts_of(connection, on, _clients_in(connection, on, scope)) as tables:
        yield tables


def in_scope(query: Select[Any], facts: Table, scope: Scope) -> Select[Any]:
    """The query for the scope only."""
    if scope.client is not None:
        query = query.where(facts.c.client_id == scope.client)
    if scope.advisor is not None:
        query = query.where(facts.c.advisor_id == scope.advisor)
    return query


def standing_query(on: date, policy: Policy, facts: Table) -> Select[Any]:
    """Client, state, restraint, and the flags as a sum of `bit`s."""
    by_segment = limits_by_segment(on, policy)
    alike = len(set(by_segment.values())) == 1
    bounds = _bounds(dict([*by_segment.items()][:1]) if alike else by_segment)
    state = _state(facts, bounds).label("state")
    restraint = case(
        (facts.c.restraint.is_not(None), facts.c.restraint),
        (facts.c.no_contact_until >= on, literal(Restraint.NO_CONTACT.value)),
    ).label("restraint")
    senior = func.coalesce(facts.c.birth_date <= senior_born_by(on), False)
    return select(
        facts.c.client_id, state, restraint, _mask(facts, bounds, on, state, restraint)
    ).join_from(
        facts,
        bounds,
        true()
        if alike
        else and_(
            bounds.c.segment == func.coalesce(facts.c.segment, Segment.MASS.value),
            bounds.c.senior == senior,
        ),
    )


def bit(flag: Flag) -> int:
    """What a flag adds to the sum."""
    return 1 << list(Flag).index(flag)


@cache
def flags_of(mask: int) -> tuple[Flag, ...]:
    """The flags of a sum, in the order of PRODUCT.md."""
    return tuple(flag for flag in Flag if mask & bit(flag))


def _clients_in(connection: Connection, on: date, scope: Scope) -> list[Key] | None:
    if scope.client is not None:
        return [scope.client]
    if scope.advisor is None:
        return None
    serves = select(assignment.c.client_id).where(
        assignment.c.advisor_id == scope.advisor,
        assignment.c.from_day <= on,
        or_(assignment.c.until_day.is_(None), assignment.c.until_day >= on),
    )
    return list(connection.execute(serves).scalars())


_BOUND_TYPES: dict[str, type[TypeEngine[Any]]] = {
    "segment": String,
    "senior": Boolean,
    "new_after": Date,
    "met_from": Date,
    "drifting_from": Date,
    "voice_from": Date,
    "written_from": Date,
    "month_from": Date,
    "assigned_by": Date,
    "project_by": Date,
    "counted_from": String,
    "errand_at": Integer,
    "letter_at": Integer,
}


def _bounds(by_segment: Mapping[tuple[Segment, bool], Limits]) -> CTE:
    """The limits as rows: one a segment, before and from the 70th birthday; one if all agree."""
    parameters: list[BindParameter[Any]] = [
        bindparam(f"bound_{number}_{name}", value, type_=_BOUND_TYPES[name])
        for number, ((segment, senior), limits) in enumerate(by_segment.items())
        for name, value in zip(_BOUND_TYPES, _row(segment, senior, limits), strict=True)
    ]
    columns = (column(name, type_) for name, type_ in _BOUND_TYPES.items())
    return _bound_rows(len(by_segment)).bindparams(*parameters).columns(*columns).cte("bounds")


@cache
def _bound_rows(count: int) -> TextClause:
    """Written out, because SQLAlchemy compiles `values` anew each time, longer than it runs."""
    rows = (
        ", ".join(f":bound_{number}_{name} AS {name}" for name in _BOUND_TYPES)
        for number in range(count)
    )
    return text(" UNION ALL ".join(f"SELECT {row}" for row in rows))


def _row(segment: Segment, senior: bool, limits: Limits) -> tuple[Any, ...]:  # noqa: FBT001 one of two keys
    return (
        segment.value,
        senior,
        limits.new_after,
        limits.met_from,
        limits.drifting_from,
        limits.voice_from,
        limits.digital_from,
        # A month's last day is within exactly when the month is the limit day's own, or later.
        limits.digital_from.replace(day=1),
        limits.assigned_by,
        limits.project_by,
        limits.drifting_from.isoformat(),
        1 + WIDTH * (limits.errands - 1),
        1 + WIDTH * (limits.unanswered - 1),
    )


def _state(facts: Table, bounds: CTE) -> ColumnElement[str]:
    known, limit = facts.c, bounds.c
    online = or_(
        known.last_digital_month >= limit.month_from,
        known.last_written_in >= limit.written_from,
    )
    return case(
        (and_(known.since > limit.new_after, known.last_meeting.is_(None)), State.NEW.value),
        (known.last_meeting >= limit.met_from, State.MET.value),
        (known.last_meeting >= limit.drifting_from, State.DRIFTING.value),
        (known.last_talk >= limit.voice_from, State.VOICE_ONLY.value),
        (online, State.ONLINE_ONLY.value),
        else_=State.SILENT.value,
    )


def _mask(
    facts: Table,
    bounds: CTE,
    on: date,
    state: ColumnElement[str],
    restraint: ColumnElement[Any],
) -> ColumnElement[int]:
    rules = _rules(facts, bounds, on, state)
    bits = [case((rule, bit(flag)), else_=0) for flag, rule in rules.items()]
    total = reduce(operator.add, bits)
    return case((restraint.is_not(None), 0), else_=total).label("flags")


def _rules(
    facts: Table, bounds: CTE, on: date, state: ColumnElement[str]
) -> dict[Flag, ColumnElement[bool]]:
    known, limit = facts.c, bounds.c
    errand = func.substr(known.errand_days, limit.errand_at, WIDTH)
    letter = func.substr(known.letter_days, limit.letter_at, WIDTH)
    answered = func.coalesce(cast(known.last_answer, String), "")
    return {
        Flag.ONLINE_ONLY: state == State.ONLINE_ONLY.value,
        Flag.NOT_INTRODUCED: and_(
            known.assigned_from <= limit.assigned_by,
            known.after_another,
            known.last_meeting_with_advisor.is_(None),
        ),
        Flag.ERRANDS_ONLY: and_(
            errand >= limit.counted_from,
            or_(known.last_meeting.is_(None), known.last_meeting < limit.drifting_from),
        ),
        Flag.PROJECT_UNATTENDED: known.project_due <= limit.project_by,
        Flag.UNANSWERED: and_(letter >= limit.counted_from, letter > answered),
        Flag.FOLLOW_UP_DUE: known.follow_up_due < (on + MORNING_AFTER).isoformat(),
        Flag.COMMITMENT_DUE: known.commitment_due < on,
    }
