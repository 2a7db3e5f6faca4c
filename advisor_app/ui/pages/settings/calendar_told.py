"""What the deeds of the calendars' pane share: what changed is told, what was refused is said."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Topic
from advisor_app.ui.pages.settings.network import Network
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services

BUSY = (Topic.HOURS, Topic.APPOINTMENTS)


class CalendarDeeds(QObject):
    """Asks the services and servers for one pane."""

    def __init__(self, pane: Page, network: Network) -> None:
        super().__init__(pane)
        self.pane, self.network = pane, network

    def do(
        self,
        work: "Callable[[Services], Any]",
        words: str,
        topics: tuple[Topic, ...],
        undo: "Callable[[Services, Any], object] | None" = None,
    ) -> None:
        """Do something on the worker, and say that it is done; `undo` takes what it gave back."""

        def done(result: object) -> None:
            if undo is None:
                self.changed(words, topics)
            else:
                self.changed(words, topics, lambda services: undo(services, result))

        self.pane.ask(self.pane, work, done, self.refused)

    def changed(
        self,
        words: str,
        topics: tuple[Topic, ...],
        undo: "Callable[[Services], object] | None" = None,
    ) -> None:
        """Say what was done, with the way back where there is one; the pane shows it."""

        def take_back(work: "Callable[[Services], object]") -> None:
            self.pane.ask(self.pane, work, lambda _done: self.tell(topics), self.refused)

        if undo is None:
            self.pane.requests.say_final(words)
        else:
            self.pane.requests.say(words, lambda: take_back(undo))
        self.tell(topics)

    def tell(self, topics: tuple[Topic, ...]) -> None:
        """Let every page, and this pane, show what changed."""
        if topics:
            self.pane.changes.tell(*topics)
        if not self.pane.topics & set(topics):
            self.pane.reload()

    def refused(self, error: Exception) -> None:
        """Say why something was not done; the pane shows what is so."""
        self.pane.requests.refused.emit(self.said(error))
        self.pane.reload()

    def said(self, error: Exception) -> str:
        """Why something was not done."""
        if isinstance(error, TeteATeteError):
            return sentence(error)
        self.pane.requests.bug.emit(error)
        return _("Something went wrong. Nothing was saved.")
