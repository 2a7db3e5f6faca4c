"""Something to read over the window: a title, what scrolls, and a button that closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import fills_narrow
from advisor_app.ui.dialogs.veil import veil_behind
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type


class ReadingDialog(QDialog):
    """Subclasses fill `lines`; Esc closes, and the focus returns to where it was."""

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        inside = QWidget()
        self.lines = QVBoxLayout(inside)
        self.lines.setContentsMargins(0, 0, sizes.M, 0)
        self.lines.setSpacing(sizes.S)
        self.area = Scroll()
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(title)
        self.area.hold(inside)
        self._lay_out(title)
        veil_behind(self, window)
        if not fills_narrow(self, window):
            self.resize(sizes.HELP_WIDTH, min(sizes.HELP_HEIGHT, window.height() - sizes.PAGE))

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.XXL, sizes.XL, sizes.XXL, sizes.XL)
        column.setSpacing(sizes.M)
        column.addWidget(Text(title, Type.H2, wrap=True))
        column.addWidget(self.area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(_("Close"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        self.area.setFocus()
