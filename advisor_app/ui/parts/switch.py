"""A switch: on or off, told by its fill and by the side of its knob."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box

_WIDTH, _HEIGHT, _KNOB = 38, 22, 14


class Switch(Pressable):
    """On or off; what it switches is said by its name."""

    def __init__(self, *, on: bool = False, name: str = "") -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A short bar in a target of 30 pixels."""
        return QSize(_WIDTH, sizes.CONTROL_SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and its knob."""
        paint = colors()
        painter = QPainter(self)
        bar = QRectF(0, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        on, enabled = self.isChecked(), self.isEnabled()
        edge = paint.border_strong if enabled else paint.disabled_text
        fill = (paint.accent if enabled else paint.disabled_text) if on else paint.surface
        box(painter, bar, _HEIGHT / 2, fill, None if on else edge)
        inset = (_HEIGHT - _KNOB) / 2
        left = bar.right() - inset - _KNOB if on else bar.left() + inset
        knob = QRectF(left, bar.top() + inset, _KNOB, _KNOB)
        box(painter, knob, _KNOB / 2, paint.on_accent if on else edge, None)
        painter.end()
