"""What the colours of the week mean."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _, pgettext
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_DASHES = (3.0, 2.0)


class Legend(QWidget):
    """Five swatches with their words: one a line, or beside each other in a low window."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self, sizes.XS)
        flow.setContentsMargins(sizes.L, sizes.S, sizes.XS, sizes.M)
        self._entries = [
            _entry(Swatch("accent_tint", "accent"), _("In person")),
            _entry(Swatch("surface", "digital"), pgettext("legend", "Call")),
            _entry(Swatch("surface", "accent"), _("You join a colleague")),
            _entry(Swatch("surface", ""), pgettext("legend", "Proposed, or free")),
            _entry(Swatch("sunken", "border_strong"), _("Busy elsewhere")),
        ]
        for entry in self._entries:
            flow.addWidget(entry)
        self.fit(low=False)

    def fit(self, *, low: bool) -> None:
        """Take fewer lines where the window is low."""
        for entry in self._entries:
            entry.setMinimumWidth(0 if low else week_sizes.MONTH)


def _entry(swatch: "Swatch", words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, sizes.S, 0)
    row.setSpacing(sizes.S)
    row.addWidget(swatch)
    row.addWidget(Text(words, Type.CAPTION, Tone.SECOND), 1)
    return entry


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
