"""The only movement of the window: panels and messages come in briefly (DESIGN.md, section 6)."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEasingCurve, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QGraphicsEffect, QWidget

from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from advisor_app.ui.theme.application import Application

_MS = 160


class ComingIn(QGraphicsEffect):
    """Draws a widget from a little below, and pale, to where it is: its geometry never moves."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._come = 0.0
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(_MS)
        self.animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.animation.setStartValue(0.0)
        self.animation.setEndValue(1.0)
        self.animation.valueChanged.connect(self._go_on)
        self.animation.finished.connect(lambda: self.setEnabled(False))

    def boundingRectFor(self, source: "QRectF | QRect") -> QRectF:
        """Where it begins, as well."""
        return QRectF(source).adjusted(0, 0, 0, sizes.S)

    def draw(self, painter: QPainter) -> None:
        """Draw the widget as far as it has come."""
        painter.setOpacity(self._come)
        painter.translate(0, sizes.S * (1 - self._come))
        self.drawSource(painter)

    def _go_on(self, come: float) -> None:
        self._come = come
        self.update()


def come_in(widget: QWidget) -> None:
    """Let a widget that was just shown come in, unless the user or the system wants it still."""
    application = cast("Application", QApplication.instance())
    if not application.moves():
        return
    effect = ComingIn(widget)
    widget.setGraphicsEffect(effect)
    effect.animation.start()
