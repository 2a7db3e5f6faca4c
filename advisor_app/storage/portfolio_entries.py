"""What a portfolio's list knows of its households: their states, flags, projects and words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Select, Table, select

from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ProjectStatus, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.months import age_on
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.policy import Policy
from advisor_app.domain.portfolio import DISTANCE, ComingMeeting, PortfolioEntry, ProjectBrief
from advisor_app.domain.portfolio_words import national, words_of
from advisor_app.storage.nearness import read_near
from advisor_app.storage.people import of_rows, row_key
from advisor_app.storage.presence import Scope, in_scope, tables_for
from advisor_app.storage.presence_rules import flags_of, standing_query
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.projects import project

_OPEN = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)
_AHEAD = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_ADULT = 18
_STATES = {state.value: state for state in State}
_SEGMENTS: dict[str | None, tuple[Segment, ...]] = {
    None: (),
    **{one.value: (one,) for one in Segment},
}
_PLACES = {state.value: place for place, state in enumerate(DISTANCE)}

T = TypeVar("T")
S = TypeVar("S", bound=Select[*tuple[Any, ...]])


class Asking(NamedTuple):
    """Whose portfolio, at what moment, under which policy."""

    advisor: Key
    now: datetime
    policy: Policy

    @property
    def today(self) -> date:
        """The day asked about."""
        return self.now.date()


class _Told(NamedTuple):
    """What finding needs besides the clients, by the key of the row; `near` by the client's."""

    projects: Mapping[Key, Sequence[ProjectBrief]]
    appointments: Mapping[Key, ComingMeeting]
    near: Collection[Key]


def read_entries(
    connection: Connection, asking: Asking, keys: Collection[Key] | None = None
) -> list[PortfolioEntry]:
    """Every household that the advisor serves, in the order of names; only some, by their keys."""
    with tables_for(connection, asking.today, Scope(advisor=asking.advisor)) as tables:
        told = _Told(
            _projects(connection, asking, tables.facts, keys),
            _appointments(connection, asking, tables.facts, keys),
            read_near(connection, asking.advisor, asking.today, tables.facts, keys),
        )
        clients = connection.execute(_clients(asking, tables.facts, keys))
        return [
            _entry(key, members, asking.today, told)
            for key, members in _by_household(clients).items()
        ]


def _clients(asking: Asking, facts: Table, keys: Collection[Key] | None) -> Select[Any]:
    """One row a client served and alive, in the order of names."""
    scope = Scope(advisor=asking.advisor)
    standing = in_scope(standing_query(asking.today, asking.policy, facts), facts, scope)
    query = (
        standing.join(client, client.c.id == facts.c.client_id)
        .add_columns(
            row_key(),
            client.c.ref,
            client.c.folded_name,
            client.c.birth_date,
            client.c.segment,
            client.c.since,
            client.c.city,
            client.c.phone,
            client.c.mobile,
            client.c.no_profile,
            facts.c.last_meeting,
            facts.c.last_talk,
            facts.c.last_written_in,
            facts.c.last_digital_month,
        )
        .where(client.c.status == ClientStatus.ACTIVE.value)
        .order_by(client.c.sort_name, client.c.ref)
    )
    return query if keys is None else query.where(of_rows(keys))


class _Client(NamedTuple):
    """A row of `_clients`."""

    key: Key
    state: str
    restraint: str | None
    flags: int
    row: Key
    ref: str
    folded_name: str
    birth_date: date | None
    segment: str | None
    since: date | None
    city: str | None
    phone: str | None
    mobile: str | None
    no_profile: bool
    last_meeting: date | None
    last_talk: date | None
    last_written_in: date | None
    last_digital_month: date | None


def _by_household(rows: Iterable[Any]) -> dict[Key, list[_Client]]:
    households: defaultdict[Key, list[_Client]] = defaultdict(list)
    for row in rows:
        one = _Client._make(row)
        households[one.row].append(one)
    return households


