"""Opens the window: its frame first, and everything slow after that has shown."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from advisor_app.i18n import set_language
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import keep_look, read_look
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.ui.theme.look import Look


def run(
    open_services: Callable[[], AbstractContextManager[Services]],
    folder: Path,
) -> int:
    """Show the window until it is closed; the exit status.

    `open_services` is called on the worker thread, and closed there at the end. The folder keeps
    how the user likes the window, and reports of unexpected errors, without any client's data.
    """
    kept = folder / "window.json"
    look = read_look(kept)
    if look.language is not None:
        set_language(look.language)
    application = Application([], plain=True, look=look)
    application.worn.connect(lambda: _keep(kept, application.look))
    shell = Shell()
    opened: list[Callable[[], None]] = []

    def begin() -> None:
        from advisor_app.ui.window.session import begin_session

        if not opened:
            opened.append(begin_session(shell, open_services, folder / "mistakes.log"))

    shell.framed.connect(lambda: QTimer.singleShot(0, begin))
    shell.show()
    status = application.exec()
    for close in opened:
        close()
    return status


def _keep(path: Path, look: Look) -> None:
    """A look that cannot be kept still holds until the window closes."""
    with contextlib.suppress(OSError):
        keep_look(path, look)
