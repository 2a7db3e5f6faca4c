"""For what clients' data leaves the program: a purpose of the list, or in words."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.export import ExportPurpose
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_columns import purpose_label
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, Field, Labelled
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.theme import sizes


class PurposeField(QWidget):
    """The choice, of which nothing is chosen yet; its field for words shows for another purpose.

    Nothing is chosen beforehand, for what is logged must have been said by somebody.
    `known` are purposes with their names, those of the portfolio's lists unless told.
    """

    def __init__(self, known: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        offered = known or [(purpose_label(one), one.value) for one in ExportPurpose]
        self.choice = Choice([*offered, (_("Another purpose"), None)], name=_("Purpose"))
        self.choice.setPlaceholderText(_("Choose a purpose"))
        self.choice.setCurrentIndex(-1)
        self.words = Field(hint=_("In a few words"), name=_("The purpose in a few words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        column.addWidget(Labelled(_("For what?"), self.choice))
        column.addWidget(self.words)
        self.words.hide()
        self.choice.currentIndexChanged.connect(self._chosen)

    def purpose(self) -> str:
        """The purpose as the trail keeps it; empty where none was said."""
        if self._is_own():
            return self.words.text().strip()
        return str(self.choice.value() or "")

    def ask_again(self, words: str) -> str:
        """Go to what is missing; what to say of it, which is `words` where words are missing."""
        if self._is_own():
            self.words.setFocus()
            return words
        self.choice.setFocus()
        return _("Choose a purpose: it is kept on the trail.")

    def _is_own(self) -> bool:
        return self.choice.currentIndex() == self.choice.count() - 1

    def _chosen(self) -> None:
        own = self._is_own()
        self.words.setVisible(own)
        if own:
            self.words.setFocus()


class PurposeDialog(HouseDialog):
    """Asks for the purpose alone."""

    def __init__(
        self, parent: QWidget, title: str, told: str, action: str, answer: Callable[[str], None]
    ) -> None:
        super().__init__(parent, title, told, action)
        self._answer = answer
        self.purpose = PurposeField()
        self.fields.addWidget(self.purpose)
        said = _("Who printed what and why is kept on the trail, for each client.")
        self.fields.addWidget(NoteBox(Mood.INFO, said))
        self.purpose.choice.setFocus()

    def accept(self) -> None:
        """Hand the purpose over; nothing is taken without one."""
        purpose = self.purpose.purpose()
        if not purpose:
            again = _("Say in a few words what the paper is needed for.")
            self.refuse(self.purpose.ask_again(again))
            return
        super().accept()
        self._answer(purpose)
