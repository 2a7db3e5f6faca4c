"""The line at the bottom: where the data is, and of which day."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class StatusBar(QWidget):
    """Says what is true of the whole program."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(sizes.STATUS_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L - 2, 0, sizes.L - 2, 0)
        row.setSpacing(sizes.ICON)
        self._where = Text(_offline(), Type.CAPTION, Tone.HINT)
        row.addWidget(self._where)
        row.addStretch(1)
        self._about, self._said = Text("", Type.CAPTION, Tone.HINT), ""
        row.addWidget(self._about)

    def say(self, about: str) -> None:
        """Show what is known of the data."""
        self._said = about
        self._about.setText(about)

    def be_discreet(self, on: bool) -> None:
        """Say what is folded and how to see it again, instead of the rest."""
        folded = _("Discreet mode: signals, notes and other clients are folded")
        self._where.setText(folded if on else _offline())
        self._about.setText(_("F8 shows everything again") if on else self._said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        paint = colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), paint.rail)
        painter.fillRect(0, 0, self.width(), 1, paint.border)
        painter.end()


def _offline() -> str:
    return _("Offline: everything stays on this computer, encrypted")
