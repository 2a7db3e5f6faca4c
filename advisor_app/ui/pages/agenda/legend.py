"""What the colours of the week mean."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, pgettext
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_DASHES = (3.0, 2.0)


class Legend(QWidget):
    """Five swatches with their words."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.M)
        column.setSpacing(sizes.XS)
        for fill, bar, words in (
            ("accent_tint", "accent", _("In person")),
            ("surface", "accent", _("You join a colleague")),
            ("surface", "digital", pgettext("legend", "Call")),
            ("surface", "", pgettext("legend", "Proposed, or free")),
            ("sunken", "border_strong", _("Busy elsewhere")),
        ):
            row = QHBoxLayout()
            row.setSpacing(sizes.S)
            row.addWidget(Swatch(fill, bar))
            row.addWidget(Text(words, Type.CAPTION, Tone.SECOND), 1)
            column.addLayout(row)


class Swatch(QWidget):
    """A block of the week, small; without a bar it is dashed."""

    def __init__(self, fill: str, bar: str) -> None:
        super().__init__()
        self._fill, self._bar = fill, bar
        self.setFixedSize(week_sizes.SWATCH, week_sizes.SWATCH - sizes.XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint = colors()
        painter = QPainter(self)
        frame, fill = QRectF(self.rect()), getattr(paint, self._fill)
        if self._bar:
            box(painter, frame, sizes.TIGHT, fill, paint.border)
            bar = QRectF(0, 0, sizes.XS, self.height())
            painter.fillRect(bar, getattr(paint, self._bar))
        else:
            pen = QPen(paint.accent, sizes.HAIR)
            pen.setDashPattern(list(_DASHES))
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.end()
