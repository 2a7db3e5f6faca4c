"""What many rows draw alike, drawn once: boxes, glyphs, and each row's thread; and fitted texts."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QStaticText
from PySide6.QtWidgets import QStyle

from advisor_app.ui.parts.presence import Glyph, paint_presence
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.controls import draw_check
from advisor_app.ui.theme.text_size import text_percent
from advisor_app.ui.theme.type_scale import Type, font

_STATE = QStyle.StateFlag
# The rows of many windows; a picture of a thread takes seven kilobytes.
_MOST = 600


class Fitted(NamedTuple):
    """A text cut to its room, laid out, and how large it became."""

    text: QStaticText
    width: float
    height: float


class Stamps:
    """Pictures by what they show; all of them go when the colours change."""

    def __init__(self) -> None:
        self._made: dict[Hashable, QPixmap] = {}
        self._colours: object = None

    def stamp(
        self,
        painter: QPainter,
        frame: QRectF,
        key: Hashable,
        draw: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Put a picture into a frame; `draw` makes it the first time."""
        ratio = painter.device().devicePixelRatioF()
        if self._colours is not colors() or len(self._made) > _MOST:
            self._made.clear()
            self._colours = colors()
        whole = (key, ratio, frame.width(), frame.height())
        picture = self._made.get(whole)
        if picture is None:
            picture = self._made[whole] = _drawn(frame, ratio, draw)
        painter.drawPixmap(frame.topLeft(), picture)

    def glyph(self, painter: QPainter, frame: QRectF, glyph: Glyph) -> None:
        """A presence."""
        self.stamp(painter, frame, glyph, lambda on, place: paint_presence(on, place, glyph))

    def box(self, painter: QPainter, frame: QRectF, *, ticked: bool) -> None:
        """A box to tick."""
        state = _STATE.State_Enabled | (_STATE.State_On if ticked else _STATE.State_Off)
        self.stamp(
            painter,
            frame,
            ("box", ticked),
            lambda on, place: draw_check(on, place.toRect(), state, colors()),
        )


def _drawn(frame: QRectF, ratio: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    picture = QPixmap((QSizeF(frame.size()) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, frame.width(), frame.height()))
    painter.end()
    return picture


def fitted(words: str, role: Type, room: float, *, tabular: bool) -> Fitted:
    """A text cut where its room ends, at the present size of text."""
    return _fitted(words, role, round(room), text_percent(), tabular=tabular)


@lru_cache(4_096)
def _fitted(words: str, role: Type, room: int, _percent: int, *, tabular: bool) -> Fitted:
    chosen = font(role, tabular=tabular)
    metrics = QFontMetricsF(chosen)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    text = QStaticText(shown)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=chosen)
    return Fitted(text, min(metrics.horizontalAdvance(shown), room), metrics.height())
