"""The day's list of an advisor, and why a client is or is not on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.draw import day_list
from advisor_app.domain.suggestions.gathering import signal_facts
from advisor_app.domain.suggestions.ranking import order
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule
from advisor_app.domain.suggestions.suggestion import Suggestion, Verdict, Why
from advisor_app.domain.suggestions.weighing import best_of, best_suggestion, weigh

DAILY_LIMIT = 5


@dataclass(frozen=True, slots=True)
class Ask:
    """Whose list, of what length, drawn with which seed; `limit` None asks for everything."""

    advisor: str
    limit: int | None = DAILY_LIMIT
    seed: int = 0


@dataclass(frozen=True, slots=True)
class DayList:
    """What is shown, in order, and every valid suggestion in order: one for each household."""

    shown: tuple[Suggestion, ...]
    ranked: tuple[Suggestion, ...]


def households(dossiers: Iterable[ClientDossier]) -> list[list[ClientDossier]]:
    """The clients who live and decide together, side by side; others alone."""
    together: dict[Key, list[ClientDossier]] = {}
    for one in dossiers:
        together.setdefault(one.household or one.key, []).append(one)
    return list(together.values())


def valid_suggestions(dossiers: Iterable[ClientDossier], book: RuleBook) -> Iterator[Suggestion]:
    """The best suggestion of each household that has one."""
    for members in households(dossiers):
        best = best_suggestion(members, book)
        if best is not None:
            yield best


def ranked_list(suggestions: Iterable[Suggestion], ask: Ask, book: RuleBook) -> DayList:
    """The day's list: the order, then the draw. Same data, day and seed: same list."""
    ranked = sorted(suggestions, key=order)
    shown = day_list(ranked, ask.limit, ask.seed, book.day, ask.advisor, book.policy.draw_share)
    return DayList(tuple(shown), tuple(ranked))


def explain(client: Key, members: Sequence[ClientDossier], day: DayList, book: RuleBook) -> Why:
    """Why this client, one of these members of a household, is or is not on the list."""
    verdicts = weigh(members, book)
    own = next(verdict for verdict in verdicts if verdict.client == client)
    dossier = next(one for one in members if one.key == client)
    best = best_of(verdicts)
    mine = own.suggestions[0] if own.suggestions else None
    kept = [*own.kept, *ignored(dossier, book), *_below(own, best)]
    place = _place(day.shown, client)
    if mine is not None and mine == best and place is None:
        kept.append(Kept(Rule.LOWER_ON_THE_LIST, mine.subject, {"number": len(day.shown)}))
    return Why(client, own.ref, book.day, place, _place(day.ranked, client), mine, tuple(kept))


def _place(suggestions: Sequence[Suggestion], client: Key) -> int | None:
    places = (number for number, one in enumerate(suggestions, 1) if one.client == client)
    return next(places, None)


def _below(own: Verdict, best: Suggestion | None) -> Iterator[Kept]:
    """The other subjects of the client, and that another of the household comes first."""
    for other in own.suggestions[1:]:
        yield Kept(Rule.OTHER_SUBJECT_FIRST, other.subject, {"about": own.suggestions[0].subject})
    if own.suggestions and best is not None and best.client != own.client:
        first = own.suggestions[0].subject
        yield Kept(Rule.OTHER_MEMBER_FIRST, first, {"about": best.subject})


def ignored(dossier: ClientDossier, book: RuleBook) -> Iterator[Kept]:
    """Signals that are known but not used, each with the rule."""
    books = book.playbooks
    for code in sorted({signal.code for signal in dossier.signals}):
        if code in books.forbidden:
            yield Kept(Rule.FORBIDDEN_SIGNAL, None, {"signal": code})
        elif code in books.signals and code not in book.signals:
            yield Kept(Rule.SIGNAL_OFF, books.signals[code].project, {"signal": code})
        elif code in books.not_meaningful - set(books.signals):
            yield Kept(Rule.NOT_MEANINGFUL, None, {"signal": code})
    if dossier.no_profile:
        for subject in sorted({fact.subject for fact in signal_facts(dossier, book)}):
            yield Kept(Rule.NO_PROFILE, subject)
