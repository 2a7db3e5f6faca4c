"""The presence glyphs (PRODUCT.md, "The glyphs"): a shape for each state, so colour is never alone."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advisor_app.domain.codes import State
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Colors


class Glyph(StrEnum):
    """What a glyph says: a state, or not introduced, which is drawn before any state."""

    MET = "met"
    DRIFTING = "drifting"
    VOICE_ONLY = "voice_only"
    ONLINE_ONLY = "online_only"
    SILENT = "silent"
    NEW = "new"
    NOT_INTRODUCED = "not_introduced"


def glyph_of(state: State, *, not_introduced: bool) -> Glyph:
    """The one glyph of a client."""
    return Glyph.NOT_INTRODUCED if not_introduced else Glyph(state.value)


def paint_presence(painter: QPainter, rect: QRectF, state: Glyph) -> None:
    """Draw a glyph into a square; its line is a seventh of the square."""
    paint = colors()
    side = min(rect.width(), rect.height())
    frame = QRectF(0, 0, side, side)
    frame.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match state:
        case Glyph.MET:
            _disc(painter, frame, paint.accent)
        case Glyph.DRIFTING:
            _half(painter, frame, paint)
        case Glyph.VOICE_ONLY:
            _ring(painter, _smaller(frame, 0.7), QPen(paint.accent, side / 7))
        case Glyph.NEW:
            _ring(painter, frame, QPen(paint.accent, side / 12))
        case _:
            _ring(painter, frame, _warning_pen(state, paint, side))
    painter.restore()


def _warning_pen(state: Glyph, paint: Colors, side: float) -> QPen:
    pen = QPen(paint.warn, side / 7)
    if state is Glyph.NOT_INTRODUCED:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_even_dashes(side, pen.widthF(), 8, 0.62))
    elif state is Glyph.SILENT:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(_even_dashes(side, pen.widthF(), 9, 0.02))
    return pen


def _even_dashes(side: float, width: float, count: int, share: float) -> list[float]:
    """Dashes that close the circle without a seam, in units of the pen's width."""
    step = 3.14159265 * (side - width) / count / width
    return [step * share, step * (1 - share)]


def _disc(painter: QPainter, frame: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(frame)


def _half(painter: QPainter, frame: QRectF, paint: Colors) -> None:
    width = frame.width() / 8
    _ring(painter, frame, QPen(paint.accent, width))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.accent)
    painter.drawPie(frame, 90 * 16, 180 * 16)


def _ring(painter: QPainter, frame: QRectF, pen: QPen) -> None:
    inset = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(frame.adjusted(inset, inset, -inset, -inset))


def _smaller(frame: QRectF, share: float) -> QRectF:
    made = QRectF(QPointF(), frame.size() * share)
    made.moveCenter(frame.center())
    return made


class PresenceMark(QWidget):
    """A glyph on its own, beside the words that say the same."""

    def __init__(self, state: Glyph, size: int) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the glyph."""
        painter = QPainter(self)
        paint_presence(painter, QRectF(self.rect()), self._state)
        painter.end()
