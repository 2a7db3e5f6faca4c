"""Light, dark or automatic, each with a small picture of the window."""

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.application import Application, colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Colors, Scheme, Tone
from advisor_app.ui.theme.type_scale import Type, font, line_height

_WIDTH, _HEIGHT = settings_sizes.TILE


class SchemeChoice(QWidget):
    """One of three; None is the system's own."""

    chosen = Signal(object)

    def __init__(self, scheme: Scheme | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.L)
        self._group = QButtonGroup(self)
        self._tiles: dict[Scheme | None, Tile] = {}
        for one, label in (
            (Scheme.LIGHT, _("Light")),
            (Scheme.DARK, _("Dark")),
            (None, _("Automatic")),
        ):
            tile = Tile(label, one)
            self._tiles[one] = tile
            self._group.addButton(tile)
            tile.clicked.connect(lambda _on=False, one=one: self.chosen.emit(one))
            row.addWidget(tile)
        self.choose(scheme)

    def choose(self, scheme: Scheme | None) -> None:
        """Show one as chosen."""
        self._tiles[scheme].setChecked(True)


class Tile(Pressable):
    """A small picture with its name below; chosen is told by border, tick and weight."""

    def __init__(self, label: str, scheme: Scheme | None) -> None:
        super().__init__()
        self._scheme = scheme
        self.setText(label)
        self.setCheckable(True)
        # One of several: read out as such, not as a box to tick.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The picture, and the name below."""
        words = QFontMetrics(font(Type.SMALL_STRONG)).horizontalAdvance(self.text())
        words += sizes.ICON_SMALL + 2 * sizes.XS
        return QSize(max(_WIDTH, words), _HEIGHT + sizes.S + line_height(Type.SMALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the window in its colours, then the name."""
        painter = QPainter(self)
        frame = QRectF((self.width() - _WIDTH) / 2, 0, _WIDTH, _HEIGHT)
        both = cast("Application", QApplication.instance()).schemes()
        _draw_window(painter, frame, both[self._scheme or Scheme.LIGHT])
        if self._scheme is None:
            right = QPainterPath()
            right.addRect(frame.adjusted(frame.width() / 2, 0, 0, 0))
            painter.setClipPath(right)
            _draw_window(painter, frame, both[Scheme.DARK])
            painter.setClipping(False)
        paint, on = colors(), self.isChecked()
        edge = paint.accent if on else paint.border_strong
        box(painter, frame, sizes.R_ROW, None, edge, sizes.RING if on else sizes.HAIR)
        self._draw_name(painter, paint, frame.bottom() + sizes.S, on=on)
        painter.end()

    def _draw_name(self, painter: QPainter, paint: Colors, top: float, *, on: bool) -> None:
        painter.setFont(font(Type.SMALL_STRONG if on else Type.SMALL))
        painter.setPen(paint.of(Tone.ACCENT if on else Tone.SECOND))
        room = QRectF(0, top, self.width(), line_height(Type.SMALL))
        if on:
            side = sizes.ICON_SMALL
            width = painter.fontMetrics().horizontalAdvance(self.text()) + side + sizes.XS
            left = (self.width() - width) / 2
            tick = QRectF(left, top + (room.height() - side) / 2, side, side)
            draw_icon(painter, "check", tick, paint.accent_text)
            room.adjust(side + sizes.XS, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())


def _draw_window(painter: QPainter, frame: QRectF, paint: Colors) -> None:
    box(painter, frame, sizes.R_ROW, paint.bg, None)
    for down, wide, color in settings_sizes.TILE_BARS:
        high = sizes.S + sizes.TIGHT if color == "accent" else sizes.S - sizes.TIGHT
        bar = QRectF(
            frame.left() + sizes.M, frame.top() + down * frame.height(), wide * frame.width(), high
        )
        box(painter, bar, sizes.TIGHT, getattr(paint, color), None)
