"""Change the passphrase, or see the recovery code: both ask for the present passphrase first."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.new_passphrase import NewPassphrase
from advisor_app.ui.parts.secret import Secret


class ProveDialog(HouseDialog):
    """Only who knows the passphrase goes on; `answer` gets this dialog and what was typed."""

    def __init__(self, parent: QWidget, answer: Callable[["ProveDialog", str], None]) -> None:
        title = _("What is the passphrase?")
        said = _("The recovery code opens the portfolio, so it is shown only to who can open it.")
        super().__init__(parent, title, said, _("Show the code"))
        self._answer = answer
        self.present = Secret(name=_("Passphrase"))
        self.fields.addWidget(Labelled(_("Passphrase"), self.present))

    def accept(self) -> None:
        """Answer; the asker closes the question or says why not."""
        self.busy()
        self._answer(self, self.present.take())

    def done_well(self) -> None:
        """It was right."""
        super().accept()


class ChangeDialog(HouseDialog):
    """The present passphrase and the new one, twice; `answer` gets this dialog and both."""

    def __init__(self, parent: QWidget, answer: Callable[["ChangeDialog", str, str], None]) -> None:
        title = _("Which passphrase shall open the portfolio?")
        said = _(
            "The file is written anew with it, and a new recovery code is made. Backups made "
            "before open with the passphrase of their day."
        )
        super().__init__(parent, title, said, _("Change the passphrase"))
        self._answer = answer
        self.present = Secret(name=_("Present passphrase"))
        self.wanted = NewPassphrase()
        self.fields.addWidget(Labelled(_("Present passphrase"), self.present))
        self.fields.addWidget(self.wanted)
        self.wanted.ready.connect(self.action.setEnabled)
        self.action.setEnabled(False)

    def accept(self) -> None:
        """Answer; the asker closes the question or says why not."""
        self.busy()
        self._answer(self, self.present.take(), self.wanted.take())

    def done_well(self) -> None:
        """It was changed."""
        super().accept()
