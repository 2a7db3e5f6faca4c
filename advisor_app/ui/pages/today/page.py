"""Today: a greeting, four figures, the day's appointments, who to meet, and a year of contacts."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.today import DayAppointment, Share, SuggestionList, Today
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.suggestion_rules import how_the_list_is_made
from advisor_app.i18n.today_words import greeting, subtitle
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.today.chart import ChartCard
from advisor_app.ui.pages.today.figures import FigureCard
from advisor_app.ui.pages.today.suggestion_list import SuggestionCardList
from advisor_app.ui.pages.today.suggestion_row import SuggestionWords
from advisor_app.ui.pages.today.visits import VisitCard
from advisor_app.ui.pages.today.words import row_words
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import DaySheets, Filter, Requests, Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

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
        self._today: Today | None = None
        self._found: SuggestionList | None = None
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
        self.ask(self, lambda services: services.today_page.today(), self._show, self._failed)

        def suggested(services: "Services") -> SuggestionList:
            return services.today_page.suggested(limit)

        self.ask(self, suggested, self._show_suggested, self._failed)
        self.ask(self, lambda services: services.today_page.january(), self._show_january)

    def _wanted(self) -> int:
        return max(self._limit, sizes.FEW + (self.window().height() - _AS_DRAWN) // _ROW)

    def whom(self) -> Whom | None:
        """The household of the chosen suggestion."""
        chosen = self._suggested.chosen()
        return None if chosen is None else chosen.whom

    def print_now(self) -> None:
        """Ctrl+P prints the day."""
        if self._today is not None:
            self.requests.open_sheets.emit(DaySheets(self._today.now.date()))

    def main_action(self) -> None:
        """Ctrl+Enter does what the filled button says."""
        chosen = self._suggested.chosen()
        if chosen is not None:
            self._act(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three segments instead of columns where the window is small."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow, wide = width < sizes.NARROW, width >= sizes.WIDE
        if (narrow, wide) != (self._narrow, self._wide):
            self._narrow, self._wide = narrow, wide
            self._arrange()
            self._word_rows()
        if self._found is not None and self._wanted() > self._shown:
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
        self._column.addWidget(self._figures)
        body = QHBoxLayout()
        body.setSpacing(sizes.ICON)
        self._left, inside = Scroll(), QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(sizes.ICON)
        left.addWidget(self._visits)
        left.addWidget(self._chart, _MOST_OF_IT)
        left.addStretch(1)
        self._left.hold(inside)
        body.addWidget(self._left)
        body.addWidget(self._suggested, 1)
        self._column.addLayout(body, 1)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._narrow
        self._title.set_role(Type.H1_SMALL if narrow else Type.H1)
        self._tabs.setVisible(narrow)
        self._figures.setVisible(not narrow or self._part == _FIGURES)
        self._left.setVisible(not narrow or self._part != _TO_MEET)
        self._visits.setVisible(not narrow or self._part == _VISITS)
        self._chart.setVisible(not narrow or self._part == _FIGURES)
        self._suggested.setVisible(not narrow or self._part == _TO_MEET)
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
        self._visits.opened.connect(lambda one: requests.open_client.emit(one.household))
        self._visits.sheet_asked.connect(
            lambda one: requests.open_sheets.emit(DaySheets(one.start.date(), one.ref))
        )
        self._visits.all_asked.connect(self.print_now)
        self._visits.write_up_asked.connect(
            lambda one: requests.write_up.emit(one.ref, whom_of(one))
        )
        self._visits.booking_asked.connect(lambda: self._show_part(_TO_MEET))
        self._suggested.acted.connect(self._act)
        self._suggested.opened.connect(lambda one: requests.open_client.emit(one.whom.key))
        self._suggested.later.connect(lambda one: requests.later.emit(one.whom))
        self._suggested.dismissed.connect(lambda one: requests.dismiss.emit(one.whom))
        self._suggested.all_asked.connect(self._show_all)
        self._suggested.how_asked.connect(self._explain)
        self._suggested.retried.connect(self.reload)

    def _act(self, words: SuggestionWords) -> None:
        asked = self.requests.propose if words.books else self.requests.note_contact
        asked.emit(words.whom)

    def _show_all(self) -> None:
        self._limit = _ALL_COUNT
        self.reload()

    def _show(self, today: Today) -> None:
        self._today = today
        self._title.setText(greeting(today))
        self._subtitle.setText(subtitle(today))
        self._figures.show_today(today)
        self._visits.show_today(today, project_names())
        self._chart.show_months(today.months)
        self._tabs.set_label(
            _VISITS, _("Your appointments {count}").format(count=len(today.appointments))
        )
        self.titled.emit(_("Today"))
        self._word_rows()

    def _show_january(self, before: Share) -> None:
        if self._today is not None:
            self._figures.show_trend(self._today, before)

    def _show_suggested(self, found: SuggestionList) -> None:
        self._found = found
        self._tabs.set_label(_TO_MEET, _("To meet {count}").format(count=found.total))
        self._word_rows()

    def _word_rows(self) -> None:
        if self._found is None or self._today is None:
            return
        today, names = self._today.now.date(), project_names()
        words = [row_words(card, today, names) for card in self._found.cards]
        self._suggested.show_rows(words, self._found.total, roomy=not self._narrow)

    def _explain(self) -> None:
        self.requests.explain.emit(_("How this list is made"), "\n\n".join(how_the_list_is_made()))

    def _failed(self, error: Exception) -> None:
        self._suggested.show_error(
            _("The list could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)


def whom_of(one: DayAppointment) -> Whom:
    """The household of an appointment."""
    minutes = (one.end - one.start) // timedelta(minutes=1)
    return Whom(one.household, joint_name(one.people), one.people, None, minutes)
