"""Saving a view of the portfolio: under which name."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import Refused
from advisor_app.domain.portfolio_view import LONGEST_NAME, view_name
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Field, Labelled


class ViewNameDialog(HouseDialog):
    """One field; `about` says in words what the view shows."""

    def __init__(
        self, parent: QWidget, proposal: str, about: str, answer: Callable[[str], None]
    ) -> None:
        super().__init__(parent, _("Save this view under which name?"), about, _("Save the view"))
        self._answer = answer
        self.name = Field(proposal[:LONGEST_NAME])
        self.fields.addWidget(Labelled(_("Name"), self.name))
        self.name.selectAll()
        self.name.setFocus()

    def accept(self) -> None:
        """Give the name."""
        try:
            name = view_name(self.name.text())
        except Refused as error:
            self.refuse(sentence(error))
            self.name.setFocus()
            return
        self._answer(name)
        super().accept()
