"""A letter of condolence: who died, as the letter is to name the person."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Field, Labelled


class CondolenceDialog(HouseDialog):
    """Asks for one name."""

    def __init__(self, parent: QWidget, whom: str, answer: Callable[[str], None]) -> None:
        title = _("Write a letter of condolence to {name}?").format(name=whom)
        told = _("It is a draft to read again and to sign by hand. Nothing is sent.")
        super().__init__(parent, title, told, _("Show the letter"))
        self._answer = answer
        self.person = Field()
        self.fields.addWidget(Labelled(_("Who died, as you would name the person"), self.person))
        self.person.setFocus()

    def accept(self) -> None:
        """Hand the name over; a letter about nobody is not written."""
        name = self.person.text().strip()
        if not name:
            self.refuse(_("Give the name of the person who died."))
            self.person.setFocus()
            return
        super().accept()
        self._answer(name)
