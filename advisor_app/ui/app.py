"""Opens the window: its frame first, and everything slow after that has shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor_app.bootstrap import Services


def run(open_services: Callable[[], AbstractContextManager[Services]], log: Path) -> int:
    """Show the window until it is closed; the exit status.

    `open_services` is called on the worker thread, and closed there at the end. Reports of
    unexpected errors, without any client's data, go to the file `log`.
    """
    application = Application([], plain=True)
    shell = Shell()
    opened: list[Callable[[], None]] = []

    def begin() -> None:
        from advisor_app.ui.window.session import begin_session

        if not opened:
            opened.append(begin_session(shell, open_services, log))

    shell.framed.connect(lambda: QTimer.singleShot(0, begin))
    shell.show()
    status = application.exec()
    for close in opened:
        close()
    return status
