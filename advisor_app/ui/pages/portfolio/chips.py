"""The dashed chip that adds a filter."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from advisor_app.i18n import _
from advisor_app.ui.parts.tags import Chip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Colors


class AddChip(Chip):
    """`+ Filter`: not a filter itself, hence the dashes."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon="plus")
        self.setCheckable(False)
        self.setAccessibleName(_("Add a filter"))
        self.setAccessibleDescription(_("Further filters, with how many households each holds"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, then its dashes."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors().border_strong, sizes.HAIR, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.end()

    def _edge(self, _paint: Colors) -> QColor:
        return QColor(Qt.GlobalColor.transparent)
