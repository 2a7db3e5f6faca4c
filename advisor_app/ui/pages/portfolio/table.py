"""The table: fixed row height, keys of the keyboard map, a header that sorts."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QTableView,
)

from advisor_app.i18n import _
from advisor_app.ui.pages.portfolio.delegate import RowPainter
from advisor_app.ui.pages.portfolio.model import ORDERS, Column, PortfolioModel
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import draw_check
from advisor_app.ui.theme.type_scale import Type, font

_STATE = QStyle.StateFlag
_WIDTHS = {
    Column.TICK: 48,
    Column.CLIENT: 240,
    Column.THREAD: 110,
    Column.MEETING: 112,
    Column.ONLINE: 84,
    Column.PROJECTS: 172,
    Column.APPOINTMENT: 110,
}
# Hidden in this order where the window is small; never the name, the meeting, the appointment.
_GIVE_WAY = (Column.ONLINE, Column.THREAD)


class PortfolioTable(QTableView):
    """Rows of households."""

    opened = Signal(object)
    chosen = Signal(object)
    ticks_changed = Signal()
    proposal_asked = Signal(object)

    def __init__(self, model: PortfolioModel) -> None:
        super().__init__()
        self._model = model
        self.painter_of_rows = RowPainter(self)
        self.setModel(model)
        self.setItemDelegate(self.painter_of_rows)
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
        self.setHorizontalHeader(Header(model))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(sizes.TABLE_ROW)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.CLIENT, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._current)

    def set_row_height(self, height: int) -> None:
        """36, or 33 where the window is low."""
        self.painter_of_rows.row_height = height
        self.verticalHeader().setDefaultSectionSize(height)

    def fit(self, width: int) -> None:
        """Hide columns, in their order, where the name would have no room."""
        wanted = sum(_WIDTHS.values())
        for column in _GIVE_WAY:
            hide = width < wanted
            self.setColumnHidden(column, hide)
            if hide:
                wanted -= _WIDTHS[column]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is lit any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks; anywhere else it chooses."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK:
            self._tick(index.row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the client's page."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.TICK:
            self.opened.emit(self._model.key_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens."""
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and place >= 0:
            self._tick(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.proposal_asked.emit(self._model.key_at(place))
            else:
                self.opened.emit(self._model.key_at(place))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that the row can do."""
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        key = self._model.key_at(index.row())
        menu = QMenu(self)
        menu.addAction(_("Open the page"), lambda: self.opened.emit(key))
        menu.addAction(_("Suggest a meeting"), lambda: self.proposal_asked.emit(key))
        menu.exec(event.globalPos())

    def _tick(self, place: int) -> None:
        self._model.tick([place])
        self.ticks_changed.emit()

    def _hover(self, place: int) -> None:
        if place != self.painter_of_rows.hovered:
            self.painter_of_rows.hovered = place
            self.viewport().update()

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._model.key_at(current.row()))
        self.viewport().update()


class Header(QHeaderView):
    """The columns' names; a click sorts, and an arrow says how."""

    sort_asked = Signal(object)
    all_asked = Signal()

    def __init__(self, model: PortfolioModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._sorted = Column.MEETING
        self._descending = False
        self.setFixedHeight(sizes.TABLE_ROW)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.sectionClicked.connect(self._clicked)

    def show_sort(self, column: Column, *, descending: bool) -> None:
        """Show the arrow."""
        self._sorted, self._descending = column, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name on the sunken ground."""
        paint = colors()
        frame = QRectF(rect)
        painter.save()
        painter.fillRect(frame, paint.sunken)
        painter.fillRect(QRectF(frame.left(), frame.bottom() - 1, frame.width(), 1), paint.border)
        if section == Column.TICK:
            self._box(painter, frame)
        else:
            self._name(painter, frame, section)
        painter.restore()

    def _name(self, painter: QPainter, frame: QRectF, section: int) -> None:
        paint = colors()
        chosen = font(Type.SMALL_STRONG)
        painter.setFont(chosen)
        painter.setPen(paint.text2)
        words = painter.fontMetrics().elidedText(
            str(self._model.headerData(section, Qt.Orientation.Horizontal)),
            Qt.TextElideMode.ElideRight,
            int(frame.width()) - sizes.XS,
        )
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, words)
        if section == self._sorted:
            side = sizes.ICON_SMALL
            left = frame.left() + painter.fontMetrics().horizontalAdvance(words) + sizes.XS
            mark = QRectF(left, frame.center().y() - side / 2, side, side)
            draw_icon(
                painter, "chevron-down" if self._descending else "arrow-up", mark, paint.text2
            )

    def _box(self, painter: QPainter, frame: QRectF) -> None:
        ticked = len(self._model.ticked())
        state = _STATE.State_Enabled
        if ticked:
            whole = ticked == self._model.rowCount()
            state |= _STATE.State_On if whole else _STATE.State_NoChange
        side = sizes.ICON
        place = QRectF(frame.left() + sizes.S + 2, frame.center().y() - side / 2, side, side)
        draw_check(painter, place.toRect(), state, colors())

    def _clicked(self, section: int) -> None:
        column = Column(section)
        if column is Column.TICK:
            self.all_asked.emit()
        elif column in ORDERS:
            self.sort_asked.emit(column)
