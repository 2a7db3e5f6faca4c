"""The order of the list: parts with their weights, multiplied (DOMAIN.md, section 2).

Ties: the earliest deadline, then the longest absence, then the name.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeAlias

from advisor_app.domain.codes import Flag
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import CLIENT_WROTE, Fact, urgency
from advisor_app.domain.suggestions.forms import BEREAVEMENT, Form, FormReason
from advisor_app.domain.suggestions.gathering import DISTANT
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.suggestion import Part, RankPart, Suggestion, product_of

# Two certain facts are enough for anybody: more contracts do not make a client more important.
MOST = 10
IN_TIME = frozenset({FormReason.FIRST_GESTURE, FormReason.COME_TRUE})


def rank_parts(
    dossier: ClientDossier, subject: str, facts: Sequence[Fact], book: RuleBook, *, in_time: bool
) -> tuple[RankPart, ...]:
    """What the order is made of, for one suggestion; `in_time` as `is_in_time` says."""
    own = [fact for fact in facts if fact.subject == subject]
    said = any(fact.said for fact in own)
    policy = book.policy
    return (
        RankPart(Part.STRENGTH, float(min(MOST, sum(fact.strength for fact in facts)))),
        RankPart(Part.SAID, policy.said if said else 1.0),
        RankPart(Part.PROJECT, 1.0 if said else _project(subject, book)),
        RankPart(Part.TIME, _time(own, book, in_time=in_time)),
        RankPart(Part.RELATION, _relation(dossier, book)),
    )


def is_in_time(form: Form) -> bool:
    """Whether a form is in time whenever it is allowed: an attention to what has just happened."""
    return form.reason in IN_TIME


def may_be_in_time(subject: str, book: RuleBook) -> bool:
    """Whether a subject has any such form."""
    project = book.playbooks.projects[subject]
    attentions = project.first_gesture or project.gesture_when_done
    return bool(attentions) or subject == BEREAVEMENT


def _time(own: Sequence[Fact], book: RuleBook, *, in_time: bool) -> float:
    """Whether the moment is right; most of all for who waits for a word."""
    if any(fact.code == CLIENT_WROTE for fact in own):
        return book.policy.waiting
    if in_time:
        return 1.0
    return max(urgency(fact, book.day, book.policy) for fact in own)


def _project(subject: str, book: RuleBook) -> float:
    """A life project comes before a meeting that is only held because time has passed."""
    return book.policy.occasion if book.playbooks.projects[subject].occasion else 1.0


def _relation(dossier: ClientDossier, book: RuleBook) -> float:
    policy = book.policy
    recently = book.day - timedelta(days=policy.recent_days)
    if max(dossier.last_meeting or date.min, dossier.last_talk or date.min) > recently:
        return policy.recently_in_touch
    if Flag.NOT_INTRODUCED in dossier.flags or dossier.last_meeting is None:
        return policy.never_met
    return policy.losing_touch if dossier.state in DISTANT else 1.0


Order: TypeAlias = tuple[float, date, date, str, str]


def order_at_best(
    dossier: ClientDossier, subject: str, facts: Sequence[Fact], book: RuleBook
) -> Order:
    """The key that a suggestion of this subject has at best, whatever its form."""
    in_time = may_be_in_time(subject, book)
    parts = rank_parts(dossier, subject, facts, book, in_time=in_time)
    return (
        -product_of(parts),
        min(fact.deadline for fact in facts if fact.subject == subject),
        dossier.last_meeting or date.min,
        dossier.sort_name,
        dossier.ref,
    )


def order(suggestion: Suggestion) -> Order:
    """The key that sorts a list, the best first."""
    return (
        -suggestion.score,
        suggestion.deadline,
        suggestion.last_meeting or date.min,
        suggestion.sort_name,
        suggestion.ref,
    )
