"""Papers to see, print and save: the sheets of a day, those of households, letters, lists."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.lock_paper import LockPaperDialog
from advisor_app.ui.pages.sheets.asking import PapersToAsk
from advisor_app.ui.pages.sheets.help import sheets_help
from advisor_app.ui.pages.sheets.making import about_words, client_papers, day_papers
from advisor_app.ui.pages.sheets.other_papers import other_papers
from advisor_app.ui.pages.sheets.paper import Made, Paper
from advisor_app.ui.pages.sheets.press import Press
from advisor_app.ui.pages.sheets.preview import PaperPreview
from advisor_app.ui.pages.sheets.print_job import PrintJob
from advisor_app.ui.pages.sheets.printing import PrintingCard
from advisor_app.ui.pages.sheets.save_job import SaveJob, ask_where
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.papers_asked import OtherPapers
from advisor_app.ui.parts.pdf import page_image
from advisor_app.ui.parts.requests import About, DaySheets, Requests, Whom
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
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
        self._job: PrintJob | SaveJob | None = None
        self._title = Text(_("Sheets"), Type.H1)
        self._subtitle = Text("", Type.BODY, Tone.SECOND)
        self._list = SheetList(today)
        self._preview = PaperPreview()
        self._printing = PrintingCard()
        self._press = Press(self, ask)
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
        self._stage.wait()
        day, chosen, others = self._day, self._clients, self._others

        def work(services: "Services") -> tuple[Paper, ...]:
            if others is not None:
                return other_papers(others)
            return client_papers(chosen) if chosen else day_papers(services, day)

        self.ask(self, work, self._show, self._failed)

    def print_now(self) -> None:
        """Print the ticked papers as one job: Ctrl+P."""
        places = self._list.ticked()
        if not places or self._job is not None:
            return
        if not self._printing.can_print():
            self._save()
            return
        self._press.gather(places, self._print)

    def page_help(self) -> tuple[str, ...]:
        """From the list to paper."""
        return sheets_help()

    def page_actions(self) -> tuple[Action, ...]:
        """Papers that are asked for here."""
        return self._asking.actions()

    def save_to(self, path: Path) -> None:
        """Write the ticked papers as one PDF, which opens with a passphrase if the bank asks."""

        def asked(protect: bool) -> None:
            if protect:
                LockPaperDialog(self.window(), lambda word: self._write_to(path, word)).open()
            else:
                self._write_to(path, None)

        self.ask(self, lambda services: services.bank().protect, asked, self.requests.failed.emit)

    def _write_to(self, path: Path, locked: str | None) -> None:
        def write(papers: list[Made]) -> None:
            job = SaveJob(self, self.ask, papers, path, locked)

            def ended(saved: bool) -> None:
                if saved:
                    self._left_the_printer(papers, _("Saved as {name}.").format(name=path.name))
                elif job.stopped:
                    self.requests.say(_("Stopped. Nothing was saved."))

            job.failed.connect(self.requests.failed)
            self._run(job, _("{done} of {total} papers joined…"), ended)

        self._press.gather(self._list.ticked(), write)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The printing choices give way where the window is small."""
        super().resizeEvent(event)
        self._printing.setVisible(self.window().width() >= sizes.NARROW)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE, sizes.M, sizes.PAGE, sizes.XL)
        column.setSpacing(sizes.M)
        head = QHBoxLayout()
        head.setSpacing(sizes.L)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addWidget(self._asking.button)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(sizes.M + 2)
        discreet = self.requests.discretion
        body.addWidget(Private(self._list, _("Other clients are hidden"), discreet))
        body.addWidget(Private(self._stage, _("The paper is hidden"), discreet), 1)
        body.addWidget(self._printing)
        column.addLayout(body, 1)

    def _listen(self) -> None:
        self._list.chosen.connect(self._choose)
        self._list.day_changed.connect(lambda day: self.show_about(DaySheets(day)))
        self._list.print_asked.connect(self.print_now)
        self._list.save_asked.connect(self._save)
        self._list.stop_asked.connect(self._stop)
        self._preview.wanted.connect(self._draw)
        self._press.made.connect(self._is_made)
        self._press.refused.connect(self._is_refused)
        self._press.failed.connect(self.requests.failed)
        self._press.went_on.connect(self._tell_making)

    def _show(self, papers: tuple[Paper, ...]) -> None:
        self._papers = papers
        self.titled.emit(_("Sheets"))
        of_a_day = self._others is None and not self._clients
        self._list.show_title(_("Day pack") if of_a_day else _("Papers"), of_a_day=of_a_day)
        self._list.show_day(self._day)
        waiting = sum(paper.wanted and paper.appointment is not None for paper in papers)
        self._subtitle.setText(about_words(self._others, self._clients, waiting, self._day))
        places = [one.appointment for one in papers]
        first = places.index(self._first) if self._first in places and self._first else 0
        self._press.begin(papers)
        self._list.show_papers(papers, first)
        if not papers:
            self._preview.clear()
            self._stage.show_empty()

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._press.want(place)

    def _is_made(self, place: int) -> None:
        made = self._press.made_of(place)
        if made is None:
            return
        self._list.show_count(place, made.count)
        if place == self._chosen:
            self._stage.show_content()
            self._preview.show_paper(made.count, wide=made.wide)

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
        if self._job is not None:
            return
        words = _("{done} of {total} papers made…").format(done=done, total=total)
        self._list.show_work(words if total >= _SOON_MADE and done < total else "")

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
        else:
            self._press.stop()

    def _print(self, papers: list[Made]) -> None:
        printer = self._printing.printer()
        if printer is None:
            return
        job = PrintJob(self, self.ask, printer, papers)

        def ended(taken: bool) -> None:
            if taken:
                self._left_the_printer(papers, _("Sent to the printer."))
            elif job.stopped:
                self.requests.say(_("Stopped. Nothing was printed."))
            else:
                self.requests.say(_("The printer did not answer. Nothing was printed."))

        self._run(job, _("{done} of {total} pages printed…"), ended)

    def _run(self, job: PrintJob | SaveJob, words: str, then: Callable[[bool], None]) -> None:
        self._job = job

        def tell(done: int, total: int) -> None:
            self._list.show_work(words.format(done=done, total=total))

        def ended(well: bool) -> None:
            self._job = None
            self._list.show_work("")
            then(well)
            job.deleteLater()

        job.went_on.connect(tell)
        job.ended.connect(ended)
        job.start()

    def _save(self) -> None:
        if not self._list.ticked() or self._job is not None:
            return
        path = ask_where(self, self._day)
        if path is not None:
            self.save_to(path)

    def _left_the_printer(self, papers: list[Made], words: str) -> None:
        def work(_services: "Services") -> None:
            for made in papers:
                made.printed()

        def done(_nothing: None) -> None:
            self.requests.say(words)
            self.changes.tell(Topic.DOCUMENTS)

        self.ask(self, work, done)

    def _failed(self, error: Exception) -> None:
        self._stage.show_error(
            _("The sheets could not be made"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)
