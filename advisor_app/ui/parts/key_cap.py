"""The keys of a shortcut as a small cap, as the keyboard has them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font, line_height


def cap_width(keys: str) -> int:
    """How wide the cap of these keys is, in logical pixels."""
    return round(QFontMetricsF(font(Type.CAPTION_MEDIUM)).horizontalAdvance(keys)) + 2 * sizes.S


def cap_height() -> int:
    """How high every cap is: it grows with the text."""
    return line_height(Type.CAPTION_MEDIUM) + sizes.XS


def draw_cap(painter: QPainter, frame: QRectF, keys: str) -> None:
    """Draw the cap in its frame."""
    paint = colors()
    box(painter, frame, sizes.R_CHECK, paint.sunken, paint.border)
    painter.setFont(font(Type.CAPTION_MEDIUM))
    painter.setPen(paint.text2)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
