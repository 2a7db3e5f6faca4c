"""Days away: from when until when, whose, and a word on them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.working_plan import MOST_LETTERS, AbsenceDraft
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, DayField, Field, Labelled
from advisor_app.ui.theme import sizes

Answer = Callable[["AbsenceDialog", AbsenceDraft], None]


class AbsenceDialog(HouseDialog):
    """It stays open until the days were taken."""

    def __init__(self, parent: QWidget, today: date, answer: Answer) -> None:
        said = _("Nobody can be booked on these days. Say no more than colleagues need to know.")
        super().__init__(parent, _("Which days are closed?"), said, _("Close these days"))
        self._answer = answer
        self.first, self.last = DayField(today), DayField(today)
        self.first.dateChanged.connect(self._follow)
        days = QHBoxLayout()
        days.setSpacing(sizes.M)
        days.addWidget(Labelled(_("First day"), self.first))
        days.addWidget(Labelled(_("Last day"), self.last))
        self.fields.addLayout(days)
        self.whose = Choice([(_("I am away"), False), (_("The whole branch is closed"), True)])
        self.fields.addWidget(Labelled(_("For whom"), self.whose))
        self.reason = Field()
        self.reason.setMaxLength(MOST_LETTERS)
        self.fields.addWidget(Labelled(_("In a word, if you like"), self.reason))
        self.first.setFocus()

    def accept(self) -> None:
        """Hand the days over, and wait for what becomes of them."""
        self.busy()
        draft = AbsenceDraft(
            self.first.day(), self.last.day(), self.reason.text(), bool(self.whose.value())
        )
        self._answer(self, draft)

    def done_well(self) -> None:
        """They were taken: close."""
        super().accept()

    def _follow(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())
