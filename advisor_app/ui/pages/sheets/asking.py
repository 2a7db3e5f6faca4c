"""Papers that the page itself asks for: the manager's report, an invitation to an event."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.kpis.asked import ReportOf
from advisor_app.domain.people import Person, of_age
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.event_invitation import EventInvitationDialog
from advisor_app.ui.dialogs.report import ReportDialog, report_title
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.client_choice import Finder
from advisor_app.ui.parts.page import Page
from advisor_app.ui.parts.papers_asked import InvitationsAsked, OtherPapers
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.tasks import Asked

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.client_events import ClientEvent
    from advisor_app.domain.search import Found


class PapersToAsk:
    """Asks over the page, and shows the answer with `show`; `button` opens what there is."""

    def __init__(self, page: Page, today: date, show: Callable[[OtherPapers], None]) -> None:
        self._page, self._today, self._show = page, today, show
        self._found: dict[str, Whom] = {}
        self.button = Button(
            _("Other papers"), Kind.SECONDARY, icon="file-text", icon_after="chevron-down"
        )
        self.button.clicked.connect(self.open_menu)

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for: the menu of the button, and Ctrl+K."""
        report, invitation = _("Manager's report…"), _("Invitation to an event…")
        return (
            Action(report, Menu.FILE, self.ask_report, icon="building-2", group=1),
            Action(invitation, Menu.FILE, self.ask_invitation, icon="ticket", group=1),
        )

    def open_menu(self) -> QMenu:
        """Open them below the button."""
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.actions():
            menu.addAction(one.words).triggered.connect(lambda _on=False, do=one.deed: do())
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        return menu

    def ask_report(self) -> None:
        """Ask of whom, of which days and what for; then show the report."""
        page = self._page

        def ask(whose: tuple[ReportOf, ...]) -> None:
            ReportDialog(page.window(), whose, self._today, self._show).open()

        read = Read(lambda services: services.kpi_reports.whose(), ask, page.requests.failed.emit)
        ask_when_read(page, page.window(), report_title(), page.ask, read)

    def ask_invitation(self) -> None:
        """Ask whom, and to what; then show the letter."""

        def answer(event: "ClientEvent", ref: str) -> None:
            self._show(InvitationsAsked((self._found[ref],), event))

        window, finder = self._page.window(), Finder(self._find, self._page.requests.discretion)
        EventInvitationDialog(window, self._today, answer, finder=finder).open()

    def _find(
        self,
        owner: QWidget,
        words: str,
        show: Callable[[list[Person]], None],
        missed: Callable[[Exception], None],
    ) -> Asked:
        """Find clients by words, and remember the household of each."""

        def work(services: "Services") -> "Found":
            return services.search.find(words)

        def hear(found: "Found") -> None:
            people: list[Person] = []
            for one in found.clients:
                adults = of_age(one.clients, self._today)
                whom = Whom(one.key, joint_name(one.clients), adults)
                self._found |= dict.fromkeys(whom.refs, whom)
                people += adults
            show(people)

        def failed(error: Exception) -> None:
            missed(error)
            self._page.requests.failed.emit(error)

        return self._page.ask(owner, work, hear, failed)
