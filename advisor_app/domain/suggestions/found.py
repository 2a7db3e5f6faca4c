"""What a signal's rule finds, before it becomes a fact."""

from datetime import date, timedelta
from typing import NamedTuple

from advisor_app.domain.months import age_on
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import Fact, FactKind
from advisor_app.domain.suggestions.playbook import NO_CONDITIONS, Conditions, Signal


class Found(NamedTuple):
    """A rule that holds: since when it could be known (None: unknown), and how long it will."""

    known: date | None
    holds_until: date
    origin: str
    on: date | None = None
    ref: str | None = None
    name: str | None = None
    number: int | None = None


def ahead(event: date, days: tuple[int, int], day: date, origin: str) -> Found | None:
    """What is found where an event is so many days ahead (negative: past), both included."""
    least, most = days
    distance = (event - day).days
    if not least <= distance <= most:
        return None
    return Found(event - timedelta(days=most), event - timedelta(days=least), origin, event)


def signal_fact(signal: Signal, found: Found) -> Fact:
    """The fact that a computed signal makes; the lead counts from when it could be known."""
    earliest, latest = signal.lead_days
    known = found.known or found.holds_until - timedelta(days=earliest)
    return Fact(
        code=signal.code,
        subject=signal.project,
        strength=signal.strength,
        origin=found.origin,
        kind=FactKind.SIGNAL,
        start=known + timedelta(days=earliest),
        deadline=known + timedelta(days=latest),
        holds_until=found.holds_until,
        on=found.on,
        said=signal.said,
        mention=signal.mention,
        ref=found.ref,
        name=found.name,
        number=found.number,
    )


def conditions_hold(conditions: Conditions, dossier: ClientDossier, day: date) -> bool:
    """Whether everything holds that a rule asks besides its own test."""
    if conditions is NO_CONDITIONS:
        return True
    if conditions.age is not None and not _age_within(conditions.age, dossier.birth_date, day):
        return False
    if conditions.segments and dossier.segment not in conditions.segments:
        return False
    return (
        _facts_hold(conditions, dossier)
        and conditions.without_projects.isdisjoint([one.code for one in dossier.projects])
        and conditions.without_families.isdisjoint([one.family for one in dossier.contracts])
    )


def _age_within(ages: tuple[int, int], birth: date | None, day: date) -> bool:
    return birth is not None and ages[0] <= age_on(birth, day) <= ages[1]


def _facts_hold(conditions: Conditions, dossier: ClientDossier) -> bool:
    for name, accepted in conditions.facts.items():
        fact = dossier.facts.get(name)
        if fact is None or (fact.value or "").casefold() not in {
            one.casefold() for one in accepted
        }:
            return False
    return True
