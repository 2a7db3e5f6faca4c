"""The demonstration portfolio: an invented bank, drawn from a seed around one day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from random import Random
from typing import TypeAlias

from advisor_app.demo import diary, online, people, relations, staff, story, ventures
from advisor_app.demo.cast import Company, cast
from advisor_app.demo.days import STORY_DAY, Days, Span
from advisor_app.demo.household import Depth, Household
from advisor_app.demo.quotas import PORTFOLIO
from advisor_app.domain.bank_records import RECORD_TYPES, BankRecord, RecordBatch

_BATCH = 2_000
_Drawing: TypeAlias = Callable[[list[Household], Days, Random], Iterable[BankRecord]]
# Seven years for a portfolio that people look at; a whole bank remembers what rules read.
_LOOKED_AT, _WHOLE_BANK = Depth(84), Depth(9, in_full=False)
MANY = 5_000


def demonstration(
    clients: int = PORTFOLIO, seed: int = 1, day: date = STORY_DAY, depth: Depth | None = None
) -> Iterator[RecordBatch]:
    """The tables of an invented bank in the order of RECORD_TYPES, in batches.

    The same arguments give the same rows. One advisor serves 412 clients: more clients, more
    advisors and branches, and beyond 5,000 of them, unless a depth is given, shorter histories.
    """
    days = Days(day)
    told = story.chapters(clients, days)
    portfolios = max(1, -(-clients // PORTFOLIO))
    households = _households(clients, told, Random(f"{seed} cast"), day)
    depth = depth or (_LOOKED_AT if clients <= MANY else _WHOLE_BANK)
    for name in RECORD_TYPES:
        rng = Random(f"{seed} {name}")
        bank = _bank_rows(name, portfolios, days)
        drawn = _drawn_rows(name, households, days, rng, depth)
        if name == "appointments":
            taken = [Span(row.start, row.end) for row in story.appointments(told)]
            drawn = diary.appointments(households, days, taken)
        yield from _batches(name, chain(bank, story.table(name, told), drawn))


def _households(clients: int, told: list[story.Chapter], rng: Random, day: date) -> list[Household]:
    existing = story.archetypes(told)
    used, companies = sum(existing.values()), []
    for portfolio, first in enumerate(range(0, clients, PORTFOLIO)):
        size = min(PORTFOLIO, clients - first)
        if portfolio == 0:
            companies.append(Company(0, size - used, existing))
        else:
            companies.append(Company(portfolio, size, {}))
    return list(cast(companies, used + 1, rng, day))


def _bank_rows(name: str, portfolios: int, days: Days) -> Iterable[BankRecord]:
    count = staff.branch_count(portfolios)
    match name:
        case "branches":
            return staff.branches(count)
        case "rooms":
            return staff.rooms(count)
        case "advisors":
            return staff.advisors(portfolios)
        case "working_hours":
            return staff.working_hours(portfolios)
        case "closing_days":
            return staff.closing_days(count, days)
    return ()


def _drawn_rows(
    name: str, households: list[Household], days: Days, rng: Random, depth: Depth
) -> Iterable[BankRecord]:
    if name == "digital":
        return online.digital(households, days, rng, depth.months)
    if name == "touchpoints":
        return relations.touchpoints(households, days, rng, depth)
    if name == "consents":
        return people.consents(households, days, rng, depth)
    if name in _DRAWN:
        return _DRAWN[name](households, days, rng)
    return ()


_DRAWN: dict[str, _Drawing] = {
    "clients": people.clients,
    "members": lambda households, _days, _rng: people.members(households),
    "assignments": lambda households, days, _rng: relations.assignments(households, days),
    "projects": ventures.projects,
    "project_inputs": lambda households, _days, rng: ventures.project_inputs(households, rng),
    "signals": ventures.signals,
    "contracts": ventures.contracts,
    "client_facts": ventures.client_facts,
    "commitments": diary.commitments,
}


def _batches(name: str, records: Iterable[BankRecord]) -> Iterator[RecordBatch]:
    rows = iter(records)
    while batch := list(islice(rows, _BATCH)):
        yield name, batch
