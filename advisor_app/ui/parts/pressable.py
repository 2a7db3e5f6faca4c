"""Enter presses what has the focus, as Space does: Qt's buttons know Enter in dialogs alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key was Enter, and nothing was held with it; whether it was."""
    if event.key() not in _ENTER or event.modifiers() & _HELD:
        return False
    button.click()
    return True


class Pressable(QAbstractButton):
    """What is painted by the house and pressed by mouse, Space or Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the rest is Qt's."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)
