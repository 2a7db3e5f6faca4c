"""Reads what the rules of suggestions are told about many clients, by a handful of queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func

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
from advisor_app.domain.distance import Position
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.dossier import ClientDossier, ClientFact, Contacts
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.storage import dossier_rows as rows
from advisor_app.storage.dossier_places import Places, read_places
from advisor_app.storage.dossier_scope import InScope, everybody, in_parts, scope, served_by
from advisor_app.storage.fact_day_queries import WIDTH
from advisor_app.storage.facts import KEPT, FactTables, facts_day, facts_of
from advisor_app.storage.presence import flags_of, standing_query
from advisor_app.storage.schema.clients import client

WROTE_DAYS = 30
# Four letters a month are as good as ten.
LETTERS_READ = 6
NEARBY_KM = 5.0


def dossiers_of_advisor(
    connection: Connection, advisor: Key, book: RuleBook, policy: Policy
) -> Iterator[list[ClientDossier]]:
    """The dossiers of an advisor's clients and of those who live with them, by parts."""
    yield from read_dossiers(connection, served_by(connection, advisor, book.day), book, policy)


def dossiers_of_everybody(
    connection: Connection, book: RuleBook, policy: Policy
) -> Iterator[list[ClientDossier]]:
    """The dossiers of the whole bank, by parts that never divide a household."""
    yield from read_dossiers(connection, everybody(connection), book, policy)


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
    facts: dict[Key, dict[str, ClientFact]]
    consents: dict[Key, dict[ConsentUse, bool]]
    members: rows.ByClient
    outgoing: dict[Key, tuple[Any, ...]]
    appointments: dict[Key, tuple[date | None, date | None]]
    past: rows.ByClient
    formers: set[Key]


def _read_part(
    connection: Connection,
    part: int,
    tables: FactTables,
    book: RuleBook,
    policy: Policy,
    places: Places,
) -> list[ClientDossier]:
    found = connection.execute(_client_query(part, tables, book.day, policy)).all()
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
        formers=rows.read_formers(connection, part, on, tables.facts),
    )
    deaths = _deaths(found, known)
    return [_dossier(row, known, deaths, on, places) for row in found]


def _client_query(part: int, tables: FactTables, on: date, policy: Policy) -> Select[Any]:
    """State, flags and facts; the columns of `_dossier` by their names."""
    facts = tables.facts.c
    return (
        standing_query(on, policy, tables.facts)
        .add_columns(
            scope.c.served,
            *(facts[name] for name in _FACTS),
            *(client.c[name] for name in _CLIENT),
            func.substr(tables.days.c.written_in, 1, WIDTH * LETTERS_READ).label("written_in"),
        )
        .join(scope, scope.c.client_id == facts.client_id)
        .join(tables.days, tables.days.c.client_id == facts.client_id)
        .join(client, client.c.id == facts.client_id)
        .where(scope.c.part == part)
    )


_FACTS = (
    "segment",
    "birth_date",
    "since",
    "no_contact_until",
    "advisor_id",
    "assigned_from",
    "announced",
    "last_meeting",
    "last_meeting_with_advisor",
    "last_talk",
    "last_answer",
    "errand_days",
    "letter_days",
)
_CLIENT = (
    "ref",
    "kind",
    "title",
    "sort_name",
    "household_id",
    "country",
    "no_profile",
    "preferred_channel",
    "status",
    "latitude",
    "longitude",
)


def _dossier(
    row: Row[Any], known: _Rows, deaths: dict[Key, list[tuple[Key, date]]], on: date, places: Places
) -> ClientDossier:
    key = row.client_id
    flags = flags_of(row.flags)
    consents = known.consents.get(key, {})
    ahead, missed = known.appointments.get(key, (None, None))
    near = consents.get(ConsentUse.PROXIMITY) and row.latitude is not None
    home = Position(row.latitude, row.longitude) if near and row.longitude is not None else None
    return ClientDossier(
        key=key,
        ref=row.ref,
        advisor=row.advisor_id,
        household=row.household_id,
        served=row.served,
        kind=Kind(row.kind),
        title=Title(row.title) if row.title else None,
        sort_name=row.sort_name,
        birth_date=row.birth_date,
        segment=Segment(row.segment) if row.segment else None,
        country=row.country,
        since=row.since,
        no_profile=row.no_profile,
        preferred_channel=row.preferred_channel,
        state=State(row.state),
        restraint=Restraint(row.restraint) if row.restraint else None,
        no_contact_until=row.no_contact_until,
        flags=frozenset(flags),
        errand_days=_days(row.errand_days) if Flag.ERRANDS_ONLY in flags else (),
        assigned_from=row.assigned_from,
        announced=Announced(row.announced) if row.announced else None,
        last_meeting=row.last_meeting,
        last_meeting_with_advisor=row.last_meeting_with_advisor,
        last_talk=row.last_talk,
        former_here=key in known.formers,
        projects=tuple(known.projects.get(key, ())),
        signals=tuple(known.signals.get(key, ())),
        contracts=tuple(known.contracts.get(key, ())),
        facts=known.facts.get(key, {}),
        consents=consents,
        contacts=_contacts(row, known.outgoing.get(key, (0, 0, None)), on),
        past=tuple(known.past.get(key, ())),
        members=tuple(known.members.get(key, ())),
        appointment_on=ahead,
        missed_on=missed,
        household_death=_last_death(key, row.household_id, deaths),
        distance_km=places.from_branch(row.advisor_id, home),
        on_the_way=places.on_the_way(row.advisor_id, home, NEARBY_KM),
    )


def _contacts(row: Row[Any], outgoing: tuple[Any, ...], on: date) -> Contacts:
    automated, calls, gesture = outgoing
    heard = max((day for day in (row.last_meeting, row.last_talk) if day), default=date.min)
    answered = row.last_answer or date.min
    return Contacts(
        attempts=tuple(day for day in _days(row.letter_days) if day > answered),
        wrote=tuple(
            day
            for day in _days(row.written_in)
            if day > max(heard, on - timedelta(days=WROTE_DAYS))
        ),
        calls_30_days=calls,
        automated_12_months=automated,
        gesture_on=gesture,
    )


def _days(packed: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(packed[at : at + WIDTH]) for at in range(0, len(packed), WIDTH))


def _deaths(found: Sequence[Row[Any]], known: _Rows) -> dict[Key, list[tuple[Key, date]]]:
    """Who died in each household, and when, where the bank said so."""
    deaths: dict[Key, list[tuple[Key, date]]] = {}
    for row in found:
        if row.status == ClientStatus.DECEASED.value and row.household_id is not None:
            died_on = _died_on(row.client_id, known)
            if died_on is not None:
                deaths.setdefault(row.household_id, []).append((row.client_id, died_on))
    return deaths


def _died_on(key: Key, known: _Rows) -> date | None:
    fact = known.facts.get(key, {}).get("died_on")
    if fact is not None:
        try:
            return date.fromisoformat(fact.value or "")
        except ValueError:
            return fact.on
    told = [one.on for one in known.signals.get(key, ()) if one.code == "death_notified"]
    return min(told, default=None)


def _last_death(
    key: Key, household: Key | None, deaths: dict[Key, list[tuple[Key, date]]]
) -> date | None:
    if household is None:
        return None
    return max((day for who, day in deaths.get(household, ()) if who != key), default=None)
