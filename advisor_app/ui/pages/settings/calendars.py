"""Calendars of other programs: one on a server, both ways, and files, inwards."""

from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from advisor_app.domain.busy_time import BusySource, FoundMeeting
from advisor_app.domain.calendar_sync import CalendarStanding
from advisor_app.i18n import _
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.settings.calendar_account import AccountDeeds
from advisor_app.ui.pages.settings.calendar_files import FilesCard, FoundCard
from advisor_app.ui.pages.settings.calendar_reading import FileDeeds
from advisor_app.ui.pages.settings.calendar_server import ServerCard
from advisor_app.ui.pages.settings.network import Network
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


@dataclass(frozen=True, slots=True)
class Calendars:
    """What the pane shows; times are told in `zone`."""

    standing: CalendarStanding | None
    sources: tuple[BusySource, ...]
    found: tuple[FoundMeeting, ...]
    zone: tzinfo | None
    trusts_computer: bool


class CalendarsPane(Pane):
    """Every card is made anew when something changes."""

    topics = frozenset({Topic.APPOINTMENTS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        network = Network(self, requests.bug.emit)
        self.account, self.reading = AccountDeeds(self, network), FileDeeds(self, network)
        self.account.begun.connect(self._be_busy)
        self.account.stepped.connect(self._step)
        self.reading.begun.connect(self._be_reading)
        self._shown: list[QWidget] = []
        self.held: Calendars | None = None
        self.server: ServerCard | None = None
        self.files: FilesCard | None = None
        self.found: FoundCard | None = None

    def reload(self) -> None:
        """Ask how everything stands now."""
        self.read(_gather, self._show)

    def main_action(self) -> None:
        """Synchronise, or connect a calendar: Ctrl+Enter."""
        if self.held is None:
            return
        if self.held.standing is None:
            self.account.connect_calendar()
        else:
            self.account.synchronise()

    def _show(self, held: Calendars) -> None:
        answering = self.found is not None and self.found.isAncestorOf(self._focused())
        for card in self._shown:
            card.hide()
            card.deleteLater()
        self.held = held
        discretion, trusts = self.requests.discretion, held.trusts_computer
        self.server = ServerCard(held.standing, held.zone, discretion, trusts_computer=trusts)
        self.files = FilesCard(held.sources, meetings=self.reading.meetings)
        self.found = FoundCard(held.found) if held.found else None
        self._shown = [self.server, self.files]
        if self.found is not None:
            self._shown.append(Private(self.found, _("Clients are hidden"), discretion))
            self.reading.listen_to_found(self.found)
        self.account.listen(self.server)
        self.reading.listen(self.files)
        for card in self._shown:
            self.add(card)
        if self.account.syncing.running:
            self.server.be_busy()
        if answering and self.found is not None:
            self.found.rows[0].yes.setFocus()

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _be_busy(self) -> None:
        if self.server is not None and self.account.syncing.running:
            self.server.be_busy()

    def _step(self, done: int, total: int) -> None:
        if self.server is not None:
            self.server.show_step(done, total)

    def _be_reading(self) -> None:
        if self.files is not None:
            self.files.be_busy()


def _gather(services: "Services") -> Calendars:
    from advisor_app.exchange.caldav_client import trusts_computer

    standing = services.calendar_sync.standing()
    server = standing.account.calendar if standing else None
    sources = tuple(one for one in services.busy_times.sources() if one.name != server)
    return Calendars(
        standing,
        sources,
        services.busy_times.waiting(),
        services.now().tzinfo,
        trusts_computer(),
    )
