"""The hours of a week, day by day, each with its morning and its afternoon."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.opening import SUNDAY, Week
from advisor_app.domain.working_plan import WorkingPlan
from advisor_app.i18n import _
from advisor_app.i18n.working_plan_words import hours_a_week, spans_line, weekday_word
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.day_spans import DayFields
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_DAY = 150


class WeekCard(SettingsCard):
    """What stands in the fields is a draft: `kept` hands it over, `given_up` goes back."""

    kept = Signal(object)
    given_up = Signal()

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Hours of {advisor}").format(advisor=plan.advisor))
        week = plan.own or plan.usual
        self.days = {
            day: DayFields(weekday_word(day), week.get(day, ())) for day in range(1, SUNDAY)
        }
        for day, fields in self.days.items():
            row = SettingRow(weekday_word(day), spans_line(week.get(day, ())), fields)
            fields.changed.connect(lambda row=row, fields=fields: row.tell(_told(fields)))
            self.add_row(row)
        self.problem = NoteBox(Mood.ERROR, "")
        self.problem.hide()
        self.add_row(self._foot(plan))

    def week(self) -> Week:
        """What stands in the fields; days without hours are left out."""
        return {day: spans for day, fields in self.days.items() if (spans := fields.spans())}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A day's parts stand below each other where its name would have no room beside them."""
        super().resizeEvent(event)
        for fields in self.days.values():
            needed = fields.width_beside() + scaled(_DAY) + 2 * sizes.XL + sizes.L
            fields.stack(self.width() < needed)

    def refuse(self, sentence: str) -> None:
        """Say why these hours cannot be kept."""
        self.problem.set_text(sentence)
        self.problem.show()

    def _foot(self, plan: WorkingPlan) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(sizes.XL, sizes.M, sizes.XL, sizes.M)
        row.setSpacing(sizes.S)
        usual = _("These are your own hours: {hours}") if plan.own else _("As the branch: {hours}")
        said = usual.format(hours=hours_a_week(plan.own or plan.usual))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Text(said, Type.SMALL, Tone.SECOND, wrap=True, align=middle), 1)
        row.addWidget(self.problem)
        back = Button(_("Back to the branch's hours"))
        back.clicked.connect(self.given_up)
        self.keep = Button(_("Keep these hours"), Kind.PRIMARY)
        self.keep.clicked.connect(lambda: self.kept.emit(self.week()))
        row.addWidget(back)
        back.setVisible(bool(plan.own))
        row.addWidget(self.keep)
        return foot


def _told(fields: DayFields) -> str:
    return spans_line(tuple(sorted(fields.spans())))
