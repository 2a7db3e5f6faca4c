"""Somebody is beside you: F8 folds what a visitor should not see (DESIGN.md, principle 8)."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class Discretion(QObject):
    """Whether the window is discreet now; what is private follows `changed`."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = False

    @property
    def on(self) -> bool:
        """Whether private things are folded."""
        return self._on

    def turn(self, on: bool) -> None:
        """Fold, or show again."""
        if on != self._on:
            self._on = on
            self.changed.emit(on)

    def toggle(self) -> None:
        """F8."""
        self.turn(not self._on)


class Private(QWidget):
    """Holds what a visitor should not see; while the window is discreet, `words` stand instead.

    `bare` is for a place inside a card; otherwise the words stand on a card of their own.
    """

    def __init__(
        self, content: QWidget, words: str, discretion: Discretion, *, bare: bool = False
    ) -> None:
        super().__init__()
        self._content = content
        self._folded: Folded | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(content)
        self._words, self._bare = words, bare
        self.setSizePolicy(content.sizePolicy())
        discretion.changed.connect(self._fold)
        self._fold(discretion.on)

    def _fold(self, on: bool) -> None:
        # What is hidden takes no room: where it scrolls, the words would stand far below.
        if on and self._folded is None:
            self._folded = Folded(self._words, bare=self._bare)
            self._column.addWidget(self._folded)
        self._content.setHidden(on)
        if self._folded is not None:
            self._folded.setVisible(on)


class Folded(QWidget):
    """The line that stands where something is folded."""

    def __init__(self, words: str, *, bare: bool) -> None:
        super().__init__()
        self._bare = bare
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setSpacing(sizes.S)
        row.addStretch(1)
        row.addWidget(IconMark("eye-off", sizes.ICON, Tone.SECOND))
        row.addWidget(Text(words, Type.BODY, Tone.SECOND, wrap=True))
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, where there is none around."""
        if self._bare:
            return
        paint = colors()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), sizes.R_CARD, paint.surface, paint.border)
        painter.end()
