"""A picture of "Today" without a screen, for machines that have none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QSize

from advisor_app.i18n import set_language
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.facts import gather, show_facts
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from advisor_app.bootstrap import Services
    from advisor_app.ui.window.routes import Route

T = TypeVar("T")
_ROUNDS = 5


def grab(
    services: Services,
    path: Path,
    size: tuple[int, int] = sizes.WINDOW,
    route: Route | None = None,
) -> None:
    """Write a PNG of a page, the first one unless told; OSError where it cannot be written.

    Everything is asked at once and on the spot: nothing else happens in this process.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Application.instance() or Application([])

    facts = gather(services)
    if facts.language is not None:
        set_language(facts.language)
    shell = Shell()
    try:
        shell.rebuild()
        shell.resize(QSize(*size))
        desktop = Desktop(shell, Here(services), facts.today)
        show_facts(shell, facts)
        shell.show()
        if route is not None:
            desktop.go(route)
        for _round in range(_ROUNDS):
            application.processEvents()
        if not shell.grab().save(str(path), "PNG"):
            raise OSError(str(path))
    finally:
        # Its timers would go on asking, on this thread and of services that are closed.
        shiboken6.delete(shell)


class Here:
    """Asks on the spot, on this thread."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(
        self,
        owner: QObject,  # noqa: ARG002 nobody leaves while a picture is taken
        work: Callable[[Services], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,  # noqa: ARG002 a failure ends the picture
    ) -> Asked:
        """Do the work, then what follows."""
        done(work(self._services))
        return Asked(answered=True)
