"""The table's model: keys in order from the store, rows by pages as they come into sight."""

from collections.abc import Callable, Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioOrder, PortfolioRow
from advisor_app.i18n import _

ROW = Qt.ItemDataRole.UserRole
PAGE = 60
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    TICK = 0
    CLIENT = 1
    THREAD = 2
    MEETING = 3
    ONLINE = 4
    PROJECTS = 5
    APPOINTMENT = 6


ORDERS = {
    Column.CLIENT: PortfolioOrder.NAME,
    Column.MEETING: PortfolioOrder.LAST_MEETING,
    Column.ONLINE: PortfolioOrder.LAST_DIGITAL,
    Column.APPOINTMENT: PortfolioOrder.APPOINTMENT,
}


class PortfolioModel(QAbstractTableModel):
    """Rows of households; `fetch` is asked for a page of keys, and answers with `take_rows`."""

    def __init__(self, fetch: Callable[[tuple[Key, ...]], None]) -> None:
        super().__init__()
        self._fetch = fetch
        self._keys: tuple[Key, ...] = ()
        self._places: dict[Key, int] = {}
        self._rows: dict[Key, PortfolioRow] = {}
        self._asked: set[int] = set()
        self._ticked: set[Key] = set()
        self._said: Callable[[PortfolioRow], str] = lambda _row: ""

    def word_rows(self, said: Callable[[PortfolioRow], str]) -> None:
        """How a row reads to those who hear it."""
        self._said = said

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """Show another list; ticks stay with who is still on it."""
        self.beginResetModel()
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}
        self._rows.clear()
        self._asked.clear()
        self._ticked &= self._places.keys()
        self.endResetModel()

    def take_rows(self, rows: Iterable[PortfolioRow]) -> None:
        """Rows that were asked for; those of an older list are left aside."""
        places = []
        for row in rows:
            place = self._places.get(row.key)
            if place is not None:
                self._rows[row.key] = row
                places.append(place)
        if places:
            last = self.index(max(places), Column.APPOINTMENT)
            self.dataChanged.emit(self.index(min(places), 0), last)

    def key_at(self, place: int) -> Key | None:
        """The key of a row."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def place_of(self, key: Key) -> int | None:
        """Where a key stands."""
        return self._places.get(key)

    def row_at(self, place: int) -> PortfolioRow | None:
        """A row; asks for its page where it is not here yet."""
        key = self.key_at(place)
        if key is None:
            return None
        row = self._rows.get(key)
        if row is None:
            self._ask_page(place // PAGE)
        return row

    def ticked(self) -> tuple[Key, ...]:
        """The ticked keys, in the list's order."""
        return tuple(key for key in self._keys if key in self._ticked)

    def is_ticked(self, place: int) -> bool:
        """Whether a row is ticked."""
        return self.key_at(place) in self._ticked

    def tick(self, places: Iterable[int], *, on: bool | None = None) -> None:
        """Tick rows, untick them, or the other way round."""
        for place in places:
            key = self.key_at(place)
            if key is not None and (key in self._ticked) is not on:
                self._ticked ^= {key}
                self.dataChanged.emit(self.index(place, 0), self.index(place, Column.APPOINTMENT))

    def tick_all(self, *, on: bool) -> None:
        """Tick the whole list, beyond the screen, or nothing."""
        self._ticked = set(self._keys) if on else set()
        if self._keys:
            last = self.index(len(self._keys) - 1, Column.APPOINTMENT)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many households."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Seven."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, and what is heard."""
        if role == ROW:
            return self.row_at(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row_at(index.row())
            return "" if row is None else self._said(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        return None

    def _ask_page(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self._fetch(self._keys[page * PAGE : (page + 1) * PAGE])


def headings() -> tuple[str, ...]:
    """The columns' names."""
    return (
        "",
        _("Client"),
        _("Thread, 12 months"),
        _("Meeting"),
        _("Online"),
        _("Projects"),
        _("Appointment"),
    )
