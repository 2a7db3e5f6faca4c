"""Lucide's icons, tinted with a colour of the theme and drawn sharp at any scale."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from advisor_app.resources import resource_folder
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Colors, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

# Thin at small sizes reads as faint: 2 at 16 px and less, 1.8 above (DESIGN.md, "Icons").
_SMALL = 16
_STROKE = 'stroke-width="2"'
_STROKE_LARGE = 'stroke-width="1.8"'


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint one icon into a square."""
    ratio = painter.device().devicePixelRatioF()
    pixmap = _pixmap(name, round(rect.width()), color.rgba(), ratio)
    painter.drawPixmap(rect.topLeft(), pixmap)


def icon(name: str, tone: Tone, size: int | None = None) -> "QIcon":
    """The icon for a menu; menus are made when they open, so the colours are today's."""
    from PySide6.QtGui import QIcon

    return QIcon(_pixmap(name, size or sizes.ICON, colors().of(tone).rgba(), 2.0))


@cache
def _pixmap(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, QColor.fromRgba(rgba).name(), small=size <= _SMALL).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str, *, small: bool) -> QSvgRenderer:
    source = (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", color)
    if not small:
        source = source.replace(_STROKE, _STROKE_LARGE)
    return QSvgRenderer(QByteArray(source.encode()))


@cache
def _logo() -> bytes:
    return (resource_folder() / "logo.svg").read_bytes()


def logo_svg(paint: Colors) -> bytes:
    """The logo in the theme's accent, as in the two pictures of the components."""
    light = {b"#12635A": paint.accent.name().encode(), b"#FFFFFF": paint.on_accent.name().encode()}
    source = _logo()
    for old, new in light.items():
        source = source.replace(old, new)
    return source


class IconMark(QWidget):
    """One icon in the text's colour; it says nothing to a screen reader, the text beside does."""

    def __init__(self, name: str, size: int | None = None, tone: Tone = Tone.SECOND) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        side = size or sizes.ICON
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        draw_icon(painter, self._name, QRectF(self.rect()), colors().of(self._tone))
        painter.end()


class Logo(QWidget):
    """The program's mark."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        QSvgRenderer(QByteArray(logo_svg(colors()))).render(painter, QRectF(self.rect()))
        painter.end()
