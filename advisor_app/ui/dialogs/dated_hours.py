"""Days with hours of their own: those of August, a late evening, a Saturday that opens."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.opening import DatedHours, Week
from advisor_app.domain.working_plan import LATE_EVENING, USUAL_PARTS
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.day_spans import DayFields
from advisor_app.ui.parts.fields import Choice, DayField, Labelled
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

Answer = Callable[["DatedHoursDialog", DatedHours], None]


class DatedHoursDialog(HouseDialog):
    """New ones, or `known` ones that change; it stays open until they were taken.

    The fields show the usual hours of the first day until somebody touches them.
    """

    def __init__(
        self,
        parent: QWidget,
        today: date,
        week: Week,
        answer: Answer,
        known: DatedHours | None = None,
    ) -> None:
        said = _(
            "On several days these hours hold where the week has hours; on a single day, always."
        )
        title = _("Which days have other hours?") if known is None else _("What changes in them?")
        super().__init__(parent, title, said, _("Keep these hours"))
        self._answer, self._week = answer, week
        told = known or DatedHours(today, today, (), of_advisor=True)
        self.first, self.last = DayField(told.from_day), DayField(told.until_day)
        days = QHBoxLayout()
        days.setSpacing(sizes.M)
        days.addWidget(Labelled(_("First day"), self.first))
        days.addWidget(Labelled(_("Last day"), self.last))
        self.fields.addLayout(days)
        self.whose = Choice([(_("My own hours"), True), (_("The whole branch's hours"), False)])
        self.whose.choose(told.of_advisor)
        self.fields.addWidget(Labelled(_("For whom"), self.whose))
        self.fields.addWidget(Text(_("Hours"), Type.SMALL_MEDIUM, Tone.SECOND))
        usual = (*USUAL_PARTS, LATE_EVENING)
        self.hours = DayFields(_("These days"), told.spans, usual, stacked=True)
        self.fields.addWidget(self.hours)
        self._touched = known is not None
        self._follow()
        self.first.dateChanged.connect(self._follow)
        self.hours.changed.connect(self._touch)
        self.first.setFocus()

    def accept(self) -> None:
        """Hand the hours over, and wait for what becomes of them."""
        spans = self.hours.spans()
        if not spans:
            self.refuse(_("Switch a part of the day on. To close the days, add them to days away."))
            return
        self.busy()
        of_advisor = bool(self.whose.value())
        self._answer(self, DatedHours(self.first.day(), self.last.day(), spans, of_advisor))

    def done_well(self) -> None:
        """They were taken: close."""
        super().accept()

    def _touch(self) -> None:
        self._touched = True

    def _follow(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())
        if not self._touched:
            self.hours.blockSignals(True)
            self.hours.show_spans(self._week.get(self.first.day().isoweekday(), ()))
            self.hours.blockSignals(False)
