"""The list at the left of the settings."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from advisor_app.ui.pages.settings.sections import Section
from advisor_app.ui.parts.card import column
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font


class SectionList(QWidget):
    """One line a pane; the arrows move, as in every list."""

    chosen = Signal(str)

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        # The ring around the line that the keyboard reached needs its room inside the list.
        around = sizes.RING + sizes.RING_GAP
        lines = column(self, margin=around, gap=sizes.TIGHT)
        self._group = QButtonGroup(self)
        self._lines: dict[str, SectionLine] = {}
        for section in sections:
            line = SectionLine(section)
            self._group.addButton(line)
            self._lines[section.name] = line
            line.clicked.connect(lambda _on=False, name=section.name: self.chosen.emit(name))
            line.moved.connect(self._move)
            lines.addWidget(line)
        lines.addStretch(1)
        needed = (line.width_needed() for line in self._lines.values())
        self.setFixedWidth(max(settings_sizes.LIST, *needed) + 2 * around)

    def mark(self, name: str) -> None:
        """Show which pane is in front; a focus that stands on another line comes along."""
        marked = self._lines[name]
        marked.setChecked(True)
        if self.window().focusWidget() in self._lines.values():
            marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def names(self) -> list[str]:
        """The panes, in order."""
        return list(self._lines)

    def _move(self, by: int) -> None:
        names = self.names()
        at = next(index for index, name in enumerate(names) if self._lines[name].isChecked())
        name = names[min(max(at + by, 0), len(names) - 1)]
        self._lines[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(name)


class SectionLine(Pressable):
    """One pane's line."""

    moved = Signal(int)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._icon = section.icon
        self.setText(section.label)
        self.setCheckable(True)
        # One of several: read out as such, not as a box to tick.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def width_needed(self) -> int:
        """What icon and label need."""
        label = QFontMetricsF(font(Type.BODY_STRONG)).horizontalAdvance(self.text())
        return round(label) + sizes.CONTROL_LARGE + sizes.M

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(self.width_needed(), settings_sizes.LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows."""
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.key() in steps:
            self.moved.emit(steps[event.key()])
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and label."""
        paint = colors()
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            box(painter, QRectF(self.rect()), sizes.R_ROW, paint.surface, paint.border)
        elif self.underMouse():
            box(painter, QRectF(self.rect()), sizes.R_ROW, paint.hover, None)
        tone = Tone.ACCENT if on else Tone.SECOND
        side = sizes.ICON
        frame = QRectF(sizes.M, (self.height() - side) // 2, side, side)
        draw_icon(painter, self._icon, frame, paint.of(tone))
        painter.setFont(font(Type.BODY_STRONG if on else Type.BODY_MEDIUM))
        painter.setPen(paint.of(tone))
        room = QRectF(self.rect()).adjusted(sizes.CONTROL_LARGE, 0, -sizes.XS, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
