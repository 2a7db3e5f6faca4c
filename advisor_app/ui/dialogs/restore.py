"""Put a backup in the store's place: asked once, in words."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog


class RestoreDialog(HouseDialog):
    """`answer` is called with this dialog when it shall be done."""

    def __init__(
        self, parent: QWidget, moment: str, answer: Callable[["RestoreDialog"], None]
    ) -> None:
        title = _("Go back to the backup of {moment}?").format(moment=moment)
        said = _(
            "What was noted since is no longer shown. It is not lost: the present file is kept "
            "beside the new one."
        )
        super().__init__(parent, title, said, _("Restore this backup"))
        self._answer = answer

    def accept(self) -> None:
        """Do it; the asker closes the question or says why not."""
        self.busy()
        self._answer(self)

    def done_well(self) -> None:
        """It is in place."""
        super().accept()
