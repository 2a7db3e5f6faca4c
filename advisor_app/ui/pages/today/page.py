"""Today: a greeting, four figures, the day's appointments, who to meet, and a year of contacts."""

import contextlib
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.today.answers import Answers
from advisor_app.ui.pages.today.asked import Asked
from advisor_app.ui.pages.today.beside import ThirdColumn
from advisor_app.ui.pages.today.board import TO_MEET, VISITS, Board
from advisor_app.ui.pages.today.kept import Kept, packed, unpacked
from advisor_app.ui.pages.today.reminding import Reminding
from advisor_app.ui.pages.today.words import DayWords, ListWords
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.reading import read_into
from advisor_app.ui.parts.requests import DaySheets, Requests, Whom
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.theme import sizes, today_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key
    from advisor_app.ui.pages.today.owed_wording import OwedList
    from advisor_app.ui.pages.today.wording import Day, Listing

_ALL_COUNT = 60
T = TypeVar("T")


class TodayPage(Page):
    """The advisor's day."""

    topics = frozenset(Topic)

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self.answers = Answers()
        self.board = Board(requests.discretion)
        self._day: DayWords | None = None
        self._listed: ListWords | None = None
        self._limit = self._shown = sizes.FEW
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.board)
        self.keep_edge(self.board.across)
        self._asked, self._reminding = Asked(self), Reminding(self)
        self.board.reformed.connect(self._show_rows)
        self.board.suggested.all_asked.connect(self._show_all)
        for card in (
            self.board.suggested,
            self.board.visits,
            self.board.owed,
            self.board.reminders,
        ):
            card.retried.connect(self.reload)
        self._third = ThirdColumn(self)
        self.board.suggested.picked.connect(self._third.look_at)

    def reload(self) -> None:
        """Ask for the day, then for the suggestions: the figures need not wait for them."""
        limit = self._shown = self._wanted()
        self._read(self.board.visits.stage, _read_day, self._hear_day)
        self.board.suggested.wait(
            self.ask(
                self, lambda services: _read_list(services, limit), self._hear_list, self._failed
            )
        )
        self._read(self.board.owed.stage, _read_owed, self._asked.hear_owed)
        self._reminding.read()

    def show_kept(self, text: str, *, current: bool, earlier: bool = False) -> None:
        """Show the day as it was kept; what cannot be read waits for the store.

        Of an `earlier` day only the list shows, under that day's name: whom to meet is still true,
        appointments and figures are not.
        """
        with contextlib.suppress(ValueError, TypeError, KeyError):
            day, listed, trend = unpacked(text)
            if earlier:
                self.board.greet(day.of_day, day.of_day)
                self.board.subtitle.setText(day.as_of)
                self.titled.emit(_("Today"))
            else:
                self._show_day(day if current else day._replace(subtitle=day.as_of))
                self.board.figures.show_trend(trend)
            self._show_list(listed)

    def _read(
        self, stage: Stage, work: "Callable[[Services], T]", show: "Callable[[T], None]"
    ) -> None:
        read_into(stage, self.ask, self, work, show, self.requests.failed.emit)

    def _wanted(self) -> int:
        return max(
            self._limit,
            sizes.FEW + (self.window().height() - sizes.WINDOW[1]) // today_sizes.SUGGESTION_SHOWN,
        )

    def whom(self) -> Whom | None:
        """The household of the chosen suggestion."""
        chosen = self.board.suggested.chosen()
        return None if chosen is None else self.answers.whom(chosen.key)

    def take_focus(self) -> None:
        """The keyboard begins at the suggestion in front."""
        self.board.suggested.take_focus()

    def order(self) -> "Sequence[Key]":
        """Whom to meet, as the list shows them."""
        return () if self._listed is None else tuple(one.key for one in self._listed.rows)

    def print_now(self) -> None:
        """Ctrl+P prints the day."""
        if self.answers.day is not None:
            self.requests.open_sheets.emit(DaySheets(self.answers.day.today.now.date()))

    def main_action(self) -> None:
        """Ctrl+Enter does what the filled button says."""
        chosen = self.board.suggested.chosen()
        if chosen is not None:
            self._asked.act(chosen)

    def page_actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen suggestion, and how the list is made."""
        chosen = self.board.suggested.has_chosen
        return (
            Action(
                _("Later…"),
                Menu.CLIENT,
                self._asked.put_off,
                ("L",),
                "alarm-clock",
                chosen,
                group=2,
            ),
            Action(
                _("Choose the time later, in the agenda"),
                Menu.CLIENT,
                self._asked.accept,
                ("A",),
                "calendar-plus",
                self.board.suggested.has_bookable,
                group=2,
            ),
            Action(_("Dismiss…"), Menu.CLIENT, self._asked.dismiss, ("Del",), "x", chosen, group=2),
            Action(_("How this list is made"), Menu.HELP, self._asked.explain, (), "info"),
            Action(_("See who to meet, all of them"), Menu.VIEW, self._show_all, (), "users"),
            Action(_("Follow-ups and reminders"), Menu.VIEW, self._show_owed, (), "alarm-clock"),
        )

    def page_help(self) -> tuple[str, ...]:
        """How one works with the day."""
        return (
            _("The title says who comes next; the figures below open the lists that they count."),
            _("The rows under “To meet” say whom to see and why, the most useful now first."),
            _("The keyboard begins at the first row; F6 goes on to the next part of the window."),
            _("↑ and ↓ move between the rows; Tab reaches the buttons of a row, Esc leaves them."),
            _("Enter opens the client's page, Ctrl+Enter does what the filled button says."),
            _("L puts a suggestion off, Del dismisses it; Ctrl+Z takes either back."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the form of the window's size; a taller window shows more of the list."""
        super().resizeEvent(event)
        window = self.window()
        self.board.fit(window.width(), window.height())
        if self._listed is not None and self._wanted() > self._shown:
            self.reload()

    def ranked(self) -> int:
        """How many suggestions there are in all."""
        return 0 if self._listed is None else self._listed.total

    def _show_owed(self) -> None:
        self.board.show_owed(shown=True)

    def _show_all(self) -> None:
        self._limit = _ALL_COUNT
        self.reload()

    def _hear_day(self, day: "Day") -> None:
        self._show_day(day.words)
        self.answers.hear_day(day)

        def hear_trend(trend: str) -> None:
            self.board.figures.show_trend(trend)
            self._keep(day, trend)

        self.ask(self, lambda services: _read_trend(services, day), hear_trend)

    def _hear_list(self, listing: "Listing") -> None:
        self._show_list(listing.words)
        self.answers.hear_list(listing)

    def _keep(self, day: "Day", trend: str) -> None:
        """Keep the whole page for the next start, unless it is longer than a start shows."""
        listing = self.answers.listing
        if listing is None or listing.mark != day.mark or self._limit == _ALL_COUNT:
            return
        words = packed(Kept(day.words, listing.words, trend))
        self.ask(self, lambda services: services.kept_pages.keep_today(day.mark, words), _kept)

    def _show_day(self, words: DayWords) -> None:
        if words == self._day:
            return
        self._day = words
        self.board.greet(words.title, words.hello)
        self.board.subtitle.setText(words.subtitle)
        self.board.figures.show_figures(words.figures)
        self.board.visits.show_visits(words.visits)
        self.board.visits.stage.show_content()
        self.board.chart.show_months(words.months)
        self.board.count_part(
            VISITS, _("Your appointments {count}").format(count=len(words.visits))
        )
        self.titled.emit(_("Today"))

    def _show_list(self, words: ListWords) -> None:
        if words == self._listed:
            self.board.suggested.settle()
            return
        self._listed = words
        self.board.count_part(TO_MEET, _("To meet {count}").format(count=words.total))
        self._show_rows()

    def _show_rows(self) -> None:
        if self._listed is not None:
            self.board.suggested.show_rows(
                self._listed.rows, self._listed.total, roomy=not self.board.narrow
            )

    def _failed(self, error: Exception) -> None:
        self.board.suggested.show_error(
            _("The list could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)


def _read_day(services: "Services") -> "Day":
    """Read and word the day; what that needs is imported on the worker."""
    from advisor_app.ui.pages.today.wording import read_day

    return read_day(services)


def _read_list(services: "Services", limit: int) -> "Listing":
    from advisor_app.ui.pages.today.wording import read_list

    return read_list(services, limit)


def _read_trend(services: "Services", day: "Day") -> str:
    from advisor_app.ui.pages.today.wording import read_trend

    return read_trend(services, day.today)


def _kept(_nothing: None) -> None:
    """Nothing follows: the next start shows it."""


def _read_owed(services: "Services") -> "OwedList":
    from advisor_app.ui.pages.today.owed_wording import read_owed

    return read_owed(services)
