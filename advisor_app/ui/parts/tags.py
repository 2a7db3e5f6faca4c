"""Tags (read only), filter chips with their live count, segments, and keys on the keyboard."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.key_cap import cap_height, cap_width, draw_cap
from advisor_app.ui.parts.presence import Glyph, paint_presence
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Colors
from advisor_app.ui.theme.type_scale import Type, font


class Tint(Enum):
    """What a tag is about: fill, ink and border by token."""

    ACCENT = ("accent_tint", "accent_text", None)
    WARN = ("warn_tint", "warn_text", None)
    PROJECT = ("project_tint", "project_text", None)
    DIGITAL = ("digital_tint", "digital_text", None)
    PLAIN = ("sunken", "text2", None)
    REFUSED = ("surface", "text2", "border_strong")


class Tag(QWidget):
    """A small fact in a pill; it elides where there is no room, unless it shows a presence."""

    def __init__(
        self, text: str, tint: Tint, *, icon: str = "", presence: Glyph | None = None
    ) -> None:
        super().__init__()
        self._text, self._tint, self._icon, self._presence = text, tint, icon, presence
        self.setFont(font(Type.CAPTION_MEDIUM))
        self.setFixedHeight(sizes.TAG)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed if presence else QSizePolicy.Policy.Maximum, fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Icon, text and round ends."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self._text) + 2 * sizes.S + 1
        return QSize(round(width) + self._mark_width(), sizes.TAG)

    def minimumSizeHint(self) -> QSize:
        """The presence is never cut."""
        return self.sizeHint() if self._presence else QSize(sizes.BADGE, sizes.TAG)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pill, mark and text."""
        paint = colors()
        fill, ink, border = self._tint.value
        painter = QPainter(self)
        frame = QRectF(self.rect())
        edge = getattr(paint, border) if border else None
        box(painter, frame, frame.height() / 2, getattr(paint, fill), edge)
        self._draw_mark(painter, getattr(paint, ink))
        painter.setFont(self.font())
        painter.setPen(getattr(paint, ink))
        left = sizes.S + self._mark_width()
        shown = QFontMetricsF(self.font()).elidedText(
            self._text, Qt.TextElideMode.ElideRight, self.width() - left - sizes.S + 1
        )
        painter.drawText(frame.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _mark_width(self) -> int:
        return sizes.ICON_SMALL + sizes.XS if self._icon or self._presence else 0

    def _draw_mark(self, painter: QPainter, ink: QColor) -> None:
        side = sizes.ICON_SMALL
        frame = QRectF(sizes.S - 1, (self.height() - side) / 2, side, side)
        if self._presence is not None:
            inset = 1
            paint_presence(painter, frame.adjusted(inset, inset, -inset, -inset), self._presence)
        elif self._icon:
            draw_icon(painter, self._icon, frame, ink)


# As wide as most counts.
_DIGITS = "00"


class Chip(Pressable):
    """A filter: off, or on with its count and a cross."""

    def __init__(self, text: str, *, icon: str = "", menu: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self._icon, self._menu = icon, menu
        self._count: int | None = None
        self._unknown = False
        self.setCheckable(True)
        self.setFixedHeight(sizes.CHIP)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show how many clients the filter holds."""
        self._count, self._unknown = count, False
        self.updateGeometry()
        self.update()

    def forget_count(self) -> None:
        """Show a bar where the number will be: it is not known how many the filter holds."""
        self._count, self._unknown = None, True
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, text, count, cross."""
        name = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        number = QFontMetricsF(self._font()).horizontalAdvance(
            _DIGITS if self._unknown else self._number()
        )
        width = 2 * (sizes.M + 1) + name + (number + sizes.XS + TWO if number else 0)
        width += (sizes.ICON_SMALL + sizes.S) * (bool(self._icon) + bool(self._trailing()))
        return QSize(round(width) + 1, sizes.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw pill, icon, text, count and cross."""
        paint = colors()
        painter = QPainter(self)
        frame = QRectF(self.rect())
        box(painter, frame, frame.height() / 2, self._fill(paint), self._edge(paint))
        ink = paint.accent_text if self.isChecked() else paint.text2
        painter.setFont(self._font())
        painter.setPen(ink)
        x = self._draw_icon(painter, self._icon, float(sizes.M + 1), ink)
        x = self._draw_text(painter, self.text(), x)
        painter.setPen(ink if self.isChecked() else paint.text3)
        if self._unknown:
            x = self._draw_bar(painter, x + TWO)
        else:
            x = self._draw_text(painter, self._number(), x + (TWO if self._number() else -sizes.XS))
        self._draw_icon(painter, self._trailing(), x + sizes.XS, ink)
        painter.end()

    def _trailing(self) -> str:
        return "chevron-down" if self._menu else "x" if self.isChecked() else ""

    def _fill(self, paint: Colors) -> QColor:
        if self.isChecked():
            return paint.accent_tint
        return paint.hover if self.underMouse() else paint.surface

    def _edge(self, paint: Colors) -> QColor:
        return paint.accent if self.isChecked() else paint.border_strong

    def _font(self) -> QFont:
        return font(Type.SMALL_STRONG if self.isChecked() else Type.SMALL_MEDIUM)

    def _number(self) -> str:
        return "" if self._count is None else str(self._count)

    def _draw_text(self, painter: QPainter, text: str, x: float) -> float:
        width = painter.fontMetrics().horizontalAdvance(text)
        frame = QRectF(x, 0, width + 1, self.height())
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width + sizes.XS

    def _draw_bar(self, painter: QPainter, x: float) -> float:
        width, thick = painter.fontMetrics().horizontalAdvance(_DIGITS), sizes.S
        frame = QRectF(x, (self.height() - thick) / 2, width, thick)
        box(painter, frame, thick / 2, colors().sunken, None)
        return x + width + sizes.XS

    def _draw_icon(self, painter: QPainter, name: str, x: float, ink: QColor) -> float:
        if not name:
            return x
        side = sizes.ICON_SMALL
        draw_icon(painter, name, QRectF(round(x), (self.height() - side) // 2, side, side), ink)
        return x + side + sizes.S


TWO = 2


class Segments(QWidget):
    """One choice among a few, in one frame; the chosen one is tinted and underlined."""

    chosen = Signal(int)

    def __init__(self, labels: list[str], *, height: int | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, label in enumerate(labels):
            button = Segment(label, (height or sizes.CONTROL_SMALL) - 2)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        self.choose(0)

    def choose(self, index: int) -> None:
        """Show one of them as chosen, without telling anybody."""
        self._group.button(index).setChecked(True)

    def set_label(self, index: int, label: str) -> None:
        """Change the words of one."""
        self._group.button(index).setText(label)
        self._group.button(index).updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the segments."""
        painter = QPainter(self)
        paint = colors()
        box(painter, QRectF(self.rect()), sizes.R_CONTROL, paint.surface, paint.border_strong)
        painter.end()


class Segment(Pressable):
    """One segment."""

    def __init__(self, label: str, height: int) -> None:
        super().__init__()
        self.setText(label)
        self.setCheckable(True)
        # One of several: read out as such, not as a box to tick.
        self.setAutoExclusive(True)
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The text in its bolder form, so that choosing moves nothing."""
        wide = QFontMetricsF(font(Type.SMALL_STRONG)).horizontalAdvance(self.text())
        return QSize(round(wide) + 2 * sizes.M, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, text and underline."""
        paint = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setClipPath(self._inside())
            painter.fillRect(self.rect(), paint.accent_tint)
            low = QRectF(0, self.height() - sizes.RING, self.width(), sizes.RING)
            painter.fillRect(low, paint.accent)
        painter.setFont(font(Type.SMALL_STRONG if self.isChecked() else Type.SMALL_MEDIUM))
        painter.setPen(paint.accent_text if self.isChecked() else paint.text2)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _inside(self) -> QPainterPath:
        """The frame of all the segments, as it lies from here: its corners are round."""
        frame = self.parentWidget() or self
        whole = QRectF(frame.rect()).translated(-self.x(), -self.y())
        path = QPainterPath()
        radius = sizes.R_CONTROL - sizes.HAIR
        path.addRoundedRect(whole.adjusted(1, 1, -1, -1), radius, radius)
        return path


class Keys(QWidget):
    """The keys of a shortcut, as a small cap; said by the control that they belong to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setFixedSize(cap_width(text), cap_height())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        draw_cap(painter, QRectF(self.rect()), self._text)
        painter.end()
