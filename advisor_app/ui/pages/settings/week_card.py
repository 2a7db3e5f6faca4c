"""The hours of a week, day by day, each with its morning and its afternoon."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.opening import SUNDAY, Span, Week
from advisor_app.domain.working_plan import USUAL_PARTS, WorkingPlan
from advisor_app.i18n import _
from advisor_app.i18n.working_plan_words import hours_a_week, spans_line, weekday_word
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import TimeField
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.switch import Switch
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class WeekCard(SettingsCard):
    """What stands in the fields is a draft: `kept` hands it over, `given_up` goes back."""

    kept = Signal(object)
    given_up = Signal()

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Hours of {advisor}").format(advisor=plan.advisor))
        week = plan.own or plan.usual
        self.days = {day: DayFields(day, week.get(day, ())) for day in range(1, SUNDAY)}
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


class DayFields(QWidget):
    """The parts of one day; a further part than two stays as it is told."""

    changed = Signal()

    def __init__(self, weekday: int, spans: tuple[Span, ...]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.L)
        names = (_("{day}, first part"), _("{day}, second part"), _("{day}, another part"))
        self.parts: list[SpanFields] = []
        for index in range(max(len(spans), len(USUAL_PARTS))):
            name = names[min(index, len(names) - 1)].format(day=weekday_word(weekday))
            known = spans[index] if index < len(spans) else None
            part = SpanFields(name, known or USUAL_PARTS[min(index, len(USUAL_PARTS) - 1)])
            part.on.setChecked(known is not None)
            part.allow()
            part.changed.connect(self.changed)
            self.parts.append(part)
            row.addWidget(part)

    def spans(self) -> tuple[Span, ...]:
        """The parts that are switched on."""
        return tuple(part.span() for part in self.parts if part.on.isChecked())


class SpanFields(QWidget):
    """From when until when, behind a switch."""

    changed = Signal()

    def __init__(self, name: str, span: Span) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.XS)
        self.on = Switch(name=name)
        self.first = TimeField(span.start, name=_("{part}: from").format(part=name))
        self.last = TimeField(span.end, name=_("{part}: until").format(part=name))
        row.addWidget(self.on)
        row.addSpacing(sizes.XS)
        row.addWidget(self.first)
        row.addWidget(Text(_("to"), Type.SMALL, Tone.SECOND))
        row.addWidget(self.last)
        for field in (self.first, self.last):
            field.setFixedWidth(settings_sizes.TIME)
            field.timeChanged.connect(lambda _time: self.changed.emit())
        self.on.toggled.connect(self.allow)
        self.on.toggled.connect(lambda _on: self.changed.emit())

    def allow(self) -> None:
        """Only a part that is on can be set."""
        for field in (self.first, self.last):
            field.setEnabled(self.on.isChecked())

    def span(self) -> Span:
        """What stands in the fields."""
        return Span(self.first.moment(), self.last.moment())


def _told(fields: DayFields) -> str:
    return spans_line(tuple(sorted(fields.spans())))
