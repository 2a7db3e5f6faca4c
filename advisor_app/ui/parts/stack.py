"""Widgets of which one shows; a screen reader goes past it, where Qt's own is a "layered pane"."""

from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """As Qt's stack of widgets: the first one shows until another is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QStackedLayout(self)

    def addWidget(self, widget: QWidget) -> None:
        """Put one behind the others."""
        self._layout.addWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show one."""
        self._layout.setCurrentWidget(widget)

    def setCurrentIndex(self, index: int) -> None:
        """Show the one at a place."""
        self._layout.setCurrentIndex(index)

    def currentIndex(self) -> int:
        """The place of the one that shows."""
        return self._layout.currentIndex()

    def currentWidget(self) -> QWidget | None:
        """The one that shows."""
        return self._layout.currentWidget()

    def count(self) -> int:
        """How many there are."""
        return self._layout.count()
