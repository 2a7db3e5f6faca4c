"""The marks of the thread: circles, diamonds, and text on the middle of a lane."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.type_scale import Type, font

_DIAMOND = 7.5
_WIDEST = 2_000.0


def circle(painter: QPainter, centre: QPointF, radius: float, fill: QColor, pen: QPen) -> None:
    """A filled circle with its edge."""
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)


def diamond(painter: QPainter, centre: QPointF, color: QColor, fill: QColor) -> None:
    """A project; filled with the ground where it lies ahead."""
    x, y, side = centre.x(), centre.y(), _DIAMOND
    points = [
        QPointF(x, y - side),
        QPointF(x + side, y),
        QPointF(x, y + side),
        QPointF(x - side, y),
    ]
    painter.setPen(QPen(color, 2 if fill != color else 1))
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF(points))


def words(painter: QPainter, at: QPointF, text: str, role: Type, color: QColor) -> None:
    """A text that begins here, its middle on this height."""
    painter.setFont(font(role))
    painter.setPen(color)
    frame = QRectF(at.x(), at.y() - scaled(10), _WIDEST, scaled(20))
    painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, text)


def dashed(color: QColor, width: float, pattern: list[float]) -> QPen:
    """A dashed pen with flat ends; the pattern is in widths of the pen."""
    pen = QPen(color, width)
    pen.setDashPattern(pattern)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
