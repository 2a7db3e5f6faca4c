"""A slider over months, with its stops written below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider

from advisor_app.i18n.policy_words import months
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font, line_height

_PAGE_STEP = 6


class MonthSlider(QSlider):
    """One month a step by the arrows, six by the page keys; a click goes where it is made."""

    def __init__(self, stops: tuple[int, ...], *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._stops = stops
        self.setRange(stops[0], stops[-1])
        self.setSingleStep(1)
        self.setPageStep(_PAGE_STEP)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def reach(self, value: int) -> None:
        """Show a value, further than the stops where it lies there."""
        self.setRange(min(self._stops[0], value), max(self._stops[-1], value))
        self.setValue(value)

    def sizeHint(self) -> QSize:
        """The groove, and the stops below."""
        return QSize(sizes.SEARCH_WIDTH, sizes.CONTROL_SMALL + line_height(Type.CAPTION))

    def minimumSizeHint(self) -> QSize:
        """Half of that still reads."""
        return QSize(sizes.SEARCH_WIDTH // 2, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the mouse is."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - settings_sizes.KNOB / 2) / max(
            self.width() - settings_sizes.KNOB, 1
        )
        span = self.maximum() - self.minimum()
        self.setValue(round(self.minimum() + min(max(share, 0.0), 1.0) * span))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groove, its filled part, the knob and the stops."""
        paint = colors()
        painter = QPainter(self)
        middle = sizes.CONTROL_SMALL / 2
        groove = QRectF(0, middle - settings_sizes.GROOVE / 2, self.width(), settings_sizes.GROOVE)
        box(painter, groove, settings_sizes.GROOVE / 2, paint.border_strong, None)
        at = self._place(self.value())
        full = QRectF(groove.left(), groove.top(), at, settings_sizes.GROOVE)
        box(painter, full, settings_sizes.GROOVE / 2, paint.accent, None)
        knob = QRectF(
            at - settings_sizes.KNOB / 2,
            middle - settings_sizes.KNOB / 2,
            settings_sizes.KNOB,
            settings_sizes.KNOB,
        )
        box(painter, knob, settings_sizes.KNOB / 2, paint.accent, paint.surface, sizes.RING)
        self._draw_stops(painter)
        painter.end()

    def _place(self, value: int) -> float:
        share = (value - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return settings_sizes.KNOB / 2 + share * (self.width() - settings_sizes.KNOB)

    def _draw_stops(self, painter: QPainter) -> None:
        painter.setFont(font(Type.CAPTION))
        painter.setPen(colors().text2)
        metrics = QFontMetricsF(painter.font())
        ends = (self._stops[0], self._stops[-1])
        for stop in self._stops:
            words = months(stop) if stop in ends else str(stop)
            width = metrics.horizontalAdvance(words) + 1
            left = min(max(self._place(stop) - width / 2, 0), self.width() - width)
            room = QRectF(left, sizes.CONTROL_SMALL, width, line_height(Type.CAPTION))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