def _entry(key: Key, members: Sequence[_Client], today: date, told: _Told) -> PortfolioEntry:
    """A household stands under its most distant adult's state, and under every flag of its own.

    Who objects to being profiled adds to neither, as long as somebody else is of it.
    """
    if len(members) == 1:
        return _entry_of_one(key, members[0], told)
    told_of = [one for one in members if not one.no_profile] or members
    grown = [one for one in told_of if _is_adult(one.birth_date, today)] or told_of
    alone = [_entry_of_one(key, one, told) for one in members]
    met = [one.last_meeting for one in grown if one.last_meeting]
    flags = reduce(or_, (one.flags for one in told_of))
    return PortfolioEntry(
        key=key,
        clients=tuple(one.key for one in members),
        state=DISTANCE[max(_PLACES[one.state] for one in grown)],
        flags=flags_of(flags),
        last_meeting=min(met) if len(met) == len(grown) else None,
        last_contact=max(_known(one.last_contact for one in alone), default=None),
        last_digital=max(_known(one.last_digital for one in alone), default=None),
        projects=alone[0].projects,
        appointment=alone[0].appointment,
        town=min(_known(one.town for one in alone), default=None),
        segments=tuple(dict.fromkeys(one for each in told_of for one in _SEGMENTS[each.segment])),
        born=min(_known(one.born for one in alone), default=None),
        since=min(_known(one.since for one in alone), default=None),
        ref=min(one.ref for one in alone),
        words=tuple(dict.fromkeys(word for one in alone for word in one.words)),
        numbers=tuple(dict.fromkeys(number for one in alone for number in one.numbers)),
        phone=next(iter(_known(one.phone for one in alone)), None),
        uncounted=sum(one.no_profile for one in members),
        near=any(one.near for one in alone),
    )


def _entry_of_one(key: Key, one: _Client, told: _Told) -> PortfolioEntry:
    contacts = (one.last_meeting, one.last_talk, one.last_written_in, one.last_digital_month)
    numbers = (national(one.mobile), national(one.phone))
    return PortfolioEntry(
        key=key,
        clients=(one.key,),
        state=_STATES[one.state],
        flags=flags_of(one.flags),
        last_meeting=one.last_meeting,
        last_contact=max(filter(None, contacts), default=None),
        last_digital=one.last_digital_month,
        projects=tuple(told.projects.get(key, ())),
        appointment=told.appointments.get(key),
        town=one.city,
        segments=_SEGMENTS[one.segment],
        born=one.birth_date,
        since=one.since,
        ref=one.ref,
        words=(*_words(one.folded_name), *_words(one.city), *_words(one.ref)),
        numbers=tuple(number for number in numbers if number),
        phone=one.mobile or one.phone,
        uncounted=int(one.no_profile),
        near=one.key in told.near,
    )


def _known(values: Iterable[T | None]) -> list[T]:
    return [value for value in values if value is not None]


@lru_cache(4_096)
def _words(text: str | None) -> tuple[str, ...]:
    """Names and towns come again and again."""
    return tuple(words_of((text,)))


def _is_adult(born: date | None, today: date) -> bool:
    return born is None or age_on(born, today) >= _ADULT


def _projects(
    connection: Connection, asking: Asking, facts: Table, keys: Collection[Key] | None
) -> dict[Key, list[ProjectBrief]]:
    query = (
        select(row_key(), project.c.code, project.c.status, project.c.target, client.c.no_profile)
        .join_from(project, client, client.c.id == project.c.client_id)
        .where(project.c.status.in_(_OPEN))
        .order_by(project.c.target_from.is_(None), project.c.target_from, project.c.code)
    )
    found: defaultdict[Key, list[ProjectBrief]] = defaultdict(list)
    for key, code, status, target, objects in connection.execute(_only(query, asking, facts, keys)):
        when = PartialDate.parse(target) if target else None
        found[key].append(ProjectBrief(code, ProjectStatus(status), when, not objects))
    return found


def _appointments(
    connection: Connection, asking: Asking, facts: Table, keys: Collection[Key] | None
) -> dict[Key, ComingMeeting]:
    this_minute = int(asking.now.replace(second=0, microsecond=0).timestamp())
    query = (
        select(row_key(), appointment.c.start_utc, appointment.c.start_wall)
        .join_from(appointment, attendee, attendee.c.appointment_id == appointment.c.id)
        .join(client, client.c.id == attendee.c.client_id)
        .where(appointment.c.status.in_(_AHEAD), appointment.c.start_utc >= this_minute)
        .order_by(appointment.c.start_utc)
    )
    found: dict[Key, ComingMeeting] = {}
    for key, utc, wall in connection.execute(_only(query, asking, facts, keys)):
        found.setdefault(key, ComingMeeting(utc, datetime.fromisoformat(wall)))
    return found


def _only(query: S, asking: Asking, facts: Table, keys: Collection[Key] | None) -> S:
    """Of the advisor's clients, or of some of his households."""
    served = client.c.id.in_(select(facts.c.client_id).where(facts.c.advisor_id == asking.advisor))
    return query.where(served) if keys is None else query.where(served, of_rows(keys))
