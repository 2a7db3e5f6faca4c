"""A copy of all that is kept about a client, and its erasure, which is asked twice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.domain.client_rights import CopyPurpose, ErasureReason
from advisor_app.i18n import _
from advisor_app.i18n.client_rights_words import (
    copy_purpose_label,
    erasure_reason_label,
    would_go_sentence,
)
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.buttons import Kind
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.notices import Mood, NoteBox


class CopyDialog(FormDialog):
    """What the copy is for, then where to."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        ref: str,
        save: Callable[["CopyDialog", CopyPurpose, Path], None],
    ) -> None:
        asked = _("Save all that is kept about {name}?").format(name=name)
        told = _("The file is not encrypted: hand it to the client, then delete it.")
        super().__init__(parent, asked, told, _("Choose the file…"))
        self._ref, self._save = ref, save
        self.purpose = Choice([(copy_purpose_label(one), one) for one in CopyPurpose])
        self.lay([((_("For what?"), self.purpose),)])
        self.fields.addWidget(NoteBox(Mood.INFO, _("Who saved it and why is kept on the trail.")))

    def save(self) -> None:
        """Ask for the file, then give the answer."""
        path = self.ask_path()
        if path is None:
            self.action.setEnabled(True)
            return
        self._save(self, CopyPurpose(str(self.purpose.value())), path)

    def ask_path(self) -> Path | None:
        """Where to; None where nowhere."""
        name, kinds = f"{self._ref}.json", _("JSON files (*.json)")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), name, kinds)
        return Path(path).with_suffix(".json") if path else None


class EraseDialog(FormDialog):
    """Why, and the client's reference typed by hand: nothing brings an erased file back.

    Enter presses the answer, as everywhere: without the reference it only says what is missing.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        ref: str,
        lines: int,
        save: Callable[["EraseDialog", ErasureReason], None],
    ) -> None:
        super().__init__(parent, erase_title(name), would_go_sentence(lines), _("Erase for good"))
        self._ref, self._save = ref, save
        self.reason = Choice([(erasure_reason_label(one), one) for one in ErasureReason])
        self.typed_ref = Field(hint=ref)
        typed = _("Type {ref} to confirm").format(ref=ref)
        self.lay([((_("Why"), self.reason),), ((typed, self.typed_ref),)])
        box = _("This cannot be undone. The trail keeps that it was done, and by whom, as proof.")
        self.fields.addWidget(NoteBox(Mood.ATTENTION, box))
        self.action.kind = Kind.DANGER

    def save(self) -> None:
        """Give the reason, once the reference was typed."""
        if self.typed_ref.text().strip() != self._ref:
            words = _("Type the client's reference, {ref}, to confirm.").format(ref=self._ref)
            self.refuse_at(self.typed_ref, words)
            return
        self._save(self, ErasureReason(str(self.reason.value())))


def erase_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("Erase all that is kept about {name}?").format(name=name)
