"""What stands inside the frame of the window."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from advisor_app.ui.parts.notices import Toast
from advisor_app.ui.parts.ring import Ring
from advisor_app.ui.parts.stack import Stack
from advisor_app.ui.theme.qt_words import speak_qt
from advisor_app.ui.window.rail import Rail
from advisor_app.ui.window.shell import Shell, of_session
from advisor_app.ui.window.status_bar import StatusBar
from advisor_app.ui.window.top_bar import TopBar


def fill(shell: Shell) -> None:
    """Put rail, bars, pages, message and focus ring into the frame; what was there goes."""
    shell.drop_session()
    speak_qt()
    shell.rail, shell.top, shell.status = Rail(), TopBar(), StatusBar()
    shell.pages = Stack()
    shell.setCentralWidget(_assembled(shell))
    shell.toast = Toast(shell)
    of_session(shell.toast)
    of_session(Ring(shell))
    shell.setFocus()


def cover(shell: Shell, screen: QWidget) -> None:
    """Put one screen over the whole frame; rail, pages and all they held are gone."""
    shell.uncover()
    speak_qt()
    shell.setCentralWidget(screen)
    of_session(Ring(shell))


def _assembled(shell: Shell) -> QWidget:
    middle = QVBoxLayout()
    middle.setContentsMargins(0, 0, 0, 0)
    middle.setSpacing(0)
    middle.addWidget(shell.top)
    middle.addWidget(shell.pages, 1)
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(shell.rail)
    across.addLayout(middle, 1)
    whole = QWidget()
    down = QVBoxLayout(whole)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    down.addLayout(across, 1)
    down.addWidget(shell.status)
    return whole
