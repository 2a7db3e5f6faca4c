"""The title of the agenda: which days show, and the ways to others."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _, pgettext
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

DAY, WEEK = 0, 1


class AgendaHeader(QWidget):
    """`stepped` goes to the days beside, `today` to the present ones, `formed` shows day or week."""

    stepped = Signal(int)
    today = Signal()
    formed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._range = Text("", Type.BODY_STRONG, wrap=True, most=2)
        before = Button("", icon="chevron-left", name=_("Before"))
        after = Button("", icon="chevron-right", name=_("After"))
        now = Button(_("Today"), Kind.SECONDARY)
        self.form = Segments([pgettext("agenda", "Day"), pgettext("agenda", "Week")])
        self.form.choose(WEEK)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        now.clicked.connect(self.today)
        self.form.chosen.connect(self.formed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.S)
        self._row.addWidget(Text(_("Agenda"), Type.H1))
        self._row.addSpacing(sizes.S)
        for button in (before, after):
            self._row.addWidget(button)
        self._row.addSpacing(sizes.XS)
        self._row.addWidget(self._range, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(now)
        self._row.addStretch(1)
        self._row.addWidget(self.form)

    def show_range(self, words: str) -> None:
        """Say which days show."""
        self._range.setText(words)


def stepped(day: date, by: int, form: int) -> date:
    """The day so many days or weeks away, within the calendar."""
    number = day.toordinal() + by * (1 if form == DAY else 7)
    return date.fromordinal(min(max(number, date.min.toordinal() + 7), date.max.toordinal() - 14))
