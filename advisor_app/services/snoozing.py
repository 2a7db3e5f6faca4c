"""Putting the suggestions of several households off together, and taking that back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Answer
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import Key
from advisor_app.domain.snooze_days import SnoozeDay, snooze_days
from advisor_app.domain.suggestions.answers import SuggestionAnswer
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.kept_suggestions import keep_answered
from advisor_app.services.opening import hours_of
from advisor_app.services.portfolio import asking
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage.suggestions import withdraw_answer


@dataclass(frozen=True, slots=True)
class PutOff:
    """The answers that were given, and how many households had no suggestion to put off."""

    answers: tuple[Key, ...]
    without: int


class Snoozing:
    """All of it in one transaction: every household is put off, or none."""

    def __init__(self, desk: Desk, suggesting: Suggesting) -> None:
        self._desk, self._suggesting = desk, suggesting

    def days(self) -> tuple[SnoozeDay, ...]:
        """Until when a suggestion may rest: days that the advisor works; NoAdvisorYet."""
        advisor, today = self._desk.advisor, self._desk.today()
        if advisor is None:
            raise NoAdvisorYet
        with self._desk.reading() as transaction:
            return snooze_days(today, hours_of(transaction, advisor, today))

    def put_off(self, households: Sequence[Key], until: date) -> PutOff:
        """Let the best suggestion of each household rest until a day; NoAdvisorYet as the lists.

        LaterNeedsADay where the day is not after today.
        """
        advisor = asking(self._desk).advisor
        best = self._best(frozenset(households))
        given = SuggestionAnswer(Answer.LATER, self._desk.today(), until)
        with self._desk.writing() as transaction:
            answers = tuple(
                keep_answered(self._desk, transaction, one, advisor, given)[1]
                for one in best.values()
            )
        return PutOff(answers, len(households) - len(answers))

    def take_back(self, answers: Iterable[Key]) -> None:
        """Undo: the suggestions stand as if they had not been put off."""
        with self._desk.writing() as transaction:
            for answer in answers:
                client = withdraw_answer(transaction, answer, self._desk.today())
                deed = Deed("suggestion's answer taken back", client=client)
                self._desk.record(transaction, deed)

    def _best(self, households: frozenset[Key]) -> dict[Key, Suggestion]:
        """The first suggestion of each, from the whole list: weighed once for everybody."""
        found: dict[Key, Suggestion] = {}
        for one in self._suggesting.suggest(limit=None).ranked:
            household = one.household or one.client
            if household in households:
                found.setdefault(household, one)
        return found
