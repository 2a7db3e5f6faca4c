"""Who comes at a time that was picked in the agenda, before anybody was chosen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.client_choice import ClientChoice, Finder


class WhoComesDialog(HouseDialog):
    """One field to search in; the household of whoever is found is met."""

    def __init__(
        self, parent: QWidget, start: datetime, finder: Finder, choose: Callable[[str], None]
    ) -> None:
        said = _("{day} at {time}.").format(day=long_date(start.date()), time=clock(start.time()))
        super().__init__(parent, _("Who comes?"), said, _("Continue"))
        self._choose = choose
        self.who = ClientChoice(_("Client"), finder)
        self.fields.addWidget(self.who)
        self.who.setFocus()

    def accept(self) -> None:
        """Go on with who was found."""
        found = self.who.found.value()
        if found is None:
            self.refuse(_("Choose the client who comes."))
            return
        super().accept()
        self._choose(str(found))
