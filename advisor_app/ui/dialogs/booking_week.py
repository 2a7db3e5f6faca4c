"""The left of the booking question: which week, how long, and the week itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.agenda import WeekPlan
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import length_words, week_title
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WeekView
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

_LENGTHS = (30, 45, 60, 90)
_USUAL = 60


class BookingWeek(QWidget):
    """`stepped` goes to the weeks beside, `length_changed` says that another length holds.

    `retried` asks again for a week that could not be read.
    """

    stepped = Signal(int)
    length_changed = Signal()
    retried = Signal()

    def __init__(self, minutes: int | None) -> None:
        super().__init__()
        self._lengths = sorted({*_LENGTHS, minutes or _USUAL})
        self._minutes = minutes or _USUAL
        self._range = Text("", Type.BODY_STRONG, wrap=True, most=2)
        self._length = Segments([length_words(one) for one in self._lengths])
        self._length.setAccessibleName(_("Length"))
        self._length.choose(self._lengths.index(self._minutes))
        self._length.chosen.connect(self._choose)
        self.view = WeekView(_("Your week"))
        self.view.movable = False
        self.view.paged.connect(self.stepped)
        before = Button("", icon="chevron-left", name=_("Week before"))
        after = Button("", icon="chevron-right", name=_("Week after"))
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        row = QHBoxLayout()
        row.setSpacing(sizes.S)
        for button in (before, after):
            row.addWidget(button)
        row.addWidget(self._range, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._length)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(sizes.TIGHT, sizes.XS, sizes.TIGHT, sizes.XS)
        self.stage = Stage(self.view, None, self.retried.emit)
        inside.addWidget(self.stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        column.addLayout(row)
        column.addWidget(card, 1)

    def minutes(self) -> int:
        """How long the meeting is."""
        return self._minutes

    def choose_minutes(self, minutes: int) -> None:
        """Take another length, one of those offered."""
        self._length.choose(self._lengths.index(minutes))
        self._choose(self._lengths.index(minutes))

    def show_plan(self, plan: WeekPlan, names: dict[str, str]) -> None:
        """Show a week."""
        self._range.setText(week_title(plan))
        self.view.show_plan(plan, names)
        self.stage.show_content()

    def _choose(self, index: int) -> None:
        self._minutes = self._lengths[index]
        self.length_changed.emit()
