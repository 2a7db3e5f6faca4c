"""The window at work: it opens pages, answers their requests, and listens to the keyboard."""

from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import DaySheets, Requests, SettingsAt, Whom
from advisor_app.ui.window.commands import explain_page, window_actions
from advisor_app.ui.window.frame import tell_anew
from advisor_app.ui.window.history import History
from advisor_app.ui.window.keeper import Keeper
from advisor_app.ui.window.keys import bind, keys_of
from advisor_app.ui.window.neighbours import place_words
from advisor_app.ui.window.pages import CLIENT, PORTFOLIO, SETTINGS, SHEETS, TODAY, Pages
from advisor_app.ui.window.routes import Route, Trail
from advisor_app.ui.window.shell import Shell, of_session
from advisor_app.ui.window.steps_told import StepsTold
from advisor_app.ui.window.warming import warm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShortcut

    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key
    from advisor_app.ui.window.counter import Counter


class Desktop(QObject):
    """Pages in a shell; `today` is the store's day."""

    bug = Signal(object)
    speak = Signal(str)
    lock = Signal()
    lock_after = Signal(int)
    restored = Signal()

    def __init__(self, shell: Shell, ask: Ask, today: date, first: Route | None = None) -> None:
        super().__init__(shell)
        of_session(self)
        self.shell, self.history = shell, History(self)
        self._ask, self._today = ask, today
        self._changes, self._requests = Changes(), Requests()
        self.discretion = self._requests.discretion
        self._pages = Pages(shell, ask, self._changes, self._requests, today)
        self._trail = Trail()
        self._keeper = Keeper(self, ask, self._requests)
        self._listen()
        self._actions = window_actions(self)
        self._keys = bind(shell, keys_of(self._actions))
        self._page_keys: list[QShortcut] = []
        shell.resized.connect(self._stand)
        self.go(first or Route(TODAY))
        self._count()
        self._changes.watch((Topic.CLIENTS,), self._count)
        # The one page that shows a paper, which should be in sight at once.
        warm(self, ask, partial(self._pages.page, SHEETS))

    def _count(self) -> None:
        self._ask(self, _count_clients, partial(self.shell.rail.count, PORTFOLIO))

    def go(self, route: Route, *, instead: bool = False) -> None:
        """Visit a page; `instead` puts it in the place of the one in front."""
        visit = self._trail.turn if instead else self._trail.go
        visit(route)
        self._show(route)

    def step(self, by: int) -> None:
        """Back or forward: Alt+Left, Alt+Right."""
        route = self._trail.step(by)
        if route is not None:
            self._show(route)

    def route(self) -> Route:
        """Where the window is: the page in front, and what it is about."""
        at = self._trail.visited[self._trail.place]
        return Route(at.page, self.page().about() or at.about)

    def page(self) -> Page:
        """The page in front."""
        return self._pages.page(self._trail.visited[self._trail.place].page)

    def order(self) -> "Sequence[Key]":
        """The list that the page in front was opened from."""
        before = self._trail.before()
        return () if before is None else self._pages.page(before.page).order()

    def actions(self) -> tuple[Action, ...]:
        """All that can be done now: the window's actions, and those of the page in front."""
        return (*self._actions, *self.page().page_actions())

    def search(self) -> None:
        """Open the search: Ctrl+K."""
        from advisor_app.ui.window.first_keys import FirstKeys
        from advisor_app.ui.window.palette import Palette

        palette = Palette(self.shell, self._ask, self._requests, self._today, self.actions())
        FirstKeys(palette.field, self.shell)
        palette.show()
        palette.field.setFocus()

    def narrow(self) -> None:
        """Go to the field that narrows the list in front, or the portfolio: Ctrl+F."""
        if self._trail.visited[self._trail.place].page not in {PORTFOLIO, CLIENT}:
            self.go(Route(PORTFOLIO))
        self.page().narrow()

    def act_for(self, signal: object) -> None:
        """Ask for something about whoever is chosen on the page."""
        whom = self.page().whom()
        if whom is None:
            self._requests.say(_("Choose a client first."))
            return
        signal.emit(whom)  # type: ignore[attr-defined] # a bound signal, whose type PySide hides

    def propose(self) -> None:
        """A new appointment: Ctrl+N."""
        self.act_for(self._requests.propose)

    def note(self) -> None:
        """Note a contact: Ctrl+R."""
        self.act_for(self._requests.note_contact)

    def add_client(self) -> None:
        """Add a client by hand."""
        from advisor_app.ui.window.new_client import NewClient

        asking = NewClient(self.shell, self._ask, self._changes, self._requests)
        asking.open(self._today)

    def print_day(self) -> None:
        """All the sheets of today: Ctrl+Shift+P."""
        self.go(Route(SHEETS, DaySheets(self._today)))

    @cached_property
    def _counter(self) -> "Counter":
        """Who asks the questions; imported with every dialog, and so after the first page."""
        from advisor_app.ui.window.counter import Counter

        return Counter(self.shell, self._ask, self._changes, self._requests, self._today)

    def _put(self, question: str, *about: object) -> None:
        names = any(isinstance(one, Whom) for one in about)
        if names and not self._is_on(CLIENT) and self._requests.must_not_name():
            return
        getattr(self._counter, question)(*about)

    def _go_back(self) -> None:
        """To the page before; to the portfolio where there is none."""
        if self._trail.before() is None:
            self.go(Route(PORTFOLIO))
        else:
            self.step(-1)

    def _is_on(self, name: str) -> bool:
        return self._trail.visited[self._trail.place].page == name

    def _be_discreet(self, on: bool) -> None:
        """Fold what the frame tells; a message in passing may name anybody."""
        self.shell.be_discreet(on)
        if on:
            self.shell.toast.hide()
        self._show_way_back()

    def _show_way_back(self) -> None:
        """Name the page before; not another client's, while somebody looks on."""
        route, before = self._trail.visited[self._trail.place], self._trail.before()
        back = (
            ""
            if before is None or route.page != CLIENT
            else self._pages.title(before.page, before.about)
        )
        if back and before is not None and before.page == CLIENT and self.discretion.on:
            back = _("Client")
        self.shell.top.show_way_back(back, place_words(self.order(), route.about))

    def _show(self, route: Route) -> None:
        page = self._pages.page(route.page)
        fresh = page.focusWidget() is None and self._keyboard_is_free()
        self.shell.pages.setCurrentWidget(page)
        if fresh or self._keyboard_is_nowhere():
            page.take_focus()
        self.shell.rail.mark(PORTFOLIO if route.page == CLIENT else route.page)
        page.show_about(route.about)
        self.shell.top.stand_at(page.edge)
        self._show_way_back()
        self._take_keys(page)
        self._name(route.page, self._pages.title(route.page, route.about))

    def _stand(self) -> None:
        self.shell.top.stand_at(self.page().edge)

    def _keyboard_is_nowhere(self) -> bool:
        focused = self.shell.focusWidget()
        return focused is None or focused is self.shell or not focused.isVisible()

    def _keyboard_is_free(self) -> bool:
        """Whether the page that goes takes the focus with it: Qt would give it to the first button."""
        focused = self.shell.focusWidget()
        return self._keyboard_is_nowhere() or self.shell.pages.isAncestorOf(focused)

    def _take_keys(self, page: Page) -> None:
        for old in self._page_keys:
            old.setEnabled(False)
            old.deleteLater()
        self._page_keys = bind(self.shell, keys_of(page.page_actions()))

    def _name(self, name: str, title: str) -> None:
        if title and self._trail.visited[self._trail.place].page == name:
            self.shell.name_page(title)

    def _listen(self) -> None:
        shell, requests = self.shell, self._requests
        shell.rail.chosen.connect(lambda name: self.go(Route(name)))
        shell.top.search.clicked.connect(self.search)
        shell.top.back.clicked.connect(lambda: self.step(-1))
        shell.top.propose.clicked.connect(self.propose)
        shell.top.discreet.clicked.connect(self.discretion.toggle)
        self.discretion.changed.connect(self._be_discreet)
        self._pages.titled.connect(self._name)
        requests.open_client.connect(lambda key: self.go(Route(CLIENT, key)))
        requests.open_today.connect(lambda: self.go(Route(TODAY)))
        requests.go_back.connect(self._go_back)
        requests.open_portfolio.connect(lambda asked: self.go(Route(PORTFOLIO, asked)))
        requests.open_sheets.connect(lambda asked: self.go(Route(SHEETS, asked)))
        requests.print_sheet.connect(lambda whom: self.go(Route(SHEETS, (whom,))))
        requests.print_several.connect(lambda chosen: self.go(Route(SHEETS, chosen)))
        for signal, question in (
            (requests.propose, "propose"),
            (requests.book_at, "book_at"),
            (requests.note_contact, "note"),
            (requests.write_up, "write_up"),
            (requests.follow_up, "follow_up"),
            (requests.later, "later"),
            (requests.dismiss, "dismiss"),
            (requests.accept, "accept"),
            (requests.explain, "explain"),
            (requests.explain_row, "explain_row"),
            (requests.failed, "failed"),
        ):
            signal.connect(partial(self._put, question))
        requests.open_settings.connect(lambda name: self.go(Route(SETTINGS, SettingsAt(name))))
        requests.speak.connect(self.speak)
        requests.lock.connect(self.lock)
        requests.lock_after.connect(self.lock_after)
        for signal in (requests.lock_after, requests.backed_up):
            signal.connect(lambda *_told: tell_anew(shell, self._ask))
        requests.restored.connect(self.restored)
        shell.rail.lock.clicked.connect(requests.lock)
        shell.rail.help.clicked.connect(lambda: explain_page(self))
        requests.bug.connect(self.bug)
        told = self._told = StepsTold(self.history, shell.toast, self.discretion)
        requests.notify.connect(told.tell)
        requests.final.connect(told.tell_final)
        requests.refused.connect(shell.toast.show_refusal)
        for signal in (requests.refused, requests.bug):
            signal.connect(lambda _why: self.history.refused())


def _count_clients(services: "Services") -> int:
    """How many clients the portfolio holds: asked after the page in front."""
    return services.portfolio.size()
