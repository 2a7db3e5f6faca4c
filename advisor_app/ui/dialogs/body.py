"""What a question holds between its title and its buttons: it scrolls where the window is low."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.theme import sizes

# The ring around a field at the edge needs its room inside of what scrolls.
AROUND = sizes.RING + sizes.RING_GAP


class Body(Scroll):
    """Asks for all the room that its content needs, and does with less.

    `widest` is the width that it never asks for more than: that of the window around. `cramped`
    says that something was added which has no room.
    """

    cramped = Signal()

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        self._column.setSpacing(sizes.M)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(sizes.M)
        self._column.addLayout(self.fields)
        self._column.addStretch(1)
        self.hold(inside)

    def begin_with(self, widget: QWidget) -> None:
        """Put something above the fields."""
        self._column.insertWidget(0, widget)

    def fill(self) -> None:
        """Let the fields take all the height: they hold a list, or something that scrolls itself."""
        self._column.setStretchFactor(self.fields, 1)
        self._column.setStretch(self._column.count() - 1, 0)

    def follow(self, reached: QWidget) -> None:
        """Scroll to what the keyboard reached, or what a refusal points at."""
        held = self.widget()
        if held is None or not self.isAncestorOf(reached):
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top = reached.mapTo(held, QPoint()).y() - AROUND
        # All of it, where Qt's own way would show the cursor in a field alone.
        bar.setValue(max(bar.value(), top + reached.height() + 2 * AROUND - high))
        bar.setValue(min(bar.value(), top))

    def hasHeightForWidth(self) -> bool:
        """Its lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which nothing scrolls.

        A bar that shows takes of the width, and Qt keeps it where the lines beside it need more.
        """
        beside = max(width - self.bar_width(), 1)
        high = self._column.totalHeightForWidth
        return max(high(width), high(beside))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the question when its content has outgrown it."""
        done = super().eventFilter(watched, event)
        laid = event.type() is QEvent.Type.LayoutRequest and watched is self.widget()
        if laid and self.heightForWidth(self.width()) > self.height():
            self.cramped.emit()
        return done

    def sizeHint(self) -> QSize:
        """The size at which nothing scrolls."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the fields can be at least, and a field high."""
        wide = self._column.totalMinimumSize().width() + self.bar_width()
        return QSize(min(wide, self._widest), 2 * sizes.CONTROL)
