"""Put a backup in the store's place: asked once, in words."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.secret import Secret


class RestoreDialog(HouseDialog):
    """`answer` is called with this dialog, and the passphrase of the backup's day where asked."""

    def __init__(
        self,
        parent: QWidget,
        moment: str,
        answer: Callable[["RestoreDialog", str | None], None],
        *,
        other_passphrase: bool = False,
    ) -> None:
        title = _("Go back to the backup of {moment}?").format(moment=moment)
        said = _(
            "What was noted since is no longer shown. It is not lost: the present file is kept "
            "beside the new one."
        )
        super().__init__(parent, title, said, _("Restore this backup"))
        self._answer = answer
        self.former: Secret | None = None
        if other_passphrase:
            self.former = Secret(name=_("Passphrase of that day"))
            self.fields.addWidget(Labelled(_("Passphrase of that day"), self.former))
            words = _("The passphrase has changed since; the one of today opens what is restored.")
            self.fields.addWidget(NoteBox(Mood.INFO, words))
            self.former.setFocus()

    def accept(self) -> None:
        """Do it; the asker closes the question or says why not."""
        former = None if self.former is None else self.former.take()
        if former == "":
            self.refuse(_("Write the passphrase that held on that day."))
            return
        self.busy()
        self._answer(self, former)

    def done_well(self) -> None:
        """It is in place."""
        super().accept()
