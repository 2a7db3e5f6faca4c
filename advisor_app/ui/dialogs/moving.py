"""Before an appointment moves: what was made for the old time, and is wrong afterwards."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.notices import Mood, NoteBox


class MovingDialog(HouseDialog):
    """Lines that say what depends on the time; the appointment moves only when that is read."""

    def __init__(
        self,
        parent: QWidget,
        where_to: str,
        lines: Sequence[str],
        move: Callable[["MovingDialog"], None],
    ) -> None:
        super().__init__(parent, moving_title(), where_to, _("Move it"))
        self._move = move
        for line in lines:
            self.fields.addWidget(NoteBox(Mood.ATTENTION, line))

    def accept(self) -> None:
        """Ask for the move; the window closes when it is done, and stays when it is refused."""
        self.busy()
        self._move(self)

    def done_well(self) -> None:
        """It moved."""
        super().accept()


def moving_title() -> str:
    """What the question asks."""
    return _("Move this appointment?")
