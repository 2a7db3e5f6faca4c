"""The row of the pauses: how many there are, and whose."""

from PySide6.QtCore import Signal

from advisor_app.domain.pauses import Pause
from advisor_app.i18n import _
from advisor_app.i18n.pause_words import pause_line, see_pauses
from advisor_app.ui.dialogs.told import PeopleDialog
from advisor_app.ui.pages.settings.pane import SettingRow
from advisor_app.ui.parts.buttons import Button


class PausesRow(SettingRow):
    """Nothing is decided here: a pause is set on the client's page, which `chosen` asks for."""

    chosen = Signal(object)

    def __init__(self) -> None:
        self.see = Button(see_pauses(0))
        self.see.setEnabled(False)
        told = _(
            "Bereavement, illness, or a client's wish: you choose how long on the client's page"
        )
        super().__init__(_("Suggest nothing during"), told, self.see)
        self._pauses: tuple[Pause, ...] = ()
        self.see.clicked.connect(self._show)

    def show_pauses(self, pauses: tuple[Pause, ...]) -> None:
        """Count the pauses of today."""
        self._pauses = pauses
        self.see.setText(see_pauses(len(pauses)))
        self.see.updateGeometry()
        self.see.setEnabled(bool(pauses))

    def _show(self) -> None:
        people = [(pause_line(one), one.client) for one in self._pauses]
        title, told = _("Clients who are left in peace"), _("A name opens the client's page.")
        dialog = PeopleDialog(self.window(), title, told, people)
        dialog.chosen.connect(self.chosen)
        dialog.open()
