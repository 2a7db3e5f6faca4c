"""A scroll area without a frame or a ground of its own."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
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

    def bring(self, widget: QWidget) -> None:
        """Scroll to a widget that was shown just now, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell whoever fills the place exactly."""
        super().resizeEvent(event)
        self.resized.emit()
