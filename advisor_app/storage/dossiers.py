"""Reads what the rules of suggestions are told about many clients, by a handful of queries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection

from advisor_app.domain.codes import (
    Announced,
    ClientStatus,
    ConsentUse,
    Flag,
    Kind,
    Segment,
    State,
    Title,
)
from advisor_app.domain.distance import NEARBY_KM, Position
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.dossier import ClientDossier, ClientFact, Contacts
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.storage import dossier_rows as rows
from advisor_app.storage.dossier_clients import ClientRow, client_query
from advisor_app.storage.dossier_places import Places, read_formers, read_places
from advisor_app.storage.dossier_scope import InScope, in_parts
from advisor_app.storage.fact_day_queries import WIDTH
from advisor_app.storage.facts import KEPT, FactTables, facts_day, facts_of
from advisor_app.storage.presence_rules import flags_of

WROTE_DAYS = 30


def read_dossiers(
    connection: Connection, clients: list[InScope], book: RuleBook, policy: Policy
) -> Iterator[list[ClientDossier]]:
    """The dossiers of these clients on the book's day, by parts."""
    places = read_places(connection, book.day)
    with in_parts(connection, clients) as parts:
        if book.day == facts_day(connection):
            for part in range(parts):
                yield _read_part(connection, part, KEPT, book, policy, places)
            return
        keys = [one.client for one in clients]
        with facts_of(connection, book.day, keys) as tables:
            for part in range(parts):
                yield _read_part(connection, part, tables, book, policy, places)


@dataclass(frozen=True, slots=True)
class _Rows:
    projects: rows.ByClient
    signals: rows.ByClient
    contracts: rows.ByClient
    facts: dict[int, dict[str, ClientFact]]
    consents: dict[int, Mapping[ConsentUse, bool]]
    members: rows.ByClient
    outgoing: dict[int, tuple[Any, ...]]
    appointments: dict[int, tuple[date | None, date | None]]
    past: rows.ByClient
    formers: set[int]


def _read_part(
    connection: Connection,
    part: int,
    tables: FactTables,
    book: RuleBook,
    policy: Policy,
    places: Places,
) -> list[ClientDossier]:
    rows_found = connection.execute(client_query(part, tables, book.day, policy)).all()
    found = [ClientRow._make(row) for row in rows_found]
    on = book.day
    known = _Rows(
        projects=rows.read_projects(connection, part, on),
        signals=rows.read_signals(connection, part, on),
        contracts=rows.read_contracts(connection, part, frozenset(book.contract_rules)),
        facts=rows.read_client_facts(connection, part),
        consents=rows.read_consents(connection, part, on),
        members=rows.read_members(connection, part),
        outgoing=rows.read_outgoing(connection, part, on),
        appointments=rows.read_appointments(connection, part, on),
        past=rows.read_past(connection, part, on),
        formers=read_formers(connection, part, on, tables.facts, places.at_work),
    )
    deaths = _deaths(found, known)
    return [_dossier(row, known, deaths, on, places) for row in found]


