"""Labels that never lie on each other: who asks first keeps the place."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from advisor_app.ui.theme.text_size import scaled


class Labels:
    """The places already taken in one drawing."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._taken: list[QRectF] = []

    def reserve(self, rect: QRectF) -> None:
        """Keep a place free of labels."""
        self._taken.append(rect)

    def free(self, rect: QRectF) -> bool:
        """Whether nothing lies there yet."""
        return not any(rect.intersects(other) for other in self._taken)

    def draw(self, rect: QRectF, lines: list[tuple[str, QFont, QColor, float]], align: int) -> bool:
        """Draw lines of text (text, font, colour, centre height) where the place is free."""
        if not self.free(rect):
            return False
        self.reserve(rect.adjusted(-6, 0, 6, 0))
        for text, font, color, middle in lines:
            self._painter.setFont(font)
            self._painter.setPen(color)
            line = QRectF(rect.left(), middle - scaled(10), rect.width(), scaled(20))
            self._painter.drawText(line, align | int(Qt.AlignmentFlag.AlignVCenter), text)
        return True


def text_width(text: str, font: QFont) -> float:
    """How wide a text is, and a pixel more for rounding."""
    return QFontMetricsF(font).horizontalAdvance(text) + 1


def shortened(text: str, font: QFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
