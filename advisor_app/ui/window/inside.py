"""What stands inside the frame of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor_app.ui.parts.notices import Toast
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
    shell.pages = QStackedWidget()
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


class Ring(QFocusFrame):
    """The ring around what the keyboard reached; lists show their own row."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        shown = now is not None and self._shell.isAncestorOf(now) and rings(now)
        self.setWidget(now if shown and now is not None else None)  # type: ignore[arg-type] # None takes the ring away


def rings(widget: QWidget) -> bool:
    """Whether the focus of this widget is shown by the ring."""
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and not widget.property("own_ring")
