"""One synchronisation, step by step: the server on the network's thread, the store on the worker."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.calendar_sync import (
    CalendarAccount,
    CalendarRefused,
    CalendarUnreachable,
    NoCalendarPassword,
    RemoteChanges,
    SyncReport,
    WhyUnreachable,
)
from advisor_app.ui.pages.settings.network import Network
from advisor_app.ui.parts.page import Ask

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.exchange.caldav_client import CalDavServer
    from advisor_app.exchange.calendar_sync import Delivery
    from advisor_app.services.calendar_sync import Outgoing


@dataclass(frozen=True, slots=True)
class Walk:
    """How far it is: the server, what is still to be sent, what was done."""

    server: "CalDavServer"
    account: CalendarAccount
    now: datetime
    left: "tuple[Outgoing, ...]" = ()
    sent: int = 0
    removed: int = 0
    read: int = 0


class Synchronising(QObject):
    """One at a time.

    `ended` gives the report, `failed` what went wrong, `stepped` how many of how many are sent,
    `password_asked` the account whose password nobody keeps, or is wrong.
    """

    ended = Signal(object)
    failed = Signal(object)
    stepped = Signal(int, int)
    password_asked = Signal(str)

    def __init__(self, owner: QObject, ask: Ask, network: Network) -> None:
        super().__init__(owner)
        self._ask, self._network = ask, network
        self._walk: Walk | None = None
        self.running, self._stopped = False, False

    def start(self, password: str | None = None) -> None:
        """Begin, with a password where no keyring keeps one."""
        if self.running:
            return
        self.running, self._stopped = True, False

        def begin(found: tuple[CalendarAccount, datetime]) -> None:
            self._reach(*found, password)

        self._ask(self, _account, begin, self._fail)

    def stop(self) -> None:
        """Send nothing more; what is left waits for the next time."""
        self._stopped = True

    def _reach(self, account: CalendarAccount, now: datetime, password: str | None) -> None:
        def work() -> "tuple[CalDavServer, RemoteChanges]":
            from advisor_app.exchange.calendar_password import keep_password

            server = server_of(account, password)
            changes = server.changes(account.calendar, account.token)
            if password is not None:
                keep_password(account.address, account.account, password)
            return server, changes

        def reached(found: "tuple[CalDavServer, RemoteChanges]") -> None:
            server, changes = found
            self._walk = Walk(server, account, now, read=len(changes.entries))
            self._take_in(changes)

        def failed(error: Exception) -> None:
            if isinstance(error, CalendarRefused):
                self._broken(error)
            if isinstance(error, (CalendarRefused, NoCalendarPassword)):
                self.running = False
                self.password_asked.emit(account.account)
            else:
                self._fail(error)

        self._network.run(self, work, reached, failed)

    def _take_in(self, changes: RemoteChanges) -> None:
        def work(services: "Services") -> "tuple[Outgoing, ...]":
            from advisor_app.exchange.calendar_sync import take_in

            take_in(services.calendar_sync, services.busy_times, changes)
            return services.calendar_sync.waiting()

        def done(waiting: "tuple[Outgoing, ...]") -> None:
            if self._walk is not None:
                self._walk = replace(self._walk, left=waiting)
            self._send_next()

        self._ask(self, work, done, self._fail)

    def _send_next(self) -> None:
        walk = self._walk
        if walk is None or not walk.left or self._stopped:
            self._end(reached=True)
            return
        one = walk.left[0]
        done = walk.sent + walk.removed
        self.stepped.emit(done, done + len(walk.left))

        def work() -> "Delivery":
            from advisor_app.exchange.calendar_sync import deliver

            return deliver(walk.server, walk.account.calendar, one, walk.now)

        self._network.run(self, work, self._record, self._fail)

    def _record(self, delivery: "Delivery") -> None:
        def work(services: "Services") -> bool:
            from advisor_app.exchange.calendar_sync import record

            return record(services.calendar_sync, services.busy_times, delivery)

        def done(stands: bool) -> None:
            walk = self._walk
            if walk is not None:
                put = delivery.one.entry is not None
                self._walk = replace(
                    walk,
                    left=walk.left[1:],
                    sent=walk.sent + (stands and put),
                    removed=walk.removed + (stands and not put),
                )
            self._send_next()

        self._ask(self, work, done, self._fail)

    def _end(self, *, reached: bool) -> None:
        walk, self._walk = self._walk, None
        sent, removed, read = (walk.sent, walk.removed, walk.read) if walk else (0, 0, 0)

        def work(services: "Services") -> SyncReport:
            sync = services.calendar_sync
            conflicts, waiting = len(sync.conflicts()), len(sync.waiting())
            return SyncReport(sent, removed, read, conflicts, waiting, reached)

        def done(report: SyncReport) -> None:
            self.running = False
            self.ended.emit(report)

        self._ask(self, work, done, self._broken)

    def _fail(self, error: Exception) -> None:
        """Without a network nothing is lost, and the report says what waits."""
        if isinstance(error, CalendarUnreachable) and error.why is WhyUnreachable.NO_ANSWER:
            self._end(reached=False)
        else:
            self._broken(error)

    def _broken(self, error: Exception) -> None:
        self._walk, self.running = None, False
        self.failed.emit(error)


def server_of(account: CalendarAccount, password: str | None) -> "CalDavServer":
    """The server of an account, with its password from the keyring unless it is given."""
    from advisor_app.exchange.caldav_client import CalDavServer
    from advisor_app.exchange.calendar_password import kept_password

    known = password or kept_password(account.address, account.account)
    return CalDavServer(account.address, account.account, known)


def _account(services: "Services") -> tuple[CalendarAccount, datetime]:
    return services.calendar_sync.account(), services.now()
