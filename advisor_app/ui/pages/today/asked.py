"""What the rows of "Today" ask for: it goes to the window, once what a row stands for is known."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.i18n import _
from advisor_app.ui.changes import Topic
from advisor_app.ui.pages.today.board import TO_MEET
from advisor_app.ui.parts.requests import DaySheets, Filter

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.owed import Owed
    from advisor_app.domain.today import DayAppointment
    from advisor_app.services.commitments import CommitmentEdit
    from advisor_app.ui.pages.today.owed_wording import OwedList
    from advisor_app.ui.pages.today.page import TodayPage
    from advisor_app.ui.pages.today.words import SuggestionWords

_OWED = (Topic.CLIENTS, Topic.APPOINTMENTS)


class Asked(QObject):
    """Answers the rows of one page."""

    def __init__(self, page: "TodayPage") -> None:
        super().__init__(page)
        self._page, self._requests, self._answers = page, page.requests, page.answers
        self._connect_figures()
        self._connect_lists()

    def _connect_figures(self) -> None:
        board, requests = self._page.board, self._requests
        for signal, asked in (
            (board.figures.asked_met, Filter(met=True)),
            (board.figures.asked_online, Filter(online_only=True)),
            (board.figures.asked_not_introduced, Filter(not_introduced=True)),
        ):
            signal.connect(lambda asked=asked: requests.open_portfolio.emit(asked))
        board.figures.asked_due.connect(lambda: board.show_owed(shown=True))

    def _connect_lists(self) -> None:
        board, requests, answers = self._page.board, self._requests, self._answers
        visits, suggested, owed = board.visits, board.suggested, board.owed
        visits.opened.connect(lambda ref: answers.for_visit(ref, self._open_household))
        visits.sheet_asked.connect(lambda ref: answers.for_visit(ref, self._open_sheet))
        visits.write_up_asked.connect(lambda ref: answers.for_visit(ref, self._write_up))
        visits.all_asked.connect(self._page.print_now)
        visits.booking_asked.connect(lambda: board.show_part(TO_MEET))
        suggested.acted.connect(self.act)
        suggested.opened.connect(lambda one: requests.open_client.emit(one.key))
        suggested.later.connect(lambda one: answers.for_whom(one.key, requests.later.emit))
        suggested.dismissed.connect(lambda one: answers.for_whom(one.key, requests.dismiss.emit))
        suggested.accepted.connect(self.accept)
        suggested.how_asked.connect(self.explain)
        owed.opened.connect(requests.open_client)
        owed.settled.connect(lambda ref: self._settle(answers.owed[ref]))
        owed.told.connect(lambda ref: self._tell_outcome(answers.owed[ref]))

    def act(self, words: "SuggestionWords") -> None:
        """Do what the row's button says."""
        asked = self._requests.propose if words.books else self._requests.note_contact
        self._answers.for_whom(words.key, asked.emit)

    def put_off(self) -> None:
        """Later, for the chosen row."""
        chosen = self._page.board.suggested.chosen()
        if chosen is not None:
            self._answers.for_whom(chosen.key, self._requests.later.emit)

    def accept(self) -> None:
        """Let the chosen row wait in the agenda, where it is a meeting that needs a time."""
        chosen = self._page.board.suggested.chosen()
        if chosen is not None and chosen.books:
            self._answers.for_whom(chosen.key, self._requests.accept.emit)

    def dismiss(self) -> None:
        """Dismiss the chosen row."""
        chosen = self._page.board.suggested.chosen()
        if chosen is not None:
            self._answers.for_whom(chosen.key, self._requests.dismiss.emit)

    def explain(self) -> None:
        """Say how the list is made: for the chosen row, else the rules alone."""
        from advisor_app.i18n.suggestion_rules import how_the_list_is_made

        chosen, total = self._page.board.suggested.chosen(), self._page.ranked()
        if chosen is not None:
            self._answers.for_whom(
                chosen.key, lambda whom: self._requests.explain_row.emit(whom, total)
            )
            return
        rules = "\n\n".join(how_the_list_is_made())
        self._requests.explain.emit(_("How this list is made"), rules)

    def hear_owed(self, owed: "OwedList") -> None:
        """What is owed is known."""
        self._answers.owed = owed.owed
        self._page.board.owed.show_owed(owed.words)

    def _open_household(self, one: "DayAppointment") -> None:
        self._requests.open_client.emit(one.household)

    def _open_sheet(self, one: "DayAppointment") -> None:
        self._requests.open_sheets.emit(DaySheets(one.start.date(), one.ref))

    def _write_up(self, one: "DayAppointment") -> None:
        from advisor_app.ui.pages.today.wording import visit_whom

        self._requests.write_up.emit(one.ref, visit_whom(one))

    def _tell_outcome(self, one: "Owed") -> None:
        from advisor_app.domain.owed import Owing
        from advisor_app.ui.pages.today.owed_wording import owed_whom

        asked = self._requests.write_up if one.owing is Owing.OUTCOME else self._requests.follow_up
        asked.emit(one.ref, owed_whom(one))

    def _settle(self, one: "Owed") -> None:
        from advisor_app.ui.pages.today.owed_wording import settled_text

        page, requests = self._page, self._requests

        def done(edit: "CommitmentEdit | None") -> None:
            def take_back() -> None:
                page.ask(
                    page, lambda services: services.owed.take_back(one, edit), tell, self._failed
                )

            tell(None)
            requests.say(settled_text(one), take_back, lambda: self._settle(one))

        def tell(_nothing: None) -> None:
            page.changes.tell(*_OWED)

        page.ask(page, lambda services: _settled(services, one), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._page.reload()
        self._requests.failed.emit(error)


def _settled(services: "Services", one: "Owed") -> "CommitmentEdit | None":
    return services.owed.settle(one)
