"""The passphrase of a paper that is saved outside the store, typed twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.protection import strong_enough
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.secret import Secret


class LockPaperDialog(HouseDialog):
    """Asks because the bank's settings do; what was typed is handed over once and kept nowhere."""

    def __init__(self, parent: QWidget, answer: Callable[[str], None]) -> None:
        told = _(
            "Your bank asks that saved papers open with a passphrase only. It is kept nowhere: "
            "tell it to the reader, apart from the file."
        )
        super().__init__(parent, lock_title(), told, _("Save"))
        self._answer = answer
        self.first = Secret(name=_("Passphrase of the paper"))
        self.second = Secret(name=_("The same passphrase again"))
        for field in (self.first, self.second):
            self.fields.addWidget(Labelled(field.accessibleName(), field))
        self.first.setFocus()

    def accept(self) -> None:
        """Hand the passphrase over; nothing is taken that is short, or typed two ways."""
        if self.first.text() != self.second.text():
            self.refuse(_("The two passphrases differ."))
            return
        try:
            passphrase = strong_enough(self.first.text())
        except TeteATeteError as error:
            self.refuse(sentence(error))
            return
        for field in (self.first, self.second):
            field.take()
        super().accept()
        self._answer(passphrase)


def lock_title() -> str:
    """What the question asks."""
    return _("Protect this paper")
