"""Today: a greeting, four figures, the day's appointments, who to meet, and a year of contacts."""

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.today.answers import Answers
from advisor_app.ui.pages.today.chart import ChartCard
from advisor_app.ui.pages.today.figures import FigureCard
from advisor_app.ui.pages.today.kept import Kept, packed, unpacked
from advisor_app.ui.pages.today.suggestion_list import SuggestionCardList
from advisor_app.ui.pages.today.visits import VisitCard
from advisor_app.ui.pages.today.words import DayWords, ListWords, SuggestionWords
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import DaySheets, Filter, Requests, Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.today import DayAppointment
    from advisor_app.ui.pages.today.wording import Day, Listing

_VISITS, _TO_MEET, _FIGURES = range(3)
_ALL_COUNT = 60
# The chart takes what is left of the column until it is as tall as drawn.
_MOST_OF_IT = 100
# A taller window than the one drawn shows more of the same list.
_AS_DRAWN, _ROW = sizes.WINDOW[1], today_sizes.SUGGESTION_SHOWN


class TodayPage(Page):
    """The advisor's day."""

    topics = frozenset(Topic)

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._answers = Answers()
        self._day: DayWords | None = None
        self._listed: ListWords | None = None
        self._limit = self._shown = sizes.FEW
        self._narrow, self._wide = False, False
        self._title = Text("", Type.H1, wrap=True)
        self._subtitle = Text("", Type.BODY, Tone.SECOND)
        self._figures = FigureCard()
        self._visits = VisitCard()
        self._chart = ChartCard()
        self._suggested = SuggestionCardList()
        self._tabs = Segments(
            [_("Your appointments"), _("To meet"), _("Figures")], height=sizes.CONTROL
        )
        self._tabs.choose(_TO_MEET)
        self._part = _TO_MEET
        self._tabs.chosen.connect(self._show_part)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for the day, then for the suggestions: the figures need not wait for them."""
        self._suggested.wait()
        limit = self._shown = self._wanted()
        self.ask(self, _read_day, self._hear_day, self._failed)
        self.ask(self, lambda services: _read_list(services, limit), self._hear_list, self._failed)

    def show_kept(self, text: str, *, current: bool) -> None:
        """Show the day as it was kept; what cannot be read waits for the store."""
        with contextlib.suppress(ValueError, TypeError, KeyError):
            day, listed, trend = unpacked(text)
            self._show_day(day if current else day._replace(subtitle=day.as_of))
            self._show_list(listed)
            self._figures.show_trend(trend)

    def _wanted(self) -> int:
        return max(self._limit, sizes.FEW + (self.window().height() - _AS_DRAWN) // _ROW)

    def whom(self) -> Whom | None:
        """The household of the chosen suggestion."""
        chosen = self._suggested.chosen()
        return None if chosen is None else self._answers.whom(chosen.key)

    def print_now(self) -> None:
        """Ctrl+P prints the day."""
        if self._answers.day is not None:
            self.requests.open_sheets.emit(DaySheets(self._answers.day.today.now.date()))

    def main_action(self) -> None:
        """Ctrl+Enter does what the filled button says."""
        chosen = self._suggested.chosen()
        if chosen is not None:
            self._act(chosen)

    def page_actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen suggestion, and how the list is made."""
        chosen = self._suggested.has_chosen
        return (
            Action(_("Later…"), Menu.CLIENT, self._put_off, ("L",), "alarm-clock", chosen, group=2),
            Action(_("Dismiss…"), Menu.CLIENT, self._dismiss, ("Del",), "x", chosen, group=2),
            Action(_("How this list is made"), Menu.HELP, self._explain, (), "info"),
            Action(_("See who to meet, all of them"), Menu.VIEW, self._show_all, (), "users"),
        )

    def page_help(self) -> tuple[str, ...]:
        """How one works with the day."""
        return (
            _("The title says who comes next; the figures below open the lists that they count."),
            _("The rows under “To meet” say whom to see and why, the most useful now first."),
            _("↑ and ↓ move between the rows; Tab reaches the buttons of a row, Esc leaves them."),
            _("Enter opens the client's page, Ctrl+Enter does what the filled button says."),
            _("L puts a suggestion off, Del dismisses it; Ctrl+Z takes either back."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three segments instead of columns where the window is small."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow, wide = width < sizes.NARROW, width >= sizes.WIDE
        if (narrow, wide) != (self._narrow, self._wide):
            self._narrow, self._wide = narrow, wide
            self._arrange()
            self._show_rows()
        if self._listed is not None and self._wanted() > self._shown:
            self.reload()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.PAGE, sizes.M, sizes.PAGE, sizes.XL)
        self._column.setSpacing(sizes.CARD_GAP)
        head = QVBoxLayout()
        head.setSpacing(sizes.TIGHT)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        self._column.addLayout(head)
        self._column.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self._counted = Private(self._figures, _("Figures are hidden"), self.requests.discretion)
        self._column.addWidget(self._counted)
        body = QHBoxLayout()
        body.setSpacing(sizes.ICON)
        self._left, inside = Scroll(), QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(sizes.ICON)
        discretion = self.requests.discretion
        self._coming = Private(self._visits, _("Appointments are hidden"), discretion)
        left.addWidget(self._coming)
        left.addWidget(self._chart, _MOST_OF_IT)
        left.addStretch(1)
        self._left.hold(inside)
        body.addWidget(self._left)
        self._to_meet = Private(self._suggested, _("Other clients are hidden"), discretion)
        body.addWidget(self._to_meet, 1)
        self._column.addLayout(body, 1)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._narrow
        self._title.set_role(Type.H1_SMALL if narrow else Type.H1)
        self._tabs.setVisible(narrow)
        self._counted.setVisible(not narrow or self._part == _FIGURES)
        self._left.setVisible(not narrow or self._part != _TO_MEET)
        self._coming.setVisible(not narrow or self._part == _VISITS)
        self._chart.setVisible(not narrow or self._part == _FIGURES)
        self._to_meet.setVisible(not narrow or self._part == _TO_MEET)
        if narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(sizes.WIDE)
        else:
            self._left.setFixedWidth(today_sizes.LEFT_WIDE if self._wide else today_sizes.LEFT)

    def _show_part(self, part: int) -> None:
        self._part = part
        self._arrange()

    def _connect(self) -> None:
        requests = self.requests
        self._figures.asked_online.connect(
            lambda: requests.open_portfolio.emit(Filter(online_only=True))
        )
        self._figures.asked_not_introduced.connect(
            lambda: requests.open_portfolio.emit(Filter(not_introduced=True))
        )
        answers = self._answers
        self._visits.opened.connect(lambda ref: answers.for_visit(ref, self._open_household))
        self._visits.sheet_asked.connect(lambda ref: answers.for_visit(ref, self._open_sheet))
        self._visits.all_asked.connect(self.print_now)
        self._visits.write_up_asked.connect(lambda ref: answers.for_visit(ref, self._write_up))
        self._visits.booking_asked.connect(lambda: self._show_part(_TO_MEET))
        requests.discretion.changed.connect(lambda on: self._greet(discreet=on))
        self._suggested.acted.connect(self._act)
        self._suggested.opened.connect(lambda one: requests.open_client.emit(one.key))
        self._suggested.later.connect(lambda one: answers.for_whom(one.key, requests.later.emit))
        self._suggested.dismissed.connect(
            lambda one: answers.for_whom(one.key, requests.dismiss.emit)
        )
        self._suggested.all_asked.connect(self._show_all)
        self._suggested.how_asked.connect(self._explain)
        self._suggested.retried.connect(self.reload)

    def _act(self, words: SuggestionWords) -> None:
        asked = self.requests.propose if words.books else self.requests.note_contact
        self._answers.for_whom(words.key, asked.emit)

    def _open_household(self, one: "DayAppointment") -> None:
        self.requests.open_client.emit(one.household)

    def _open_sheet(self, one: "DayAppointment") -> None:
        self.requests.open_sheets.emit(DaySheets(one.start.date(), one.ref))

    def _write_up(self, one: "DayAppointment") -> None:
        from advisor_app.ui.pages.today.wording import visit_whom

        self.requests.write_up.emit(one.ref, visit_whom(one))

    def _put_off(self) -> None:
        chosen = self._suggested.chosen()
        if chosen is not None:
            self._answers.for_whom(chosen.key, self.requests.later.emit)

    def _dismiss(self) -> None:
        chosen = self._suggested.chosen()
        if chosen is not None:
            self._answers.for_whom(chosen.key, self.requests.dismiss.emit)

    def _show_all(self) -> None:
        self._limit = _ALL_COUNT
        self.reload()

    def _hear_day(self, day: "Day") -> None:
        self._show_day(day.words)
        self._answers.hear_day(day)

        def hear_trend(trend: str) -> None:
            self._figures.show_trend(trend)
            self._keep(day, trend)

        self.ask(self, lambda services: _read_trend(services, day), hear_trend)

    def _hear_list(self, listing: "Listing") -> None:
        self._show_list(listing.words)
        self._answers.hear_list(listing)

    def _keep(self, day: "Day", trend: str) -> None:
        """Keep the whole page for the next start, unless it is longer than a start shows."""
        listing = self._answers.listing
        if listing is None or listing.mark != day.mark or self._limit == _ALL_COUNT:
            return
        words = packed(Kept(day.words, listing.words, trend))
        self.ask(self, lambda services: services.kept_pages.keep_today(day.mark, words), _kept)

    def _show_day(self, words: DayWords) -> None:
        if words == self._day:
            return
        self._day = words
        self._greet(discreet=self.requests.discretion.on)
        self._subtitle.setText(words.subtitle)
        self._figures.show_figures(words.figures)
        self._visits.show_visits(words.visits)
        self._chart.show_months(words.months)
        self._tabs.set_label(
            _VISITS, _("Your appointments {count}").format(count=len(words.visits))
        )
        self.titled.emit(_("Today"))

    def _greet(self, *, discreet: bool) -> None:
        """Name who comes next, unless somebody looks on."""
        if self._day is not None:
            self._title.setText(self._day.hello if discreet else self._day.title)

    def _show_list(self, words: ListWords) -> None:
        if words == self._listed:
            self._suggested.settle()
            return
        self._listed = words
        self._tabs.set_label(_TO_MEET, _("To meet {count}").format(count=words.total))
        self._show_rows()

    def _show_rows(self) -> None:
        if self._listed is not None:
            self._suggested.show_rows(self._listed.rows, self._listed.total, roomy=not self._narrow)

    def _explain(self) -> None:
        from advisor_app.i18n.suggestion_rules import how_the_list_is_made

        self.requests.explain.emit(_("How this list is made"), "\n\n".join(how_the_list_is_made()))

    def _failed(self, error: Exception) -> None:
        self._suggested.show_error(
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
