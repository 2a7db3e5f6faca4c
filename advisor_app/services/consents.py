"""What clients agree to and prefer: dated, sourced, one use at a time, withdrawn at will."""

from dataclasses import dataclass

from advisor_app.domain.client_page import ConsentLine
from advisor_app.domain.codes import Channel, ConsentUse
from advisor_app.domain.keys import Key
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage import consents as keeping


@dataclass(frozen=True, slots=True)
class ConsentEdit:
    """A word that was kept: `before` is what was said earlier on the same day, or None."""

    client: str
    line: ConsentLine
    before: ConsentLine | None


@dataclass(frozen=True, slots=True)
class Preferences:
    """How and when a client prefers to be met."""

    channel: Channel | None
    time: str | None


class Consents:
    """Keeps consents and preferences."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def say(
        self, client: str, use: ConsentUse, *, given: bool, source: str | None = None
    ) -> ConsentEdit:
        """Keep a client's word on a use, of today; NoSuchClient."""
        line = ConsentLine(use, given, self._desk.today(), (source or "").strip() or None)
        with self._desk.writing() as transaction:
            met = client_named(transaction, client)
            before = keeping.find_consent(transaction, met.key, use, line.on)
            keeping.write_consent(transaction, met, line)
            action = "consent given" if given else "consent withdrawn"
            self._desk.record(transaction, Deed(action, subject=use.value, client=met.key))
        return ConsentEdit(client, line, before)

    def take_back(self, edit: ConsentEdit) -> None:
        """Undo a word: what was said before holds again; NoSuchClient."""
        with self._desk.writing() as transaction:
            met = client_named(transaction, edit.client)
            use = edit.line.use
            if edit.before is None:
                keeping.forget_consent(transaction, met.key, use, edit.line.on)
            else:
                keeping.write_consent(transaction, met, edit.before)
            deed = Deed("consent taken back", subject=use.value, client=met.key)
            self._desk.record(transaction, deed)

    def prefer(self, client: str, preferences: Preferences) -> Preferences:
        """Keep how a client prefers to be met; gives back what stood before. NoSuchClient."""
        channel = preferences.channel.value if preferences.channel else None
        time = (preferences.time or "").strip() or None
        with self._desk.writing() as transaction:
            met = client_named(transaction, client)
            was_channel, was_time = keeping.write_preferences(transaction, met.key, channel, time)
            self._desk.record(transaction, Deed("preferences changed", client=met.key))
        known = {one.value: one for one in Channel}
        return Preferences(known.get(was_channel or ""), was_time)

    def let_know(self, member: Key, *, may: bool) -> bool:
        """Say whether a member of a household may know of the others' matters.

        Gives back whether he might before.
        """
        with self._desk.writing() as transaction:
            before, client = keeping.let_know(transaction, member, may=may)
            action = "may know" if may else "may not know"
            self._desk.record(transaction, Deed(action, client=client))
        return before

    def know_as_before(self, member: Key, *, before: bool) -> None:
        """Undo `let_know`."""
        with self._desk.writing() as transaction:
            _may, client = keeping.let_know(transaction, member, may=before)
            subject = "may know" if before else "may not know"
            self._desk.record(transaction, Deed("may know taken back", subject, client))
