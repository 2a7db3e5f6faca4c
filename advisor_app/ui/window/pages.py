"""The pages of the window: each is made when it is first visited, so that the window opens fast."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import About, Requests
from advisor_app.ui.window.nav_button import foot_places, places
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY, PORTFOLIO, AGENDA, SHEETS = "today", "portfolio", "agenda", "sheets"
CLIENT, SETTINGS = "client", "settings"


class Pages(QObject):
    """Makes pages, keeps them, and knows what each is called now."""

    titled = Signal(str, str)

    def __init__(
        self, shell: Shell, ask: Ask, changes: Changes, requests: Requests, today: date
    ) -> None:
        super().__init__(shell)
        self._shell, self._today = shell, today
        self._make = (ask, changes, requests)
        self._made: dict[str, Page] = {}
        self._titles: dict[tuple[str, About], str] = {}

    def page(self, name: str) -> Page:
        """The page of a name."""
        if name not in self._made:
            page = self._new(name)
            self._made[name] = page
            page.setAccessibleName(_named(name))
            self._shell.pages.addWidget(page)
            page.titled.connect(partial(self._title, name))
        return self._made[name]

    def title(self, name: str, about: About) -> str:
        """What a page is called; empty until it has said so, and each client's is its own."""
        known = self._titles.get(_titled(name, about), "")
        return known or (_named(CLIENT) if name == CLIENT else "")

    def _title(self, name: str, title: str) -> None:
        self._titles[_titled(name, self._made[name].about())] = title
        self._made[name].setAccessibleName(title)
        self.titled.emit(name, title)

    def _new(self, name: str) -> Page:
        makers: dict[str, Callable[[], Page]] = {
            TODAY: self._new_today,
            PORTFOLIO: self._new_portfolio,
            CLIENT: self._new_client,
            SETTINGS: self._new_settings,
            SHEETS: self._new_sheets,
            AGENDA: self._new_agenda,
        }
        return makers[name]()

    def _new_today(self) -> Page:
        from advisor_app.ui.pages.today.page import TodayPage

        return TodayPage(*self._make)

    def _new_portfolio(self) -> Page:
        from advisor_app.ui.pages.portfolio.page import PortfolioPage

        return PortfolioPage(*self._make)

    def _new_client(self) -> Page:
        from advisor_app.ui.pages.client.page import ClientPage

        return ClientPage(*self._make)

    def _new_settings(self) -> Page:
        from advisor_app.ui.pages.settings.page import SettingsPage

        return SettingsPage(*self._make)

    def _new_agenda(self) -> Page:
        from advisor_app.ui.pages.agenda.page import AgendaPage

        return AgendaPage(*self._make, self._today)

    def _new_sheets(self) -> Page:
        from advisor_app.ui.pages.sheets.page import SheetsPage

        return SheetsPage(*self._make, self._today)


def _titled(name: str, about: About) -> tuple[str, About]:
    """One page shows every client in turn; the others keep their title whatever they show."""
    return name, about if name == CLIENT else None


def _named(name: str) -> str:
    """What a page is called until it has said its own title."""
    known = (place.label for place in (*places(), *foot_places()) if place.name == name)
    return next(known, _("Client"))
