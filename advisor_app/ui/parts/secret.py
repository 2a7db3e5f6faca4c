"""A field for what nobody else should read: dots, and an eye that shows the letters."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.text_size import scaled

_LEFT = 36


class Secret(Field):
    """A passphrase; what is typed is never kept by the keyboard's helpers."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.setFixedHeight(sizes.CONTROL_LARGE)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setTextMargins(scaled(_LEFT), 0, sizes.CONTROL_LARGE, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.XS, 0)
        row.addStretch(1)
        self.eye = Button("", Kind.GHOST, icon="eye", name=_("Show what is typed"))
        self.eye.setFixedHeight(sizes.CONTROL_SMALL)
        self.eye.setCheckable(True)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._show_letters)
        row.addWidget(self.eye)

    def take(self) -> str:
        """What was typed; the field is empty afterwards."""
        typed = self.text()
        self.clear()
        self.eye.setChecked(False)
        return typed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lock in front."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = sizes.ICON
        frame = QRectF(sizes.M, (self.height() - side) / 2, side, side)
        draw_icon(painter, "lock", frame, colors().text2)
        painter.end()

    def _show_letters(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
