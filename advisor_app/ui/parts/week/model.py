"""The week as cells: half an hour of a day each, with what a screen reader says of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from advisor_app.domain.agenda import DayPlan, Stretch, WeekPlan, wall_at
from advisor_app.i18n.agenda_words import cell_words, clock_of, day_words

if TYPE_CHECKING:
    from advisor_app.ui.parts.week.blocks import FreeBlock

HALF_HOUR = 30
_Index = QModelIndex | QPersistentModelIndex
_SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_NOTHING = QModelIndex()
# Before anything was read.
NO_DAYS = WeekPlan(
    (),
    datetime(1, 1, 1),  # noqa: DTZ001 wall time
    Stretch(0, 0),
)


class WeekModel(QAbstractTableModel):
    """Days across, half-hours down."""

    def __init__(self) -> None:
        super().__init__()
        self.plan = NO_DAYS
        self.names: Mapping[str, str] = {}
        self.discreet = False
        self.free: tuple[FreeBlock, ...] = ()

    def show(self, plan: WeekPlan, names: Mapping[str, str]) -> None:
        """Show other days."""
        self.beginResetModel()
        self.plan, self.names = plan, names
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        """Half-hours."""
        if parent.isValid():
            return 0
        return (self.plan.hours.end - self.plan.hours.start) // HALF_HOUR

    def columnCount(self, parent: _Index = _NOTHING) -> int:
        """Days."""
        return 0 if parent.isValid() else len(self.plan.days)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What the cell holds, in words."""
        if role not in _SAID:
            return None
        day, cell = self.day(index), self.cell(index)
        offered = [one.words for one in self.free if one.day == day.day and one.when.overlaps(cell)]
        return cell_words(day, cell, self.names, offered, discreet=self.discreet)

    def headerData(
        self, section: int, lying: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The day, or the hour, in words."""
        if role not in (*_SAID, Qt.ItemDataRole.DisplayRole):
            return None
        if lying is Qt.Orientation.Horizontal:
            return day_words(self.plan.days[section])
        return clock_of(self.plan.hours.start + section * HALF_HOUR)

    def day(self, index: _Index) -> DayPlan:
        """The day of a cell."""
        return self.plan.days[index.column()]

    def cell(self, index: _Index) -> Stretch:
        """The half-hour of a cell."""
        start = self.plan.hours.start + index.row() * HALF_HOUR
        return Stretch(start, start + HALF_HOUR)

    def wall(self, index: _Index) -> datetime:
        """When a cell begins."""
        return wall_at(self.day(index).day, self.cell(index).start)
