"""Tabs of a page: text, a count, and a line below the chosen one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.type_scale import Type, font

_LINE = 3


class Tabs(QWidget):
    """A row of tabs above a thin line."""

    chosen = Signal(int)

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.setFixedHeight(sizes.TABS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        self._group = QButtonGroup(self)
        for index, label in enumerate(labels):
            tab = Tab(label)
            self._group.addButton(tab, index)
            row.addWidget(tab)
        row.addStretch(1)
        self._group.idClicked.connect(self.chosen)
        self.choose(0)

    def choose(self, index: int) -> None:
        """Show one as chosen."""
        self._group.button(index).setChecked(True)

    def count(self, index: int, number: int | None) -> None:
        """Show a count beside a tab's words, or none."""
        tab = self._group.button(index)
        if isinstance(tab, Tab):
            tab.set_count(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors().border)
        painter.end()


class Tab(Pressable):
    """One tab."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setText(label)
        self._count = ""
        self.setCheckable(True)
        # One of several: read out as such, not as a box to tick.
        self.setAutoExclusive(True)
        self.setFixedHeight(sizes.TABS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, number: int | None) -> None:
        """Show a count, or none."""
        self._count = "" if number is None else str(number)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bolder form of the words, and the count."""
        words = QFontMetricsF(font(Type.BODY_STRONG)).horizontalAdvance(self.text())
        number = QFontMetricsF(font(Type.CAPTION_MEDIUM)).horizontalAdvance(self._count)
        extra = number + sizes.L if self._count else 0
        return QSize(round(words + extra) + 2 * sizes.M, sizes.TABS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, count and line."""
        paint = colors()
        painter = QPainter(self)
        on = self.isChecked()
        role = font(Type.BODY_STRONG if on else Type.BODY_MEDIUM)
        painter.setFont(role)
        painter.setPen(paint.accent_text if on else paint.text2)
        frame = QRectF(self.rect()).adjusted(sizes.M, 0, 0, 0)
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            left = QFontMetricsF(role).horizontalAdvance(self.text()) + sizes.L
            painter.setFont(font(Type.CAPTION_MEDIUM))
            painter.setPen(paint.text2)
            painter.drawText(
                frame.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._count
            )
        if on:
            low = QRectF(sizes.S, self.height() - _LINE, self.width() - 2 * sizes.S, _LINE)
            painter.fillRect(low, paint.accent)
        painter.end()
