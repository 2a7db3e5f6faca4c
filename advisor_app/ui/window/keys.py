"""The keyboard map (DESIGN.md, section 4), as far as what it does works."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_app.ui.window.shell import of_session

Deed = Callable[[], None]


def bind(window: QWidget, deeds: Iterable[tuple[str, Deed]]) -> list[QShortcut]:
    """Let keys do things anywhere in the window."""
    made = []
    for keys, deed in deeds:
        shortcut = QShortcut(QKeySequence(keys), window)
        of_session(shortcut)
        shortcut.activated.connect(deed)
        made.append(shortcut)
    return made
