"""The columns' names: a click sorts, dragging moves and widens, the box ticks everybody."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle

from advisor_app.domain.portfolio_view import FIRST_COLUMNS, Columns, PortfolioColumn
from advisor_app.ui.pages.portfolio.columns import (
    GIVE_WAY,
    NARROWEST,
    Column,
    column_of,
    width_of,
)
from advisor_app.ui.pages.portfolio.model import PortfolioModel
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.controls import draw_check
from advisor_app.ui.theme.type_scale import Type, font

_STATE = QStyle.StateFlag


class Header(QHeaderView):
    """The columns as the user wants them, as far as there is room."""

    sort_asked = Signal(object)
    all_asked = Signal()
    rearranged = Signal()

    def __init__(self, model: PortfolioModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._sorted = PortfolioColumn.MEETING
        self._descending = False
        self._columns = Columns()
        self._arranging = False
        self.setFixedHeight(sizes.TABLE_ROW)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.sectionClicked.connect(self._clicked)
        self.sectionMoved.connect(self._moved)
        self.sectionResized.connect(self._resized)

    def columns(self) -> Columns:
        """Which columns are wanted, in which order, how wide."""
        return self._columns

    def arrange(self, columns: Columns) -> None:
        """Show these columns, as far as there is room."""
        self._arranging = True
        self._columns = columns
        widths = dict(columns.widths)
        for place, told in enumerate((*columns.shown, *_hidden(columns)), 1):
            column = column_of(told)
            self.moveSection(self.visualIndex(column), place)
            self.setSectionHidden(column, told not in columns.shown)
            self.resizeSection(column, widths.get(told, width_of(column)))
        self.setSectionResizeMode(Column.TICK, QHeaderView.ResizeMode.Fixed)
        self.resizeSection(Column.TICK, width_of(Column.TICK))
        self.setSectionResizeMode(Column.CLIENT, QHeaderView.ResizeMode.Stretch)
        self._arranging = False

    def fit(self, width: int) -> None:
        """Hide columns, in their order, where the name would have no room (DESIGN.md, 8)."""
        self._arranging = True
        widths = dict(self._columns.widths)
        shown = [column_of(told) for told in self._columns.shown]
        room = {
            one: width_of(one) if one is Column.CLIENT else widths.get(told, width_of(one))
            for told in self._columns.shown
            for one in (column_of(told),)
        }
        wanted = width_of(Column.TICK) + sum(room.values())
        for column in GIVE_WAY:
            if column in shown:
                hide = width < wanted
                self.setSectionHidden(column, hide)
                wanted -= room[column] if hide else 0
        self._arranging = False

    def show_sort(self, column: PortfolioColumn, *, descending: bool) -> None:
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
            self._name(painter, frame, Column(section))
        painter.restore()

    def _name(self, painter: QPainter, frame: QRectF, column: Column) -> None:
        paint = colors()
        chosen = font(Type.SMALL_STRONG)
        painter.setFont(chosen)
        painter.setPen(paint.text2)
        side = sizes.ICON_SMALL
        sorts = column.told is self._sorted
        room = int(frame.width()) - sizes.XS - (side + sizes.XS if sorts else 0)
        words = painter.fontMetrics().elidedText(
            str(self._model.headerData(column, Qt.Orientation.Horizontal)),
            Qt.TextElideMode.ElideRight,
            room,
        )
        painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, words)
        if sorts:
            left = frame.left() + painter.fontMetrics().horizontalAdvance(words) + sizes.XS
            self._arrow(painter, QRectF(left, frame.center().y() - side / 2, side, side))

    def _arrow(self, painter: QPainter, frame: QRectF) -> None:
        if self._descending:
            painter.translate(frame.center())
            painter.rotate(180)
            painter.translate(-frame.center())
        draw_icon(painter, "arrow-up", frame, colors().text2)

    def _box(self, painter: QPainter, frame: QRectF) -> None:
        ticked = self._model.shown_tick_count()
        state = _STATE.State_Enabled
        if ticked:
            whole = ticked == self._model.rowCount()
            state |= _STATE.State_On if whole else _STATE.State_NoChange
        side = sizes.ICON
        place = QRectF(frame.left() + sizes.S + 2, frame.center().y() - side / 2, side, side)
        draw_check(painter, place.toRect(), state, colors())

    def _clicked(self, section: int) -> None:
        told = Column(section).told
        if told is None:
            self.all_asked.emit()
        else:
            self.sort_asked.emit(told)

    def _moved(self, _section: int, _before: int, _after: int) -> None:
        if self._arranging:
            return
        ordered = sorted(self._columns.shown, key=lambda told: self.visualIndex(column_of(told)))
        self._columns = Columns(tuple(ordered), self._columns.widths)
        self.rearranged.emit()

    def _resized(self, section: int, _before: int, width: int) -> None:
        told = Column(section).told
        if self._arranging or told is None or told is PortfolioColumn.CLIENT or not width:
            return
        widths = dict(self._columns.widths) | {told: width}
        self._columns = Columns(self._columns.shown, tuple(widths.items()))
        self.rearranged.emit()


def _hidden(columns: Columns) -> list[PortfolioColumn]:
    wanted = (*FIRST_COLUMNS, *PortfolioColumn)
    return [one for one in dict.fromkeys(wanted) if one not in columns.shown]
