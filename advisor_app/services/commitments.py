"""What was promised at a meeting, by whom, for when; and how it ended."""

from dataclasses import dataclass, replace

from advisor_app.domain.commitments import (
    Commitment,
    CommitmentDraft,
    Ending,
    NoSuchCommitment,
    check_commitment,
)
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage import commitments as keeping
from advisor_app.storage import facts
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class CommitmentEdit:
    """What was done to a promise: `before` is None where it is new."""

    ref: str
    client: Key
    before: Commitment | None


class Commitments:
    """Notes promises, changes them, ends them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, ref: str) -> Commitment:
        """A promise; NoSuchCommitment."""
        with self._desk.reading() as transaction:
            return _found(transaction, ref)

    def add(self, client: str, draft: CommitmentDraft) -> CommitmentEdit:
        """Note a promise around a client, by reference.

        Raises NoSuchClient, NothingPromised or TextTooLong.
        """
        check_commitment(draft)
        key = new_key()
        with self._desk.writing() as transaction:
            met = client_named(transaction, client)
            ref = reference_of("CM", key)
            made = Commitment(key, ref, met.key, draft.by, draft.what.strip(), draft.due)
            keeping.insert_commitment(transaction, made, met.branch)
            self._done(transaction, "promise noted", made)
        return CommitmentEdit(ref, met.key, None)

    def edit(self, ref: str, draft: CommitmentDraft) -> CommitmentEdit:
        """Write a promise anew; NoSuchCommitment, NothingPromised or TextTooLong."""
        check_commitment(draft)
        changed = {"by": draft.by, "what": draft.what.strip(), "due": draft.due}
        return self._changed(ref, "promise changed", **changed)

    def end(self, ref: str, ending: Ending) -> CommitmentEdit:
        """A promise was kept, or given up, today; NoSuchCommitment."""
        dropped = ending is Ending.DROPPED
        today = self._desk.today()
        return self._changed(ref, f"promise {ending.value}", ended_on=today, dropped=dropped)

    def reopen(self, ref: str) -> CommitmentEdit:
        """A promise that ended stands again; NoSuchCommitment."""
        return self._changed(ref, "promise reopened", ended_on=None, dropped=False)

    def take_back(self, edit: CommitmentEdit) -> None:
        """Undo an edit; NoSuchCommitment."""
        with self._desk.writing() as transaction:
            present = _found(transaction, edit.ref)
            if edit.before is None:
                keeping.delete_commitment(transaction, present.key)
                self._done(transaction, "promise removed", present)
            else:
                keeping.update_commitment(transaction, edit.before)
                self._done(transaction, "promise put back", edit.before)

    def _changed(self, ref: str, action: str, **fields: object) -> CommitmentEdit:
        with self._desk.writing() as transaction:
            before = _found(transaction, ref)
            changed = replace(before, **fields)  # type: ignore[arg-type] # the callers above name a promise's own fields
            keeping.update_commitment(transaction, changed)
            self._done(transaction, action, changed)
        return CommitmentEdit(ref, before.client, before)

    def _done(self, transaction: Transaction, action: str, about: Commitment) -> None:
        facts.recompute(transaction, [about.client])
        self._desk.record(transaction, Deed(action, subject=about.ref, client=about.client))


def _found(transaction: Transaction, ref: str) -> Commitment:
    found = keeping.find_commitment(transaction, ref)
    if found is None:
        raise NoSuchCommitment(ref)
    return found
