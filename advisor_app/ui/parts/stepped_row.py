"""A row of a list that the keyboard steps through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from advisor_app.ui.parts.card import RowButton

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SteppedRow(RowButton):
    """`reached` says that the keyboard is here, `moved` that an arrow asks for the row so far on."""

    reached = Signal()
    moved = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reaching the row puts it in front."""
        self.reached.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, do what the row does with other keys, or Qt's."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif not self.takes(key):
            super().keyPressEvent(event)

    def takes(self, _key: Qt.Key) -> bool:
        """Do what one more key stands for; False leaves it to Qt."""
        return False
