"""Who else of the bank comes to an appointment: a colleague, whoever served before, or nobody."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.companions import Companion, Company
from advisor_app.i18n import _
from advisor_app.i18n.company_words import companion_label
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, Labelled


class CompanyDialog(HouseDialog):
    """One choice; `keep` hears who comes along, or None where nobody does."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        company: Company,
        keep: Callable[["CompanyDialog", Companion | None], None],
    ) -> None:
        said = _("The time is taken from that advisor as well. Nobody is told by the program.")
        super().__init__(parent, company_title(name), said, _("Save"))
        self._keep, self._possible = keep, {one.ref: one for one in company.possible}
        named = [(companion_label(one), one.ref) for one in company.possible]
        self.who = Choice([(_("Nobody else"), None), *named])
        self.who.choose(company.present)
        self.fields.addWidget(Labelled(_("Who else of the bank comes"), self.who))
        self.who.setFocus()

    def accept(self) -> None:
        """Ask for it; the window closes when it is done, and stays when it is refused."""
        self.busy()
        chosen = self.who.value()
        self._keep(self, None if chosen is None else self._possible[str(chosen)])

    def done_well(self) -> None:
        """It is kept."""
        super().accept()


def company_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("Who comes along to the meeting with {name}?").format(name=name)
