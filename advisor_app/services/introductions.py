"""Introductions after a change of advisor: how far each has come, and saying that it was told."""

from datetime import date

from advisor_app.domain.codes import Announced
from advisor_app.domain.introductions import IntroductionSteps, NothingToAnnounce
from advisor_app.domain.suggestions.forms import THREE_WAY
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage import facts
from advisor_app.storage.introductions import read_introductions, write_announced
from advisor_app.storage.store import Transaction


class Introductions:
    """Reads the steps, and notes that a change was announced."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, client: str) -> IntroductionSteps:
        """How far it has come with a client, by reference; NoSuchClient or NothingToAnnounce."""
        with self._desk.reading() as transaction:
            return self._of(transaction, client)

    def comes_along(self, suggestion: Suggestion) -> tuple[str, str] | None:
        """Name and reference of the former advisor, where a three-way meeting is suggested."""
        with self._desk.reading() as transaction:
            return former_along(transaction, suggestion, self._desk.today())

    def announced(self, client: str, how: Announced, on: date | None = None) -> IntroductionSteps:
        """Note how the client was told of the present advisor, and when; today unless said.

        Gives back the steps as they were before. Raises as `of`.
        """
        with self._desk.writing() as transaction:
            before = self._of(transaction, client)
            day = None if how is Announced.NONE else on or self._desk.today()
            self._write(transaction, client, how, day, "introduction announced")
        return before

    def take_back(self, client: str, before: IntroductionSteps) -> None:
        """Put back how the change was announced before; NoSuchClient."""
        with self._desk.writing() as transaction:
            how = before.announced or Announced.NONE
            self._write(transaction, client, how, before.told_on, "announcement taken back")

    def _write(
        self, transaction: Transaction, client: str, how: Announced, day: date | None, action: str
    ) -> None:
        met = client_named(transaction, client)
        write_announced(transaction, met.key, self._desk.today(), how, day)
        facts.recompute(transaction, [met.key])
        deed = Deed(action, subject=how.value, client=met.key)
        self._desk.record(transaction, deed)

    def _of(self, transaction: Transaction, client: str) -> IntroductionSteps:
        met = client_named(transaction, client)
        found = read_introductions(transaction, [met.key], self._desk.today()).get(met.key)
        if found is None:
            raise NothingToAnnounce(client)
        return found


def former_along(
    transaction: Transaction, suggestion: Suggestion, today: date
) -> tuple[str, str] | None:
    """As `Introductions.comes_along`, in a transaction that is open already."""
    if suggestion.ritual != THREE_WAY:
        return None
    steps = read_introductions(transaction, [suggestion.client], today).get(suggestion.client)
    if steps is None or steps.former is None or steps.former_ref is None:
        return None
    return steps.former, steps.former_ref
