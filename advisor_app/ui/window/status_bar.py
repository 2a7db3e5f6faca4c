"""The line at the bottom: where the data is, of which day, how safe, and when it locks."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_SIDE = sizes.L - 2


class StatusBar(QWidget):
    """Says what is true of the whole program."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(sizes.STATUS_BAR)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(sizes.ICON)
        self._where = Text(_offline(), Type.CAPTION, Tone.HINT)
        self._row.addWidget(self._where)
        self._row.addStretch(1)
        self._pieces: list[Text] = []
        self._said: tuple[str, ...] = ()
        self._discreet = False

    def say(self, *about: str) -> None:
        """Show what is known of the data, the most important first."""
        self._said = about
        self._show()

    def be_discreet(self, on: bool) -> None:
        """Say what is folded and how to see it again, instead of the rest."""
        self._discreet = on
        folded = _("Discreet mode: signals, notes and other clients are folded")
        self._where.setText(folded if on else _offline())
        self._show()

    def shown(self) -> list[str]:
        """What stands at the right now."""
        return [piece.text() for piece in self._pieces if not piece.isHidden()]

    def _show(self) -> None:
        for piece in self._pieces:
            piece.hide()
            piece.deleteLater()
        words = (_("F8 shows everything again"),) if self._discreet else self._said
        self._pieces = [Text(one, Type.CAPTION, Tone.HINT) for one in words]
        for piece in self._pieces:
            self._row.addWidget(piece)
        self._fit()

    def _fit(self) -> None:
        """What has no room goes, the last piece first: cut words would say nothing."""
        room = self.width() - 2 * _SIDE - self._where.sizeHint().width()
        for index, piece in enumerate(self._pieces):
            room -= piece.sizeHint().width() + sizes.ICON
            piece.setVisible(index == 0 or room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        paint = colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), paint.rail)
        painter.fillRect(0, 0, self.width(), 1, paint.border)
        painter.end()


def _offline() -> str:
    return _("Offline: everything stays on this computer, encrypted")
