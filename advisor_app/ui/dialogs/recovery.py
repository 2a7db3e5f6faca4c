"""The passphrase is forgotten: the printed code opens, and another passphrase is chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from advisor_app.domain.recovery_code import NotARecoveryCode, read_code
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled, Note
from advisor_app.ui.parts.new_passphrase import NewPassphrase
from advisor_app.ui.parts.recovery import CodeSheet


class RecoveryDialog(HouseDialog):
    """The code first, then the new passphrase; `answer` gets both."""

    def __init__(self, parent: QWidget, answer: Callable[[str, str], None]) -> None:
        said = _("Type the 14 groups from the paper. Capital letters and hyphens do not matter.")
        title = _("What is your recovery code?")
        super().__init__(parent, title, said, _("Open with the code"))
        self._answer = answer
        self.code = Note(name=_("Recovery code"), lines=2)
        self.wanted = NewPassphrase()
        self.fields.addWidget(Labelled(_("Recovery code"), self.code))
        self.fields.addWidget(self.wanted)
        self.wanted.ready.connect(self.action.setEnabled)
        self.action.setEnabled(False)

    def accept(self) -> None:
        """Answer, where the code can be one; otherwise say so."""
        try:
            key = read_code(self.code.toPlainText())
        except NotARecoveryCode as error:
            self.refuse(sentence(error))
            return
        key[:] = bytes(len(key))
        self._answer(self.code.toPlainText(), self.wanted.take())
        super().accept()


class CodeDialog(HouseDialog):
    """A recovery code, shown until it is put away; `renewed` where it replaces one before."""

    def __init__(self, parent: QWidget, code: str, today: date, *, renewed: bool = True) -> None:
        title = _("Where will you keep the recovery code?")
        said = _("The one before opens nothing any more.") if renewed else ""
        super().__init__(parent, title, said, _("Done"))
        self.sheet = CodeSheet(code, today)
        self.sheet.kept.connect(self.action.setEnabled)
        self.fields.addWidget(self.sheet)
        self.action.setEnabled(False)
