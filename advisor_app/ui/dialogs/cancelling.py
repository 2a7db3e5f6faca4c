"""Giving an appointment up: on whose side, and why."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QWidget

from advisor_app.domain.appointments import Cancellation
from advisor_app.domain.codes import Party
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.choices import Radio
from advisor_app.ui.parts.fields import Field, Labelled

_MOST = 200


class CancellingDialog(HouseDialog):
    """Two sides and a reason, which may stay empty."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        cancel: Callable[["CancellingDialog", Cancellation], None],
    ) -> None:
        title = _("Cancel the appointment with {name}?").format(name=name)
        said = _("Its time is free again. Nobody is told by the program.")
        super().__init__(parent, title, said, _("Cancel the appointment"))
        self.cancel.setText(_("Keep it"))
        self._give_up = cancel
        self._sides = QButtonGroup(self)
        self.client = Radio(_("The client cannot come"))
        self.bank = Radio(_("We cannot keep it"))
        for side, button in enumerate((self.client, self.bank)):
            self._sides.addButton(button, side)
            self.fields.addWidget(button)
        self.client.setChecked(True)
        self.reason = Field()
        self.reason.setMaxLength(_MOST)
        self.fields.addWidget(Labelled(_("Why, in a few words"), self.reason))
        self.client.setFocus()

    def accept(self) -> None:
        """Ask for it; the window closes when it is done, and stays when it is refused."""
        self.busy()
        by = Party.CLIENT if self.client.isChecked() else Party.BANK
        self._give_up(self, Cancellation(by, self.reason.text().strip() or None))

    def done_well(self) -> None:
        """It is cancelled."""
        super().accept()
