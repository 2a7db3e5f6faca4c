"""How the style draws fields, boxes, radio buttons, scroll bars and the focus ring."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionSlider

from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.draw import box, outline, round_pen
from advisor_app.ui.theme.tokens import Colors

_STATE = QStyle.StateFlag
_THUMB = 0.55
# The side of the box in which a tick's points are given.
_TICKED = 18


def draw_ring(painter: QPainter, rect: QRect, colors: Colors) -> None:
    """A ring of 2 px whose outer edge is the rectangle."""
    radius = sizes.R_CONTROL + sizes.RING_GAP
    outline(painter, QRectF(rect), radius, colors.focus, sizes.RING)


def draw_field(painter: QPainter, rect: QRect, option: QStyleOption, colors: Colors) -> None:
    """A field at rest, under the mouse, or disabled."""
    enabled = bool(option.state & _STATE.State_Enabled)
    hovered = enabled and bool(option.state & _STATE.State_MouseOver)
    border = colors.text3 if hovered else colors.border_strong
    fill = colors.surface if enabled else colors.disabled_bg
    box(painter, QRectF(rect), sizes.R_CONTROL, fill, border if enabled else colors.border)


def draw_wrong(painter: QPainter, rect: QRect, colors: Colors) -> None:
    """The border of a field whose text cannot be taken."""
    outline(painter, QRectF(rect), sizes.R_CONTROL, colors.danger, sizes.RING)


def draw_check(painter: QPainter, rect: QRect, state: QStyle.StateFlag, colors: Colors) -> None:
    """A box, filled and ticked when it is on, with a bar when only part is."""
    frame = square(rect)
    if not state & (_STATE.State_On | _STATE.State_NoChange):
        box(painter, frame, sizes.R_CHECK, colors.surface, colors.border_strong)
        return
    enabled = bool(state & _STATE.State_Enabled)
    fill = colors.accent if enabled else colors.disabled_text
    box(painter, frame, sizes.R_CHECK, fill, fill)
    draw_tick(painter, frame, colors.on_accent, whole=bool(state & _STATE.State_On))


def draw_tick(painter: QPainter, frame: QRectF, color: QColor, *, whole: bool) -> None:
    """A tick, or the bar of "some of them"."""
    unit = frame.width() / _TICKED
    points = ((4.5, 9.4), (7.7, 12.6), (13.5, 6.2)) if whole else ((5.0, 9.0), (13.0, 9.0))
    path = QPainterPath()
    for index, (x, y) in enumerate(points):
        point = frame.topLeft() + QPointF(x * unit, y * unit)
        path.lineTo(point) if index else path.moveTo(point)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(round_pen(color, sizes.RING))
    painter.drawPath(path)
    painter.restore()


def draw_chevron(painter: QPainter, rect: QRect, color: QColor) -> None:
    """A small arrow down at the right of a list's field."""
    middle = QPointF(rect.right() - sizes.L, rect.center().y() + 0.5)
    # It grows with the text beside it.
    side = sizes.ICON_SMALL * 2 / 7
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(round_pen(color, 1.5))
    points = (QPointF(-side, -side / 2), QPointF(0, side / 2), QPointF(side, -side / 2))
    painter.drawPolyline([middle + point for point in points])
    painter.restore()


def draw_thumb(painter: QPainter, rect: QRect, colors: Colors) -> None:
    """The thumb of a scroll bar: a thin rounded bar on whatever lies below."""
    frame = QRectF(rect).adjusted(1, 1, -1, -1)
    fill = QColor(colors.border_strong)
    fill.setAlphaF(_THUMB)
    box(painter, frame, min(frame.width(), frame.height()) / 2, fill, None)


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Where the parts of a scroll bar without buttons lie."""
    rect, lying = option.rect, option.orientation == Qt.Orientation.Horizontal
    length = rect.width() if lying else rect.height()
    span = max(option.maximum - option.minimum, 0)
    thumb = max(length * option.pageStep // max(span + option.pageStep, 1), sizes.PAGE)
    thumb = min(thumb, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    spans = {
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSlider: (start, thumb),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + thumb, length - start - thumb),
    }
    begin, size = spans.get(part, (0, 0))
    if lying:
        return QRect(rect.x() + begin, rect.y(), size, rect.height())
    return QRect(rect.x(), rect.y() + begin, rect.width(), size)


def draw_radio(painter: QPainter, rect: QRect, state: QStyle.StateFlag, colors: Colors) -> None:
    """A ring, with a disc inside when it is chosen."""
    frame = square(rect)
    chosen = bool(state & _STATE.State_On)
    edge = colors.accent if chosen else colors.border_strong
    box(painter, frame, frame.width() / 2, colors.surface, edge)
    if chosen:
        inner = frame.adjusted(sizes.XS, sizes.XS, -sizes.XS, -sizes.XS)
        box(painter, inner, inner.width() / 2, colors.accent, colors.accent)


def square(rect: QRect) -> QRectF:
    """The largest square in the middle of a rectangle."""
    side = min(rect.width(), rect.height())
    made = QRectF(0, 0, side, side)
    made.moveCenter(QRectF(rect).center())
    return made
