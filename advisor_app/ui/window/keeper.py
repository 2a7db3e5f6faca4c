"""Makes a backup every half hour in which somebody worked, and reminds of one elsewhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from advisor_app.domain.backups import INTERVAL_MINUTES
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_INTERVAL = INTERVAL_MINUTES * 60_000
# The reminder waits until the first page has been read.
_SOON = 20_000


class Keeper(QObject):
    """Works silently; only what went wrong is said, and once a session that a copy is wanted."""

    def __init__(self, parent: QObject, ask: Ask, requests: Requests) -> None:
        super().__init__(parent)
        self._ask, self._requests = ask, requests
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.make)
        self._timer.start(_INTERVAL)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._soon.start(_SOON)

    def make(self) -> None:
        """Make a backup, where anything was done since the last."""
        self._ask(self, make_backup, self._made, self._failed)

    def look(self) -> None:
        """Remind of a copy outside this computer."""
        self._ask(self, wants_copy, self._remind, self._failed)

    def _remind(self, wanted: bool) -> None:
        if wanted:
            self._requests.say(
                _("No backup outside this computer for two weeks: Settings, Backups makes one.")
            )

    def _made(self, _name: str | None) -> None:
        """All is well, and nobody needs to know."""

    def _failed(self, error: Exception) -> None:
        from advisor_app.i18n.wording import sentence

        if not isinstance(error, TeteATeteError):
            self._requests.bug.emit(error)
            return
        words = _("The backup could not be made. {why}")
        self._requests.say(words.format(why=sentence(error)))


def make_backup(services: "Services") -> str | None:
    """On the worker."""
    return services.backups.make()


def wants_copy(services: "Services") -> bool:
    """On the worker; the demonstration's invented clients are worth no reminder."""
    return services.backups.state().remind and not services.setup.has_own_day()
