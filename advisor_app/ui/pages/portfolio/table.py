"""The table: fixed row height, and the keys of the keyboard map."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from advisor_app.domain.keys import Key
from advisor_app.i18n import _
from advisor_app.ui.pages.portfolio.ahead import Ahead
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.header import Header
from advisor_app.ui.pages.portfolio.model import PortfolioModel
from advisor_app.ui.pages.portfolio.row_painter import Cell, RowPainter, RowState
from advisor_app.ui.parts.notices import announce
from advisor_app.ui.theme import sizes

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class PortfolioTable(QTableView):
    """Rows of households; `menu_asked` gives a key and where its menu opens."""

    opened = Signal(object)
    chosen = Signal(object)
    ticks_changed = Signal()
    none_asked = Signal()
    proposal_asked = Signal(object)
    preview_asked = Signal(bool)
    menu_asked = Signal(object, object)

    def __init__(self, model: PortfolioModel) -> None:
        super().__init__()
        self._model = model
        self._anchor = 0
        self.painter_of_rows = RowPainter()
        self.head = Header(model)
        self.setModel(model)
        self._ahead = Ahead(self, model, self.painter_of_rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setProperty("own_ring", True)
        self.setAccessibleName(_("Portfolio"))
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(sizes.TABLE_ROW)
        self.selectionModel().currentRowChanged.connect(self._current)

    def set_row_height(self, height: int) -> None:
        """36, or 33 where the window is low."""
        self.painter_of_rows.row_height = height
        self.verticalHeader().setDefaultSectionSize(height)
        # The wheel turns by whole rows, so that none is left cut.
        self.verticalScrollBar().setSingleStep(height)

    def fits(self) -> int:
        """How many rows show at once, even one that is cut while the list glides."""
        return self.viewport().height() // self.painter_of_rows.row_height + 1

    def whole_height(self, room: int) -> int:
        """The most of a height that the head and whole rows fill."""
        rows = max((room - self.head.height()) // self.painter_of_rows.row_height, 1)
        return min(self.head.height() + rows * self.painter_of_rows.row_height, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight; Qt would ask its style and a delegate about every cell."""
        first = self.rowAt(event.rect().top())
        last = self.rowAt(event.rect().bottom())
        if first < 0:
            return
        cells = self._cells()
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        hovered, model = self.painter_of_rows.hovered, self._model
        painter = QPainter(self.viewport())
        for place in range(first, (last if last >= 0 else model.rowCount() - 1) + 1):
            state = RowState(place in chosen, model.is_ticked(place), place == hovered)
            top, row = self.rowViewportPosition(place), model.row_at(place)
            self.painter_of_rows.paint(painter, top, cells, row, state)
        painter.end()

    def _cells(self) -> list[Cell]:
        """The columns that show, from left to right."""
        return [
            Cell(column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in map(Column, map(self.head.logicalIndex, range(len(Column))))
            if not self.isColumnHidden(column)
        ]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is lit any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks, with Shift all from the last one on; elsewhere it chooses."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK:
            if event.modifiers() & _SHIFT:
                self._tick_to(index.row())
            else:
                self.tick(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the client's page."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.TICK:
            self.opened.emit(self._model.key_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Esc unticks all, Enter opens; the arrows to the sides show the preview."""
        place = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._model.tick_all(on=True)
            self.ticks_changed.emit()
        elif event.key() == Qt.Key.Key_Escape and self._model.tick_count():
            self.none_asked.emit()
        elif event.key() in _MOVES:
            self._move(event)
        elif place < 0 or not self._act(event, place):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that the row can do; by the Menu key, below the chosen row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            below = self.visualRect(index).bottomLeft() + QPoint(sizes.XXL, 0)
            place = self.viewport().mapToGlobal(below) if by_key else event.globalPos()
            self.menu_asked.emit(self._model.key_at(index.row()), place)

    def choose(self, place: int) -> None:
        """Put a row in front, at its name: that is what is read out."""
        self.setCurrentIndex(self._model.index(place, Column.CLIENT))

    def tick(self, place: int) -> None:
        """Tick a row, or untick it; and have it said."""
        self._anchor = place
        self._model.tick([place])
        self.ticks_changed.emit()
        announce(self, _("chosen") if self._model.is_ticked(place) else _("not chosen"))

    def _act(self, event: QKeyEvent, place: int) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self._tick_to(place) if event.modifiers() & _SHIFT else self.tick(place)
        elif key in _ENTER:
            asked = self.proposal_asked if event.modifiers() & _CTRL else self.opened
            asked.emit(self._model.key_at(place))
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.preview_asked.emit(key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def _move(self, event: QKeyEvent) -> None:
        """Move; with Shift, tick what was passed from the last tick on."""
        extends = bool(event.modifiers() & _SHIFT)
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            # Qt's own would go to the row's first or last cell.
            last = self._model.rowCount() - 1
            self.choose(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            plain = QKeyEvent(event.type(), event.key(), event.modifiers() & ~_SHIFT)
            super().keyPressEvent(plain)
        if extends:
            self._tick_to(self.currentIndex().row())
        else:
            self._anchor = self.currentIndex().row()

    def _tick_to(self, place: int) -> None:
        first, last = sorted((self._anchor, place))
        self._model.tick(range(first, last + 1), on=True)
        self.ticks_changed.emit()

    def _hover(self, place: int) -> None:
        if place != self.painter_of_rows.hovered:
            self.painter_of_rows.hovered = place
            self.viewport().update()

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._model.key_at(current.row()))
        self.viewport().update()


class WholeRows(QWidget):
    """Holds the table as high as its rows fit whole: what is left stays empty below it."""

    def __init__(self, table: PortfolioTable) -> None:
        super().__init__()
        self._table = table
        table.setParent(self)
        self.setFocusProxy(table)

    def fit(self) -> None:
        """The height of rows may have changed, or the room for columns."""
        whole = self._table.whole_height(self.height())
        self._table.setGeometry(0, 0, self.width(), whole)
        self._table.head.fit(self._table.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows as there is room for."""
        super().resizeEvent(event)
        self.fit()


def row_menu(
    parent: PortfolioTable, deeds: list[tuple[str, Callable[[Key], None]]], key: Key
) -> QMenu:
    """The menu of one row."""
    menu = QMenu(parent)
    for words, deed in deeds:
        menu.addAction(words, partial(deed, key))
    return menu
