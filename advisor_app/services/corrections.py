"""Correcting a contact that was noted: what it said before is kept, with who, when and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.domain.contacts import ContactBody, ContactGone, KeptContact, check_body
from advisor_app.domain.keys import Key
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import project_named
from advisor_app.storage import contacts as keeping
from advisor_app.storage import facts
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a contact is to say instead; `project` is a reference, or the code of a waiting one."""

    day: date
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None = None
    subject: str | None = None
    project: str | None = None
    note: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected: each contact as it stood, with the key under which that is kept."""

    formers: tuple[tuple[KeptContact, Key], ...]


class Corrections:
    """Corrects contacts, and takes corrections back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def correct(self, refs: Sequence[str], corrected: Corrected) -> Correction:
        """Correct one contact, or the parts of one that several of a household had.

        Raises ContactGone, ContactAhead, MinutesOutOfBounds, TextTooLong, NoSuchProject or
        AmbiguousProject; then nothing was changed.
        """
        with self._desk.writing() as transaction:
            found = [_found(transaction, ref) for ref in refs]
            clients = sorted({one.client for one in found})
            project = project_named(transaction, clients, corrected.project)
            formers = tuple(
                (one, self._correct(transaction, one, corrected, project)) for one in found
            )
            facts.recompute(transaction, clients)
        return Correction(formers)

    def take_back(self, correction: Correction) -> None:
        """Undo a correction: the contacts say again what they said; ContactGone."""
        with self._desk.writing() as transaction:
            for kept, former in correction.formers:
                _found(transaction, kept.ref)
                keeping.correct_contact(transaction, kept, kept.body)
                keeping.forget_former(transaction, former)
                self._record(transaction, "contact's correction taken back", kept)
            facts.recompute(transaction, [kept.client for kept, _former in correction.formers])

    def _correct(
        self,
        transaction: Transaction,
        kept: KeptContact,
        corrected: Corrected,
        project: Key | None,
    ) -> Key:
        body = _corrected(kept.body, corrected, project)
        check_body(body, self._desk.today())
        now = int(self._desk.now().timestamp())
        by = self._desk.advisor.key if self._desk.advisor else None
        former = keeping.keep_former(transaction, kept, now, by, corrected.why)
        keeping.correct_contact(transaction, kept, body)
        self._record(transaction, "contact corrected", kept)
        return former

    def _record(self, transaction: Transaction, action: str, kept: KeptContact) -> None:
        """The typed reason stays off the trail, which nobody can erase."""
        self._desk.record(transaction, Deed(action, subject=kept.ref, client=kept.client))


def _corrected(body: ContactBody, corrected: Corrected, project: Key | None) -> ContactBody:
    """The time of day stays only while the day does."""
    return replace(
        body,
        day=corrected.day,
        at=body.at if corrected.day == body.day else None,
        channel=corrected.channel,
        nature=corrected.nature,
        direction=corrected.direction,
        minutes=corrected.minutes,
        subject=(corrected.subject or "").strip() or None,
        project=project,
        note=(corrected.note or "").strip() or None,
    )


def _found(transaction: Transaction, ref: str) -> KeptContact:
    kept = keeping.find_contact(transaction, ref)
    if kept is None:
        raise ContactGone(ref)
    return kept
