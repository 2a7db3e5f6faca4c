"""F1: what the page in front is for, and every key that works on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.key_words import key_words
from advisor_app.ui.dialogs.frame import Veil
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.tags import Keys
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type
from advisor_app.ui.window.menus import menu_words


class HelpDialog(QDialog):
    """Sentences about the page, then the keys, menu by menu."""

    def __init__(
        self, window: QWidget, title: str, about: Sequence[str], actions: Sequence[Action]
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, sizes.M, 0)
        column.setSpacing(sizes.S)
        for sentence in about:
            column.addWidget(Text(sentence, Type.BODY, wrap=True))
        column.addLayout(_keys(actions))
        column.addStretch(1)
        area = Scroll()
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(" ".join((title, *about)))
        area.hold(inside)
        self._lay_out(title, area)
        self._veil = Veil(window)
        self.finished.connect(self._veil.deleteLater)
        self.resize(sizes.HELP_WIDTH, min(sizes.HELP_HEIGHT, window.height() - sizes.PAGE))

    def _lay_out(self, title: str, area: Scroll) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.XXL, sizes.XL, sizes.XXL, sizes.XL)
        column.setSpacing(sizes.M)
        column.addWidget(Text(title, Type.H2, wrap=True))
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(_("Close the help"), Kind.PRIMARY)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()


def _keys(actions: Sequence[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.L)
    grid.setVerticalSpacing(sizes.XS)
    grid.setColumnStretch(1, 1)
    line = 0
    for menu in Menu:
        offered = [one for one in actions if one.menu is menu and one.keys]
        if not offered:
            continue
        grid.addWidget(Text(menu_words(menu), Type.H3), line, 0, 1, 2)
        for one in offered:
            line += 1
            keys = Keys(key_words(one.keys[0]))
            grid.addWidget(keys, line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text(one.words, Type.SMALL, Tone.SECOND, wrap=True), line, 1)
        line += 1
    return grid
