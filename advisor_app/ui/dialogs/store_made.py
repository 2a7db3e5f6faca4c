"""Before the first store is made: the passphrase that will open it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.new_passphrase import NewPassphrase
from advisor_app.ui.parts.secret import Secret


class MakeDialog(HouseDialog):
    """`answer` gets the passphrase that was chosen."""

    def __init__(self, parent: QWidget, answer: Callable[[str], None]) -> None:
        title = _("Which passphrase shall open the portfolio?")
        said = _(
            "Your clients' file is encrypted with it. You type it every morning and after each "
            "pause; a recovery code for the safe comes next."
        )
        super().__init__(parent, title, said, _("Go on"))
        self._answer = answer
        self.wanted = NewPassphrase()
        self.fields.addWidget(self.wanted)
        self.wanted.ready.connect(self.action.setEnabled)
        self.action.setEnabled(False)

    def accept(self) -> None:
        """Answer."""
        chosen = self.wanted.take()
        super().accept()
        self._answer(chosen)


class BackupPassphraseDialog(HouseDialog):
    """The passphrase of a backup that is to become the portfolio; `answer` gets it."""

    def __init__(self, parent: QWidget, name: str, answer: Callable[[str], None]) -> None:
        title = _("What is the passphrase of this backup?")
        super().__init__(parent, title, name, _("Restore this backup"))
        self._answer = answer
        self.present = Secret(name=_("Passphrase"))
        self.fields.addWidget(Labelled(_("Passphrase"), self.present))

    def accept(self) -> None:
        """Answer."""
        typed = self.present.take()
        super().accept()
        self._answer(typed)
