"""A meeting with the keyboard alone, in three sittings in the real program on a real screen.

Run by `tests/ui/test_meeting_by_keyboard.py` under Xvfb: `python meeting_by_keyboard.py STORE
PASSPHRASE FOLDER SITTING`. The first one books a suggestion, brings a colleague along, and writes
letter and invitation; `hold` writes the meeting up in its evening, `send` the word of the days
after. What each sitting hands on to the next lies in FOLDER/meeting.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from day_by_keyboard import Advisor, Step, press, press_until, type_in, work
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from advisor_app.domain.agenda import PlannedMeeting, minutes_of
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.ui.dialogs.company import CompanyDialog
from advisor_app.ui.dialogs.follow_up import FollowUpDialog
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.pages.client.cards import FollowUpBox
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.today.owed import OwedRow
from advisor_app.ui.pages.today.suggestion_row import SuggestionRow
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.page import Page
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.week.model import HALF_HOUR
from advisor_app.ui.window.shell import Shell

P = TypeVar("P", bound=Page)
SAID = "They would rather wait for the autumn."


class Meeting(Advisor):
    """Goes through one meeting; what it sees is the window's own state."""

    def __init__(self, shell: Shell, passphrase: str, folder: Path) -> None:
        super().__init__(shell, passphrase, folder)
        self._note = folder / "meeting"
        known = self._told()[1] if self._note.exists() else ""
        self._household = Key(bytes.fromhex(known))

    def book(self) -> Step:
        """From the suggestion to the letter and the invitation."""
        yield from self.open()
        yield from self.take_the_suggestion()
        yield from self.find_in_the_agenda()
        yield from self.bring_somebody_along()
        yield from self.read_on_the_clients_page(self.shows_who_comes)
        yield from self.save_the_letter()
        yield from self.save_the_invitation()
        yield from self.leave()

    def hold(self) -> Step:
        """In the evening it is written up."""
        yield from self.open()
        yield from self.reach_what_is_owed()
        yield from press("Return")
        yield "the outcome is asked", lambda: self.asking(OutcomeDialog)
        dialog = self.dialog(OutcomeDialog)
        yield "what was said is asked first", dialog._text.field.hasFocus
        yield from type_in(SAID)
        yield from press_until("Tab", dialog.action.hasFocus, "the button")
        yield from press("Return")
        yield "the outcome is kept", lambda: not self.asking(OutcomeDialog)
        yield from self.find_in_the_agenda()
        held = AppointmentStatus.HELD
        yield "the agenda shows it held", lambda: self.meeting().visit.status is held
        yield from self.read_on_the_clients_page(shows_what_is_owed)
        yield from self.leave()

    def send(self) -> Step:
        """The word of the day after is written, and said to be sent."""
        yield from self.open()
        yield from self.reach_what_is_owed()
        yield from press("Return")
        yield "the word is drafted", lambda: self.asking(FollowUpDialog)
        dialog = self.dialog(FollowUpDialog)
        yield "it says something", lambda: bool(dialog.text.toPlainText())
        yield from press_until("Tab", dialog.action.hasFocus, "the button")
        yield from press("Return")
        yield "it is said to be sent", lambda: not self.asking(FollowUpDialog)
        yield "nothing is owed for it", lambda: self.row() is None
        yield from self.find_in_the_agenda()
        yield from self.read_on_the_clients_page(lambda page: not shows_what_is_owed(page))
        yield from self.leave()

    def take_the_suggestion(self) -> Step:
        """The first one who is met at the branch, alone, at the first time that is proposed."""
        yield from self.search("see who to meet, all")
        yield "the keyboard is at a suggestion", self.on_row
        yield from press_until("Down", self.is_met, "somebody to meet at the branch")
        row = self.suggestion()
        assert row is not None
        whom = self.whom(row)
        self._household = whom.key
        yield from press("ctrl+Return")
        yield "the booking asks", lambda: self.asking(ProposeDialog)
        dialog = self.dialog(ProposeDialog)
        yield "times are proposed", lambda: bool(dialog.form.free._offers)
        yield "the first one stands in the fields", lambda: dialog._untouched is None
        start = dialog.wish().start
        yield "its day has the focus", dialog.form.day.hasFocus
        yield from press("Return")
        yield "it is booked", lambda: not self.asking(ProposeDialog)
        yield "it leaves the list", lambda: whom.key not in self.listed()
        self._note.write_text(f"{start.isoformat()} {whom.key.hex()}", encoding="ascii")

    def find_in_the_agenda(self) -> Step:
        """Choose the meeting in the week, by pages and arrows."""
        yield from press("alt+3")
        yield "the week shows", lambda: bool(self.agenda().week.plan().days)
        yield from press_until("F6", self.agenda().week.hasFocus, "the week")
        while self.found() is None:
            first = self.agenda().week.plan().first
            later = first.isoformat() < self._told()[0][:10]
            yield from press("Next" if later else "Prior")
            yield "another week", lambda before=first: self.agenda().week.plan().first != before
        for _step in range(80):
            if self.agenda().week.chosen() is not None and self.is_chosen():
                return
            yield from press(self.towards())
        yield "the meeting is chosen", self.is_chosen

    def bring_somebody_along(self) -> Step:
        yield from self.choose_from_the_menu("Who else of the bank comes…")
        yield "who comes along is asked", lambda: self.asking(CompanyDialog)
        dialog = self.dialog(CompanyDialog)
        yield "the choice has the focus", dialog.who.hasFocus
        yield from press("Down")
        yield "somebody is chosen", lambda: dialog.who.value() is not None
        yield from press("Return")
        yield "it is kept", lambda: not self.asking(CompanyDialog)
        yield "the agenda shows who comes", lambda: self.meeting().visit.colleague is not None

    def read_on_the_clients_page(self, shows: Callable[[ClientPage], object]) -> Step:
        yield from self.choose_from_the_menu("Open the client's page")
        yield "the client's page is read", lambda: self.client()._shown is not None
        yield "the client's page shows it", lambda: bool(shows(self.client()))
        yield from self.find_in_the_agenda()

    def save_the_letter(self) -> Step:
        yield from self.choose_from_the_menu("Show the letter")
        yield "the letter is made", lambda: self.sheets()._press.made_of(0) is not None
        yield from press("ctrl+p")
        yield from self.name_the_file("letter.pdf")
        yield from self.find_in_the_agenda()

    def save_the_invitation(self) -> Step:
        yield from self.choose_from_the_menu("Save for a calendar…")
        yield from self.name_the_file("meeting.ics")

    def name_the_file(self, name: str) -> Step:
        yield "where to is asked", lambda: isinstance(QApplication.activeWindow(), QFileDialog)
        yield from press("ctrl+a")
        yield from type_in(str(self._folder / name))
        yield from press("Return")
        yield f"{name} is written", (self._folder / name).exists

    def choose_from_the_menu(self, words: str) -> Step:
        yield from press("Return")
        yield "the menu opens", lambda: self.menu() is not None
        yield from press_until("Down", lambda: self.offered() == words, words)
        yield from press("Return")
        yield "the menu closes", lambda: self.menu() is None

    def reach_what_is_owed(self) -> Step:
        yield from self.search("follow-ups and")
        yield "something is owed", lambda: bool(self.today().board.owed._owed)
        more = self.today().board.owed.more
        if self.row() is None and more.isVisible():
            yield from press_until("Tab", more.hasFocus, "the rest")
            yield from press("Return")
        yield "it is among what is owed", lambda: self.row() is not None
        yield from press_until("Tab", self.on_its_button, "what is owed for the meeting")

    def leave(self) -> Step:
        yield from press("ctrl+q")
        yield "the window closes", lambda: not self._shell.isVisible()

    def suggestion(self) -> SuggestionRow | None:
        row = QApplication.focusWidget()
        return row if isinstance(row, SuggestionRow) else None

    def is_met(self) -> bool:
        """Whether the row that has the focus is of one person to meet at the branch."""
        row, listing = self.suggestion(), self.today().answers.listing
        if row is None or listing is None:
            return False
        return row.words.ritual == "branch_meeting" and len(self.whom(row).people) == 1

    def whom(self, row: SuggestionRow) -> Whom:
        listing = self.today().answers.listing
        assert listing is not None
        return listing.whom[row.words.key]

    def agenda(self) -> AgendaPage:
        return self.page_of(AgendaPage)

    def client(self) -> ClientPage:
        return self.page_of(ClientPage)

    def sheets(self) -> SheetsPage:
        return self.page_of(SheetsPage)

    def page_of(self, kind: type[P]) -> P:
        """The page in front, where it is of that kind."""
        page: object = self.desktop().page()
        found = page if isinstance(page, kind) else None
        if found is None:
            raise LookupError
        return found

    def shows_who_comes(self, page: ClientPage) -> bool:
        card = page._shown.page.appointment if page._shown else None
        return card is not None and card.colleague is not None

    def found(self) -> PlannedMeeting | None:
        start = self._told()[0]
        days = self.agenda().week.plan().days
        return next(
            (
                one
                for day in days
                for one in day.meetings
                if (one.visit.household, one.visit.start.isoformat()) == (self._household, start)
            ),
            None,
        )

    def meeting(self) -> PlannedMeeting:
        found = self.found()
        if found is None:
            raise LookupError
        return found

    def is_chosen(self) -> bool:
        chosen, found = self.agenda().week.chosen(), self.found()
        return chosen is not None and found is not None and chosen.visit.ref == found.visit.ref

    def towards(self) -> str:
        """The key that brings the week's cell nearer to the meeting."""
        week, one = self.agenda().week, self.meeting()
        plan, here = week.plan(), week.currentIndex()
        column = [day.day for day in plan.days].index(one.visit.start.date())
        row = (minutes_of(one.visit.start.time()) - plan.hours.start) // HALF_HOUR
        if here.column() != column:
            return "Right" if here.column() < column else "Left"
        if here.row() != row:
            return "Down" if here.row() < row else "Up"
        return "space"

    def menu(self) -> QMenu | None:
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def offered(self) -> str:
        menu = self.menu()
        action = menu.activeAction() if menu is not None else None
        return action.text() if action is not None else ""

    def row(self) -> OwedRow | None:
        """The row of what is owed for the meeting, by its household and its button."""
        card = self.today().board.owed
        places = range(card._rows.count())
        rows = [item.widget() for place in places if (item := card._rows.itemAt(place))]
        for words, row in zip(card._owed, rows, strict=False):
            told = isinstance(row, OwedRow) and row.tell is not None
            if told and words.key == self._household:
                return row if isinstance(row, OwedRow) else None
        return None

    def on_its_button(self) -> bool:
        row, focus = self.row(), QApplication.focusWidget()
        return row is not None and isinstance(focus, Button) and focus is row.tell

    def _told(self) -> list[str]:
        return self._note.read_text(encoding="ascii").split(" ")


def shows_what_is_owed(page: ClientPage) -> bool:
    return any(one.isVisible() for one in page.findChildren(FollowUpBox))


def main(store: Path, passphrase: str, folder: Path, sitting: str) -> int:
    steps = {"book": Meeting.book, "hold": Meeting.hold, "send": Meeting.send}[sitting]
    return work(store, passphrase, folder, lambda shell: steps(Meeting(shell, passphrase, folder)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4]))
