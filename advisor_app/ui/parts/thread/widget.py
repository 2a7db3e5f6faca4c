"""The thread on the client's page: years to show, moved through by keys and mouse, mark by mark."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from advisor_app.domain.thread import MarkKind, ThreadData, View, last_meeting, view_of
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import month_and_year, plain_date
from advisor_app.ui.parts.text import plain_tooltip
from advisor_app.ui.parts.thread import lanes
from advisor_app.ui.parts.thread.painter import Hit, ThreadPainter
from advisor_app.ui.parts.thread.stops import Stop, stops
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import outline

# One step of the arrows moves by a quarter of what shows.
_STEP = 4


class ThreadWidget(QLabel):
    """The full thread: ← → move through time, ↑ ↓ from mark to mark, Home and End to the ends."""

    def __init__(self) -> None:
        super().__init__()
        self._thread: ThreadData | None = None
        self._names: Mapping[str, str] = {}
        self._years: int | None = None
        self._discreet = False
        self._until = date.max
        self._at: int | None = None
        self._hits: list[Hit] = []
        self._grip: tuple[float, View] | None = None
        self.setFixedHeight(lanes.HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_thread(
        self, thread: ThreadData, names: Mapping[str, str], *, discreet: bool = False
    ) -> None:
        """Show another thread, up to today; `discreet` leaves out what it might reproach."""
        self._thread, self._names, self._discreet = thread, names, discreet
        self._until, self._at = thread.today, None
        self.setAccessibleName(described(thread))
        self._say()

    def zoom(self, years: int | None) -> None:
        """Show so many years, or all; what was at the end stays there."""
        self._years = years
        self._say()

    def view(self) -> View | None:
        """What shows now."""
        if self._thread is None:
            return None
        return view_of(self._thread, self._years, self._until)

    def stop(self) -> Stop | None:
        """The mark that the keyboard is at."""
        if self._thread is None or self._at is None:
            return None
        return stops(self._thread, self._names)[self._at]

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(1144, lanes.HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread, and a ring around the mark that the keyboard is at."""
        if self._thread is None:
            return
        painter = QPainter(self)
        drawn = ThreadPainter(self._thread, self._names)
        self._hits = drawn.full(painter, QRectF(self.rect()), self.view(), discreet=self._discreet)
        rect = self._ring()
        if rect is not None and self.hasFocus():
            outline(painter, rect, sizes.R_CHECK, colors().focus, sizes.RING)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show what the mark under the mouse says."""
        if isinstance(event, QHelpEvent):
            for rect, words in reversed(self._hits):
                if rect.contains(event.pos().toPointF()):
                    QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through time, or from mark to mark; Escape leaves the marks."""
        moves = {
            Qt.Key.Key_Left: lambda: self._pan(-1),
            Qt.Key.Key_Right: lambda: self._pan(1),
            Qt.Key.Key_Home: lambda: self._show_until(date.min),
            Qt.Key.Key_End: lambda: self._show_until(date.max),
            Qt.Key.Key_Up: lambda: self._go(-1),
            Qt.Key.Key_Down: lambda: self._go(1),
        }
        move = moves.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._at is not None:
            self._at = None
            QToolTip.hideText()
            self._say()
        elif move is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            move()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line."""
        view = self.view()
        if view is not None and event.button() is Qt.MouseButton.LeftButton:
            self._grip = (event.position().x(), view)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the line along."""
        if self._grip is not None:
            start, view = self._grip
            days = (view.until_day - view.from_day).days
            moved = (start - event.position().x()) / max(self.width(), 1) * days
            self._show_until(_later(view.until_day, round(moved)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._grip = None

    def _pan(self, way: int) -> None:
        view = self.view()
        if view is not None:
            days = (view.until_day - view.from_day).days // _STEP
            self._show_until(_later(view.until_day, way * days))

    def _show_until(self, day: date) -> None:
        if self._thread is not None:
            self._until = view_of(self._thread, self._years, day).until_day
            self._say()

    def _go(self, way: int) -> None:
        """To the mark before or after, which is brought into view; the first time to the latest."""
        found = () if self._thread is None else stops(self._thread, self._names)
        if not found:
            return
        last = len(found) - 1
        self._at = last if self._at is None else min(max(self._at + way, 0), last)
        stop, view = found[self._at], self.view()
        if view is not None and not view.holds(stop.day):
            half = (view.until_day - view.from_day) // 2
            self._show_until(_later(stop.day, half.days))
        self._say()
        self.repaint()
        rect = self._ring()
        if rect is not None:
            below = self.mapToGlobal(QPoint(int(rect.left()), int(rect.bottom())))
            QToolTip.showText(below, plain_tooltip(stop.words), self)

    def _ring(self) -> QRectF | None:
        stop = self.stop()
        if stop is None:
            return None
        return next((rect for rect, words in self._hits if words == stop.words), None)

    def _say(self) -> None:
        """Tell a screen reader what shows, and the mark that the keyboard is at."""
        stop, view = self.stop(), self.view()
        if stop is not None:
            said = stop.words
        elif view is not None:
            said = _(
                "From {start} to {end}. Left and right move through time, up and down "
                "go from mark to mark."
            ).format(start=month_and_year(view.from_day), end=month_and_year(view.until_day))
        else:
            said = ""
        self.setAccessibleDescription(said)
        changed = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, changed))
        self.update()


def described(thread: ThreadData) -> str:
    """The thread in one sentence."""
    meetings = sum(mark.kind is MarkKind.MEETING for mark in thread.marks)
    last = last_meeting(thread)
    if last is None:
        return _("The thread of the relation: no meeting yet.")
    return ngettext(
        "The thread of the relation: {count} meeting, the last one on {day}.",
        "The thread of the relation: {count} meetings, the last one on {day}.",
        meetings,
    ).format(count=meetings, day=plain_date(last.day))


def _later(day: date, days: int) -> date:
    """A day so many days later, within the calendar."""
    number = day.toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))
