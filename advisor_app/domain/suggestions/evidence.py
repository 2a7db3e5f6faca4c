"""When facts are enough (PRODUCT.md, "Suggestions": Evidence)."""

from collections.abc import Iterable, Mapping

from advisor_app.domain.suggestions.facts import (
    Fact,
    FactKind,
    strongest_by_origin,
    urgency,
)
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule

ALONE = 4
TOGETHER = 5


def live_by_subject(facts: Iterable[Fact], book: RuleBook) -> dict[str, list[Fact]]:
    """The facts that count on the day, by what they are about."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in facts:
        if urgency(fact, book.day, book.policy):
            by_subject.setdefault(fact.subject, []).append(fact)
    return by_subject


def supported(subject: str, by_subject: Mapping[str, list[Fact]]) -> list[Fact]:
    """A subject's facts, and with them that the client is losing touch, which speaks for any."""
    own = by_subject[subject]
    if len(by_subject) == 1:
        return strongest_by_origin(own)
    touch = [
        fact
        for facts in by_subject.values()
        for fact in facts
        if fact.kind is FactKind.PRESENCE and fact.subject != subject
    ]
    return strongest_by_origin([*own, *touch])


def enough(subject: str, facts: list[Fact]) -> bool:
    """One of strength 4, two independent ones that add up to 5, or the client's own word."""
    own = [fact for fact in facts if fact.subject == subject]
    if any(fact.said or fact.strength >= ALONE for fact in own):
        return True
    return bool(own) and sum(sorted((fact.strength for fact in facts), reverse=True)[:2]) >= (
        TOGETHER
    )


def evidence_rules(subject: str, facts: list[Fact], book: RuleBook) -> Kept | None:
    """The rule of evidence that keeps a subject back, or None."""
    project = book.playbooks.projects[subject]
    if project.only_if_said and not any(fact.said for fact in facts):
        return Kept(Rule.ONLY_IF_SAID, subject)
    if not enough(subject, facts):
        total = sum(fact.strength for fact in facts if fact.subject == subject)
        return Kept(Rule.NOT_ENOUGH_EVIDENCE, subject, {"strength": total})
    return None
