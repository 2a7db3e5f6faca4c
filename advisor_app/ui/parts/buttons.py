"""Buttons by kind, painted from the theme: primary, secondary, soft, ghost, link, danger."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.key_cap import cap_height, cap_width, draw_cap
from advisor_app.ui.parts.pressable import pressed_by_enter
from advisor_app.ui.parts.text import plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Colors
from advisor_app.ui.theme.type_scale import Type, font


class Kind(StrEnum):
    """How much a button asks for attention; one primary per view."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SOFT = "soft"
    GHOST = "ghost"
    LINK = "link"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of one button now."""

    fill: QColor | None
    border: QColor | None
    ink: QColor


class Button(QPushButton):
    """A button of one kind; an icon alone needs `name`, which is said and shown as its tooltip."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        icon_after: str = "",
        name: str = "",
        keys: str = "",
        role: Type = Type.BODY_MEDIUM,
        height: int | None = None,
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self._icon, self._after, self._keys, self._role = icon, icon_after, keys, role
        self._capped = False
        self.setFont(font(role))
        self.setFixedHeight(height or sizes.CONTROL)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(plain_tooltip(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, in a dialog and outside."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_kind(self, kind: Kind) -> None:
        """Change how much it asks for attention."""
        self.kind = kind
        self.update()

    def set_keys(self, keys: str, *, capped: bool = False) -> None:
        """Change the keys that stand after the words, faint or as a cap of the keyboard."""
        self._keys, self._capped = keys, capped
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon in front."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, text and padding."""
        width = self._content_width() + 2 * self._padding()
        return QSize(max(width, self.height() if not self.text() else 0), self.height())

    def minimumSizeHint(self) -> QSize:
        """Buttons are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon and text."""
        paint = colors()
        dress = self._dress(paint)
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), sizes.R_CONTROL, dress.fill, dress.border)
        self._draw_content(painter, dress.ink, paint)
        painter.end()

    def _draw_content(self, painter: QPainter, ink: QColor, paint: Colors) -> None:
        x = (self.width() - self._content_width()) / 2
        x = self._draw_icon(painter, self._icon, x, ink)
        painter.setFont(self.font())
        painter.setPen(ink)
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        frame = QRectF(x, 0, width + 1, self.height())
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.kind is Kind.LINK and self.text() and not self._after:
            base = self.height() / 2 + QFontMetricsF(self.font()).capHeight() / 2 + sizes.XS
            painter.fillRect(QRectF(x, base, width, sizes.HAIR), paint.accent_line)
        x += width + (sizes.S if self.text() else 0)
        if self._keys and self._capped:
            top = (self.height() - cap_height()) / 2
            draw_cap(painter, QRectF(x, top, cap_width(self._keys), cap_height()), self._keys)
        elif self._keys:
            painter.setOpacity(0.75)
            painter.drawText(
                QRectF(x, 0, self.width(), self.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                self._keys,
            )
            painter.setOpacity(1.0)
        self._draw_icon(painter, self._after, x, ink)

    def _draw_icon(self, painter: QPainter, name: str, x: float, ink: QColor) -> float:
        if not name:
            return x
        side = self._icon_side()
        draw_icon(painter, name, QRectF(round(x), (self.height() - side) // 2, side, side), ink)
        return x + side + (sizes.S if self.text() else 0)

    def _icon_side(self) -> int:
        return sizes.ICON if self.font().pixelSize() >= 14 else sizes.ICON_SMALL  # noqa: PLR2004 body size

    def _content_width(self) -> int:
        metrics = QFontMetricsF(self.font())
        gap = sizes.S if self.text() else 0
        width = metrics.horizontalAdvance(self.text()) + 1
        width += sum(self._icon_side() + gap for name in (self._icon, self._after) if name)
        if self._keys:
            words = metrics.horizontalAdvance(self._keys)
            width += (cap_width(self._keys) if self._capped else words) + gap
        return round(width)

    def _padding(self) -> int:
        if self.kind is Kind.LINK:
            return 0
        if self.kind is Kind.GHOST:
            return sizes.S
        return sizes.M if self.text() else sizes.S

    def _dress(self, paint: Colors) -> Dress:
        if not self.isEnabled():
            bare = self.kind in {Kind.GHOST, Kind.LINK}
            fill = None if bare else paint.disabled_bg
            return Dress(fill, None if bare else paint.border, paint.disabled_text)
        return _DRESSES[self.kind](paint, self.isDown(), self.underMouse())


def _primary(paint: Colors, down: bool, hover: bool) -> Dress:
    fill = paint.accent_press if down else paint.accent_hover if hover else paint.accent
    return Dress(fill, None, paint.on_accent)


def _secondary(paint: Colors, down: bool, hover: bool) -> Dress:
    fill = paint.sunken if down else paint.hover if hover else paint.surface
    return Dress(fill, paint.border_strong, paint.text)


def _soft(paint: Colors, down: bool, hover: bool) -> Dress:
    fill = paint.accent_line if down or hover else paint.accent_tint
    return Dress(fill, paint.accent_line, paint.accent_text)


def _ghost(paint: Colors, down: bool, hover: bool) -> Dress:
    fill = paint.sunken if down else paint.hover if hover else None
    return Dress(fill, None, paint.text2)


def _link(paint: Colors, _down: bool, hover: bool) -> Dress:
    return Dress(None, None, paint.accent_hover if hover else paint.accent_text)


def _danger(paint: Colors, down: bool, hover: bool) -> Dress:
    return Dress(paint.danger_tint if down or hover else paint.surface, paint.danger, paint.danger)


_DRESSES = {
    Kind.PRIMARY: _primary,
    Kind.SECONDARY: _secondary,
    Kind.SOFT: _soft,
    Kind.GHOST: _ghost,
    Kind.LINK: _link,
    Kind.DANGER: _danger,
}
