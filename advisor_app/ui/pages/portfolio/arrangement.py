"""How the advisor looks at the list: the filters, the order and the columns, together one view."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.portfolio import PortfolioOrder
from advisor_app.domain.portfolio_view import ORDERS, Columns, PortfolioColumn, PortfolioView
from advisor_app.ui.dialogs.columns import ColumnsDialog
from advisor_app.ui.pages.portfolio.columns import column_of, width_of
from advisor_app.ui.pages.portfolio.filters import Filters
from advisor_app.ui.pages.portfolio.table import PortfolioTable


class Arrangement(QObject):
    """Sorts and arranges the table; `rearranged` says that somebody chose other columns."""

    rearranged = Signal()

    def __init__(self, table: PortfolioTable, filters: Filters) -> None:
        super().__init__(table)
        self._table, self._filters = table, filters
        table.head.sort_asked.connect(self._sort)
        table.head.rearranged.connect(self.rearranged)

    def view(self) -> PortfolioView:
        """How the list is looked at now."""
        return PortfolioView("", self._filters.question, self._table.head.columns())

    def show_view(self, view: PortfolioView) -> None:
        """Look at the list in this way."""
        self.arrange(view.columns)
        self._show_sort(view.question.order, descending=view.question.descending)
        self._filters.put(view.question)

    def come_back(self, left: PortfolioView | None) -> None:
        """Look at the list as it was left, or as it is."""
        self.show_view(left or self.view())

    def arrange(self, columns: Columns) -> None:
        """Show these columns."""
        self._table.head.arrange(columns)
        self._table.head.fit(self._table.width())

    def ask_columns(self, parent: QWidget) -> None:
        """Ask which columns show, in which order and how wide."""
        widths = {one: width_of(column_of(one)) for one in PortfolioColumn}
        columns = self._table.head.columns()
        ColumnsDialog(parent, columns, widths, self.rearrange).open()

    def rearrange(self, columns: Columns) -> None:
        """Show the columns that somebody chose."""
        self.arrange(columns)
        self.rearranged.emit()

    def _sort(self, column: PortfolioColumn) -> None:
        order = ORDERS[column]
        before = self._filters.question
        descending = not before.descending if before.order is order else False
        self._table.head.show_sort(column, descending=descending)
        self._filters.put(replace(before, order=order, descending=descending))

    def _show_sort(self, order: PortfolioOrder, *, descending: bool) -> None:
        column = next(one for one, its in ORDERS.items() if its is order)
        self._table.head.show_sort(column, descending=descending)
