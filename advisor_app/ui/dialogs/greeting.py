"""What a first page says to everybody: the welcome, and that everything stays on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class FirstPage(QWidget):
    """The ground of a page that stands alone."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().bg)
        painter.end()


def greet(column: QVBoxLayout, *more: str) -> None:
    """Put the welcome into a page: what the program helps with, and a line for each thing more."""
    centre = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(Text(_("Welcome."), Type.HERO, align=centre))
    column.addSpacing(sizes.S)
    helps = _("Tête-à-tête helps you to see your clients for real, at the right moment.")
    for words in (helps, *more):
        column.addWidget(Text(words, Type.LEAD, Tone.SECOND, wrap=True, align=centre))


def promise(beside: Sequence[Button] = ()) -> QHBoxLayout:
    """Where the data stay, and what else can be done from here."""
    row = QHBoxLayout()
    row.setSpacing(sizes.S)
    row.addStretch(1)
    row.addWidget(IconMark("shield", sizes.ICON, Tone.HINT))
    said = _("Everything stays on this computer, encrypted. No connection is needed.")
    row.addWidget(Text(said, Type.SMALL, Tone.HINT))
    for button in beside:
        row.addSpacing(sizes.S)
        row.addWidget(button)
    row.addStretch(1)
    return row
