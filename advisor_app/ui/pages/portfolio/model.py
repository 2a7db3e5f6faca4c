"""The table's model: keys in order from the store, rows by pages as they come into sight."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_columns import column_label
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.parts.text import plain_tooltip

ROW = Qt.ItemDataRole.UserRole
# As many rows as a high window shows: they are read within the time of a frame.
PAGE = 32
# The next page is read when the one in sight has been painted: both would only wait for each other.
AHEAD_MS = 50
_Index = QModelIndex | QPersistentModelIndex
_Row = PortfolioRow | None


class PortfolioModel(QAbstractTableModel):
    """Rows of households; `fetch` is asked for some keys, and answers with `take_rows`."""

    def __init__(self, fetch: Callable[[tuple[Key, ...]], object]) -> None:
        super().__init__()
        self._fetch = fetch
        self._keys: Sequence[Key] = ()
        self._rows: dict[Key, PortfolioRow] = {}
        self._asked: set[int] = set()
        self._ticked: set[Key] = set()
        self._shown_ticks = 0
        self._said: Callable[[PortfolioRow], str] = lambda _row: ""
        self._cell_said: Callable[[PortfolioRow, Column], str] = lambda _row, _column: ""
        self._seen = 0
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(lambda: self._ask_page(self._seen + 1))

    def word_rows(
        self, row: Callable[[PortfolioRow], str], cell: Callable[[PortfolioRow, Column], str]
    ) -> None:
        """How rows and their cells read to those who hear them."""
        self._said, self._cell_said = row, cell

    def show_keys(self, keys: Sequence[Key], first: Iterable[PortfolioRow] = ()) -> None:
        """Show another list, with its first rows; ticks stay, even with who is not on it."""
        self.beginResetModel()
        self._keys = keys
        self._rows = {row.key: row for row in first}
        self._asked.clear()
        self._ahead.stop()
        self._count_shown()
        self.endResetModel()

    def take_rows(self, keys: Sequence[Key], rows: Iterable[PortfolioRow]) -> None:
        """The rows of keys that were asked for; those of an older list are left aside."""
        page = next((one for one in self._asked if self._page(one) == tuple(keys)), None)
        if page is None:
            return
        self._rows.update((row.key, row) for row in rows)
        first = page * PAGE
        last = self.index(min(first + PAGE, len(self._keys)) - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(first, 0), last, [ROW])

    def keys(self) -> Sequence[Key]:
        """The whole list, in its order."""
        return self._keys

    def key_at(self, place: int) -> Key | None:
        """The key of a row."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def place_of(self, key: Key) -> int | None:
        """Where a key stands."""
        return next((place for place, one in enumerate(self._keys) if one == key), None)

    def row_at(self, place: int) -> _Row:
        """A row; asks for its page where it was not asked for yet, and soon for the next one."""
        key = self.key_at(place)
        if key is None:
            return None
        self._seen = place // PAGE
        self._ask_page(self._seen)
        if self._seen + 1 not in self._asked and not self._ahead.isActive():
            self._ahead.start()
        return self._rows.get(key)

    def known(self, place: int) -> _Row:
        """A row that was read; asks for nothing."""
        key = self.key_at(place)
        return None if key is None else self._rows.get(key)

    def ticked(self) -> tuple[Key, ...]:
        """The ticked keys: those of the list in its order, then the others in the order of keys."""
        if not self._ticked:
            return ()
        shown = tuple(key for key in self._keys if key in self._ticked)
        return shown + tuple(sorted(self._ticked.difference(shown)))

    def tick_count(self) -> int:
        """How many are ticked, on the list or not."""
        return len(self._ticked)

    def shown_tick_count(self) -> int:
        """How many of the list are ticked."""
        return self._shown_ticks

    def keep_ticks(self, served: Sequence[Key]) -> None:
        """Untick whoever is not served any more; `served` is everybody who is."""
        self._ticked.intersection_update(served)
        self._count_shown()

    def is_ticked(self, place: int) -> bool:
        """Whether a row is ticked."""
        return self.key_at(place) in self._ticked

    def tick(self, places: Iterable[int], *, on: bool | None = None) -> None:
        """Tick rows, untick them, or the other way round."""
        for place in places:
            key = self.key_at(place)
            if key is not None and (key in self._ticked) is not on:
                self._ticked ^= {key}
                self._shown_ticks += 1 if key in self._ticked else -1
                self._tick_changed(place, place)

    def tick_all(self, *, on: bool) -> None:
        """Tick or untick the whole list, beyond the screen; other ticks stay."""
        change = self._ticked.update if on else self._ticked.difference_update
        change(self._keys)
        self._all_changed()

    def untick_everybody(self) -> None:
        """No tick is left, on the list or not."""
        self._ticked.clear()
        self._all_changed()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many households."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """All of them, shown or not."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, and what is heard."""
        if role == ROW:
            return self.row_at(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.TICK:
            ticked = self.is_ticked(index.row())
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.PROJECTS:
            return self._all_projects(index)
        return None

    def _all_projects(self, index: _Index) -> str:
        """The cell has room for one project, and signs for two more."""
        row = self.row_at(index.row())
        if row is None or not row.projects:
            return ""
        return plain_tooltip(self._cell_said(row, Column.PROJECTS))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        said = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if orientation is not Qt.Orientation.Horizontal or role not in said:
            return None
        told = Column(section).told
        if told is None:
            return _("Chosen") if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return column_label(told)

    def _heard(self, index: _Index) -> str:
        """Whether it is chosen, the row at the name, and else the cell after its column's name."""
        row = self.row_at(index.row())
        if row is None:
            return ""
        column = Column(index.column())
        chosen = self.is_ticked(index.row())
        if column is Column.TICK:
            return _("chosen") if chosen else _("not chosen")
        if column is Column.CLIENT:
            return f"{self._said(row)}, {_('chosen')}" if chosen else self._said(row)
        said, told = self._cell_said(row, column), column.told
        if told is None or column is Column.THREAD or not said:
            return said
        return f"{column_label(told)}, {said}"

    def _all_changed(self) -> None:
        self._count_shown()
        if len(self._keys):
            self._tick_changed(0, len(self._keys) - 1)

    def _count_shown(self) -> None:
        ticked = self._ticked
        self._shown_ticks = sum(key in ticked for key in self._keys) if ticked else 0

    def _tick_changed(self, first: int, last: int) -> None:
        roles = [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole]
        end = self.index(last, len(Column) - 1)
        self.dataChanged.emit(self.index(first, 0), end, roles)

    def _page(self, page: int) -> tuple[Key, ...]:
        return tuple(self._keys[page * PAGE : (page + 1) * PAGE])

    def _ask_page(self, page: int) -> None:
        if page not in self._asked and page * PAGE < len(self._keys):
            self._asked.add(page)
            self._fetch(self._page(page))
