"""The frame of every question: a title that asks, fields, and buttons that answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.ring import Ring
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone, veil
from advisor_app.ui.theme.type_scale import Type

_WIDTH = 460
_ROLE = QDialogButtonBox.ButtonRole


class Veil(QWidget):
    """Darkens the window behind a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil())
        painter.end()


class HouseDialog(QDialog):
    """A question over the window; Esc answers no, and the focus returns to where it was.

    Subclasses fill `fields` and answer through `accept`.
    """

    def __init__(self, parent: QWidget, title: str, subtitle: str, action: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(_WIDTH))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.XXL, sizes.XL, sizes.XXL, sizes.XL)
        column.setSpacing(sizes.M)
        column.addWidget(Text(title, Type.H2, wrap=True))
        self.subtitle = Text(subtitle, Type.SMALL, Tone.SECOND, wrap=True)
        column.addWidget(self.subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(sizes.M)
        column.addLayout(self.fields)
        self.problem = NoteBox(Mood.ERROR, "")
        self.problem.hide()
        column.addWidget(self.problem)
        column.addSpacing(sizes.XS)
        column.addWidget(self._buttons(action))
        # Only a button that stands in its dialog becomes the one that Enter presses.
        self.action.setDefault(True)
        self._veil = Veil(parent.window())
        self.ring = Ring(self)
        self.finished.connect(self._veil.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped lines need at this width; begin at the first field."""
        self.refit()
        super().showEvent(event)
        if self.focusWidget() is None:
            self._begin()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, and stay open."""
        self.problem.set_text(sentence)
        self.problem.show()
        self.action.setEnabled(True)
        self.refit()

    def refit(self) -> None:
        """Take the height that the content needs now."""
        layout = self.layout()
        if layout is not None:
            needed = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(needed, layout.totalMinimumSize().height()))

    def busy(self) -> None:
        """Wait for the answer; nothing can be asked twice."""
        self.problem.hide()
        self.action.setEnabled(False)

    def _begin(self) -> None:
        """Focus the first field, unless the question has none; Qt would begin at the buttons.

        Qt itself walks: PySide takes what `nextInFocusChain` gives back for a child of its own.
        """
        box = self.action.parentWidget()
        for _button in (*self.findChildren(QPushButton), None):
            self.focusNextChild()
            begun = self.focusWidget()
            if begun is None or begun.parentWidget() is not box:
                return

    def _buttons(self, action: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.cancel = Button(_("Cancel"), Kind.SECONDARY)
        self.cancel.clicked.connect(self.reject)
        self.action = Button(action, Kind.PRIMARY)
        self.action.clicked.connect(self.accept)
        box.addButton(self.cancel, _ROLE.RejectRole)
        box.addButton(self.action, _ROLE.AcceptRole)
        return box
