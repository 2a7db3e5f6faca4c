"""The shapes that every painted control is made of."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advisor_app.ui.theme import sizes


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None,
    width: float = sizes.HAIR,
) -> None:
    """A filled rounded rectangle whose border lies inside the rectangle."""
    half = width / 2 if border is not None else 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def outline(painter: QPainter, rect: QRectF, radius: float, color: QColor, width: float) -> None:
    """Only the border of a rounded rectangle, inside it."""
    box(painter, rect, radius, None, color, width)


def round_pen(color: QColor, width: float) -> QPen:
    """A pen with round ends and joins."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
