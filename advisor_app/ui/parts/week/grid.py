"""Where days and minutes lie on the screen, and back."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from advisor_app.domain.agenda import Stretch
from advisor_app.ui.theme import sizes


@dataclass(frozen=True, slots=True)
class Grid:
    """Where days and minutes lie in the viewport."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    top: float
    minute: float
    hours: Stretch

    def y(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return self.top + (minute - self.hours.start) * self.minute

    def column(self, column: int) -> QRectF:
        """A whole day."""
        height = (self.hours.end - self.hours.start) * self.minute
        return QRectF(self.lefts[column], self.top, self.widths[column], height)

    def frame(self, column: int, when: Stretch, lane: int = 0, lanes: int = 1) -> QRectF:
        """A stretch of a day, with air to its neighbours."""
        whole = self.widths[column] - 2 * sizes.TIGHT
        wide = whole / lanes
        left = self.lefts[column] + sizes.TIGHT + 1 + lane * wide
        top, bottom = self.y(when.start), self.y(when.end)
        return QRectF(left, top + 1, wide - 1, max(bottom - top - 2, 1.0))

    def minute_at(self, y: float) -> int:
        """The minute of the day at a height."""
        return int(self.hours.start + (y - self.top) / self.minute)
