"""What darkens the window behind a dialog."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from advisor_app.ui.tasks import Slices
from advisor_app.ui.theme.tokens import veil

if TYPE_CHECKING:
    from collections.abc import Callable

# What lies under a strip is painted anew, and so is all of the window; a key comes in between.
_STRIPS = 5
_AFTER_MS = 20


def veil_behind(dialog: QDialog, window: QWidget) -> None:
    """Darken a window a moment after the dialog shows, and lift that when it closes.

    A click beside a dialog that is not modal closes it.
    """
    behind = Veil(window)
    behind.pressed.connect(dialog.reject)
    dialog.finished.connect(behind.lift)


class Veil(QObject):
    """Comes and goes strip by strip, so that the window never keeps silent for it."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._slices = window, Slices(self)
        self.strips = [_Strip(window, self.pressed.emit) for _each in range(_STRIPS)]
        self._place()
        window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(partial(self._each, _Strip.show))
        self._timer.start()

    def lift(self) -> None:
        """Show the window as it is."""
        self._timer.stop()
        # The strips go one by one: none is given a place any more.
        self._window.removeEventFilter(self)
        self._each(_Strip.deleteLater)
        self._slices.add(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that becomes larger, too."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _each(self, deed: "Callable[[_Strip], object]") -> None:
        self._slices.add(*(partial(deed, strip) for strip in self.strips))

    def _place(self) -> None:
        wide, high = self._window.width(), self._window.height()
        edges = [high * place // _STRIPS for place in range(_STRIPS + 1)]
        for strip, (top, bottom) in zip(self.strips, pairwise(edges), strict=True):
            strip.setGeometry(QRect(0, top, wide, bottom - top))


class _Strip(QWidget):
    """One strip of it, above all that the window holds."""

    def __init__(self, window: QWidget, pressed: "Callable[[], None]") -> None:
        super().__init__(window)
        self._pressed = pressed
        self.raise_()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Say that it was pressed."""
        self._pressed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken what lies under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil())
        painter.end()
