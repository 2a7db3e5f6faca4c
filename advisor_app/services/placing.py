"""Suggestions that were accepted without a time, and wait in the agenda until they have one."""

from dataclasses import dataclass

from advisor_app.domain.codes import Answer, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.suggestions.answers import AcceptedSuggestion
from advisor_app.domain.suggestions.forms import PLACES
from advisor_app.domain.suggestions.making import length_of
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.playbooks.suggestions import playbooks
from advisor_app.services.desk import Desk
from advisor_app.services.portfolio import asking
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage.portfolio import read_rows
from advisor_app.storage.suggestions import accepted_of


@dataclass(frozen=True, slots=True)
class ToPlace:
    """One that waits: the household that it is for, how long and where."""

    accepted: AcceptedSuggestion
    row: PortfolioRow
    minutes: int
    place: Place


class Placing:
    """Of the advisor who works here; booking with `accepted` gives one its time."""

    def __init__(self, desk: Desk, suggesting: Suggesting) -> None:
        self._desk, self._suggesting = desk, suggesting

    def accept(self, suggestion: Suggestion) -> Key:
        """Keep that a suggestion is accepted and waits for a time; the key takes it back.

        NoSuchAdvisor as every answer.
        """
        return self._suggesting.answer(suggestion, Answer.ACCEPTED)

    def take_back(self, answer: Key) -> None:
        """It waits no more: the suggestion stands as it did."""
        self._suggesting.take_back(answer)

    def accept_again(self, one: AcceptedSuggestion) -> Key:
        """Undo `take_back`: the very same waits again, under a new answer."""
        return self._suggesting.answer_kept(one.key, Answer.ACCEPTED)

    def waiting(self) -> tuple[ToPlace, ...]:
        """What waits, the longest waiting first; NoAdvisorYet before the first choice."""
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            every = accepted_of(transaction, ask.advisor)
            keys = [one.household or one.client for one in every]
            rows = {row.key: row for row in read_rows(transaction, ask, keys)}
        pairs = zip(every, keys, strict=True)
        return tuple(_to_place(one, rows[key]) for one, key in pairs if key in rows)


def _to_place(one: AcceptedSuggestion, row: PortfolioRow) -> ToPlace:
    books = playbooks()
    minutes = length_of(books.rituals[one.ritual], books.projects[one.subject])
    return ToPlace(one, row, minutes, PLACES.get(one.ritual, Place.BRANCH))
