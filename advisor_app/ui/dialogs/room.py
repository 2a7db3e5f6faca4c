"""A room: its name, how many can sit in it, and whether one reaches it without steps."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.working_plan import MOST_LETTERS, RoomDraft
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.fields import Choice, Field, Labelled

Answer = Callable[["RoomDialog", RoomDraft], None]
_SEATS = (*range(1, 13), 16, 20, 30, 50)


class RoomDialog(HouseDialog):
    """A new room, or one that is there; it stays open until the room was taken."""

    def __init__(self, parent: QWidget, room: RoomDraft | None, answer: Answer) -> None:
        title = _("Which room is it?") if room is None else _("What changes in this room?")
        action = _("Add the room") if room is None else _("Keep the changes")
        super().__init__(parent, title, "", action)
        self._answer = answer
        known = room or RoomDraft("")
        self.name = Field(known.name)
        self.name.setMaxLength(MOST_LETTERS)
        seats = sorted({*_SEATS, *({known.seats} if known.seats else ())})
        self.seats = Choice([(_("Not counted"), None), *((str(one), one) for one in seats)])
        self.seats.choose(known.seats)
        self.step_free = Check(_("Reached without steps"))
        self.step_free.setChecked(known.step_free)
        self.fields.addWidget(Labelled(_("Name"), self.name))
        self.fields.addWidget(Labelled(_("Seats"), self.seats))
        self.fields.addWidget(self.step_free)
        self.name.setFocus()

    def accept(self) -> None:
        """Hand the room over, and wait for what becomes of it."""
        self.busy()
        seats = self.seats.value()
        self._answer(
            self,
            RoomDraft(
                self.name.text(),
                seats if isinstance(seats, int) else None,
                self.step_free.isChecked(),
            ),
        )

    def done_well(self) -> None:
        """It was taken: close."""
        super().accept()
