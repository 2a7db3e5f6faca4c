"""F1: what the page in front is for, and every key that works on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.i18n.key_words import key_words
from advisor_app.ui.dialogs.reading import ReadingDialog
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.tags import Keys
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type
from advisor_app.ui.window.menus import menu_words


class HelpDialog(ReadingDialog):
    """Sentences about the page, then the keys, menu by menu."""

    def __init__(
        self, window: QWidget, title: str, about: Sequence[str], actions: Sequence[Action]
    ) -> None:
        super().__init__(window, title)
        for sentence in about:
            self.lines.addWidget(Text(sentence, Type.BODY, wrap=True))
        self.area.setAccessibleDescription(" ".join(about))
        self.lines.addLayout(_keys(actions))
        self.lines.addStretch(1)


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
