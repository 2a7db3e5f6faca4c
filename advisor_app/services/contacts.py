"""Noting a contact that happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from advisor_app.domain.busy_time import CorrectedSince
from advisor_app.domain.codes import Channel, Direction, Language, Nature
from advisor_app.domain.contacts import Contact, ContactGone, check_contact
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.moments import moment_at, moment_of
from advisor_app.domain.trail import Deed
from advisor_app.domain.watchwords import Caution, cautions
from advisor_app.playbooks.watchwords import watchwords
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named, project_named
from advisor_app.services.setup import remembered_zone
from advisor_app.storage import facts
from advisor_app.storage.contacts import (
    find_contact,
    forget_contact,
    has_formers,
    write_contact,
)
from advisor_app.storage.parties import MetClient, present_advisor
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody notes, by references; `at` is naive in the bank's zone, now where not told."""

    client: str
    channel: Channel
    nature: Nature = Nature.CONVERSATION
    direction: Direction = Direction.OUT
    minutes: int | None = None
    one_to_one: bool = False
    project: str | None = None
    subject: str | None = None
    text: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What was kept: the contact's reference, and the words of its text to think about again."""

    ref: str
    cautions: tuple[Caution, ...]


class Contacts:
    """Records contacts; what is recorded clears flags at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def cautions(self, text: str, language: Language) -> tuple[Caution, ...]:
        """What a text should not say, before it is saved; `language` is that of the answers."""
        return cautions(text, watchwords(), language)

    def note(self, note: Note, language: Language = Language.FR) -> Noted:
        """Keep a contact of a client with whoever works here, else with the present advisor.

        `language` is the one that the text was written in. Raises NoSuchClient, NoSuchProject,
        AmbiguousProject, ContactAhead, MinutesOutOfBounds, TextTooLong or GapOfSummerTime.
        """
        with self._desk.writing() as transaction:
            met = client_named(transaction, note.client)
            contact = self._contact(transaction, note, met)
            write_contact(transaction, contact, met.key, met.branch)
            facts.recompute(transaction, [met.key])
            deed = Deed("contact noted", subject=contact.ref, client=met.key)
            self._desk.record(transaction, deed)
        return Noted(contact.ref, self.cautions(note.text or "", language))

    def take_back(self, refs: Iterable[str]) -> None:
        """Let contacts go that were noted by mistake; the trail keeps that they were.

        Raises ContactGone or CorrectedSince; then all of them stay.
        """
        with self._desk.writing() as transaction:
            for ref in refs:
                take_contact_back(self._desk, transaction, ref)

    def _contact(self, transaction: Transaction, note: Note, met: MetClient) -> Contact:
        zone = remembered_zone(transaction)
        now = int(self._desk.now().timestamp())
        at = moment_of(now, zone) if note.at is None else moment_at(note.at, zone)
        check_contact(at, now, note.minutes, note.text)
        key = new_key()
        return Contact(
            key=key,
            ref=reference_of("TP", key),
            at=at,
            channel=note.channel,
            nature=note.nature,
            direction=note.direction,
            minutes=note.minutes,
            one_to_one=note.one_to_one,
            advisor=self._who(transaction, met),
            subject=note.subject,
            project=project_named(transaction, [met.key], note.project),
            note=note.text,
        )

    def _who(self, transaction: Transaction, met: MetClient) -> Key | None:
        if self._desk.advisor is not None:
            return self._desk.advisor.key
        return present_advisor(transaction, met.key, self._desk.today())


def take_contact_back(desk: Desk, transaction: Transaction, ref: str) -> None:
    """Let one contact go; raises ContactGone, or CorrectedSince for what somebody worked on."""
    kept = find_contact(transaction, ref)
    if kept is None:
        raise ContactGone(ref)
    if has_formers(transaction, kept):
        raise CorrectedSince(ref)
    forget_contact(transaction, kept)
    facts.recompute(transaction, [kept.client])
    desk.record(transaction, Deed("contact taken back", ref, kept.client))
