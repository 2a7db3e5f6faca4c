"""The day's list of suggestions, why a client is on it or not, and what is answered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from advisor_app.domain.booking_refusals import NoSuchSuggestion
from advisor_app.domain.briefing import Proposal
from advisor_app.domain.codes import Answer, Language
from advisor_app.domain.day_briefing import ProposedCall
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.suggestions.answers import RefusalReason, SuggestionAnswer
from advisor_app.domain.suggestions.calls import CALLS, next_call_day
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.listing import (
    DAILY_LIMIT,
    Ask,
    DayList,
    explain,
    households,
    ranked_list,
    valid_suggestions,
)
from advisor_app.domain.suggestions.playbook import STANDARD_POLICY, Playbooks
from advisor_app.domain.suggestions.rulebook import RuleBook, prepare
from advisor_app.domain.suggestions.suggestion import Named, Suggestion, Why
from advisor_app.domain.suggestions.weighing import weigh
from advisor_app.domain.trail import Deed
from advisor_app.i18n import language, speaking
from advisor_app.i18n.suggestion_wording import suggestion_sentence, who_is
from advisor_app.playbooks.holidays import holidays_near
from advisor_app.playbooks.suggestions import playbooks
from advisor_app.services.daily_list import remembered_daily_rules
from advisor_app.services.desk import Desk
from advisor_app.services.kept_suggestions import keep_answered
from advisor_app.storage.briefing import find_client
from advisor_app.storage.dossier_scope import InScope, everybody, households_of, served_by
from advisor_app.storage.dossiers import read_dossiers
from advisor_app.storage.engine import long_pass
from advisor_app.storage.organisation import find_advisor, read_advisor, read_branch
from advisor_app.storage.policies import policy_in_force
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import client_of, read_named, withdraw_answer, write_answer

# The trail names so many clients of one list; the count tells of the rest.
MOST_NAMED = 100

# "At most six calls with allowed hours" (DOMAIN.md, section 8).
MOST_CALLS = 6


class Suggesting:
    """Whom to meet, why, and why not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._prepared: dict[tuple[date, str | None, str | None, int], RuleBook] = {}

    @cached_property
    def books(self) -> Playbooks:
        """The trade's tables, as they ship."""
        return playbooks()

    def suggest(
        self,
        advisor: str | None = None,
        day: date | None = None,
        limit: int | None = DAILY_LIMIT,
        seed: int = 0,
        *,
        with_accepted: bool = False,
    ) -> DayList:
        """The list of an advisor, else of who works here, else of the whole bank, on a day.

        `limit` None gives every valid suggestion, without a draw; `with_accepted` those as well
        that wait for a time. NoSuchAdvisor where the reference is unknown.
        """
        with self._desk.reading() as transaction:
            whose = self._whose(transaction, advisor)
            book = self._book(transaction, whose, day)
            book = replace(book, places_accepted=True) if with_accepted else book
            return self._list(
                transaction, whose, Ask(whose.ref if whose else "", limit, seed), book
            )

    def why(
        self,
        client: str,
        day: date | None = None,
        limit: int | None = DAILY_LIMIT,
        seed: int = 0,
    ) -> Why:
        """Why a client is, or is not, on the list of the advisor who serves him.

        NoSuchClient where the reference is unknown. What was opened is put on the trail.
        """
        with self._desk.reading() as transaction:
            key = find_client(transaction, client)
            if key is None:
                raise NoSuchClient(client)
            members = self._household(transaction, key, self._book(transaction, None, day))
            own = next(one for one in members if one.key == key)
            whose = read_advisor(transaction, own.advisor) if own.advisor else None
            book = self._book(transaction, whose, day)
            ask = Ask(whose.ref if whose else "", limit, seed)
            members = [one._replace(served=one.advisor == own.advisor) for one in members]
            listed = (
                self._list(transaction, whose, ask, book)
                if whose
                else ranked_list(valid_suggestions(members, book), ask, book)
            )
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("why asked", subject=client, client=key))
        return explain(key, members, listed, book)

    def best(self, client: Key) -> Suggestion | None:
        """The best suggestion for a client today, if there is one."""
        return self._bests([client])[client]

    def _bests(self, clients: Sequence[Key]) -> dict[Key, Suggestion | None]:
        with self._desk.reading() as transaction:
            book = self._book(transaction, self._desk.advisor, None)
            scope, policy = households_of(transaction, clients), policy_in_force(transaction)
            members = _all(read_dossiers(transaction, scope, book, policy))
        verdicts = (one for together in households(members) for one in weigh(together, book))
        best = {one.client: one.suggestions[0] for one in verdicts if one.suggestions}
        return {client: best.get(client) for client in clients}

    def proposal(self, client: Key, language: Language) -> Proposal | None:
        """What a sheet says of a meeting that is not booked yet, in the sheet's language."""
        return self.proposals([client], language)[client]

    def proposals(self, clients: Sequence[Key], language: Language) -> dict[Key, Proposal | None]:
        """The same of several clients, which together take little longer than one alone."""
        found = self._bests(clients)
        return {client: self._proposed(found[client], language) for client in clients}

    def _proposed(self, suggestion: Suggestion | None, language: Language) -> Proposal | None:
        if suggestion is None:
            return None
        who = who_is(suggestion.kind, suggestion.title)
        with speaking(language):
            reason = suggestion_sentence(suggestion, who, self._desk.today(), self.books)
        return Proposal(suggestion.subject, suggestion.project, reason)

    def calls(
        self, advisor: str, day: date, spoken: Language | None = None
    ) -> tuple[ProposedCall, ...]:
        """The best calls to make on a day, none where the law or the calendar allows no call.

        Why is said in the language of the paper, else in the program's.
        """
        with self._desk.reading() as transaction:
            whose = self._whose(transaction, advisor)
            book = self._book(transaction, whose, day)
            if next_call_day(day, book) != day:
                return ()
            ask = Ask(advisor, None, 0)
            ranked = self._list(transaction, whose, ask, book).ranked
        calls = [one for one in ranked if one.ritual in CALLS and one.from_day <= day]
        with speaking(spoken or language()):
            return tuple(
                ProposedCall(
                    one.client,
                    suggestion_sentence(one, who_is(one.kind, one.title), day, self.books),
                )
                for one in calls[:MOST_CALLS]
            )

    def best_for(self, ref: str) -> Suggestion:
        """The suggestion for the household of a client today; NoSuchClient or NoSuchSuggestion."""
        with self._desk.reading() as transaction:
            key = find_client(transaction, ref)
        if key is None:
            raise NoSuchClient(ref)
        found = self.best(key)
        if found is None:
            raise NoSuchSuggestion(ref)
        return found

    def answer(
        self,
        suggestion: Suggestion,
        answer: Answer,
        until: date | None = None,
        reason: RefusalReason | None = None,
    ) -> Key:
        """Keep what became of a suggestion; the key takes it back.

        Raises LaterNeedsADay, NoNeedsAReason, and NoSuchAdvisor where nobody works here and
        nobody serves the client.
        """
        today = self._desk.today()
        given = SuggestionAnswer(answer, today, until, reason)
        advisor = self._desk.advisor.key if self._desk.advisor else suggestion.advisor
        if advisor is None:
            raise NoSuchAdvisor("")
        with self._desk.writing() as transaction:
            _, key = keep_answered(self._desk, transaction, suggestion, advisor, given)
        return key

    def answer_kept(self, kept: Key, answer: Answer) -> Key:
        """Answer a suggestion that was kept before; the key takes it back."""
        given = SuggestionAnswer(answer, self._desk.today())
        with self._desk.writing() as transaction:
            key, client = write_answer(transaction, kept, given), client_of(transaction, kept)
            self._desk.record(transaction, Deed("suggestion answered", client=client))
        return key

    def take_back(self, answer: Key) -> None:
        """Undo an answer: the suggestion stands as if it had not been given."""
        with self._desk.writing() as transaction:
            client = withdraw_answer(transaction, answer, self._desk.today())
            self._desk.record(transaction, Deed("suggestion's answer taken back", client=client))

    def named(self, keys: Sequence[Key]) -> dict[Key, Named]:
        """How clients are called."""
        with self._desk.reading() as transaction:
            return read_named(transaction, keys)

    def handed_out(self, listed: DayList, advisor: str) -> None:
        """Put on the trail that a list was given out as text or data."""
        detail: dict[str, str | int | list[str]] = {
            "advisor": advisor,
            "count": len(listed.shown),
            "clients": [one.ref for one in listed.shown[:MOST_NAMED]],
        }
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("suggestions given out", detail=detail))

    def _whose(self, transaction: Transaction, ref: str | None) -> Advisor | None:
        if ref is None:
            return self._desk.advisor
        advisor = find_advisor(transaction, ref)
        if advisor is None:
            raise NoSuchAdvisor(ref)
        return advisor

    def _book(self, transaction: Transaction, whose: Advisor | None, day: date | None) -> RuleBook:
        on = day or self._desk.today()
        branch = read_branch(transaction, whose.branch) if whose and whose.branch else None
        country, postal_code = (branch.country, branch.postal_code) if branch else (None, None)
        drawn = remembered_daily_rules(transaction).drawn_percent
        asked = (on, country, postal_code, drawn)
        if asked not in self._prepared:
            holidays = holidays_near(country, postal_code, on)
            policy = replace(STANDARD_POLICY, draw_share=drawn / 100)
            self._prepared[asked] = prepare(on, self.books, policy, holidays)
        return self._prepared[asked]

    def _list(
        self, transaction: Transaction, whose: Advisor | None, ask: Ask, book: RuleBook
    ) -> DayList:
        if whose is None:
            with long_pass(transaction):
                return self._listed(transaction, everybody(transaction), ask, book)
        return self._listed(transaction, served_by(transaction, whose.key, book.day), ask, book)

    def _listed(
        self, transaction: Transaction, clients: list[InScope], ask: Ask, book: RuleBook
    ) -> DayList:
        parts = read_dossiers(transaction, clients, book, policy_in_force(transaction))
        suggestions = (one for part in parts for one in valid_suggestions(part, book))
        return ranked_list(suggestions, ask, book)

    def _household(self, transaction: Transaction, key: Key, book: RuleBook) -> list[ClientDossier]:
        clients = households_of(transaction, [key])
        return _all(read_dossiers(transaction, clients, book, policy_in_force(transaction)))


def _all(parts: Iterable[list[ClientDossier]]) -> list[ClientDossier]:
    return [one for part in parts for one in part]
