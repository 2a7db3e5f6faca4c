"""What a screen reader meets in a row that is pressed as one thing: its buttons, and no labels.

The row's name and description say all that its labels show (described.py); a reader that met them
again read every row of a list aloud as soon as the list was entered.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from advisor_app.ui.theme.described import is_row

_installed: list[bool] = []


class WholeRow(QAccessibleWidget):
    """A button whose children are the buttons in it."""

    def __init__(self, row: QAbstractButton) -> None:
        super().__init__(row, QAccessible.Role.Button)

    def childCount(self) -> int:
        """How many buttons it holds."""
        return len(self._inside())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # Qt asks for none beyond the last
        """One of them."""
        inside = self._inside()
        found = inside[index] if 0 <= index < len(inside) else None
        return None if found is None else QAccessible.queryAccessibleInterface(found)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of one of them."""
        inside, wanted = self._inside(), child.object()
        return inside.index(wanted) if wanted in inside else -1

    def actionNames(self) -> list[str]:
        """It is pressed, and takes the keyboard."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Press it, or go there."""
        row = self.object()
        if isinstance(row, QAbstractButton) and name == self.pressAction():
            row.click()
        else:
            super().doAction(name)

    def _inside(self) -> list[QWidget]:
        row = self.object()
        if not isinstance(row, QWidget):
            return []
        return [one for one in row.findChildren(QAbstractButton) if not one.isHidden()]


def read_rows_whole() -> None:
    """Have Qt read rows so, from now on; once."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_made)


def _made(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    return WholeRow(thing) if isinstance(thing, QAbstractButton) and is_row(thing) else None
