"""The rows about life projects and what announces them."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from advisor_app.demo import texts
from advisor_app.demo.days import Days
from advisor_app.demo.household import Household
from advisor_app.demo.relations import noted_ago
from advisor_app.domain.bank_records import (
    ClientFactRecord,
    ContractRecord,
    ProjectInputRecord,
    ProjectRecord,
    SignalRecord,
)
from advisor_app.domain.months import plus_months

_OLD_CODES = ("first_home", "large_purchase", "home_renovation", "birth_adoption", "career_change")
_BUSINESS = {"current_account": "business_account"}
_HELD = (
    ("current_account", 0.97, 6),
    ("regulated_savings", 0.72, 22),
    ("home_insurance", 0.38, 0),
    ("securities", 0.09, 40),
)


def kit_of(household: Household) -> dict[str, Any]:
    """What hangs together with the household's life project; empty where it has none."""
    kit: dict[str, Any] = texts.table("kits").get(household.kit, {})
    return kit


def projects(households: Iterable[Household], days: Days, rng: Random) -> Iterator[ProjectRecord]:
    """One open project of those who have a kit, and some that are over."""
    for household in households:
        head = household.clients[0].ref
        if household.kit:
            yield _open_project(household, days, rng)
        elif household.done:
            yield _done_project(household, days, rng)
        elif household.since > 1500 and not household.company and rng.random() < 0.12:
            code = _OLD_CODES[int(rng.random() * 5)]
            back = 380 + int(rng.random() * 900)
            status = "done" if rng.random() < 0.7 else "dropped"
            when = (days.ago[back][:4], None, None, days.ago[back + 150], "client")
            yield ProjectRecord(f"P{household.number:06}", head, code, status, *when)


def _open_project(household: Household, days: Days, rng: Random) -> ProjectRecord:
    kit = kit_of(household)
    months, amount = kit.get("months"), kit.get("amount")
    target = plus_months(days.day, rng.randint(*months)).isoformat()[:7] if months else None
    return ProjectRecord(
        f"P{household.number:06}",
        household.clients[0].ref,
        household.kit,
        "heard" if household.said else "open",
        target,
        draw(amount, rng) if amount else None,
        "EUR" if amount else None,
        days.ago[noted_ago(household)],
        "client" if household.said or household.number % 3 else "advisor",
    )


def _done_project(household: Household, days: Days, rng: Random) -> ProjectRecord:
    """What came true a few weeks ago, and was noted the summer before."""
    back = rng.randint(*texts.table("done")[household.done]["days"])
    row = (f"P{household.number:06}", household.clients[0].ref, household.done, "done")
    return ProjectRecord(*row, days.ago[back], None, None, days.ago[back + 260], "client")


def draw(wanted: str | list[int], rng: Random) -> str:
    """A value as it stands, or one between two by steps."""
    if isinstance(wanted, str):
        return wanted
    low, high, step = wanted
    return str(rng.randrange(low, high + 1, step))


def project_inputs(households: Iterable[Household], rng: Random) -> Iterator[ProjectInputRecord]:
    """What the figures of a project start from."""
    for household in households:
        for name, wanted in kit_of(household).get("inputs", {}).items():
            yield ProjectInputRecord(f"P{household.number:06}", name, draw(wanted, rng))


def signals(households: Iterable[Household], days: Days, rng: Random) -> Iterator[SignalRecord]:
    """What the bank's systems noticed lately about those whose project was not talked about."""
    for household in households:
        if household.said and household.number % 2:
            for code, low, high, value in kit_of(household).get("signals", ()):
                on = days.ago[rng.randint(low, high)]
                yield SignalRecord(household.clients[0].ref, code, on, value or None)


def contracts(households: Iterable[Household], days: Days, rng: Random) -> Iterator[ContractRecord]:
    """What clients hold, and what belongs to their project."""
    number = 500_000
    for household in households:
        for person in household.clients:
            for family, share, top in _HELD:
                if rng.random() < share:
                    number += 1
                    opened = days.from_now(-int(household.since * (0.3 + 0.7 * rng.random())))
                    amount = str(100 + int(rng.random() * top * 1000)) if top else None
                    held = _BUSINESS.get(family, family) if household.company else family
                    row = (f"K{number:07}", person.ref, held, opened, None, amount, None)
                    yield ContractRecord(*row, "EUR" if amount else None)
        for wanted in _wanted_contracts(household):
            number += 1
            yield _contract(f"K{number:07}", household.clients[0].ref, wanted, days, rng)


def _wanted_contracts(household: Household) -> list[list[Any]]:
    kit = kit_of(household)
    wanted: list[list[Any]] = kit.get("contracts", [])
    return [wanted[household.number % len(wanted)]] if kit.get("one_of") else wanted


def _contract(ref: str, client: str, wanted: list[Any], days: Days, rng: Random) -> ContractRecord:
    family, opened_low, opened_high, ends_low, ends_high, low, high, rate = wanted
    ends = days.from_now(rng.randint(ends_low, ends_high)) if ends_low or ends_high else None
    opened = days.from_now(-rng.randint(opened_low, opened_high))
    amount = str(rng.randrange(low, high + 1, 100))
    return ContractRecord(ref, client, family, opened, ends, amount, rate or None, "EUR")


def client_facts(
    households: Iterable[Household], days: Days, rng: Random
) -> Iterator[ClientFactRecord]:
    """What the rules of signals need besides."""
    for household in households:
        for name, wanted in kit_of(household).get("facts", {}).items():
            if isinstance(wanted, dict):
                value = days.from_now(rng.randint(*wanted["days"]))
            else:
                value = draw(wanted, rng)
            on = days.ago[noted_ago(household)]
            yield ClientFactRecord(household.clients[0].ref, name, value, on, "entretien")
