"""How many clients each stop of the slider would flag, as a line of points."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import listed, number
from advisor_app.i18n.policy_words import months
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box, round_pen
from advisor_app.ui.theme.type_scale import Type, font, line_height


class StopsChart(QWidget):
    """The counts stand on the points; the draft's own is filled and bolder."""

    def __init__(self) -> None:
        super().__init__()
        self._stops: tuple[tuple[int, int], ...] = ()
        self._chosen = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: tuple[tuple[int, int], ...], chosen: int) -> None:
        """Show counts, and which of the stops the slider is on."""
        self._stops, self._chosen = stops, chosen
        told = (f"{months(stop)}: {number(count)}" for stop, count in stops)
        self.setAccessibleName(_("Clients flagged by delay"))
        self.setAccessibleDescription(listed(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for five points."""
        return QSize(
            sizes.PREVIEW + sizes.XL, settings_sizes.CHART_HEIGHT + 2 * line_height(Type.CAPTION)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw title, line, points, counts and delays."""
        if not self._stops:
            return
        painter = QPainter(self)
        paint = colors()
        high = line_height(Type.CAPTION)
        painter.setFont(font(Type.CAPTION_MEDIUM))
        painter.setPen(paint.text)
        title = QRectF(0, 0, self.width(), high)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, _("Clients flagged by delay"))
        floor = self.height() - high - sizes.M
        painter.fillRect(QRectF(0, floor, self.width(), sizes.HAIR), paint.border)
        points = self._points(2 * high + sizes.L, floor - sizes.M)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(round_pen(paint.border_strong, sizes.RING))
        painter.drawPolyline(QPolygonF(points))
        for (stop, count), point in zip(self._stops, points, strict=True):
            self._draw_stop(painter, (stop, count), point, floor)
        painter.end()

    def _points(self, top: float, bottom: float) -> list[QPointF]:
        most = max(*(count for _stop, count in self._stops), 1)
        wide = self.width() - 2 * settings_sizes.CHART_SIDE
        return [
            QPointF(
                settings_sizes.CHART_SIDE + index * wide / max(len(self._stops) - 1, 1),
                bottom - count / most * (bottom - top),
            )
            for index, (_stop, count) in enumerate(self._stops)
        ]

    def _draw_stop(
        self, painter: QPainter, told: tuple[int, int], point: QPointF, floor: float
    ) -> None:
        paint, (stop, count) = colors(), told
        on = stop == self._chosen
        side = settings_sizes.DOT_CHOSEN if on else settings_sizes.DOT
        dot = QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
        fill, edge = (paint.accent, None) if on else (paint.surface, paint.border_strong)
        box(painter, dot, side / 2, fill, edge, sizes.RING)
        high, around = line_height(Type.CAPTION), 2 * settings_sizes.CHART_SIDE
        room = QRectF(point.x() - around, point.y() - side / 2 - high - 1, around * 2, high)
        painter.setFont(font(Type.CAPTION_STRONG if on else Type.CAPTION_MEDIUM))
        painter.setPen(paint.accent_text if on else paint.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(count))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(paint.text2)
        below = QRectF(point.x() - around, floor + sizes.S, around * 2, high)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, number(stop))