def _dossier(
    row: ClientRow,
    known: _Rows,
    deaths: dict[Key, list[tuple[int, date]]],
    on: date,
    places: Places,
) -> ClientDossier:
    number = row.number
    flags = _flags(row.flags)
    consents = known.consents.get(number, {})
    ahead, missed = known.appointments.get(number, (None, None))
    home = _home(row) if consents.get(ConsentUse.PROXIMITY) else None
    return ClientDossier(
        key=row.client_id,
        ref=row.ref,
        advisor=row.advisor_id,
        household=row.household_id,
        served=row.served,
        kind=_KINDS[row.kind],
        title=_TITLES[row.title],
        sort_name=row.sort_name,
        birth_date=row.birth_date,
        segment=_SEGMENTS[row.segment],
        country=row.country,
        since=row.since,
        no_profile=row.no_profile,
        preferred_channel=row.preferred_channel,
        state=_STATES[row.state],
        restraint=_RESTRAINTS[row.restraint],
        no_contact_until=row.no_contact_until,
        flags=flags,
        errand_days=_days(row.errand_days) if Flag.ERRANDS_ONLY in flags else (),
        assigned_from=row.assigned_from,
        announced=_ANNOUNCED[row.announced],
        last_meeting=row.last_meeting,
        last_meeting_with_advisor=row.last_meeting_with_advisor,
        last_talk=row.last_talk,
        former_here=number in known.formers,
        projects=tuple(known.projects.get(number, ())),
        signals=tuple(known.signals.get(number, ())),
        contracts=tuple(known.contracts.get(number, ())),
        facts=known.facts.get(number, {}),
        consents=consents,
        contacts=_contacts(row, known.outgoing.get(number, (0, 0, None)), on),
        past=tuple(known.past.get(number, ())),
        members=tuple(known.members.get(number, ())),
        appointment_on=ahead,
        missed_on=missed,
        household_death=_last_death(number, row.household_id, deaths),
        distance_km=places.from_branch(row.advisor_id, home),
        on_the_way=places.on_the_way(row.advisor_id, home, NEARBY_KM),
    )


def _home(row: ClientRow) -> Position | None:
    if row.latitude is None or row.longitude is None:
        return None
    return Position(row.latitude, row.longitude)


@cache
def _flags(mask: int) -> frozenset[Flag]:
    return frozenset(flags_of(mask))


_Code = TypeVar("_Code", bound=StrEnum)


def _by_value(codes: type[_Code]) -> dict[str | None, _Code | None]:
    """Codes by how they are stored: a look-up is quicker than a conversion, a bank long."""
    return {None: None, **{code.value: code for code in codes}}


_KINDS = {kind.value: kind for kind in Kind}
_STATES = {state.value: state for state in State}
_TITLES = _by_value(Title)
_SEGMENTS = _by_value(Segment)
_RESTRAINTS = _by_value(Restraint)
_ANNOUNCED = _by_value(Announced)


def _contacts(row: ClientRow, outgoing: tuple[Any, ...], on: date) -> Contacts:
    automated, calls, gesture = outgoing
    heard = max(row.last_meeting or date.min, row.last_talk or date.min)
    month_ago = on - timedelta(days=WROTE_DAYS)
    return Contacts(
        attempts=_after(row.last_answer or date.min, row.letter_days),
        wrote=_after(max(heard, month_ago), row.written_in),
        calls_30_days=calls,
        automated_12_months=automated,
        gesture_on=gesture,
    )


def _after(day: date, packed: str) -> tuple[date, ...]:
    """The packed days after that one; the latest come first, and texts compare as days do."""
    if not packed or packed[:WIDTH] <= day.isoformat():
        return ()
    return tuple(one for one in _days(packed) if one > day)


def _days(packed: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(packed[at : at + WIDTH]) for at in range(0, len(packed), WIDTH))


def _deaths(found: Sequence[ClientRow], known: _Rows) -> dict[Key, list[tuple[int, date]]]:
    """Who died in each household, and when, where the bank said so."""
    deaths: dict[Key, list[tuple[int, date]]] = {}
    for row in found:
        if row.status == ClientStatus.DECEASED.value and row.household_id is not None:
            died_on = _died_on(row.number, known)
            if died_on is not None:
                deaths.setdefault(row.household_id, []).append((row.number, died_on))
    return deaths


def _died_on(number: int, known: _Rows) -> date | None:
    fact = known.facts.get(number, {}).get("died_on")
    if fact is not None:
        try:
            return date.fromisoformat(fact.value or "")
        except ValueError:
            return fact.on
    told = [one.on for one in known.signals.get(number, ()) if one.code == "death_notified"]
    return min(told, default=None)


def _last_death(
    number: int, household: Key | None, deaths: dict[Key, list[tuple[int, date]]]
) -> date | None:
    if household is None or household not in deaths:
        return None
    return max((day for who, day in deaths.get(household, ()) if who != number), default=None)
