"""The facts that a suggestion stands on: what each says, how strongly, and when it counts."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.suggestions.playbook import Mention, SuggestionPolicy

MARGIN = timedelta(days=30)
LOSING_TOUCH = "losing_touch"
# Facts that are no signal of the table, by their codes.
PROJECT_SAID = "project_said"
PROJECT_NOTED = "project_noted"
PROJECT_SIGNALLED = "project_signalled"
PROJECT_DONE = "project_done"
NOT_INTRODUCED = "not_introduced"
ERRANDS_ONLY = "errands_only"
CLIENT_WROTE = "client_wrote"
KEY_BIRTHDAY = "key_birthday"


class FactKind(StrEnum):
    """What a fact was read from."""

    PROJECT = "project"
    SIGNAL = "signal"
    PRESENCE = "presence"
    CONTACTS = "contacts"
    BIRTHDAY = "birthday"


class Fact(NamedTuple):
    """One dated fact about a client.

    `origin` names what it was read from: two facts of one origin are not independent. `on` is the
    day that it is about. The meeting is best between `start` and `deadline`; the fact still
    counts for something until `holds_until`. `said` is the client's own word. `ref` is a project's
    or contract's reference, `when` a project's target, `name` a person of the household.
    """

    code: str
    subject: str
    strength: int
    origin: str
    kind: FactKind
    start: date
    deadline: date
    holds_until: date
    on: date | None = None
    said: bool = False
    mention: Mention = Mention.OPEN
    ref: str | None = None
    when: PartialDate | None = None
    name: str | None = None
    number: int | None = None


def urgency(fact: Fact, day: date, policy: SuggestionPolicy) -> float:
    """1 within the best time, less in the 30 days around or while the fact holds, else 0."""
    if fact.start <= day <= fact.deadline:
        return 1.0
    if day < fact.start - MARGIN or day > max(fact.deadline + MARGIN, fact.holds_until):
        return 0.0
    return policy.out_of_window


def strongest_by_origin(facts: Iterable[Fact]) -> list[Fact]:
    """One fact of each origin, the strongest first; among equals what the client said."""
    ordered = list(facts)
    if len(ordered) <= 1:
        return ordered
    ordered.sort(key=_weight, reverse=True)
    seen: set[str] = set()
    kept = []
    for fact in ordered:
        if fact.origin not in seen:
            seen.add(fact.origin)
            kept.append(fact)
    return kept


def _weight(fact: Fact) -> tuple[int, bool, int, str]:
    return fact.strength, fact.said, -fact.deadline.toordinal(), fact.code
