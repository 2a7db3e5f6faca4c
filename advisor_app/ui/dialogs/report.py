"""The manager's report: of whom, of which days, and what for."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.kpis.asked import ReportOf, ReportPurpose, UsualPeriod, usual_period
from advisor_app.domain.kpis.period import NoPeriod, period_until
from advisor_app.i18n import _
from advisor_app.i18n.report_words import period_label, report_purpose_label, whose_label
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.purpose import PurposeField
from advisor_app.ui.parts.fields import Choice, DayField, Labelled
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.papers_asked import ReportAsked
from advisor_app.ui.theme import sizes


class ReportDialog(HouseDialog):
    """Asks; `whose` are those of whom there may be one, the first of them chosen."""

    def __init__(
        self,
        parent: QWidget,
        whose: Sequence[ReportOf],
        today: date,
        answer: Callable[[ReportAsked], None],
    ) -> None:
        told = _("The figures of a portfolio on one page, beside those of the time before.")
        super().__init__(parent, report_title(), told, _("Show the report"))
        self._today, self._answer = today, answer
        self._whose = tuple(whose)
        self.whose = Choice([(whose_label(one), place) for place, one in enumerate(whose)])
        usual: list[tuple[str, object]] = [(period_label(one), one) for one in UsualPeriod]
        self.usual = Choice([*usual, (_("Other days"), None)])
        self.first, self.last = DayField(today), DayField(today)
        known = [(report_purpose_label(one), one.value) for one in ReportPurpose]
        self.purpose = PurposeField(known)
        self._lay_out()
        self.usual.currentIndexChanged.connect(self._take_usual)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._take_own)
        self._take_usual()
        self.whose.setFocus()

    def accept(self) -> None:
        """Hand the wish over, or say what does not fit."""
        purpose = self.purpose.purpose()
        try:
            period = period_until(self.first.day(), self.last.day(), self._today)
        except NoPeriod as error:
            self.refuse(sentence(error))
            self.first.setFocus()
            return
        if not purpose:
            again = _("Say in a few words what the paper is needed for.")
            self.refuse(self.purpose.ask_again(again))
            return
        super().accept()
        whose = self._whose[self.whose.currentIndex()]
        self._answer(ReportAsked(whose, period, purpose))

    def _lay_out(self) -> None:
        self.fields.addWidget(Labelled(_("Whose portfolios"), self.whose))
        self.fields.addWidget(Labelled(_("Period"), self.usual))
        days = QHBoxLayout()
        days.setSpacing(sizes.M)
        days.addWidget(Labelled(_("First day"), self.first))
        days.addWidget(Labelled(_("Last day"), self.last))
        self.fields.addLayout(days)
        self.fields.addWidget(self.purpose)
        said = _("No client is named. Who printed the report and why is kept on the trail.")
        self.fields.addWidget(NoteBox(Mood.INFO, said))

    def _take_usual(self) -> None:
        """Show the days of the chosen period."""
        which = self.usual.value()
        if which is None:
            self.first.setFocus()
            return
        period = usual_period(UsualPeriod(str(which)), self._today)
        for field, day in ((self.first, period.first), (self.last, period.last)):
            with QSignalBlocker(field):
                field.setDate(QDate(day.year, day.month, day.day))

    def _take_own(self) -> None:
        """Days that somebody typed are no usual ones."""
        with QSignalBlocker(self.usual):
            self.usual.setCurrentIndex(self.usual.count() - 1)


def report_title() -> str:
    """What the question asks."""
    return _("Which figures?")
