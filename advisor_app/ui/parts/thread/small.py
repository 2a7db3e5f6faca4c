"""The thread in a table's cell (110 x 18) and in a preview: bars by month, discs, changes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from advisor_app.domain.thread import MarkKind, ThreadData, changes
from advisor_app.ui.parts.thread.scale import Scale, month_starts
from advisor_app.ui.theme.tokens import Colors

CELL_MONTHS = 12
PREVIEW_MONTHS = 36
_BAR = 3.0
_SHORTEST = 3.0
_DISC = 4.2
# A month with this many online contacts reaches the full height.
_FULL = 30


def paint_small(
    painter: QPainter, rect: QRectF, thread: ThreadData, paint: Colors, months: int
) -> None:
    """Draw the last months: a bar for online, a disc for a meeting, a ring for a talk."""
    starts = month_starts(thread, months)
    step = rect.width() / months
    middle = rect.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    counts = {month.first_day: month.count for month in thread.months}
    marks = {mark.day.replace(day=1): mark.kind for mark in thread.marks}
    marks |= {m.day.replace(day=1): m.kind for m in thread.marks if m.kind is MarkKind.MEETING}
    bars, bar = QPainterPath(), min(_BAR, step * 0.45)
    for index, start in enumerate(starts):
        centre = QPointF(rect.left() + (index + 0.5) * step, middle)
        if start in marks:
            _mark(painter, centre, marks[start], paint)
        elif counts.get(start):
            _add_bar(bars, centre, bar, rect.height(), counts[start])
    painter.fillPath(bars, faded(paint.digital))
    scale = Scale(starts[0], thread.today, rect.left(), rect.right() - step * 0.3)
    painter.setPen(dotted(paint.text2))
    for change in changes(thread):
        if change.day >= starts[0]:
            x = round(scale.x(change.day)) + 0.5
            painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))
    painter.restore()


def faded(color: QColor) -> QColor:
    """Half as strong, on whatever lies below."""
    made = QColor(color)
    made.setAlphaF(0.5)
    return made


def dotted(color: QColor) -> QPen:
    """The short dashes of a change of advisor."""
    pen = QPen(color, 1.0)
    pen.setDashPattern([2.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _add_bar(bars: QPainterPath, centre: QPointF, width: float, tallest: float, count: int) -> None:
    height = _SHORTEST + (tallest - _SHORTEST - 2) * min(count / _FULL, 1.0)
    frame = QRectF(0, 0, width, height)
    frame.moveCenter(centre)
    bars.addRoundedRect(frame, width / 2, width / 2)


def _mark(painter: QPainter, centre: QPointF, kind: MarkKind, paint: Colors) -> None:
    if kind is MarkKind.MEETING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.accent)
        painter.drawEllipse(centre, _DISC, _DISC)
        return
    painter.setPen(QPen(paint.accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, _DISC - 1.2, _DISC - 1.2)
