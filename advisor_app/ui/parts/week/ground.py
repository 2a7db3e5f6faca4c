"""The ground of the week: open and closed hours, the lines between them, why a day is closed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from advisor_app.domain.agenda import DayPlan, Stretch, WeekPlan, minutes_of
from advisor_app.domain.opening import WhyClosed
from advisor_app.i18n.agenda_words import closed_label
from advisor_app.ui.parts.week.grid import Grid
from advisor_app.ui.parts.week.lines import fitting
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font, line_height

_STROKE = 2
_MOST_LINES = 5


class GroundPainter:
    """Paints what lies below the meetings, and the labels of closed days above them."""

    def __init__(self, painter: QPainter, grid: Grid, plan: WeekPlan) -> None:
        self._painter, self._grid, self._plan = painter, grid, plan
        self._paint = colors()

    def draw(self) -> None:
        """Draw hours and lines."""
        for column, day in enumerate(self._plan.days):
            self._draw_ground(column, day)
        self._draw_lines()
        # Above the meetings it would cross the words of other days.
        self._draw_until_today()

    def draw_now(self) -> None:
        """Draw the line of the present time across today's column."""
        place = self._now()
        if place is None:
            return
        column, y = place
        painter, left = self._painter, self._grid.lefts[column]
        painter.setPen(QPen(self._paint.danger, 1.5))
        painter.drawLine(QPointF(left, y), QPointF(left + self._grid.widths[column], y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paint.danger)
        painter.drawEllipse(QPointF(left, y), sizes.XS + 0.5, sizes.XS + 0.5)

    def _draw_until_today(self) -> None:
        place = self._now()
        if place is None:
            return
        column, y = place
        lefts = self._grid.lefts
        self._painter.setPen(QPen(self._paint.danger, sizes.HAIR))
        self._painter.setOpacity(0.5)
        self._painter.drawLine(QPointF(lefts[0], y), QPointF(lefts[column], y))
        self._painter.setOpacity(1.0)

    def _now(self) -> tuple[int, float] | None:
        """Today's column and the height of the present time, where the week holds both."""
        now = self._plan.now
        minute = minutes_of(now.time())
        columns = [at for at, day in enumerate(self._plan.days) if day.day == now.date()]
        if not columns or not self._grid.hours.holds(minute):
            return None
        return columns[0], self._grid.y(minute)

    def draw_closed(self) -> None:
        """Say why days are closed."""
        for column, day in enumerate(self._plan.days):
            self._draw_closed(column, day)

    def _draw_ground(self, column: int, day: DayPlan) -> None:
        frame = self._grid.column(column)
        self._painter.fillRect(frame, self._paint.sunken)
        for span in day.spans:
            when = Stretch(minutes_of(span.start), minutes_of(span.end))
            top, bottom = self._grid.y(when.start), self._grid.y(when.end)
            open_part = QRectF(frame.left(), top, frame.width(), bottom - top)
            self._painter.fillRect(open_part, self._paint.surface)
        if day.closed is not None and day.closed.why is not WhyClosed.NO_HOURS:
            hatch(self._painter, frame, self._paint.border)

    def _draw_lines(self) -> None:
        grid, paint = self._grid, self._paint
        hours = grid.hours
        left = grid.lefts[0]
        width = grid.lefts[-1] + grid.widths[-1] - left
        for minute in range(hours.start, hours.end + 1, 60):
            line = QRectF(left, round(grid.y(minute)), width, sizes.HAIR)
            self._painter.fillRect(line, paint.border)
        for column in range(len(grid.lefts)):
            frame = grid.column(column)
            edge = QRectF(frame.left(), frame.top(), sizes.HAIR, frame.height())
            self._painter.fillRect(edge, paint.border)

    def _draw_closed(self, column: int, day: DayPlan) -> None:
        if day.closed is None:
            return
        # In the middle of what shows of the day.
        frame = self._grid.column(column).intersected(QRectF(self._painter.window()))
        words, role = closed_label(day.closed), font(Type.CAPTION_MEDIUM)
        height = line_height(Type.CAPTION)
        room = frame.width() - 2 * sizes.XS - sizes.S
        if max(map(QFontMetricsF(role).horizontalAdvance, words.split())) > room:
            self._draw_upright(frame, words)
            return
        lines = fitting(words, role, room, _MOST_LINES)
        label = QRectF(0, 0, frame.width() - 2 * sizes.XS, len(lines) * height + 2 * sizes.XS)
        label.moveCenter(frame.center())
        box(self._painter, label, sizes.R_CONTROL, self._paint.surface, None)
        self._painter.setFont(font(Type.CAPTION_MEDIUM))
        self._painter.setPen(self._paint.text2)
        for number, line in enumerate(lines):
            place = QRectF(
                label.left(), label.top() + sizes.XS + number * height, label.width(), height
            )
            self._painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)

    def _draw_upright(self, frame: QRectF, words: str) -> None:
        """A word that is wider than its day stands upright."""
        painter, height = self._painter, line_height(Type.CAPTION)
        painter.save()
        painter.translate(frame.center())
        painter.rotate(-90)
        painter.setFont(font(Type.CAPTION_MEDIUM))
        (words,) = fitting(words, painter.font(), frame.height() - 2 * sizes.S, 1) or [""]
        long = painter.fontMetrics().horizontalAdvance(words) + 2 * sizes.S
        label = QRectF(-long / 2, -height / 2 - sizes.XS, long, height + 2 * sizes.XS)
        box(painter, label, sizes.R_CONTROL, self._paint.surface, None)
        painter.setPen(self._paint.text2)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def hatch(painter: QPainter, frame: QRectF, ink: QColor) -> None:
    """Slanting lines over a frame."""
    painter.save()
    painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, _STROKE))
    x = frame.left() - frame.height()
    while x < frame.right():
        painter.drawLine(QPointF(x, frame.bottom()), QPointF(x + frame.height(), frame.top()))
        x += week_sizes.HATCH
    painter.restore()
