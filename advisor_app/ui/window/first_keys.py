"""What is typed before the system has given a new window the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEY = Qt.KeyboardModifier
_OF_COMMANDS = _KEY.ControlModifier | _KEY.AltModifier | _KEY.MetaModifier


class FirstKeys(QObject):
    """Hands it to a field of the new window; the window around would take letters for commands.

    Commands themselves do nothing meanwhile. Ends when the new window has the keyboard.
    """

    def __init__(self, field: QWidget, around: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.window().installEventFilter(self)
        self._before = around.windowHandle()
        # A key comes to a window before it comes to anything inside, its shortcuts first.
        self._before.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the window around, and see the end of it."""
        if watched is not self._before:
            if event.type() is QEvent.Type.WindowActivate:
                self._before.removeEventFilter(self)
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent):
            # Qt looks for a shortcut wherever a key is sent by hand; letters, which the field
            # claims for itself, and Esc are none.
            if not event.modifiers() & _OF_COMMANDS:
                QApplication.sendEvent(self._field, event)
            return True
        return super().eventFilter(watched, event)
