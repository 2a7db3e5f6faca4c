"""Tone and restraint: after some events nothing else is proposed for a while."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.rest import CARE, Rest
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Rule


def restraints(facts: Iterable[Fact], book: RuleBook) -> Iterator[Rest]:
    """What the events known in a household forbid: everything but the event itself.

    Counted from the day on which the event was known, over the `restraint_days` of its kind; a
    project that is only a pattern in the data forbids nothing.
    """
    known: dict[str, date] = {}
    for fact in facts:
        if fact.on is None or not (fact.said or fact.strength >= _CERTAIN):
            continue
        days = book.playbooks.projects[fact.subject].restraint_days
        if days and timedelta(0) <= book.day - fact.on < timedelta(days=days):
            known[fact.subject] = max(fact.on, known.get(fact.subject, fact.on))
    for subject, on in known.items():
        until = on + timedelta(days=book.playbooks.projects[subject].restraint_days)
        spared = frozenset({subject}) | _SPARED.get(subject, CARE)
        yield Rest(Rule.RESTRAINT, on, until, about=subject, spares=spared)


_CERTAIN = 4
_SPARED = {"bereavement": frozenset[str](), "hard_times": frozenset({"bereavement"})}
