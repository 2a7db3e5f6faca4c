"""Reading presence whole: each client's standing, explained from the days and rows behind it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, overload

from sqlalchemy import Connection, Select, select

from advisor_app.domain.codes import Announced, Flag, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy
from advisor_app.domain.presence import Presence, RaisedFlag
from advisor_app.domain.presence_flags import Record, raise_flags
from advisor_app.domain.presence_runs import Contact, History, LifeSpans, state_since
from advisor_app.storage.facts import FactTables
from advisor_app.storage.packed_days import (
    count_since,
    digital_from,
    one_month,
    unpack,
    unpack_months,
)
from advisor_app.storage.presence import EVERYBODY, Scope, in_scope, lean_rows, tables_for, whose
from advisor_app.storage.presence_rows import NO_ROWS, Rows, read_rows
from advisor_app.storage.presence_rules import Standing, packed_query, unpacked
from advisor_app.storage.schema.clients import client


class Presences(Sequence[Presence]):
    """Clients in the order of their references, each explained when it is asked for."""

    def __init__(
        self, refs: Sequence[tuple[Key, str]], explain: Callable[[Key, str], Presence]
    ) -> None:
        self._refs, self._explain = refs, explain

    def __len__(self) -> int:
        """How many clients there are."""
        return len(self._refs)

    @overload
    def __getitem__(self, place: int) -> Presence: ...
    @overload
    def __getitem__(self, place: slice) -> "Presences": ...
    def __getitem__(self, place: int | slice) -> "Presence | Presences":
        """One client, or some of them, not explained yet."""
        if isinstance(place, slice):
            return Presences(self._refs[place], self._explain)
        return self._explain(*self._refs[place])

    def __iter__(self) -> Iterator[Presence]:
        """Each client in turn."""
        explain = self._explain
        return (explain(key, ref) for key, ref in self._refs)


def read_presence(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> Presences:
    """Everybody in the scope with state, flags, evidence and since when, by reference.

    All is read at once; each is explained when asked for, also after the transaction.
    """
    with tables_for(connection, on, scope) as tables:
        query = _facts_query(on, policy, tables, scope)
        found = {row[0]: row for row in connection.execute(query).all()}
        days = {row[0]: row for row in lean_rows(connection, _days_query(tables, scope))}
        by_ref = lean_rows(connection, _refs_query(tables, scope))
        rows = read_rows(connection, on, tables.facts, scope)
    lives = LifeSpans(policy)

    def explain(key: Key, ref: str) -> Presence:
        return _presence(ref, found[key], days[key], rows, on, lives)

    return Presences(by_ref, explain)


# Each table is read for itself, in the order in which it lies: a join would leap from page to page,
# and each page has to be deciphered.
def _facts_query(on: date, policy: Policy, tables: FactTables, scope: Scope) -> Select[Any]:
    facts = tables.facts.c
    query = packed_query(on, policy, tables.facts).add_columns(
        facts.segment,
        facts.birth_date,
        facts.since,
        facts.last_meeting,
        facts.last_talk,
        facts.last_written_in,
        facts.last_digital_month,
        facts.last_answer,
        facts.no_contact_until,
        facts.assigned_from,
        facts.announced,
    )
    return in_scope(query, tables.facts, scope)


def _days_query(tables: FactTables, scope: Scope) -> Select[Any]:
    days = tables.days.c
    query = select(
        days.client_id,
        days.meetings,
        days.talks,
        days.written_in,
        days.digital_months,
        days.errands,
        days.letters,
    )
    return whose(query, days.client_id, tables.facts, scope)


def _refs_query(tables: FactTables, scope: Scope) -> Select[Any]:
    query = select(client.c.id, client.c.ref).order_by(client.c.ref)
    return whose(query, client.c.id, tables.facts, scope)


class _Plan(NamedTuple):
    """What has to be known of clients who stand alike, told once by the number of their standing.

    Naming an enumeration's member takes a tenth of the time that a client may take.
    """

    standing: Standing
    met: bool
    voice: bool
    online: bool
    counted: bool
    errands: bool
    letters: bool
    by_rows: bool


@cache
def _plan(number: int) -> _Plan:
    standing = unpacked(number)
    state, flags = standing.state, standing.flags
    return _Plan(
        standing,
        met=state is State.MET,
        voice=state is State.VOICE_ONLY,
        online=state is State.ONLINE_ONLY,
        counted=Flag.ONLINE_ONLY in flags,
        errands=Flag.ERRANDS_ONLY in flags,
        letters=Flag.UNANSWERED in flags,
        by_rows=not _BY_ROWS.isdisjoint(flags),
    )


def _presence(
    ref: str,
    facts: Sequence[Any],
    days: Sequence[str],
    rows: Rows,
    on: date,
    lives: LifeSpans,
) -> Presence:
    key, number, segment, birth = facts[:4]
    plan = _plan(number)
    state, flags, restraint = plan.standing
    life = lives.of(_SEGMENTS[segment], birth)
    history = _history(plan, facts, days)
    since = state_since(state, history, life, on)
    raised: tuple[RaisedFlag, ...] = ()
    if flags:
        online = count_since(days[4], digital_from(on, life)) if plan.counted else 0
        record = _record(history, online, facts, rows if plan.by_rows else NO_ROWS)
        raised = raise_flags(flags, record, life, on, since)
    return Presence(key, ref, state, since, raised, restraint)


def _history(plan: _Plan, facts: Sequence[Any], days: Sequence[str]) -> History:
    """Only the days that this state and these flags are told from: a bank has many rows."""
    since, last_meeting, last_talk, last_written_in, last_digital_month = facts[4:9]
    _, meetings, talks, written_in, months, errands, letters = days
    return History(
        since,
        unpack(meetings) if plan.met else _latest(last_meeting),
        unpack(talks) if plan.voice else _latest(last_talk),
        unpack(written_in) if plan.online else _latest(last_written_in),
        unpack_months(months) if plan.online else _latest_month(last_digital_month),
        unpack(errands) if plan.errands else (),
        unpack(letters) if plan.letters else (),
    )


def _latest(day: date | None) -> tuple[date, ...]:
    return (day,) if day else ()


def _latest_month(month: date | None) -> tuple[Contact, ...]:
    return (one_month(month),) if month else ()


def _record(history: History, online: int, facts: Sequence[Any], rows: Rows) -> Record:
    key = facts[0]
    last_digital_month, last_answer, no_contact_until, assigned_from, announced = facts[8:]
    known = (
        history,
        last_digital_month,
        online,
        last_answer,
        no_contact_until,
        assigned_from,
        _ANNOUNCED[announced],
    )
    if rows is NO_ROWS:
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
_SEGMENTS: dict[str | None, Segment | None] = {None: None, **{one.value: one for one in Segment}}
_ANNOUNCED: dict[str | None, Announced | None] = {
    None: None,
    **{one.value: one for one in Announced},
}
_BY_ROWS = frozenset(
    {
        Flag.NOT_INTRODUCED,
        Flag.PROJECT_UNATTENDED,
        Flag.FOLLOW_UP_DUE,
        Flag.COMMITMENT_DUE,
    }
)
