"""Notices that nobody uses the window any more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_A_MINUTE = 60_000
# While something is printed or written, it is looked at again a little later.
_AGAIN = 15_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """`idle` comes after so many minutes without a key, a click or a move in our windows.

    `asked` is Ctrl+L, which the window's own keys do not see while a question is open.

    `busy` says whether to wait on: a print, or work that somebody asked for. Only the windows
    that have the focus are watched, each by its own events: watching every event of the program
    would slow all of it.
    """

    idle = Signal()
    asked = Signal()

    def __init__(self, parent: QObject, minutes: int, busy: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self.lock_after(minutes)

    def lock_after(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._minutes = minutes
        self._timer.start(minutes * _A_MINUTE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the wait anew at every sign of somebody."""
        if event.type() in _SIGNS:
            self._timer.start(self._minutes * _A_MINUTE)
        if isinstance(event, QKeyEvent) and _is_lock(event):
            self.asked.emit()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _look(self) -> None:
        if self._busy():
            self._timer.start(_AGAIN)
        else:
            self.idle.emit()


def _is_lock(event: QKeyEvent) -> bool:
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.type() is QEvent.Type.KeyPress and held and event.key() == Qt.Key.Key_L
