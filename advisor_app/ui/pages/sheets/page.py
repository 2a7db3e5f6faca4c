"""Papers to see, print and save: the sheets of a day, those of households, letters, lists."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.sheet_choices import SheetChoices
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.sheets.asking import PapersToAsk
from advisor_app.ui.pages.sheets.choices_card import ChoicesCard
from advisor_app.ui.pages.sheets.help import sheets_help
from advisor_app.ui.pages.sheets.making import about_words, client_papers, day_papers
from advisor_app.ui.pages.sheets.other_papers import other_papers
from advisor_app.ui.pages.sheets.outlet import Outlet
from advisor_app.ui.pages.sheets.paper import Paper
from advisor_app.ui.pages.sheets.press import Press
from advisor_app.ui.pages.sheets.preview import PaperPreview
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.papers_asked import OtherPapers
from advisor_app.ui.parts.pdf import page_image
from advisor_app.ui.parts.requests import About, DaySheets, Requests, Whom
from advisor_app.ui.parts.shortening import Shortening
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services

# So many papers are made before anybody could want to stop it.
_SOON_MADE = 4


class SheetsPage(Page):
    """The papers of one day, or whichever others were asked for."""

    topics = frozenset({Topic.APPOINTMENTS, Topic.CONTACTS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests, today: "date") -> None:
        super().__init__(ask, changes, requests)
        self._day = today
        self._first: str | None = None
        self._clients: tuple[Whom, ...] = ()
        self._others: OtherPapers | None = None
        self._papers: tuple[Paper, ...] = ()
        self._chosen = 0
        self._in_front: int | None = None
        self._kept: SheetChoices | None = None
        self._title = Text(_("Sheets"), Type.H1)
        self._subtitle = Shortening()
        self._list = SheetList(today)
        self._preview = PaperPreview()
        self._listed = Private(self._list, _("Other clients are hidden"), requests.discretion)
        self._choices = ChoicesCard(self._listed)
        self._press = Press(self, ask)
        self._outlet = Outlet(self, self._list, self._press, self._choices.printing)
        self._asking = PapersToAsk(self, today, self.show_about)
        empty = Message(
            "coffee",
            _("No appointment on this day"),
            _("Choose another day, or open a client to print a sheet."),
        )
        self._stage = Stage(self._preview, empty, self.reload)
        self._lay_out()
        self._listen()

    def show_about(self, about: About) -> None:
        """Show a day with one sheet in front, sheets of meetings not booked yet, or others."""
        if about is None:
            self.come_forward()
            return
        self._clients, self._others, self._first = (), None, None
        if isinstance(about, DaySheets):
            self._day, self._first = about.day, about.appointment
        elif isinstance(about, tuple):
            self._clients = about
        elif isinstance(about, OtherPapers):
            self._others = about
        self._stale = False
        self.reload()

    def reload(self) -> None:
        """Find the papers anew; they are made one after the other."""
        day, chosen, others = self._day, self._clients, self._others
        known = self._kept is not None

        def work(services: "Services") -> _Found:
            kept = None if known else services.sheet_choices.of_today()
            if others is not None:
                return _Found(other_papers(others), kept)
            return _Found(client_papers(chosen) if chosen else day_papers(services, day), kept)

        asked = self.ask(self, work, self._show, self._failed)
        for stage in (self._list.stage, self._stage):
            stage.wait(asked)

    def print_now(self) -> None:
        """Print the ticked papers as one job: Ctrl+P."""
        self._outlet.print_ticked(self._day)

    def page_help(self) -> tuple[str, ...]:
        """From the list to paper."""
        return sheets_help()

    def page_actions(self) -> tuple[Action, ...]:
        """Papers that are asked for here."""
        return self._asking.actions()

    def save_to(self, path: Path) -> None:
        """Write the ticked papers as one PDF, which opens with a passphrase if the bank asks."""
        self._outlet.save_to(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices give way where the window is small."""
        super().resizeEvent(event)
        self._subtitle.fit()
        self._choices.fold(narrow=self.window().width() < sizes.NARROW)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.M, 0, sizes.XL)
        self.keep_edge(column)
        column.setSpacing(sizes.M)
        head = QHBoxLayout()
        head.setSpacing(sizes.L)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addWidget(self._choices.button)
        head.addWidget(self._asking.button)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(sizes.M + 2)
        body.addWidget(self._listed)
        paper = Private(self._stage, _("The paper is hidden"), self.requests.discretion)
        body.addWidget(paper, 1)
        body.addWidget(self._choices)
        column.addLayout(body, 1)
        # It says whose papers, or how many.
        discretion = self.requests.discretion
        discretion.changed.connect(self._subtitle.setHidden)
        self._subtitle.setHidden(discretion.on)

    def _listen(self) -> None:
        self._stage.given_up.connect(self._give_up)
        self._list.stage.given_up.connect(self._stage.stop)
        self._list.retried.connect(self.reload)
        self._list.chosen.connect(self._choose)
        self._list.day_changed.connect(lambda day: self.show_about(DaySheets(day)))
        self._list.print_asked.connect(self.print_now)
        self._list.save_asked.connect(lambda: self._outlet.save(self._day))
        self._list.stop_asked.connect(self._outlet.stop)
        self._choices.ticks.changed.connect(self._rechoose)
        self._preview.wanted.connect(self._draw)
        self._press.made.connect(self._is_made)
        self._press.refused.connect(self._is_refused)
        self._press.failed.connect(self.requests.failed)
        self._press.went_on.connect(self._tell_making)

    def _show(self, found: "_Found") -> None:
        papers = self._papers = found.papers
        if self._kept is None and found.kept is not None:
            self._kept = found.kept
            self._choices.show_choices(found.kept)
        self._choices.for_sheets(self._others is None)
        self.titled.emit(_("Sheets"))
        of_a_day = self._others is None and not self._clients
        self._list.show_title(_("Day pack") if of_a_day else _("Papers"), of_a_day=of_a_day)
        self._list.show_day(self._day)
        waiting = sum(paper.wanted and paper.appointment is not None for paper in papers)
        self._subtitle.say(*about_words(self._others, self._clients, waiting, self._day))
        places = [one.appointment for one in papers]
        first = places.index(self._first) if self._first in places and self._first else 0
        self._in_front = None
        self._press.begin(papers, self._choices.ticks.chosen())
        self._list.show_papers(papers, first)
        if not papers:
            self._preview.clear()
            self._stage.show_empty()

    def _give_up(self) -> None:
        """Make no more papers; without the list there is none to choose either."""
        self._press.stop()
        if self._list.stage.waits:
            self._list.stage.stop()

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._press.want(place)

    def _rechoose(self, choices: SheetChoices) -> None:
        """Make the papers as is chosen now, the one in front first; and remember it."""
        self._press.choose(choices)
        if self._papers:
            self._press.want(self._chosen)
        self._kept = choices
        self.ask(self, lambda services: services.sheet_choices.keep(choices), _kept)

    def _is_made(self, place: int) -> None:
        made = self._press.made_of(place)
        if made is None:
            return
        self._list.show_count(place, made.count)
        if place == self._chosen:
            self._stage.show_content()
            again, self._in_front = self._in_front == place, place
            self._preview.show_paper(made.count, wide=made.wide, again=again)

    def _is_refused(self, place: int, error: TeteATeteError) -> None:
        self._list.refuse(place, sentence(error))
        if place == self._chosen:
            self._stage.show_error(_("This paper cannot be made"), sentence(error))

    def _draw(self, page: int, count: int, width: int) -> None:
        made = self._press.made_of(self._chosen)
        if made is None:
            return

        def work(_services: "Services") -> list[QImage]:
            return [page_image(made.pdf, one, width) for one in made.pages[page : page + count]]

        def done(images: list[QImage]) -> None:
            if self._press.made_of(self._chosen) is made:
                self._preview.show_images(images)

        self.ask(self, work, done)

    def _tell_making(self, done: int, total: int) -> None:
        if self._outlet.job is not None:
            return
        words = _("{done} of {total} papers made…").format(done=done, total=total)
        self._list.show_work(words if total >= _SOON_MADE and done < total else "")

    def _failed(self, error: Exception) -> None:
        for stage in (self._list.stage, self._stage):
            stage.show_error(
                _("The sheets could not be made"), _("Nothing was changed. Try again in a moment.")
            )
        self.requests.failed.emit(error)


class _Found(NamedTuple):
    """The papers, and what the advisor chose before where that was not known."""

    papers: tuple[Paper, ...]
    kept: SheetChoices | None


def _kept(_nothing: None) -> None:
    """Nothing is to be said: the ticks show it."""
