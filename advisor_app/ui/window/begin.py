"""Begins the session of a window, with its reporter and its way to end."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from advisor_app.ui.errors import Reporter
from advisor_app.ui.window.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor_app.ui.window.door import Door
    from advisor_app.ui.window.shell import Shell


def begin_session(shell: Shell, door: Door, log: Path) -> Callable[[], None]:
    """Open the store on the worker while the window is dressed; gives back how to close both."""
    reporter = Reporter(log, lambda: datetime.now(UTC))
    reporter.install()
    close_on_interrupt(shell)
    session = Session(shell, door, reporter)
    session.begin()

    def close() -> None:
        session.leave()
        reporter.close()

    return close


def close_on_interrupt(shell: Shell) -> None:
    """Let Ctrl+C in a terminal close the window as its own button does; the store closes too."""
    signal.signal(signal.SIGINT, lambda _number, _frame: shell.close())
