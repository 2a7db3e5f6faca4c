"""What the session has done elsewhere: on the worker, or in a turn of its own."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from advisor_app.domain.errors import TeteATeteError
from advisor_app.ui.window.instance import claimed

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.domain.codes import Language
    from advisor_app.ui.window.door import Opener
    from advisor_app.ui.window.facts import WindowFacts


@contextlib.contextmanager
def open_after(before: threading.Thread | None, path: Path, opener: Opener) -> Iterator[Services]:
    """Open the store when whoever had it open here before has closed it."""
    if before is not None:
        before.join()
    with claimed(path), opener() as services:
        yield services


def import_first_page() -> None:
    """Import what the first page needs, in a turn of its own."""
    import_module("advisor_app.ui.window.desktop")
    import_module("advisor_app.ui.window.facts")
    import_module("advisor_app.ui.pages.today.page")


def import_guard() -> None:
    """Import what watches the desk, in a turn of its own: buses and sockets take a while."""
    import_module("advisor_app.ui.window.guard")
    if sys.platform.startswith("linux"):
        import_module("advisor_app.ui.window.computer_lock")


def ask_facts(services: Services) -> WindowFacts:
    """Gather what the frame shows."""
    from advisor_app.ui.window.facts import gather

    return gather(services)


def cut_short(services: Services) -> None:
    """End what the worker reads, which nobody waits for any more; called on another thread."""
    services.cut_short()


def leave_ready(services: Services) -> None:
    """Make a backup, and the page of the day again where a deed made the kept one old.

    Without room for a backup the store still closes: the next start says so.
    """
    from advisor_app.ui.pages.today.wording import keep_page
    from advisor_app.ui.window.facts import gather, keep_frame

    with contextlib.suppress(TeteATeteError):
        services.backups.make()
    if services.advisor is not None and not services.kept_pages.are_kept():
        keep_frame(services, gather(services))
        keep_page(services)


def left(_nothing: None) -> None:
    """Nothing follows: the next start shows it."""


def untold(_error: Exception) -> None:
    """Nobody is told: what was asked for before says what is wrong."""


def speak(chosen: Language, services: Services) -> None:
    """Keep the language of the store, and speak it from now on."""
    services.setup.choose_language(chosen)
    services.language = chosen
