"""Opens the window over a store, and prints what its worker imported that names Qt too early.

    python tests/ui/worker_imports.py STORE

Ends once the last page has been made ready; a process of its own, because imports happen once.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QTimer

from advisor_app.bootstrap import Services, services_of
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.errors import Reporter
from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

LAST_PAGE = "advisor_app.ui.pages.settings.page"
LAST_TYPE = ("PySide6.QtPrintSupport", "QPrinterInfo")
early: list[str] = []


def note(event: str, told: tuple[object, ...]) -> None:
    """An import on the worker before every type of Qt was made."""
    if event == "import" and threading.current_thread().name == "worker":
        module, kind = LAST_TYPE
        if kind not in vars(sys.modules.get(module, object)):
            early.append(str(told[0]))


def names_qt(name: str) -> bool:
    """Whether a module's own lines import from PySide6; a part of PySide6 itself does, too."""
    spec = find_spec(name)
    if name.startswith("PySide6") or spec is None or spec.origin is None:
        return name.startswith("PySide6")
    return spec.origin.endswith(".py") and "PySide6" in Path(spec.origin).read_text("utf-8")


def main() -> None:
    """Work in the window until the last page could open."""
    path = Path(sys.argv[1])

    @contextmanager
    def opened() -> Iterator[Services]:
        store = open_store_with_key(path, StoreKey(b"k" * 32, b"s" * 16))
        yield services_of(store, "A01")
        store.close()

    application = Application([])
    shell = Shell()
    reporter = Reporter(path.with_name("reports.txt"), lambda: datetime.now(UTC))
    session = Session(shell, Door(path, opened, "A01"), reporter)
    sys.addaudithook(note)
    shell.show()
    session.begin()
    look = QTimer(shell)
    look.timeout.connect(lambda: LAST_PAGE in sys.modules and application.quit())
    look.start(20)
    application.exec()
    session.end()
    # Only what Qt has no hand in is left to look up, so that nothing is imported by looking.
    sys.stdout.write("\n".join(name for name in early if names_qt(name)))


main()
