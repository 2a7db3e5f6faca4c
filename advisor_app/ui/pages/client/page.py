"""One household: the thread, why to meet, what they plan, what was said."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.client_page import ClientPage as Shown
from advisor_app.domain.people import of_age
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.client.cards import (
    AppointmentBox,
    projects_card,
    reasons_card,
    remember_card,
)
from advisor_app.ui.pages.client.header import ClientHeader
from advisor_app.ui.pages.client.lists import contacts_list, household_list
from advisor_app.ui.pages.client.thread_card import ThreadCard
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import About, DaySheets, Requests, Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.suggested import why_words
from advisor_app.ui.parts.tabs import Tabs
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key
    from advisor_app.domain.suggestions.suggestion import Suggestion

    Answer = tuple[Shown, Suggestion | None, date]

_OVERVIEW, _CONTACTS, _HOUSEHOLD = range(3)
_COLUMNS = (376, 426, 350)


class ClientPage(Page):
    """A page for whichever household is opened."""

    topics = frozenset(Topic)

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._key: Key | None = None
        self._page: Shown | None = None
        self._best: Suggestion | None = None
        self._today: date | None = None
        self._header = ClientHeader()
        self._tabs = Tabs([_("Overview"), _("Contacts"), _("Household")])
        self._thread = ThreadCard()
        self._body = QStackedWidget()
        self._narrow = False
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(sizes.M)
        inside.addWidget(self._header)
        inside.addWidget(self._tabs)
        inside.addWidget(self._body, 1)
        empty = Message("search", _("This client is not here any more"), "")
        self._stage = Stage(content, empty, self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE, sizes.S, sizes.PAGE, sizes.XL)
        column.addWidget(self._stage)
        self._tabs.chosen.connect(self._body.setCurrentIndex)
        self._header.note_asked.connect(lambda: self._ask_window(self.requests.note_contact))
        self._header.proposal_asked.connect(self.main_action)
        self._header.sheet_asked.connect(self.print_now)

    def show_about(self, about: About) -> None:
        """Show this household; the tab goes back to the overview for another one."""
        key = about if isinstance(about, bytes) else self._key
        if key != self._key:
            self._key = key
            self._page = None
            self._tabs.choose(_OVERVIEW)
        self._stale = False
        self.reload()

    def reload(self) -> None:
        """Ask for the household and for what would be said about it."""
        key = self._key
        if key is None:
            return
        self._stage.wait()

        def work(services: "Services") -> "Answer":
            page = services.client_page.page(key)
            best = services.suggesting.best(page.clients[0].key or key)
            return page, best, services.today()

        self.ask(self, work, self._show, self._failed)

    def whom(self) -> Whom | None:
        """This household."""
        if self._page is None or self._key is None or self._today is None:
            return None
        projects = self._page.projects
        subject = projects[0].ref if len(projects) == 1 else None
        people = of_age(self._page.clients, self._today)
        return Whom(self._key, joint_name(self._page.clients), people, subject, None, self._best)

    def print_now(self) -> None:
        """The sheet of the appointment ahead, else the one that prepares a call or a visit."""
        page = self._page
        if page is None:
            return
        ahead = page.appointment
        if ahead is not None and not ahead.is_past:
            self.requests.open_sheets.emit(DaySheets(ahead.start.date(), ahead.ref))
        else:
            self._ask_window(self.requests.print_sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns instead of three where the window is small."""
        super().resizeEvent(event)
        narrow = self.window().width() < sizes.NARROW
        self._header.fit(narrow=narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._page is not None:
                self.reload()

    def _ask_window(self, signal: object) -> None:
        whom = self.whom()
        if whom is not None:
            signal.emit(whom)  # type: ignore[attr-defined] # a bound signal, whose type PySide hides

    def _show(self, answer: "Answer") -> None:
        page, best, today = answer
        if page.key != self._key:
            return
        self._page, self._best, self._today = page, best, today
        why = "" if best is None else why_words(best, page.clients, today)
        names = project_names()
        self._header.show_page(page, today)
        self._tabs.count(_CONTACTS, len(page.contacts))
        self._tabs.count(_HOUSEHOLD, len(page.people))
        shown = self._body.currentIndex() if self._body.count() else _OVERVIEW
        while (old := self._body.widget(0)) is not None:
            self._body.removeWidget(old)
            old.deleteLater()
        self._thread = ThreadCard()
        self._thread.show_thread(page.thread, names)
        self._body.addWidget(self._overview(page, why, names, today))
        self._body.addWidget(contacts_list(page, today))
        self._body.addWidget(household_list(page, today))
        self._body.setCurrentIndex(max(shown, 0))
        self._tabs.choose(max(shown, 0))
        self._stage.show_content()
        self.titled.emit(joint_name(page.clients))

    def _overview(self, page: Shown, why: str, names: dict[str, str], today: "date") -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        column.addWidget(self._thread)
        grid = QGridLayout()
        grid.setSpacing(sizes.M + 2)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(sizes.M + 2)
        appointment = AppointmentBox(page, today)
        appointment.write_up_asked.connect(self._write_up)
        below.addWidget(appointment)
        below.addWidget(remember_card(page), 1)
        cards = [reasons_card(page, why, names), projects_card(page, names, today), side]
        for index, card in enumerate(cards):
            if self._narrow:
                grid.addWidget(card, index // 2, index % 2)
                grid.setColumnStretch(index % 2, 1)
            else:
                grid.addWidget(card, 0, index)
                grid.setColumnStretch(index, _COLUMNS[index])
        column.addLayout(grid, 1)
        area = Scroll()
        area.hold(whole)
        return area

    def _write_up(self) -> None:
        whom = self.whom()
        if self._page is not None and self._page.appointment is not None and whom is not None:
            self.requests.write_up.emit(self._page.appointment.ref, whom)

    def _failed(self, error: Exception) -> None:
        self._stage.show_error(
            _("This page could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)
