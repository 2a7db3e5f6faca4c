"""Reading presence whole: each client's standing, explained from the days and rows behind it."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select

from advisor_app.domain.codes import Announced, Flag, Segment, State
from advisor_app.domain.policy import Policy
from advisor_app.domain.presence import Presence, RaisedFlag, Restraint
from advisor_app.domain.presence_flags import Record, raise_flags
from advisor_app.domain.presence_runs import History, LifeSpans, state_since
from advisor_app.storage.fact_day_queries import WIDTH
from advisor_app.storage.facts import FactTables
from advisor_app.storage.packed_days import (
    count_since,
    digital_from,
    latest,
    unpack,
    unpack_months,
)
from advisor_app.storage.presence import EVERYBODY, Scope, in_scope, tables_for
from advisor_app.storage.presence_rows import NO_ROWS, Rows, read_rows
from advisor_app.storage.presence_rules import bit, flags_of, standing_query
from advisor_app.storage.schema.clients import client


def read_presence(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> Iterator[Presence]:
    """Everybody in the scope with state, flags, evidence and since when, by reference.

    All is read at once; each is explained when asked for, also after the transaction.
    """
    with tables_for(connection, on, scope) as tables:
        found = connection.execute(_whole_query(on, policy, tables, scope)).all()
        rows = read_rows(connection, on, tables.facts, scope)
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
        record = _record(row, history, online, rows if _BY_ROWS & mask else NO_ROWS)
        raised = raise_flags(flags, record, life, on, since)
    return Presence(key, ref, state, since, raised, _RESTRAINTS[restraint])


def _history(row: tuple[Any, ...], state: State, flags: tuple[Flag, ...]) -> History:
    """Only the days that this state and these flags are told from: a bank has many rows."""
    since, meetings, talks, written_in, errands, letters, months = row[7:14]
    far = state in _FAR
    return History(
        since,
        unpack(meetings) if state is State.MET else latest(meetings[:WIDTH]),
        unpack(talks) if state is State.VOICE_ONLY else latest(talks[:WIDTH]),
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
