"""The week under the hand: arrows, Enter, the mouse, and what is dragged into it."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication

from advisor_app.domain.agenda import DAY_MINUTES, PlannedMeeting, Stretch, minutes_of, wall_at
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import lifted_words, meeting_title
from advisor_app.ui.parts.week.blocks import WAITING_TYPE, Lifted
from advisor_app.ui.parts.week.table import QUARTER, WeekTable

_ARROWS = {
    Qt.Key.Key_Up: (0, -QUARTER),
    Qt.Key.Key_Down: (0, QUARTER),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class WeekView(WeekTable):
    """Arrows move by cells, Enter opens or takes one, Shift and arrows lift a meeting.

    `opened` is a meeting that was asked for, `taken` the wall time of an empty cell, `pointed`
    one that was clicked, `moved` a
    meeting with the time where it was put down, `paged` a step to the days beside, `menu_asked` a
    meeting and where its menu opens, `dropped` the token of what was dragged here with its time,
    `told` what is held over the grid, in words.
    """

    opened = Signal(str)
    pointed = Signal(object)
    taken = Signal(object)
    moved = Signal(str, object)
    paged = Signal(int)
    menu_asked = Signal(str, QPoint)
    dropped = Signal(str, object)
    told = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        # Whether meetings can be moved from here.
        self.movable = True
        self._grip: tuple[QPointF, PlannedMeeting, int] | None = None
        self.setAcceptDrops(True)
        self._say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift, put down, or go on without anything in the hand."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        lifted = self.scene.lifted
        if key in _ARROWS and held == _SHIFT:
            self._carry(*_ARROWS[key])
        elif lifted is not None and key in _ENTER:
            self._put_down(lifted)
        elif lifted is not None and key is Qt.Key.Key_Escape:
            self.lift(None)
        elif held != _NONE or not self._did(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there, and take hold of it."""
        super().mousePressEvent(event)
        meeting, at = self.meeting_at(event.position()), self.time_at(event.position())
        self.mark(meeting.visit.ref if meeting else "")
        left = event.button() is Qt.MouseButton.LeftButton
        if meeting is None and left and at is not None:
            self.pointed.emit(at)
        elif meeting is not None and self._can_lift(meeting) and left and at is not None:
            grip = max(minutes_of(at.time()) - meeting.when.start, 0)
            self._grip = (event.position(), meeting, grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a meeting along, by quarters of an hour."""
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        start, meeting, grip = self._grip
        far = (event.position() - start).manhattanLength()
        at = self.time_at(event.position())
        if at is not None and far >= QApplication.startDragDistance():
            self.lift(_held(meeting, at, minutes_of(at.time()) - grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was carried."""
        super().mouseReleaseEvent(event)
        self._grip = None
        if self.scene.lifted is not None:
            self._put_down(self.scene.lifted)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the meeting, or take the empty half-hour."""
        self._grip = None
        meeting = self.meeting_at(event.position())
        index = self.indexAt(event.position().toPoint())
        if meeting is not None:
            self.opened.emit(meeting.visit.ref)
        elif index.isValid():
            self.taken.emit(self.week.wall(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the meeting in front."""
        meeting = self.chosen()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            meeting = self.meeting_at(QPointF(self.viewport().mapFrom(self, event.pos())))
        if meeting is not None:
            self.menu_asked.emit(meeting.visit.ref, self.where_is(meeting.visit.ref))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take in who waits for a time, and nothing else."""
        if event.mimeData().hasFormat(WAITING_TYPE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would lie."""
        at = self.time_at(event.position())
        if at is None or not event.mimeData().hasFormat(WAITING_TYPE):
            event.ignore()
            return
        self.lift(_carried(_told(event), at))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.lift(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the time where it was let go."""
        self.lift(None)
        at = self.time_at(event.position())
        if at is not None and event.mimeData().hasFormat(WAITING_TYPE):
            event.acceptProposedAction()
            self.dropped.emit(_told(event).split(" ")[0], at)

    def lift(self, lifted: Lifted | None) -> None:
        """Hold something over the grid, or let it go."""
        self.change(lifted=lifted)
        self._say(lifted_words(lifted.words, lifted.day, lifted.when) if lifted else "")

    def _did(self, key: Qt.Key) -> bool:
        """Do what a key alone means here; whether it means anything."""
        if key in _ENTER:
            self._open()
        elif key is Qt.Key.Key_Space:
            self._next_here()
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        else:
            return False
        return True

    def _open(self) -> None:
        meeting, index = self.chosen(), self.currentIndex()
        if meeting is not None:
            self.opened.emit(meeting.visit.ref)
        elif index.isValid():
            self.taken.emit(self.week.wall(index))

    def _next_here(self) -> None:
        """Two short meetings may share a cell: Space goes from one to the other."""
        index = self.currentIndex()
        here = self.week.day(index).at(self.week.cell(index)) if index.isValid() else ()
        refs = [one.visit.ref for one in here]
        if refs:
            now = refs.index(self.scene.chosen) if self.scene.chosen in refs else -1
            self.mark(refs[(now + 1) % len(refs)])

    def _carry(self, days: int, minutes: int) -> None:
        meeting = self.chosen()
        if meeting is None or not self._can_lift(meeting):
            return
        lifted = self.scene.lifted
        day = lifted.day if lifted else meeting.visit.start.date()
        start = lifted.when.start if lifted else meeting.when.start
        there = day + timedelta(days=days)
        if self.column_of(there) is not None:
            self.lift(_held(meeting, wall_at(there, 0), start + minutes))

    def _can_lift(self, meeting: PlannedMeeting) -> bool:
        return self.movable and meeting.to_come

    def _put_down(self, lifted: Lifted) -> None:
        self.lift(None)
        meeting = self.week.plan.find(lifted.ref)
        start = wall_at(lifted.day, lifted.when.start)
        if meeting is not None and start != meeting.visit.start:
            self.moved.emit(lifted.ref, start)

    def _say(self, words: str) -> None:
        self.told.emit(words)
        usual = _("Arrows move by half an hour and by day, Enter opens or books.")
        self.setAccessibleDescription(words or usual)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)


def _held(meeting: PlannedMeeting, at: datetime, minute: int) -> Lifted:
    """A meeting held at another time of a day, as long as it is."""
    length = meeting.when.end - meeting.when.start
    start = min(max(minute, 0), DAY_MINUTES - length)
    words = meeting_title(meeting)
    return Lifted(at.date(), Stretch(start, start + length), words, meeting.visit.ref)


def _told(event: QDropEvent) -> str:
    """What a dragged row says of itself."""
    return bytes(event.mimeData().data(WAITING_TYPE).data()).decode()


def _carried(told: str, at: datetime) -> Lifted:
    """Who waits for a time, held over a quarter of an hour."""
    _token, minutes, name = told.split(" ", 2)
    start = min(minutes_of(at.time()), DAY_MINUTES - int(minutes))
    return Lifted(at.date(), Stretch(start, start + int(minutes)), name)
