"""The painter of the thread."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from advisor_app.domain.thread import ThreadData, View
from advisor_app.ui.parts.thread.full import FullThread, Hit
from advisor_app.ui.parts.thread.small import CELL_MONTHS, PREVIEW_MONTHS, paint_small
from advisor_app.ui.theme.application import colors

__all__ = ["Hit", "ThreadPainter"]


class ThreadPainter:
    """Draws one thread in any of its three sizes; `names` gives projects their names by code."""

    def __init__(self, thread: ThreadData, names: Mapping[str, str] | None = None) -> None:
        self._thread = thread
        self._names = names or {}

    def cell(self, painter: QPainter, rect: QRectF) -> None:
        """Twelve months in a table's cell."""
        paint_small(painter, rect, self._thread, colors(), CELL_MONTHS)

    def preview(self, painter: QPainter, rect: QRectF) -> None:
        """Thirty-six months in a side panel."""
        paint_small(painter, rect, self._thread, colors(), PREVIEW_MONTHS)

    def full(
        self, painter: QPainter, rect: QRectF, view: View | None = None, *, discreet: bool = False
    ) -> list[Hit]:
        """A view of it, or all, 168 px high; what the marks say, for tooltips.

        A discreet drawing has no word and no colour for a silence or a missing introduction.
        """
        paint = colors()
        if discreet:
            paint = paint._replace(warn_text=paint.text2)
        drawing = FullThread(painter, rect, self._thread, paint, self._names, view)
        drawing.discreet = discreet
        drawing.draw()
        return drawing.hits
