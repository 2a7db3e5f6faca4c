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
        self._chosen = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: tuple[tuple[int, int], ...], chosen: tuple[int, int]) -> None:
        """Show the count of each stop, and where the slider is, on a stop or between two."""
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
        line = sorted({*self._stops, self._chosen})
        place = self._places(line, 2 * high + sizes.L, floor - sizes.M)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(round_pen(paint.border_strong, sizes.RING))
        painter.drawPolyline(QPolygonF([place[one] for one in line]))
        self._draw_dot(painter, place[self._chosen], on=True)
        for stop in self._stops:
            self._draw_stop(painter, stop, place[stop], floor)
        painter.end()

    def _places(
        self, line: list[tuple[int, int]], top: float, bottom: float
    ) -> dict[tuple[int, int], QPointF]:
        most = max(1, *(count for _stop, count in line))
        first, last = line[0][0], line[-1][0]
        side = settings_sizes.CHART_SIDE
        wide = (self.width() - 2 * side) / max(last - first, 1)
        return {
            (stop, count): QPointF(
                side + (stop - first) * wide, bottom - count / most * (bottom - top)
            )
            for stop, count in line
        }

    def _draw_dot(self, painter: QPainter, point: QPointF, *, on: bool) -> None:
        paint = colors()
        side = settings_sizes.DOT_CHOSEN if on else settings_sizes.DOT
        dot = QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
        fill, edge = (paint.accent, None) if on else (paint.surface, paint.border_strong)
        box(painter, dot, side / 2, fill, edge, sizes.RING)

    def _draw_stop(
        self, painter: QPainter, told: tuple[int, int], point: QPointF, floor: float
    ) -> None:
        paint, (stop, count) = colors(), told
        on = told == self._chosen
        if not on:
            self._draw_dot(painter, point, on=False)
        side = settings_sizes.DOT_CHOSEN
        high, around = line_height(Type.CAPTION), 2 * settings_sizes.CHART_SIDE
        room = QRectF(point.x() - around, point.y() - side / 2 - high - 1, around * 2, high)
        painter.setFont(font(Type.CAPTION_STRONG if on else Type.CAPTION_MEDIUM))
        painter.setPen(paint.accent_text if on else paint.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(count))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(paint.text2)
        below = QRectF(point.x() - around, floor + sizes.S, around * 2, high)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, number(stop))
