"""Dismiss: why a suggestion does not fit; the answer is kept, so that it does not come back early."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QButtonGroup, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.choices import Radio


class Dismissal(StrEnum):
    """The answers to choose from."""

    NOT_NOW = "not_now"
    NO_SUCH_PROJECT = "no_such_project"
    NOT_SUITABLE = "not_suitable"


class DismissDialog(HouseDialog):
    """One reason among three."""

    def __init__(self, parent: QWidget, name: str, answer: Callable[[Dismissal], None]) -> None:
        title = _("Why should {name} leave the list?").format(name=name)
        super().__init__(parent, title, _("You can undo this."), _("Dismiss"))
        self._answer = answer
        self._group = QButtonGroup(self)
        for index, (_reason, words) in enumerate(reasons()):
            button = Radio(words)
            self._group.addButton(button, index)
            self.fields.addWidget(button)
        self._group.button(0).setChecked(True)

    def accept(self) -> None:
        """Give the reason."""
        self._answer(reasons()[self._group.checkedId()][0])
        super().accept()


def reasons() -> list[tuple[Dismissal, str]]:
    """What an advisor may answer."""
    return [
        (Dismissal.NOT_NOW, _("Not now: the client does not wish to meet for the time being")),
        (Dismissal.NO_SUCH_PROJECT, _("This project does not exist, or is settled")),
        (Dismissal.NOT_SUITABLE, _("The suggestion does not suit this client")),
    ]
