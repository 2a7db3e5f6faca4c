"""A scroll area without a frame or a ground of its own."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls up and down what is too high for its place."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())

    def hold(self, widget: QWidget) -> None:
        """Show another widget; Qt gives it a ground, which cards do not want."""
        self.setWidget(widget)
        widget.setAutoFillBackground(False)

    def bar_width(self) -> int:
        """What the scroll bar takes of the width where it shows."""
        return self.verticalScrollBar().sizeHint().width()

    def bring(self, widget: QWidget) -> None:
        """Scroll to a widget that was shown just now, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell whoever fills the place exactly."""
        super().resizeEvent(event)
        self.resized.emit()


class RowScroll(Scroll):
    """Scrolls a column of rows by whole ones: none is cut at the top, nor at first at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._turned = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows may fit now."""
        super().resizeEvent(event)
        self._end_at_a_row()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The rows may have another height now."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._end_at_a_row()
        return done

    def _end_at_a_row(self) -> None:
        held = self.widget()
        layout = held.layout() if held is not None else None
        if layout is None:
            return
        layout.activate()
        ends = [end for end in self._ends() if end <= self.height()]
        cut = bool(ends) and self._ends()[-1] > self.height()
        self.setViewportMargins(0, 0, 0, self.height() - ends[-1] if cut else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One row a notch; the small steps of a touchpad are gathered until they make one."""
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        bar, tops = self.verticalScrollBar(), self._tops()
        for _notch in range(abs(notches)):
            at = bar.value()
            before, after = [top for top in tops if top < at], [top for top in tops if top > at]
            bar.setValue((before or [0])[-1] if notches > 0 else (after or [at])[0])
        event.accept()

    def _tops(self) -> list[int]:
        """Where the rows begin."""
        return sorted({0, *(row.y() for row in self._rows())})

    def _ends(self) -> list[int]:
        """Where the rows end."""
        return sorted(row.y() + row.height() for row in self._rows())

    def _rows(self) -> list[QWidget]:
        held, direct = self.widget(), Qt.FindChildOption.FindDirectChildrenOnly
        if held is None:
            return []
        rows = held.findChildren(QWidget, options=direct)
        return [row for row in rows if row.isVisibleTo(held)]


# What one notch of a wheel turns, in eighths of a degree.
_NOTCH = 120
