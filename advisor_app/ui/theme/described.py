"""What a screen reader says of a control after its name: what it belongs to."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def describe(control: QWidget) -> None:
    """Describe a control by the nearest thing around it that has a name, unless it has words.

    Five buttons "Later" on one page differ only by the row that each one stands in. A control
    that is measured before it stands anywhere is looked at again when the window is at rest.
    """
    if not _described(control):
        QTimer.singleShot(0, control, partial(_described, control))


def _described(control: QWidget) -> bool:
    if control.accessibleDescription() or control.toolTip():
        return True
    around = control.parentWidget()
    while around is not None:
        name = around.accessibleName() or around.windowTitle()
        if name:
            control.setAccessibleDescription(name)
            return True
        around = around.parentWidget()
    return False
