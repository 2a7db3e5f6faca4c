"""A layout that wraps, for chips and tags."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from advisor_app.ui.theme import sizes


class Flow(QLayout):
    """Widgets beside each other, and on a further line where the width ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = sizes.S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def widgets(self) -> list[QWidget]:
        """All that stand in it, in their order."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines; kept, for layouts ask for the same many times."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has another size, or came, or went."""
        super().invalidate()
        self._heights.clear()

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        bare = QSize(width, max((hint.height() for hint in hints), default=0))
        return bare.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest of them, on its own."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, whole: QRect, *, move: bool) -> int:
        rect = whole.marginsRemoved(self.contentsMargins())
        y = rect.y()
        for line in self._lines(rect):
            high = max(place.height() for _item, place in line)
            if move:
                for item, place in line:
                    # The lower ones of a line stand in its middle.
                    item.setGeometry(place.translated(0, y + (high - place.height()) // 2))
            y += high + self._gap
        return max(y - self._gap, rect.y()) - rect.y() + whole.height() - rect.height()

    def _lines(self, rect: QRect) -> list[list[tuple[QLayoutItem, QRect]]]:
        """What stands on each line, with its place from the line's top."""
        lines: list[list[tuple[QLayoutItem, QRect]]] = []
        x = rect.x()
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if not lines or (x > rect.x() and x + hint.width() > rect.right() + 1):
                x = rect.x()
                lines.append([])
            width = min(hint.width(), max(rect.width(), item.minimumSize().width()))
            lines[-1].append((item, QRect(QPoint(x, 0), QSize(width, hint.height()))))
            x += width + self._gap
        return lines
