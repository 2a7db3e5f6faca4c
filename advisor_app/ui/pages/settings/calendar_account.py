"""What is done with the calendar on a server: connected, synchronised, chosen about, let go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from advisor_app.domain.calendar_sync import FoundCalendar, SyncReport
from advisor_app.i18n import _
from advisor_app.i18n.sync_words import report_lines
from advisor_app.ui.dialogs.calendar_account import (
    AccountAsker,
    CalendarAccountDialog,
    CalendarLogin,
    CalendarPasswordDialog,
)
from advisor_app.ui.pages.settings.calendar_server import ServerCard
from advisor_app.ui.pages.settings.calendar_told import BUSY, CalendarDeeds
from advisor_app.ui.pages.settings.network import Network
from advisor_app.ui.pages.settings.synchronising import Synchronising
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.calendar_choices import SettledConflict


class AccountDeeds(CalendarDeeds):
    """`begun` says that a synchronisation runs, `stepped` how many of how many are sent."""

    begun = Signal()
    stepped = Signal(int, int)

    def __init__(self, pane: Page, network: Network) -> None:
        super().__init__(pane, network)
        self.syncing = Synchronising(self, pane.ask, network)
        self.syncing.ended.connect(self._told)
        self.syncing.failed.connect(self.refused)
        self.syncing.password_asked.connect(self._ask_password)
        self.syncing.stepped.connect(self.stepped)

    def listen(self, card: ServerCard) -> None:
        """Do what the card asks."""
        card.connect_asked.connect(self.connect_calendar)
        card.disconnect_asked.connect(self.leave)
        card.sync_asked.connect(self.synchronise)
        card.stop_asked.connect(self.syncing.stop)
        card.kept.connect(self.keep)

    def connect_calendar(self) -> None:
        """Ask where the calendar is, and connect it."""
        CalendarAccountDialog(self.pane.window(), AccountAsker(self._look, self._take)).open()

    def synchronise(self, password: str | None = None) -> None:
        """Read and send; with a password where nobody keeps one."""
        self.syncing.start(password or None)
        self.begun.emit()

    def leave(self) -> None:
        """Let go of the calendar and of its password."""

        def work(services: "Services") -> tuple[str, str]:
            account = services.calendar_sync.account()
            services.calendar_sync.disconnect()
            return account.address, account.account

        def done(whose: tuple[str, str]) -> None:
            def forget() -> None:
                from advisor_app.exchange.calendar_password import forget_password

                forget_password(*whose)

            words = _("The calendar is no longer connected; what was sent to it stays there.")
            self.network.run(self, forget, lambda _nothing: None, self.refused)
            self.changed(words, BUSY)

        self.pane.ask(self.pane, work, done, self.refused)

    def keep(self, ref: str, mine: bool) -> None:
        """Choose the side that holds for an appointment."""

        def work(services: "Services") -> "SettledConflict":
            choices = services.calendar_choices
            return (choices.keep_mine if mine else choices.keep_theirs)(ref)

        def undo(services: "Services", settled: "SettledConflict") -> None:
            services.calendar_choices.take_back(settled)

        words = (
            _("The appointment stays as it is here; it is sent next time.")
            if mine
            else _("The appointment is now as it stands in your calendar.")
        )
        self.do(work, words, BUSY, undo)

    def _look(self, dialog: CalendarAccountDialog, login: CalendarLogin) -> None:
        def work() -> tuple[FoundCalendar, ...]:
            from advisor_app.exchange.caldav_client import CalDavServer

            server = CalDavServer(login.address, login.account, login.password)
            return server.find_calendars()

        self.network.run(
            dialog, work, dialog.show_calendars, lambda error: dialog.refuse(self.said(error))
        )

    def _take(
        self, dialog: CalendarAccountDialog, login: CalendarLogin, chosen: FoundCalendar
    ) -> None:
        def work(services: "Services") -> None:
            services.calendar_sync.connect(login.address, login.account, chosen.address)

        def connected(_nothing: None) -> None:
            dialog.done_well()
            # The first synchronisation proves the password, and the keyring keeps it then.
            self.synchronise(login.password)
            self.pane.reload()

        self.pane.ask(dialog, work, connected, lambda error: dialog.refuse(self.said(error)))

    def _ask_password(self, account: str) -> None:
        self.pane.reload()
        CalendarPasswordDialog(self.pane.window(), account, self.synchronise).open()

    def _told(self, report: SyncReport) -> None:
        """A synchronisation is no act of the advisor's: what was done before it can be undone."""
        self.pane.requests.say(" ".join(report_lines(report)))
        self.tell(BUSY)
