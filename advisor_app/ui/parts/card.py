"""Frames painted with the theme: cards, rows, separators, and the boxes that icons sit in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class Card(QFrame):
    """A white box with a thin border; no shadow."""

    def __init__(self, *, fill: str = "surface", border: str = "border") -> None:
        super().__init__()
        self._fill, self._border = fill, border

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill and border."""
        paint = colors()
        painter = QPainter(self)
        fill, edge = getattr(paint, self._fill), getattr(paint, self._border)
        box(painter, QRectF(self.rect()), sizes.R_CARD, fill, edge)
        painter.end()


class Line(QWidget):
    """A separator of one pixel, lying or standing."""

    def __init__(self, *, standing: bool = False) -> None:
        super().__init__()
        if standing:
            self.setFixedWidth(sizes.HAIR)
        else:
            self.setFixedHeight(sizes.HAIR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().border)
        painter.end()


class Rows(QVBoxLayout):
    """The rows of a card, made anew whenever they change."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(0)

    def fill(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in place of those before."""
        while (item := self.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self.addWidget(row)

    def enter(self) -> None:
        """Put the focus on the first row."""
        item = self.itemAt(0)
        first = item.widget() if item is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            _scroll_to(first)


@dataclass(slots=True)
class Look:
    """How a row of a list inside a card looks now; `last` keeps the tint inside its corners."""

    first: bool = False
    chosen: bool = False
    last: bool = False


class Row(QFrame):
    """A row that is only read: separator above, tint and bar when it is chosen."""

    def __init__(self, *, first: bool = False) -> None:
        super().__init__()
        self._look = Look(first)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def choose(self, chosen: bool) -> None:
        """Mark the row, or not."""
        self._look.chosen = chosen
        self.update()

    def is_chosen(self) -> bool:
        """Whether the row is marked."""
        return self._look.chosen

    def set_last(self, last: bool) -> None:
        """Say whether the card ends below this row."""
        self._look.last = last
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, bar and separator."""
        paint_row(self, self._look)


class RowButton(Pressable):
    """A row that can be reached and pressed; it may hold buttons of its own, reached by Tab.

    The arrows, Home and End move between the rows of one list, Esc goes from a row's button back to
    the row (DESIGN.md, section 5).
    """

    def __init__(self, *, first: bool = False) -> None:
        super().__init__()
        self._look = Look(first)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("own_ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def choose(self, chosen: bool) -> None:
        """Mark the row, or not."""
        self._look.chosen = chosen
        self.update()

    def is_chosen(self) -> bool:
        """Whether the row is marked."""
        return self._look.chosen

    def set_last(self, last: bool) -> None:
        """Say whether the card ends below this row."""
        self._look.last = last
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, come back to the row, or be pressed."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if not self.hasFocus() and key is Qt.Key.Key_Escape:
            self.setFocus()
        elif self.hasFocus() and not held and key in _MOVES:
            self._move(key)
        else:
            super().keyPressEvent(event)

    def _move(self, key: Qt.Key) -> None:
        rows = self._list()
        first, last, place = 0, len(rows) - 1, rows.index(self)
        row = rows[
            {
                Qt.Key.Key_Up: max(place - 1, first),
                Qt.Key.Key_Down: min(place + 1, last),
                Qt.Key.Key_Home: first,
                Qt.Key.Key_End: last,
            }[key]
        ]
        row.setFocus()
        _scroll_to(row)

    def _list(self) -> "list[RowButton]":
        """The rows that show beside this one, from the top."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        around = self.parentWidget() or self.window()
        rows = around.findChildren(RowButton, options=direct)
        return sorted((row for row in rows if row.isVisible()), key=lambda row: row.y())

    def sizeHint(self) -> QSize:
        """What its content needs: Qt would ask the text of a button instead."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, bar and separator."""
        paint_row(self, self._look)


def _scroll_to(row: QWidget) -> None:
    """Bring a row into what is seen of the column around it."""
    around = row.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(row, 0, 0)


def paint_row(row: QWidget, look: Look) -> None:
    """Draw the tint and bar of the chosen row, the separator, and two lines for the keyboard."""
    paint = colors()
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(row.rect()).adjusted(sizes.HAIR, 0, -sizes.HAIR, 0)
    if look.last:
        inside.adjust(0, 0, 0, -sizes.HAIR)
        painter.setClipPath(_round_below(inside))
    if look.chosen:
        painter.fillRect(inside, paint.selected)
        painter.fillRect(QRectF(inside.left(), 0, 3, row.height()), paint.accent)
    elif row.underMouse():
        painter.fillRect(inside, paint.hover)
    if not look.first:
        painter.fillRect(QRectF(inside.left(), 0, inside.width(), sizes.HAIR), paint.border)
    if row.hasFocus():
        for top in (inside.top(), inside.bottom() - sizes.RING):
            painter.fillRect(QRectF(inside.left(), top, inside.width(), sizes.RING), paint.focus)
    painter.end()


class Badge(QWidget):
    """An icon in a tinted square: the kind of a contact, a reason, a project."""

    def __init__(self, icon: str, fill: str, ink: str, size: int | None = None) -> None:
        super().__init__()
        self._icon, self._fill, self._ink = icon, fill, ink
        side = size or sizes.BADGE
        self.setFixedSize(side, side)

    def set_fill(self, fill: str) -> None:
        """Change the tint: a chosen row shows the badge on white."""
        self._fill = fill
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw square and icon."""
        paint = colors()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), sizes.R_ROW, getattr(paint, self._fill), None)
        self.paint_mark(painter, getattr(paint, self._ink))
        painter.end()

    def paint_mark(self, painter: QPainter, ink: QColor) -> None:
        """Draw what sits in the square."""
        side = round(self.width() * 0.53 / 2) * 2
        frame = QRectF(0, 0, side, side)
        frame.moveCenter(QRectF(self.rect()).center())
        draw_icon(painter, self._icon, frame, ink)


def column(parent: QWidget, *, margin: int = 0, gap: int = 0) -> QVBoxLayout:
    """A vertical layout with the same margin all around."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def _round_below(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    radius = sizes.R_CARD - sizes.HAIR
    path.addRoundedRect(rect.adjusted(0, -radius, 0, 0), radius, radius)
    return path
