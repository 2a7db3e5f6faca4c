"""Weighs a household: for each of its clients, every subject, and the rule that keeps it back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter

from advisor_app.domain.codes import Answer
from advisor_app.domain.months import age_on
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.evidence import evidence_rules, live_by_subject, supported
from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.forms import Asked, Form, choose_form, is_light
from advisor_app.domain.suggestions.gathering import facts_of
from advisor_app.domain.suggestions.household_rests import household_rests
from advisor_app.domain.suggestions.making import make_suggestion
from advisor_app.domain.suggestions.ranking import Order, order, order_at_best
from advisor_app.domain.suggestions.rest import Rest, held_back_by
from advisor_app.domain.suggestions.restraint import restraints
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule
from advisor_app.domain.suggestions.suggestion import Suggestion, Verdict

OF_AGE = 18
# Of a question that no other competes with.
_ANY: Order = (0.0, date.min, date.min, "", "")
_RESTRAINED = {
    Restraint.DECEASED: Rule.DECEASED,
    Restraint.CLOSED: Rule.CLOSED,
    Restraint.NO_CONTACT: Rule.NO_CONTACT,
}


def weigh(members: Sequence[ClientDossier], book: RuleBook) -> list[Verdict]:
    """One verdict for each client of one household."""
    facts = [facts_of(one, book) for one in members]
    rests = _rests(members, facts, book)
    return [
        _weigh_client(one, own, members, rests, book)
        for one, own in zip(members, facts, strict=True)
    ]


def best_of(verdicts: Iterable[Verdict]) -> Suggestion | None:
    """The one suggestion of a household."""
    firsts = [verdict.suggestions[0] for verdict in verdicts if verdict.suggestions]
    return min(firsts, key=order, default=None)


def best_suggestion(members: Sequence[ClientDossier], book: RuleBook) -> Suggestion | None:
    """The same as `best_of(weigh(...))`, without telling what else there is.

    Choosing a form is most of the work: so subjects are asked in the order of what each can be at
    best, until no other can be better than the best that was found.
    """
    rests, questions = _questions(members, book)
    if len(questions) == 1:
        return _made(questions[0][2], rests)
    best: tuple[Order, int] | None = None
    found = None
    for at_best, place, asked in questions:
        if best is not None and best < (at_best, place):
            break
        made = _made(asked, rests)
        if made is not None:
            reached = (order(made), place)
            if best is None or reached < best:
                best, found = reached, made
    return found


def _questions(
    members: Sequence[ClientDossier], book: RuleBook
) -> tuple[list[Rest], list[tuple[Order, int, Asked]]]:
    """The household's rests, and its supported subjects with the key that each has at best.

    Among equals the first one wins, as it does in a list that is sorted whole.
    """
    may_be_asked = [client_rule(one, book) is None for one in members]
    if not any(may_be_asked):
        return [], []
    facts = [facts_of(one, book) for one in members]
    rests = _rests(members, facts, book)
    asked = [
        one
        for dossier, own, may_be in zip(members, facts, may_be_asked, strict=True)
        if own and may_be
        for one in _supported_subjects(members, dossier, own, book)
    ]
    if len(asked) == 1:
        return rests, [(_ANY, 0, asked[0])]
    ranked = [
        (order_at_best(one.dossier, one.subject, one.facts, book), place, one)
        for place, one in enumerate(asked)
    ]
    return rests, sorted(ranked, key=itemgetter(0, 1))


def _supported_subjects(
    members: Sequence[ClientDossier], dossier: ClientDossier, facts: Sequence[Fact], book: RuleBook
) -> Iterator[Asked]:
    by_subject = live_by_subject(facts, book)
    for subject in by_subject:
        known = supported(subject, by_subject)
        if not (_unsuitable(dossier, subject) or evidence_rules(subject, known, book)):
            yield Asked(members, dossier, subject, known, book)


def _made(asked: Asked, rests: Sequence[Rest]) -> Suggestion | None:
    """The suggestion, unless a rule is against it; a small attention breaks fewer rests."""
    against = held_back_by(rests, asked.subject, asked.own, asked.book, light=False)
    if not all(rest.light for rest in against):
        return None
    form = choose_form(asked)
    if isinstance(form, Form) and (not against or is_light(form.ritual, asked.book)):
        return make_suggestion(asked.dossier, asked.subject, asked.facts, form, asked.book)
    return None


def _rests(
    members: Sequence[ClientDossier], facts: Iterable[Sequence[Fact]], book: RuleBook
) -> list[Rest]:
    return [
        *household_rests(members, book),
        *restraints((fact for some in facts for fact in some), book),
    ]


def client_rule(dossier: ClientDossier, book: RuleBook) -> Kept | None:
    """The rule that keeps everything back from this client, or None."""
    if dossier.restraint is not None:
        facts = {"until": dossier.no_contact_until} if dossier.no_contact_until else {}
        return Kept(_RESTRAINED[dossier.restraint], None, facts)
    if not dossier.served:
        return Kept(Rule.NOT_SERVED)
    birth = dossier.birth_date
    if birth is not None and age_on(birth, book.day) < OF_AGE:
        return Kept(Rule.MINOR)
    return None


def _weigh_client(
    dossier: ClientDossier,
    facts: Sequence[Fact],
    members: Sequence[ClientDossier],
    rests: Sequence[Rest],
    book: RuleBook,
) -> Verdict:
    kept_whole = client_rule(dossier, book)
    if kept_whole is not None:
        return Verdict(dossier.key, dossier.ref, (), (kept_whole,))
    made: list[Suggestion] = []
    kept: list[Kept] = []
    for outcome in _subjects(dossier, facts, members, rests, book):
        if isinstance(outcome, Suggestion):
            made.append(outcome)
        else:
            kept.append(outcome)
    if not made and not kept:
        kept.append(Kept(Rule.NOTHING_TO_SAY))
    return Verdict(dossier.key, dossier.ref, tuple(sorted(made, key=order)), tuple(kept))


def _subjects(
    dossier: ClientDossier,
    facts: Sequence[Fact],
    members: Sequence[ClientDossier],
    rests: Sequence[Rest],
    book: RuleBook,
) -> Iterator[Suggestion | Kept]:
    by_subject = live_by_subject(facts, book)
    yield from _not_yet(facts, by_subject, book)
    for subject in by_subject:
        known = supported(subject, by_subject)
        against = _unsuitable(dossier, subject) or evidence_rules(subject, known, book)
        if against is not None:
            yield against
        else:
            yield from _formed(Asked(members, dossier, subject, known, book), rests)


def _formed(asked: Asked, rests: Sequence[Rest]) -> Iterator[Suggestion | Kept]:
    """The suggestion, or every rule against it: of the form first, then of the rest."""
    form = choose_form(asked)
    light = isinstance(form, Form) and is_light(form.ritual, asked.book)
    against = held_back_by(rests, asked.subject, asked.own, asked.book, light=light)
    if isinstance(form, Form) and not against:
        yield make_suggestion(asked.dossier, asked.subject, asked.facts, form, asked.book)
    if not isinstance(form, Form):
        yield from form
    yield from (rest.kept(asked.subject) for rest in against)


def _unsuitable(dossier: ClientDossier, subject: str) -> Kept | None:
    """Not suitable hides the theme for this client, without an end."""
    for past in dossier.past:
        if past.answer is Answer.NOT_SUITABLE and past.subject == subject:
            return Kept(Rule.NOT_SUITABLE, subject, {"since": past.answered_on or past.made_on})
    return None


def _not_yet(facts: Iterable[Fact], live: dict[str, list[Fact]], book: RuleBook) -> Iterator[Kept]:
    waiting = {
        fact.subject: fact.start
        for fact in facts
        if fact.subject not in live and fact.start > book.day
    }
    for subject, start in waiting.items():
        yield Kept(Rule.NOT_YET, subject, {"from": start})
