"""The portfolio's columns by keyboard: which, in which order, how wide."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from advisor_app.domain.portfolio_view import KEPT_COLUMNS, Columns, PortfolioColumn
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_columns import column_label
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.theme import sizes

_STEP = 16
_NARROWEST, _WIDEST = 56, 600
_TOLD = Qt.ItemDataRole.UserRole


class ColumnsDialog(HouseDialog):
    """A list to tick and to reorder; every change is said by `changed` at once."""

    def __init__(
        self,
        parent: QWidget,
        columns: Columns,
        widths: Mapping[PortfolioColumn, int],
        changed: Callable[[Columns], None],
    ) -> None:
        told = _("The name, the last meeting and the next appointment always show.")
        super().__init__(parent, _("Which columns should show?"), told, _("Done"))
        self._widths, self._changed, self._before = dict(widths), changed, columns
        self._own: dict[PortfolioColumn, int] = dict(columns.widths)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        self.list.setAccessibleDescription(_("Space shows or hides a column"))
        self.list.setFixedHeight(len(PortfolioColumn) * sizes.CONTROL_SMALL + sizes.XS)
        self._fill(columns)
        self.fields.addWidget(self.list)
        self.fields.addWidget(self._moves())
        self.list.itemChanged.connect(lambda _item: self._tell())

    def reject(self) -> None:
        """As it was before."""
        self._changed(self._before)
        super().reject()

    def columns(self) -> Columns:
        """What the list says now."""
        items = [self.list.item(place) for place in range(self.list.count())]
        shown = tuple(_column(one) for one in items if one.checkState() is Qt.CheckState.Checked)
        return Columns(shown, tuple(self._own.items()))

    def move_column(self, by: int) -> None:
        """Move the chosen column to the left or to the right; the name stays first."""
        place = self.list.currentRow()
        wanted = place + by
        if place < 1 or not 1 <= wanted < self.list.count():
            return
        self.list.blockSignals(True)
        self.list.insertItem(wanted, self.list.takeItem(place))
        self.list.setCurrentRow(wanted)
        self.list.blockSignals(False)
        self._tell()

    def widen(self, by: int) -> None:
        """Make the chosen column wider or narrower; the name takes what is left."""
        item = self.list.currentItem()
        if item is None or _column(item) is PortfolioColumn.CLIENT:
            return
        column = _column(item)
        width = self._own.get(column, self._widths[column]) + by
        self._own[column] = min(max(width, _NARROWEST), _WIDEST)
        self._tell()

    def _fill(self, columns: Columns) -> None:
        self.list.clear()
        hidden = [one for one in PortfolioColumn if one not in columns.shown]
        for told in (*columns.shown, *hidden):
            item = QListWidgetItem(column_label(told))
            item.setData(_TOLD, told.value)
            item.setSizeHint(QSize(0, sizes.CONTROL_SMALL))
            shows = told in columns.shown
            item.setCheckState(Qt.CheckState.Checked if shows else Qt.CheckState.Unchecked)
            if told in KEPT_COLUMNS:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _moves(self) -> QWidget:
        moves = QWidget()
        flow = Flow(moves, sizes.S)
        for words, deed in (
            (_("To the left"), lambda: self.move_column(-1)),
            (_("To the right"), lambda: self.move_column(1)),
            (_("Narrower"), lambda: self.widen(-_STEP)),
            (_("Wider"), lambda: self.widen(_STEP)),
            (_("As at first"), self._reset),
        ):
            button = Button(words, Kind.SECONDARY, height=sizes.CONTROL_SMALL)
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            flow.addWidget(button)
        return moves

    def _reset(self) -> None:
        self._own = {}
        self.list.blockSignals(True)
        self._fill(Columns())
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._changed(self.columns())


def _column(item: QListWidgetItem) -> PortfolioColumn:
    return PortfolioColumn(item.data(_TOLD))
