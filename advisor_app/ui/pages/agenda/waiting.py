"""«À placer»: who waits for a time; dragged into the week, or placed by Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.pages.agenda.legend import Legend
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line, RowButton
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.presence import PresenceMark
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WAITING_TYPE
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.reading import Waiting, WaitingList


class WaitingCard(Card):
    """The list; `placing` asks for a time for a row, `picked` says which one is in front.

    `planning_asked` asks for a whole week at once.
    """

    placing = Signal(object)
    picked = Signal(object)
    others_asked = Signal()
    planning_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[WaitingRow] = []
        self._area = Scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.M, 0, 0)
        column.setSpacing(sizes.TIGHT)
        head = QVBoxLayout()
        head.setContentsMargins(sizes.L, 0, sizes.L, sizes.S)
        head.setSpacing(sizes.TIGHT)
        head.addWidget(Text(_("To place"), Type.H2))
        words = _("Drag into the week, or press Enter to choose a time.")
        self._hint = Text(words, Type.SMALL, Tone.SECOND, wrap=True)
        head.addWidget(self._hint)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(self._whole_week())
        column.addWidget(Line())
        column.addWidget(Legend())
        self.setAccessibleName(_("To place"))

    def show_waiting(self, found: "WaitingList") -> None:
        """Show who waits."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = [self._row(one) for one in found.rows]
        for row in self._rows:
            column.addWidget(row)
        if not found.rows:
            column.addWidget(self._nothing())
        if found.others > 0:
            column.addLayout(self._foot(found.others))
        column.addStretch(1)
        self._area.hold(whole)

    def chosen(self) -> "Waiting | None":
        """The row in front."""
        return next((row.waiting for row in self._rows if row.is_chosen()), None)

    def choose(self, waiting: "Waiting | None") -> None:
        """Put a row in front, or none."""
        for row in self._rows:
            row.choose(row.waiting is waiting)
        if waiting is not None:
            self.picked.emit(waiting)

    def dragged(self, token: str) -> "Waiting | None":
        """The row that was dragged."""
        return next((row.waiting for row in self._rows if row.token == token), None)

    def _row(self, one: "Waiting") -> "WaitingRow":
        row = WaitingRow(one)
        row.pressed.connect(lambda: self.choose(one))
        row.clicked.connect(lambda: self.placing.emit(one))
        row.button.clicked.connect(lambda: self.placing.emit(one))
        return row

    def _whole_week(self) -> QHBoxLayout:
        plan = Button(_("Plan a whole week…"), icon="calendar-check", height=sizes.CONTROL_SMALL)
        plan.clicked.connect(self.planning_asked)
        row = QHBoxLayout()
        row.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.S)
        row.addWidget(plan)
        row.addStretch(1)
        return row

    def _foot(self, count: int) -> QHBoxLayout:
        words = ngettext("{count} other suggestion", "{count} other suggestions", count)
        others = Button(
            words.format(count=count),
            Kind.LINK,
            role=Type.SMALL_MEDIUM,
            height=sizes.CONTROL_SMALL,
        )
        others.clicked.connect(self.others_asked)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.S)
        foot.addWidget(others)
        foot.addStretch(1)
        return foot

    def _nothing(self) -> QWidget:
        words = Text(_("Nobody waits for a time."), Type.SMALL, Tone.SECOND, wrap=True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        row.addWidget(words)
        return holder


class WaitingRow(RowButton):
    """One who waits: it can be dragged; Enter and its button choose a time."""

    def __init__(self, waiting: "Waiting") -> None:
        super().__init__()
        self.waiting = waiting
        self.token = waiting.whom.key.hex()
        self._grip: QPointF | None = None
        self.button = Button(
            "",
            icon="calendar-plus",
            name=_("Choose a time for {name}").format(name=waiting.title),
            height=sizes.CONTROL_SMALL,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.M, sizes.M - 2, sizes.M, sizes.M - 2)
        row.setSpacing(sizes.S)
        row.addWidget(IconMark("grip-vertical", sizes.ICON_SMALL, Tone.HINT))
        mark = PresenceMark(waiting.glyph, sizes.ICON_SMALL)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(waiting.title, Type.BODY_MEDIUM, wrap=True))
        words.addWidget(Text(waiting.about, Type.CAPTION, Tone.SECOND, wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setAccessibleName(f"{waiting.title}. {waiting.about}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grip = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it to the week."""
        grip = self._grip
        far = QPointF() if grip is None else event.position() - grip
        if grip is None or far.manhattanLength() < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self._grip = None
        self.setDown(False)
        drag = QDrag(self)
        carried = QMimeData()
        minutes = self.waiting.whom.minutes or 60
        carried.setData(WAITING_TYPE, f"{self.token} {minutes} {self.waiting.title}".encode())
        drag.setMimeData(carried)
        drag.exec(Qt.DropAction.CopyAction)
