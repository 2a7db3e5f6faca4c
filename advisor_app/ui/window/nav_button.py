"""A button of the rail, and the pages that it can stand for."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
)

from advisor_app.i18n import _
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.parts.text import plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

# Per cent of the usual width, down to which a label still reads like its neighbours.
_NARROWEST = 88


_BAR = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the rail: its name in the code, its label and icon, and its keys."""

    name: str
    label: str
    icon: str
    keys: tuple[str, ...]


def places() -> tuple[Place, ...]:
    """The pages, in order; on AZERTY Alt+1 arrives as Alt+&."""
    return (
        Place("today", _("Today"), "sun-medium", ("Alt+1", "Alt+&")),
        Place("portfolio", _("Portfolio"), "users", ("Alt+2", "Alt+É")),
        Place("agenda", _("Agenda"), "calendar-days", ("Alt+3", 'Alt+"')),
        Place("sheets", _("Sheets"), "file-text", ("Alt+4", "Alt+'")),
    )


def foot_places() -> tuple[Place, ...]:
    """What stands at the rail's foot."""
    return (Place("settings", _("Settings"), "settings", ("Ctrl+,",)),)


class NavButton(Pressable):
    """One page of the rail, or one deed; `says_keys` shows the keys at the right."""

    def __init__(self, place: Place, *, says_keys: bool = False) -> None:
        super().__init__()
        self._icon = place.icon
        self._keys = place.keys[0] if says_keys else ""
        self._count: int | None = None
        self._hidden = False
        self._narrow = False
        self.setText(place.label)
        self.setCheckable(True)
        # One of several: read out as such, not as a box to tick.
        self.setAutoExclusive(True)
        self.setToolTip(plain_tooltip(f"{place.label} · {place.keys[0]}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, number: int | None) -> None:
        """Show a number at the right."""
        self._count = number
        self.update()

    def hide_count(self, hidden: bool) -> None:
        """Leave the number out while somebody looks on."""
        self._hidden = hidden
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Put the icon above the label."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def wide_width(self) -> int:
        """What the label and a count need beside the icon."""
        label = QFontMetricsF(font(Type.BODY_STRONG)).horizontalAdvance(self.text())
        return round(label) + sizes.CONTROL_LARGE + sizes.CONTROL + sizes.S

    def sizeHint(self) -> QSize:
        """A row, or a small square."""
        return QSize(1, sizes.NAV_ITEM_NARROW if self._narrow else sizes.NAV_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, icon, label and count."""
        paint = colors()
        painter = QPainter(self)
        on = self.isChecked() and self.isEnabled()
        if on:
            box(painter, QRectF(self.rect()), sizes.R_ROW, paint.surface, paint.border)
            high = (self.height() - sizes.XL) / 2
            bar = QRectF(-1, high, _BAR + 1, sizes.XL)
            box(painter, bar, _BAR / 2, paint.accent, None)
        elif self.underMouse() and self.isEnabled():
            box(painter, QRectF(self.rect()), sizes.R_ROW, paint.hover, None)
        tone = Tone.ACCENT if on else Tone.SECOND if self.isEnabled() else Tone.DISABLED
        painter.setPen(paint.of(tone))
        draw = self._paint_narrow if self._narrow else self._paint_wide
        draw(painter, tone, on)
        painter.end()

    def _paint_wide(self, painter: QPainter, tone: Tone, on: bool) -> None:
        side = sizes.ICON_NAV
        top = (self.height() - side) // 2
        draw_icon(painter, self._icon, QRectF(sizes.S, top, side, side), colors().of(tone))
        painter.setFont(font(Type.BODY_STRONG if on else Type.BODY_MEDIUM))
        frame = QRectF(self.rect()).adjusted(sizes.CONTROL_LARGE, 0, -sizes.S, 0)
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, self.text())
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        if self._keys:
            painter.setFont(font(Type.CAPTION_MEDIUM))
            painter.drawText(frame, right, self._keys)
        elif self._count is not None and not self._hidden:
            painter.setFont(font(Type.CAPTION_STRONG))
            painter.drawText(frame, right, str(self._count))

    def _paint_narrow(self, painter: QPainter, tone: Tone, on: bool) -> None:
        side = sizes.ICON_NAV
        frame = QRectF((self.width() - side) // 2, sizes.S - 1, side, side)
        draw_icon(painter, self._icon, frame, colors().of(tone))
        role = Type.CAPTION_STRONG if on else Type.CAPTION_MEDIUM
        painter.setFont(_squeezed(font(role), self.text(), self.width() - sizes.S))
        below = QRectF(self.rect()).adjusted(0, sizes.PAGE, 0, -sizes.XS)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)


def _squeezed(usual: QFont, text: str, room: int) -> QFont:
    """The font, a little narrower where a long word lacks a few pixels ("Einstellungen")."""
    needed = QFontMetricsF(usual).horizontalAdvance(text)
    if needed <= room:
        return usual
    narrower = QFont(usual)
    narrower.setStretch(max(_NARROWEST, int(100 * room / needed)))
    return narrower
