"""Makes a backup every half hour in which somebody worked, and reminds of one elsewhere."""

import contextlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advisor_app.domain.backups import INTERVAL_MINUTES
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services

_INTERVAL = INTERVAL_MINUTES * 60_000
# The reminder waits until the first page has been read.
_SOON = 20_000


class Keeper(QObject):
    """Works silently; only what went wrong is said, and once a session that a copy is wanted."""

    _copied = Signal(object)

    def __init__(self, parent: QObject, ask: Ask, requests: Requests) -> None:
        super().__init__(parent)
        self._ask, self._requests = ask, requests
        self._copied.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.make)
        self._timer.start(_INTERVAL)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._soon.start(_SOON)

    def make(self) -> None:
        """Make a backup, where anything was done since the last.

        A large store takes seconds to copy: that has a thread of its own, and the worker answers
        meanwhile.
        """
        self._ask(self, due_copy, self._begin, self._failed)

    def _begin(self, copy: "Callable[[], str] | None") -> None:
        if copy is not None:
            threading.Thread(target=self._copy, args=(copy,), name="backup", daemon=True).start()

    def _copy(self, copy: "Callable[[], str]") -> None:
        copied = _outcome(copy)
        # Where the window was made anew meanwhile, the next backup puts this one on the trail.
        with contextlib.suppress(RuntimeError):
            self._copied.emit(copied)

    def _keep(self, copied: "str | Exception") -> None:
        if isinstance(copied, Exception):
            self._failed(copied)
            return
        self._ask(self, lambda services: services.backups.keep(copied), self._made, self._failed)

    def look(self) -> None:
        """Remind of a copy outside this computer."""
        self._ask(self, wants_copy, self._remind, self._failed)

    def _remind(self, wanted: bool) -> None:
        if wanted:
            self._requests.say(
                _("No backup outside this computer for two weeks: Settings, Backups makes one.")
            )

    def _made(self, _nothing: None) -> None:
        """All is well, and the line at the bottom says when."""
        self._requests.backed_up.emit()

    def _failed(self, error: Exception) -> None:
        from advisor_app.i18n.wording import sentence

        if not isinstance(error, TeteATeteError):
            self._requests.bug.emit(error)
            return
        words = _("The backup could not be made. {why}")
        self._requests.refused.emit(words.format(why=sentence(error)))


def _outcome(copy: "Callable[[], str]") -> "str | Exception":
    try:
        return copy()
    except Exception as error:  # noqa: BLE001 the GUI thread words it or reports it
        return error


def due_copy(services: "Services") -> "Callable[[], str] | None":
    """On the worker: how to copy the store, where that is due."""
    return services.backups.copy if services.backups.is_due() else None


def wants_copy(services: "Services") -> bool:
    """On the worker; the demonstration's invented clients are worth no reminder."""
    return services.backups.state().remind and not services.setup.has_own_day()
