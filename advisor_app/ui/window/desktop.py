"""The window at work: it opens pages, answers their requests, and listens to the keyboard."""

from datetime import date
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import Filter, Requests, SettingsAt
from advisor_app.ui.window.keys import TEXT_KEYS, Deed, bind, resize_text
from advisor_app.ui.window.rail import foot_places, places
from advisor_app.ui.window.routes import Route, Trail
from advisor_app.ui.window.shell import Shell, of_session

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key
    from advisor_app.ui.window.counter import Counter

TODAY, PORTFOLIO, SHEETS, CLIENT = "today", "portfolio", "sheets", "client"
SETTINGS = "settings"


class Desktop(QObject):
    """Pages in a shell; `today` is the store's day."""

    bug = Signal(object)
    speak = Signal(str)

    def __init__(self, shell: Shell, ask: Ask, today: date, first: Route | None = None) -> None:
        super().__init__(shell)
        of_session(self)
        self.shell = shell
        self._ask, self._today = ask, today
        self._changes, self._requests = Changes(), Requests()
        self._pages: dict[str, Page] = {}
        self._titles: dict[str, str] = {}
        self._trail = Trail()
        self._listen()
        self._keys = bind(shell, self._deeds())
        self.go(first or Route(TODAY))
        ask(self, _count_clients, partial(shell.rail.count, PORTFOLIO))
        ask(self, _import_questions, _ready)

    def go(self, route: Route) -> None:
        """Visit a page."""
        self._trail.go(route)
        self._show(route)

    def search(self) -> None:
        """Open the search: Ctrl+K."""
        from advisor_app.ui.window.palette import Palette

        palette = Palette(self.shell, self._ask, self._requests, self._today)
        palette.show()
        palette.field.setFocus()

    def route(self) -> Route:
        """Where the window is: the page in front, and what it is about."""
        at = self._trail.visited[self._trail.place]
        return Route(at.page, self.page().about() or at.about)

    def page(self) -> Page:
        """The page in front."""
        return self._page(self._trail.visited[self._trail.place].page)

    def _page(self, name: str) -> Page:
        """A page; it is made when it is first visited, so that the window opens quickly."""
        if name not in self._pages:
            page = self._made(name)
            self._pages[name] = page
            page.setAccessibleName(_named(name))
            self.shell.pages.addWidget(page)
            page.titled.connect(partial(self._title, name))
        return self._pages[name]

    @cached_property
    def _counter(self) -> "Counter":
        """Who asks the questions; imported with every dialog, and so after the first page."""
        from advisor_app.ui.window.counter import Counter

        return Counter(self.shell, self._ask, self._changes, self._requests, self._today)

    def _put(self, question: str, *about: object) -> None:
        getattr(self._counter, question)(*about)

    def _made(self, name: str) -> Page:
        made = (self._ask, self._changes, self._requests)
        match name:
            case "today":
                from advisor_app.ui.pages.today.page import TodayPage

                return TodayPage(*made)
            case "portfolio":
                from advisor_app.ui.pages.portfolio.page import PortfolioPage

                return PortfolioPage(*made)
            case "client":
                from advisor_app.ui.pages.client.page import ClientPage

                return ClientPage(*made)
            case "settings":
                from advisor_app.ui.pages.settings.page import SettingsPage

                return SettingsPage(*made)
            case _:
                from advisor_app.ui.pages.sheets.page import SheetsPage

                return SheetsPage(*made, self._today)

    def _show(self, route: Route) -> None:
        page = self._page(route.page)
        self.shell.pages.setCurrentWidget(page)
        self.shell.rail.mark(PORTFOLIO if route.page == CLIENT else route.page)
        page.show_about(route.about)
        before = self._trail.before()
        back = "" if before is None or route.page != CLIENT else self._titles.get(before.page, "")
        self.shell.top.show_way_back(back)
        if route.page in self._titles:
            self.shell.name_page(self._titles[route.page])

    def _title(self, name: str, title: str) -> None:
        self._titles[name] = title
        self._pages[name].setAccessibleName(title)
        if self.page() is self._pages.get(name):
            self.shell.name_page(title)

    def _listen(self) -> None:
        shell, requests = self.shell, self._requests
        shell.rail.chosen.connect(lambda name: self.go(Route(name)))
        shell.top.search.clicked.connect(self.search)
        shell.top.back.clicked.connect(lambda: self._step(-1))
        shell.top.propose.clicked.connect(self._propose)
        requests.open_client.connect(self._open_client)
        requests.open_portfolio.connect(self._open_portfolio)
        requests.open_sheets.connect(lambda asked: self.go(Route(SHEETS, asked)))
        requests.print_sheet.connect(lambda whom: self.go(Route(SHEETS, (whom,))))
        requests.print_several.connect(lambda chosen: self.go(Route(SHEETS, chosen)))
        for signal, question in (
            (requests.propose, "propose"),
            (requests.note_contact, "note"),
            (requests.write_up, "write_up"),
            (requests.later, "later"),
            (requests.dismiss, "dismiss"),
            (requests.explain, "explain"),
            (requests.failed, "failed"),
        ):
            signal.connect(partial(self._put, question))
        requests.open_settings.connect(lambda name: self.go(Route(SETTINGS, SettingsAt(name))))
        requests.speak.connect(self.speak)
        requests.bug.connect(self.bug)
        requests.notify.connect(shell.toast.show_message)

    def _deeds(self) -> list[tuple[str, Deed]]:
        deeds: list[tuple[str, Deed]] = [
            (keys, partial(self.go, Route(place.name)))
            for place in (*places(), *foot_places())
            for keys in place.keys
        ]
        return [
            *deeds,
            ("Ctrl+K", self.search),
            ("Ctrl+P", lambda: self.page().print_now()),
            ("Ctrl+R", self._note),
            ("Ctrl+N", self._propose),
            ("Ctrl+Return", lambda: self.page().main_action()),
            ("Ctrl+F", self._filter),
            ("F5", lambda: self.page().reload()),
            ("Ctrl+Z", self.shell.toast.take_back),
            *((keys, partial(resize_text, by)) for keys, by in TEXT_KEYS),
            ("Alt+Left", lambda: self._step(-1)),
            ("Alt+Right", lambda: self._step(1)),
            ("Ctrl+Q", self._close),
        ]

    def _close(self) -> None:
        self.shell.close()

    def _step(self, by: int) -> None:
        route = self._trail.step(by)
        if route is not None:
            self._show(route)

    def _open_client(self, key: "Key") -> None:
        self.go(Route(CLIENT, key))

    def _open_portfolio(self, asked: Filter) -> None:
        self.go(Route(PORTFOLIO, asked))

    def _filter(self) -> None:
        if self._trail.visited[self._trail.place].page != PORTFOLIO:
            self.go(Route(PORTFOLIO))
        self.page().narrow()

    def _propose(self) -> None:
        self._for_whom(self._requests.propose)

    def _note(self) -> None:
        self._for_whom(self._requests.note_contact)

    def _for_whom(self, signal: object) -> None:
        whom = self.page().whom()
        if whom is None:
            self._requests.say(_("Choose a client first."))
            return
        signal.emit(whom)  # type: ignore[attr-defined] # a bound signal, whose type PySide hides


def _named(name: str) -> str:
    """What a page is called until it has said its own title."""
    return next((place.label for place in places() if place.name == name), _("Client"))


def _count_clients(services: "Services") -> int:
    """How many clients the portfolio holds: asked after the page in front."""
    from advisor_app.domain.portfolio import PortfolioQuestion

    return services.portfolio.keys(PortfolioQuestion()).counts.clients


def _import_questions(_services: "Services") -> None:
    """Import what the window may be asked next, on the worker, while nobody asks it yet."""
    import_module("advisor_app.ui.window.counter")
    import_module("advisor_app.ui.window.palette")


def _ready(_nothing: None) -> None:
    """Nothing follows: the next request finds it imported."""
