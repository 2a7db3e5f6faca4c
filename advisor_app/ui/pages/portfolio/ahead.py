"""Prepares the rows below the screen while nobody waits, so that scrolling only puts them there."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.model import PortfolioModel
from advisor_app.ui.pages.portfolio.row_painter import RowPainter
from advisor_app.ui.tasks import Slices
from advisor_app.ui.theme.application import colors


class Ahead(QObject):
    """Draws rows that were read ahead onto nothing, one a turn: words, cuts and threads are kept."""

    def __init__(self, table: QTableView, model: PortfolioModel, rows: RowPainter) -> None:
        super().__init__(table)
        self._table, self._model, self._rows = table, model, rows
        self._slices = Slices(self)
        model.dataChanged.connect(self._read)

    def _read(self, first: QModelIndex, last: QModelIndex) -> None:
        """Rows have come, or ticks have changed: what shows is painted by the table itself."""
        bottom = self._table.rowAt(self._table.viewport().height() - 1)
        if 0 <= bottom < last.row():
            below = range(max(first.row(), bottom + 1), last.row() + 1)
            self._slices.add(*(partial(self._prepare, place) for place in below))

    def _prepare(self, place: int) -> None:
        row = self._model.known(place)
        if row is None:
            return
        ratio, height = self._table.devicePixelRatioF(), self._rows.row_height
        ground = QPixmap(1, 1)
        ground.setDevicePixelRatio(ratio)
        painter, paint = QPainter(ground), colors()
        for column in Column:
            width = self._table.columnWidth(column)
            if width and column is not Column.TICK:
                self._rows.draw(painter, QRectF(0, 0, width, height), paint, row, column)
        painter.end()
