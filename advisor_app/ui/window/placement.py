"""Where the window stands: as it was left, or as large as the screen allows the first time."""

import contextlib
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize

from advisor_app.ui.theme import sizes
from advisor_app.ui.window.shell import Shell


def show_where_left(shell: Shell, path: Path) -> None:
    """Show the window as a file says that it was left, and keep in it how it is left this time.

    A file that is missing or has no meaning makes a first time, and so does a screen of quite
    another width: Qt refuses what was left on it.
    """
    shell.closing.connect(partial(_keep, shell, path))
    if shell.restoreGeometry(_left(path)) or not is_cramped(shell.screen().availableSize()):
        shell.show()
    else:
        shell.showMaximized()


def is_cramped(available: QSize) -> bool:
    """Whether a screen has room for the least window, but not for the one designed and its frame.

    What has no room for the least is no screen that somebody sits at: Qt says 800 by 800 where it
    draws without any.
    """
    least, designed = QSize(*sizes.WINDOW_MIN), QSize(*sizes.WINDOW) + QSize(*sizes.FRAME)
    return least.boundedTo(available) == least and designed.boundedTo(available) != designed


def _left(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(shell: Shell, path: Path) -> None:
    """A place that cannot be kept is a first time again."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shell.saveGeometry().data())
