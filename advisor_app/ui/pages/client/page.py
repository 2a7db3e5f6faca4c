"""One household: the thread, why to meet, what they plan, what was said, who looked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.people import of_age
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.client.actions import edit_actions
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.exchanges_tab import ExchangesTab
from advisor_app.ui.pages.client.gathering import Proposed, gathered, proposed
from advisor_app.ui.pages.client.header import ClientHeader
from advisor_app.ui.pages.client.history_tab import HistoryTab
from advisor_app.ui.pages.client.household_tab import HouseholdTab
from advisor_app.ui.pages.client.overview import Overview
from advisor_app.ui.pages.client.papers_tab import PapersTab
from advisor_app.ui.pages.client.projects_tab import ProjectsTab
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import About, DaySheets, Requests, Whom
from advisor_app.ui.parts.stack import Stack
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.tabs import Tabs
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from advisor_app.domain.keys import Key
    from advisor_app.domain.suggestions.suggestion import Suggestion

    Part = Overview | ProjectsTab | ExchangesTab | HouseholdTab | PapersTab | HistoryTab

_OVERVIEW, _PROJECTS, _EXCHANGES, _HOUSEHOLD, _PAPERS, _HISTORY = range(6)
_ALIVE = (ProjectStatus.HEARD, ProjectStatus.OPEN)


class ClientPage(Page):
    """A page for whichever household is opened; its tabs are filled when they are looked at."""

    topics = frozenset(Topic)

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._key: Key | None = None
        self._shown: Shown | None = None
        self._best: Suggestion | None = None
        self._narrow = False
        self._filled: set[int] = set()
        self._edits = Edits(self)
        self._header = ClientHeader()
        names = [_("Overview"), _("Projects"), _("Contacts"), _("Household"), _("Documents")]
        self._tabs = Tabs([*names, _("History")])
        self._overview, self._exchanges = Overview(self._edits), ExchangesTab(self._edits)
        self._parts: tuple[Part, ...] = (
            self._overview,
            ProjectsTab(self._edits),
            self._exchanges,
            HouseholdTab(self._edits),
            PapersTab(self._edits),
            HistoryTab(),
        )
        self._body = Stack()
        for part in self._parts:
            self._body.addWidget(part)
        self._stage = Stage(self._content(), self._gone(), self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S, 0, sizes.XL)
        self.keep_edge(column)
        column.addWidget(self._stage)
        self._listen()

    def show_about(self, about: About) -> None:
        """Show this household; another one is shown from its overview, and the trail says so."""
        key = about if isinstance(about, bytes) else self._key
        if key != self._key and key is not None:
            self._key = key
            self._shown = None
            self._tabs.choose(_OVERVIEW)
            self._body.setCurrentIndex(_OVERVIEW)
            self.ask(
                self,
                lambda services: services.client_record.opened(key),
                lambda _nothing: None,
                self._failed,
            )
        self._stale = False
        self.reload()

    def about(self) -> About:
        """The household in front, once one was asked for."""
        return self._key

    def reload(self) -> None:
        """Ask for the household and for what would be said about it."""
        key = self._key
        if key is not None:
            self._stage.wait(
                self.ask(self, lambda services: gathered(services, key), self._show, self._failed),
                self.ask(
                    self,
                    lambda services: proposed(services, key),
                    self._complete,
                    self._not_proposed,
                ),
            )

    def whom(self) -> Whom | None:
        """This household."""
        if self._shown is None or self._key is None:
            return None
        page = self._shown.page
        subject = page.projects[0].ref if len(page.projects) == 1 else None
        people = of_age(page.clients, self._shown.record.today)
        return Whom(self._key, joint_name(page.clients), people, subject, None, self._best)

    def print_now(self) -> None:
        """The sheet of the appointment ahead, else the one that prepares a call or a visit."""
        if self._shown is None:
            return
        ahead = self._shown.page.appointment
        if ahead is not None and not ahead.is_past:
            self.requests.open_sheets.emit(DaySheets(ahead.start.date(), ahead.ref))
        else:
            self._ask_window(self.requests.print_sheet)

    def narrow(self) -> None:
        """Ctrl+F finds in what was exchanged."""
        self._choose(_EXCHANGES)
        self._exchanges.field.setFocus()

    def page_actions(self) -> tuple[Action, ...]:
        """What the menu "Edit" of the page holds."""
        return () if self._shown is None else edit_actions(self._edits, self._shown)

    def page_help(self) -> tuple[str, ...]:
        """How one works with the page."""
        return (
            _(
                "The thread shows two years, seven years or all. With the keyboard, left and right "
                "move through time, up and down go from mark to mark."
            ),
            _(
                "Press a project, a contact, a promise or a reminder to change it. A correction "
                "keeps what was written before; every edit can be undone."
            ),
            _("Write nothing that the client could not read: the fields warn as you type."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns instead of three where the window is small."""
        super().resizeEvent(event)
        narrow = self.window().width() < sizes.NARROW
        self._header.fit(narrow=narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self._filled.clear()
            self._fill()

    def _content(self) -> QWidget:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(sizes.M)
        inside.addWidget(self._header)
        inside.addWidget(self._tabs)
        inside.addWidget(self._body, 1)
        return content

    def _gone(self) -> Message:
        words = _("The file was erased, or merged with another one.")
        gone = Message("search", _("This client is not here any more"), words, _("Back"))
        gone.button.clicked.connect(self.requests.go_back)
        return gone

    def _listen(self) -> None:
        self._tabs.chosen.connect(self._choose)
        self.requests.discretion.changed.connect(self._fold)
        self._header.note_asked.connect(lambda: self._ask_window(self.requests.note_contact))
        self._header.sheet_asked.connect(self.print_now)
        self._exchanges.note_asked.connect(lambda: self._ask_window(self.requests.note_contact))
        self._overview.projects_asked.connect(lambda: self._choose(_PROJECTS))
        self._overview.introduction_asked.connect(lambda: self._choose(_HOUSEHOLD))
        self._overview.write_up_asked.connect(self._write_up)
        self._overview.follow_up_asked.connect(self._follow_up)

    def _ask_window(self, signal: object) -> None:
        whom = self.whom()
        if whom is not None:
            signal.emit(whom)  # type: ignore[attr-defined] # a bound signal, whose type PySide hides

    def _show(self, shown: Shown) -> None:
        if not shown.is_of(self._key):
            return
        if self._shown is not None:  # what is known still, until what follows is asked anew
            shown = replace(shown, why=self._shown.why, known=self._shown.known)
        self._shown = shown
        self._fold(self.requests.discretion.on)
        self._stage.show_content()
        self.titled.emit(joint_name(shown.page.clients))

    def _complete(self, answer: Proposed) -> None:
        """What would be proposed, and what the figures start from, come after the page stands."""
        if self._shown is None or not self._shown.is_of(answer.key):
            return
        before, self._best = self._shown, answer.best
        self._shown = replace(before, why=answer.why, known=answer.known)
        self._header.offer(self.page_actions())
        if before.why != answer.why:
            self._overview.show_reasons(self._shown)
        if before.known != answer.known:
            self._filled &= {_OVERVIEW}
            self._fill()

    def _fold(self, discreet: bool) -> None:
        """Show everything anew, without what somebody beside the advisor should not see."""
        if self._shown is None:
            return
        self._shown = replace(self._shown, discreet=discreet)
        today = self._shown.record.today
        self._header.show_page(self._shown.page, today, discreet=discreet)
        self._header.offer(self.page_actions())
        self._count(self._shown)
        self._filled.clear()
        self._fill()

    def _count(self, shown: Shown) -> None:
        """Say on the tabs how much each holds, unless somebody looks on."""
        record = shown.record
        for tab, number in (
            (_PROJECTS, sum(one.status in _ALIVE for one in record.projects)),
            (_EXCHANGES, len(record.entries)),
            (_PAPERS, len(record.contracts) + len(record.papers)),
        ):
            self._tabs.count(tab, None if shown.discreet else number)

    def _choose(self, index: int) -> None:
        self._tabs.choose(index)
        self._body.setCurrentIndex(index)
        self._fill()

    def _fill(self) -> None:
        """Fill the tab in front, unless it shows already what is true."""
        shown, index = self._shown, self._body.currentIndex()
        if shown is None or index in self._filled:
            return
        self._filled.add(index)
        self._parts[index].show_household(shown, narrow=self._narrow)

    def _write_up(self) -> None:
        whom = self.whom()
        ahead = self._shown.page.appointment if self._shown else None
        if ahead is not None and whom is not None:
            self.requests.write_up.emit(ahead.ref, whom)

    def _follow_up(self, appointment: str) -> None:
        whom = self.whom()
        owed = self._shown.page.follow_ups if self._shown else ()
        people = next((one.people for one in owed if one.ref == appointment), ())
        if whom is not None and people:
            named = replace(whom, title=joint_name(people), people=people)
            self.requests.follow_up.emit(appointment, named)

    def _not_proposed(self, error: Exception) -> None:
        """A client who is not here any more was said to be gone by the page itself."""
        if not isinstance(error, KeyError):
            self.requests.failed.emit(error)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KeyError):
            self._shown = self._best = None
            self._stage.show_empty()
            # The name goes from the window's title with the file.
            self.titled.emit(_("This client is not here any more"))
            return
        self._stage.show_error(
            _("This page could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)
