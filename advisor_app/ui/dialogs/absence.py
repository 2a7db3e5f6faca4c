"""Days away: from when until when, whose, who stands in, and a word on them."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.working_plan import MOST_LETTERS, AbsenceDraft, Colleague
from advisor_app.i18n import _, pgettext
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, DayField, Field, Labelled
from advisor_app.ui.theme import sizes

Answer = Callable[["AbsenceDialog", AbsenceDraft], None]


class AbsenceDialog(HouseDialog):
    """New days, or `known` ones that change; it stays open until they were taken."""

    def __init__(
        self,
        parent: QWidget,
        today: date,
        colleagues: Sequence[Colleague],
        answer: Answer,
        known: AbsenceDraft | None = None,
    ) -> None:
        said = _("Nobody can be booked on these days. Say no more than colleagues need to know.")
        title = _("Which days are closed?") if known is None else _("What changes in these days?")
        action = _("Close these days") if known is None else _("Keep the changes")
        super().__init__(parent, title, said, action)
        self._answer = answer
        draft = known or AbsenceDraft(today, today)
        self.first, self.last = DayField(draft.from_day), DayField(draft.until_day)
        self.first.dateChanged.connect(self._follow)
        self.fields.addLayout(_beside((_("First day"), self.first), (_("Last day"), self.last)))
        self.whose = Choice([(_("I am away"), False), (_("The whole branch is closed"), True)])
        self.whose.choose(draft.of_branch)
        self.substitute = Choice(
            [(_("Nobody"), None), *((one.name, one.ref) for one in colleagues)]
        )
        self.substitute.choose(draft.substitute)
        self.fields.addWidget(Labelled(_("For whom"), self.whose))
        self.fields.addWidget(Labelled(_("Who stands in"), self.substitute))
        self._add_reason(draft.reason)
        self.whose.currentIndexChanged.connect(self._allow)
        self._allow()
        self.first.setFocus()

    def accept(self) -> None:
        """Hand the days over, and wait for what becomes of them."""
        self.busy()
        substitute = self.substitute.value()
        draft = AbsenceDraft(
            from_day=self.first.day(),
            until_day=self.last.day(),
            reason=self.reason(),
            of_branch=bool(self.whose.value()),
            substitute=None if substitute is None else str(substitute),
        )
        self._answer(self, draft)

    def done_well(self) -> None:
        """They were taken: close."""
        super().accept()

    def reason(self) -> str:
        """The kind that is chosen, or what is written."""
        chosen = self.kind.value()
        return self.words.text() if chosen is None else str(chosen)

    def _add_reason(self, reason: str) -> None:
        kinds = _kinds()
        self.kind = Choice([(_("Not told"), ""), *((one, one) for one in kinds)])
        self.kind.addItem(_("In your own words"), None)
        self.words = Field(name=_("In a word, if you like"))
        self.words.setMaxLength(MOST_LETTERS)
        if reason and reason not in kinds:
            self.kind.setCurrentIndex(self.kind.count() - 1)
            self.words.setText(reason)
        else:
            self.kind.choose(reason)
        self.fields.addWidget(Labelled(_("Why"), self.kind))
        self.fields.addWidget(self.words)
        self.kind.currentIndexChanged.connect(self._allow)

    def _allow(self) -> None:
        """Nobody stands in for a branch; words of one's own only where no kind says it."""
        self.substitute.setEnabled(not self.whose.value())
        self.words.setVisible(self.kind.value() is None)
        self.refit()

    def _follow(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())


def _beside(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    for name, field in fields:
        row.addWidget(Labelled(name, field))
    return row


def _kinds() -> tuple[str, ...]:
    """What colleagues need to know, and no more: never an illness."""
    return (
        pgettext("days away", "Leave"),
        pgettext("days away", "Training"),
        pgettext("days away", "At another branch"),
        pgettext("days away", "Building works"),
    )
