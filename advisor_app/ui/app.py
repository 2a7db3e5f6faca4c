"""Opens the window: its frame first, and everything slow after that has shown."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from advisor_app.i18n import set_language
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import keep_look, read_look
from advisor_app.ui.window.placement import show_where_left
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor_app.ui.theme.look import Look
    from advisor_app.ui.window.door import Door


def run(
    door: Door,
    folder: Path,
) -> int:
    """Show the window until it is closed; the exit status.

    The door is opened on the worker thread, and closed there at the end. The folder keeps how
    the user likes the window, and reports of unexpected errors, without any client's data.
    """
    kept = folder / "window.json"
    liked = read_look(kept)
    if liked.language is not None:
        set_language(liked.language)
    application = Application([], plain=True, look=liked)
    application.worn.connect(lambda: _keep(kept, application.look))
    shell = Shell()
    opened: list[Callable[[], None]] = []

    def begin() -> None:
        from advisor_app.ui.window.begin import begin_session

        if not opened:
            opened.append(begin_session(shell, door, folder / "mistakes.log"))

    shell.framed.connect(lambda: QTimer.singleShot(0, begin))
    show_where_left(shell, folder / "window.place")
    status = application.exec()
    for close in opened:
        close()
    return status


def _keep(path: Path, look: Look) -> None:
    """A look that cannot be kept still holds until the window closes."""
    with contextlib.suppress(OSError):
        keep_look(path, look)
