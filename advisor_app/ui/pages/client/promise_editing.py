"""Promises and small attentions: written, kept, given up."""

from typing import TYPE_CHECKING

from advisor_app.domain.attentions import Attention
from advisor_app.domain.commitments import Commitment, Ending
from advisor_app.i18n import _
from advisor_app.ui.dialogs.attention import AttentionDialog, AttentionWish, Register
from advisor_app.ui.dialogs.commitment import CommitmentDialog, PromiseWish
from advisor_app.ui.pages.client.edits import Edits, Shown

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.attentions import AttentionEdit
    from advisor_app.services.commitments import CommitmentEdit
    from advisor_app.ui.pages.client.edits import Undo


def write_promise(edits: Edits, shown: Shown, before: Commitment | None = None) -> None:
    """Ask what was promised, or what a promise is now."""

    def save(dialog: CommitmentDialog, wish: PromiseWish) -> None:
        def deed(services: "Services") -> "Undo":
            commitments = services.commitments
            if before is None:
                return _undo_promise(commitments.add(wish.client, wish.draft))
            return _undo_promise(commitments.edit(before.ref, wish.draft))

        edits.do(dialog, deed, _("The promise is kept in mind."))

    window = edits.page.window()
    dialog = CommitmentDialog(window, shown.people, shown.record.today, save, before)
    form = f"promise {before.ref}" if before else f"promise of {shown.people[0].ref}"
    edits.ask(dialog, form, shown.people[0].key)


def end_promise(edits: Edits, promise: Commitment, ending: Ending) -> None:
    """A promise was kept, or is given up."""
    kept = ending is Ending.KEPT
    words = _("The promise is kept.") if kept else _("The promise is given up.")

    def deed(services: "Services") -> "Undo":
        return _undo_promise(services.commitments.end(promise.ref, ending))

    edits.do(None, deed, words)


def reopen_promise(edits: Edits, promise: Commitment) -> None:
    """A promise that ended stands again."""

    def deed(services: "Services") -> "Undo":
        return _undo_promise(services.commitments.reopen(promise.ref))

    edits.do(None, deed, _("The promise stands again."))


def write_attention(edits: Edits, shown: Shown, before: Attention | None = None) -> None:
    """Ask which attention, or what it is now."""

    def save(dialog: AttentionDialog, wish: AttentionWish) -> None:
        def deed(services: "Services") -> "Undo":
            attentions = services.attentions
            if before is None:
                return _undo_attention(attentions.add(wish.client, wish.draft))
            return _undo_attention(attentions.edit(before.key, wish.draft))

        edits.do(dialog, deed, _("The attention is noted."))

    record = shown.record
    register = Register(record.attentions, record.ceiling)
    window = edits.page.window()
    dialog = AttentionDialog(window, shown.people, record.today, register, save, before)
    form = f"attention {before.key.hex()}" if before else f"attention of {shown.people[0].ref}"
    edits.ask(dialog, form, shown.people[0].key)


def remove_attention(edits: Edits, attention: Attention) -> None:
    """Take an attention off the list."""

    def deed(services: "Services") -> "Undo":
        return _undo_attention(services.attentions.remove(attention.key))

    edits.do(None, deed, _("The attention is off the list."))


def _undo_promise(edit: "CommitmentEdit") -> "Undo":
    return lambda services: services.commitments.take_back(edit)


def _undo_attention(edit: "AttentionEdit") -> "Undo":
    return lambda services: services.attentions.take_back(edit)
