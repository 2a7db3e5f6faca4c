"""The left of the booking question: which week, how long, and the week itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

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
        self._head = self._heading()
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(sizes.TIGHT, sizes.XS, sizes.TIGHT, sizes.XS)
        self.stage = Stage(self.view, None, self.retried.emit)
        inside.addWidget(self.stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        column.addLayout(self._head)
        column.addWidget(card, 1)

    def _heading(self) -> QBoxLayout:
        before = Button("", icon="chevron-left", name=_("Week before"))
        after = Button("", icon="chevron-right", name=_("Week after"))
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        which = QHBoxLayout()
        which.setSpacing(sizes.S)
        which.addWidget(before)
        which.addWidget(after)
        which.addWidget(self._range, 1, Qt.AlignmentFlag.AlignVCenter)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(sizes.S)
        head.addLayout(which, 1)
        head.addWidget(self._length)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both have no room beside each other, the lengths stand below the week's name."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        named = QFontMetrics(self._range.font()).horizontalAdvance(self._range.text())
        needed = 2 * (sizes.CONTROL + sizes.L) + named + self._length.sizeHint().width()
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if needed <= self.width() else ways.TopToBottom)

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
        self._fit()
        self.view.show_plan(plan, names)
        self.stage.show_content()

    def _choose(self, index: int) -> None:
        self._minutes = self._lengths[index]
        self.length_changed.emit()
