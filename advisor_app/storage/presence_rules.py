"""The rules of states and flags, as SQL over facts: the one definition that everybody asks.

The limit dates of each segment are computed once in Python and bound as plain dates, so that the
same statement runs on SQLite and on PostgreSQL, over the kept facts or those of another day.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    BindParameter,
    Boolean,
    ColumnElement,
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
from advisor_app.domain.policy import Policy, senior_born_by
from advisor_app.domain.presence import Limits, Restraint, limits_by_segment
from advisor_app.storage.day_sql import plain_day
from advisor_app.storage.fact_day_queries import WIDTH

MORNING_AFTER = timedelta(days=1)


class Standing(NamedTuple):
    """Where a client stands on a day."""

    state: State
    flags: tuple[Flag, ...]
    restraint: Restraint | None


def standing_query(on: date, policy: Policy, facts: Table) -> Select[Any]:
    """Client, state, restraint, and the flags as a sum of `bit`s."""
    ask = _asking(on, policy, facts)
    flags = _state(ask, _own_flag) + _told(ask)
    return _over(
        ask,
        _state(ask, attrgetter("value")).label("state"),
        _restraint(ask).label("restraint"),
        case((_at_rest(ask), 0), else_=flags).label("flags"),
    )


def packed_query(on: date, policy: Policy, facts: Table) -> Select[Any]:
    """Client, and where he stands as one whole number, for `unpacked`.

    A whole bank passes here, where each column costs, and each rule that is looked at twice.
    """
    ask = _asking(on, policy, facts)
    restraints = {one.value: _packed(restraint=one) for one in Restraint}
    at_rest = _state(ask, _packed) + case(restraints, value=_restraint(ask))
    free = _state(ask, lambda state: _packed(state, _own_flag(state)))
    number = case((_at_rest(ask), at_rest), else_=free + _packed(flags=1) * _told(ask))
    return _over(ask, number.label("standing"))


def bit(flag: Flag) -> int:
    """What a flag adds to the sum."""
    return 1 << list(Flag).index(flag)


@cache
def flags_of(mask: int) -> tuple[Flag, ...]:
    """The flags of a sum, in the order of PRODUCT.md."""
    return tuple(flag for flag in Flag if mask & bit(flag))


@cache
def unpacked(number: int) -> Standing:
    """Where a client stands, by the number of `packed_query`; alike clients share one value."""
    number, state = divmod(number, len(_STATES))
    flags, restraint = divmod(number, len(_RESTRAINTS))
    return Standing(_STATES[state], flags_of(flags), _RESTRAINTS[restraint])


_STATES = tuple(State)
_RESTRAINTS = (None, *Restraint)


def _packed(state: State = _STATES[0], flags: int = 0, restraint: Restraint | None = None) -> int:
    """A part of the number, or all of it; parts add up."""
    place = flags * len(_RESTRAINTS) + _RESTRAINTS.index(restraint)
    return place * len(_STATES) + _STATES.index(state)


def _own_flag(state: State) -> int:
    """The flag that a state raises by itself."""
    return bit(Flag.ONLINE_ONLY) if state is State.ONLINE_ONLY else 0


@dataclass(frozen=True, slots=True)
class _Asking:
    facts: Table
    bounds: CTE
    on: date
    # Whose row of bounds is whose.
    joined: ColumnElement[bool]


def _asking(on: date, policy: Policy, facts: Table) -> _Asking:
    by_segment = limits_by_segment(on, policy)
    if len(set(by_segment.values())) == 1:
        return _Asking(facts, _bounds(dict([*by_segment.items()][:1])), on, true())
    bounds = _bounds(by_segment)
    senior = func.coalesce(facts.c.birth_date <= senior_born_by(on), False)
    joined = and_(
        bounds.c.segment == func.coalesce(facts.c.segment, Segment.MASS.value),
        bounds.c.senior == senior,
    )
    return _Asking(facts, bounds, on, joined)


def _over(ask: _Asking, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(ask.facts.c.client_id, *columns).join_from(ask.facts, ask.bounds, ask.joined)


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


def _state(ask: _Asking, told_as: Callable[[State], Any]) -> ColumnElement[Any]:
    """The first rule that holds, told in words or numbers."""
    known, limit = ask.facts.c, ask.bounds.c
    online = or_(
        plain_day(known.last_digital_month) >= limit.month_from,
        plain_day(known.last_written_in) >= limit.written_from,
    )
    return case(
        (
            and_(plain_day(known.since) > limit.new_after, known.last_meeting.is_(None)),
            told_as(State.NEW),
        ),
        (plain_day(known.last_meeting) >= limit.met_from, told_as(State.MET)),
        (plain_day(known.last_meeting) >= limit.drifting_from, told_as(State.DRIFTING)),
        (plain_day(known.last_talk) >= limit.voice_from, told_as(State.VOICE_ONLY)),
        (online, told_as(State.ONLINE_ONLY)),
        else_=told_as(State.SILENT),
    )


def _at_rest(ask: _Asking) -> ColumnElement[bool]:
    known = ask.facts.c
    return or_(known.restraint.is_not(None), plain_day(known.no_contact_until) >= ask.on)


def _restraint(ask: _Asking) -> ColumnElement[Any]:
    known = ask.facts.c
    return case(
        (known.restraint.is_not(None), known.restraint),
        (plain_day(known.no_contact_until) >= ask.on, literal(Restraint.NO_CONTACT.value)),
    )


def _told(ask: _Asking) -> ColumnElement[int]:
    """The flags besides a state's own."""
    return reduce(
        operator.add, (case((rule, bit(flag)), else_=0) for flag, rule in _rules(ask).items())
    )


def _rules(ask: _Asking) -> dict[Flag, ColumnElement[bool]]:
    known, limit = ask.facts.c, ask.bounds.c
    errand = func.substr(known.errand_days, limit.errand_at, WIDTH)
    letter = func.substr(known.letter_days, limit.letter_at, WIDTH)
    answered = func.coalesce(cast(known.last_answer, String), "")
    return {
        Flag.NOT_INTRODUCED: and_(
            known.after_another,
            plain_day(known.assigned_from) <= limit.assigned_by,
            known.last_meeting_with_advisor.is_(None),
        ),
        Flag.ERRANDS_ONLY: and_(
            errand >= limit.counted_from,
            or_(known.last_meeting.is_(None), plain_day(known.last_meeting) < limit.drifting_from),
        ),
        Flag.PROJECT_UNATTENDED: plain_day(known.project_due) <= limit.project_by,
        Flag.UNANSWERED: and_(letter >= limit.counted_from, letter > answered),
        Flag.FOLLOW_UP_DUE: known.follow_up_due < (ask.on + MORNING_AFTER).isoformat(),
        Flag.COMMITMENT_DUE: plain_day(known.commitment_due) < ask.on,
    }
