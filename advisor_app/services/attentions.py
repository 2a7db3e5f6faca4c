"""Small attentions, and the ceiling that the bank sets for a person and year."""

from dataclasses import dataclass, replace
from decimal import Decimal

from advisor_app.domain.attentions import (
    USUAL_CEILING,
    Attention,
    AttentionDraft,
    AttentionGone,
    check_attention,
)
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.project_edits import MOST_AMOUNT, AmountOutOfBounds
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage import attentions as keeping
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Transaction

_CEILING = "attention_ceiling"


@dataclass(frozen=True, slots=True)
class AttentionEdit:
    """What was done to an attention: `before` is None where it is new, `removed` where it went."""

    key: Key
    before: Attention | None
    removed: bool = False


class Attentions:
    """Notes attentions, changes them, removes them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ceiling(self) -> Decimal:
        """The most that one person is offered, or gives, in a calendar year without agreement."""
        with self._desk.reading() as transaction:
            return yearly_ceiling(transaction)

    def set_ceiling(self, amount: Decimal) -> None:
        """The bank's own ceiling, from now on; AmountOutOfBounds."""
        if not 0 <= amount <= MOST_AMOUNT:
            raise AmountOutOfBounds(amount)
        with self._desk.writing() as transaction:
            write_setting(transaction, _CEILING, f"{amount:f}")
            self._desk.record(transaction, Deed("attention ceiling set", subject=f"{amount:f}"))

    def add(self, client: str, draft: AttentionDraft) -> AttentionEdit:
        """Note one for a client, by reference; NoSuchClient, and what `check_attention` raises."""
        with self._desk.writing() as transaction:
            met = client_named(transaction, client)
            made = Attention(new_key(), met.key, _settled(draft))
            self._check(transaction, made)
            by = self._desk.advisor.key if self._desk.advisor else None
            keeping.insert_attention(transaction, made, met.branch, by)
            self._record(transaction, "attention noted", made)
        return AttentionEdit(made.key, None)

    def edit(self, key: Key, draft: AttentionDraft) -> AttentionEdit:
        """Write one anew; an idea that was offered becomes so. AttentionGone, and as `add`."""
        with self._desk.writing() as transaction:
            before = _found(transaction, key)
            changed = replace(before, draft=_settled(draft))
            self._check(transaction, changed)
            keeping.update_attention(transaction, changed)
            self._record(transaction, "attention changed", changed)
        return AttentionEdit(key, before)

    def remove(self, key: Key) -> AttentionEdit:
        """Take an idea off the list; AttentionGone."""
        with self._desk.writing() as transaction:
            before = _found(transaction, key)
            keeping.delete_attention(transaction, key)
            self._record(transaction, "attention removed", before)
        return AttentionEdit(key, before, removed=True)

    def take_back(self, edit: AttentionEdit) -> None:
        """Undo an edit; AttentionGone."""
        with self._desk.writing() as transaction:
            if edit.removed and edit.before is not None:
                branch = keeping.branch_of(transaction, edit.before.client)
                by = self._desk.advisor.key if self._desk.advisor else None
                keeping.insert_attention(transaction, edit.before, branch, by)
                self._record(transaction, "attention put back", edit.before)
                return
            present = _found(transaction, edit.key)
            if edit.before is None:
                keeping.delete_attention(transaction, edit.key)
                self._record(transaction, "attention removed", present)
            else:
                keeping.update_attention(transaction, edit.before)
                self._record(transaction, "attention put back", edit.before)

    def _check(self, transaction: Transaction, made: Attention) -> None:
        others = [
            one
            for one in keeping.read_attentions(transaction, [made.client])
            if one.key != made.key
        ]
        ceiling = yearly_ceiling(transaction)
        check_attention(made.draft, others, ceiling, self._desk.today())

    def _record(self, transaction: Transaction, action: str, about: Attention) -> None:
        deed = Deed(action, subject=about.draft.stage.value, client=about.client)
        self._desk.record(transaction, deed)


def yearly_ceiling(transaction: Transaction) -> Decimal:
    """The bank's ceiling, else the usual one."""
    told = read_setting(transaction, _CEILING)
    return USUAL_CEILING if told is None else Decimal(told)


def _found(transaction: Transaction, key: Key) -> Attention:
    found = keeping.find_attention(transaction, key)
    if found is None:
        raise AttentionGone
    return found


def _settled(draft: AttentionDraft) -> AttentionDraft:
    agreed = (draft.agreed_by or "").strip() or None
    return replace(draft, what=draft.what.strip(), agreed_by=agreed)
