"""The sheets of a day: what to print, how it looks, on which printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import field_date, long_date
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.sheets.making import client_papers, day_papers, letter_papers
from advisor_app.ui.pages.sheets.paper import Paper
from advisor_app.ui.pages.sheets.preview import PaperPreview
from advisor_app.ui.pages.sheets.printing import PrintingCard
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.pdf import joined, page_image, print_images
from advisor_app.ui.parts.requests import About, DaySheets, LetterAsked, Requests, Whom
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services


class SheetsPage(Page):
    """The papers of one day, or of one client."""

    topics = frozenset({Topic.APPOINTMENTS, Topic.CONTACTS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests, today: "date") -> None:
        super().__init__(ask, changes, requests)
        self._day = today
        self._first: str | None = None
        self._clients: tuple[Whom, ...] = ()
        self._letter: LetterAsked | None = None
        self._papers: tuple[Paper, ...] = ()
        self._chosen = 0
        self._title = Text(_("Sheets"), Type.H1)
        self._subtitle = Text("", Type.BODY, Tone.SECOND)
        self._list = SheetList(today)
        self._preview = PaperPreview()
        self._printing = PrintingCard()
        empty = Message(
            "coffee",
            _("No appointment on this day"),
            _("Choose another day, or open a client to print a sheet."),
        )
        self._stage = Stage(self._preview, empty, self.reload)
        self._lay_out()
        self._list.chosen.connect(self._choose)
        self._list.day_changed.connect(self._another_day)
        self._list.print_asked.connect(self.print_now)
        self._list.save_asked.connect(self._save)
        self._preview.wanted.connect(self._draw)

    def show_about(self, about: About) -> None:
        """Show a day with one sheet in front, or sheets of meetings not booked yet."""
        letter = about if isinstance(about, LetterAsked) else None
        if isinstance(about, DaySheets):
            self._day, self._first, self._clients = about.day, about.appointment, ()
        elif isinstance(about, tuple):
            self._clients = about
        elif letter is not None:
            self._clients = ()
        else:
            self.come_forward()
            return
        self._letter, self._stale = letter, False
        self.reload()

    def reload(self) -> None:
        """Make the papers anew."""
        self._stage.wait()
        day, chosen, letter = self._day, self._clients, self._letter

        def work(services: "Services") -> tuple[Paper, ...]:
            if letter is not None:
                return letter_papers(services, letter)
            return client_papers(services, chosen) if chosen else day_papers(services, day)

        self.ask(self, work, self._show, self._failed)

    def print_now(self) -> None:
        """Print the ticked papers: Ctrl+P."""
        papers = self._list.ticked()
        if not papers:
            return
        if not self._printing.can_print():
            self._save()
            return

        def work(_services: "Services") -> list[QImage]:
            return [image for one in papers for image in print_images(one.pdf, one.pages)]

        def done(images: list[QImage]) -> None:
            if self._printing.send(images, _("Sheets")):
                self._left_the_printer(papers, _("Sent to the printer."))
            else:
                self.requests.say(_("The printer did not answer. Nothing was printed."))

        self.ask(self, work, done)

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
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(sizes.M + 2)
        body.addWidget(Private(self._list, _("Other clients are hidden"), self.requests.discretion))
        body.addWidget(self._stage, 1)
        body.addWidget(self._printing)
        column.addLayout(body, 1)

    def _another_day(self, day: "date") -> None:
        self.show_about(DaySheets(day))

    def _show(self, papers: tuple[Paper, ...]) -> None:
        self._papers = papers
        self.titled.emit(_("Sheets"))
        self._list.show_day(self._day)
        waiting = sum(paper.wanted and paper.appointment is not None for paper in papers)
        self._subtitle.setText(self._about(waiting))
        places = [one.appointment for one in papers]
        first = places.index(self._first) if self._first in places and self._first else 0
        self._list.show_papers(papers, first)
        if papers:
            self._stage.show_content()
        else:
            self._preview.clear()
            self._stage.show_empty()

    def _about(self, waiting: int) -> str:
        if self._letter is not None:
            return self._letter.whom
        if len(self._clients) == 1:
            return self._clients[0].title
        count = len(self._clients) or waiting
        words = ngettext("{count} sheet to print", "{count} sheets to print", count)
        said = words.format(count=count)
        return said if self._clients else f"{said} · {long_date(self._day)}"

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._preview.show_paper(self._papers[place].count)

    def _draw(self, page: int, count: int, width: int) -> None:
        if self._chosen >= len(self._papers):
            return
        paper = self._papers[self._chosen]

        def work(_services: "Services") -> list[QImage]:
            pages = paper.pages[page : page + count]
            return [page_image(paper.pdf, one, width) for one in pages]

        def done(images: list[QImage]) -> None:
            if self._papers and self._papers[min(self._chosen, len(self._papers) - 1)] is paper:
                self._preview.show_images(images)

        self.ask(self, work, done)

    def _save(self) -> None:
        papers = self._list.ticked()
        if not papers:
            return
        name = _("Sheets {day}").format(day=field_date(self._day).replace("/", "-"))
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), f"{name}.pdf", _("PDF files (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the ticked papers as one PDF."""
        papers = self._list.ticked()

        def work(_services: "Services") -> None:
            path.write_bytes(joined([(one.pdf, one.pages) for one in papers]))

        def done(_nothing: None) -> None:
            self._left_the_printer(papers, _("Saved as {name}.").format(name=path.name))

        self.ask(self, work, done, self._not_written)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.requests.say(_("The file could not be written: choose another place."))
        else:
            self.requests.failed.emit(error)

    def _left_the_printer(self, papers: list[Paper], words: str) -> None:
        def work(_services: "Services") -> None:
            for paper in papers:
                paper.printed()

        def done(_nothing: None) -> None:
            self.requests.say(words)
            self.changes.tell(Topic.DOCUMENTS)

        self.ask(self, work, done)

    def _failed(self, error: Exception) -> None:
        self._stage.show_error(
            _("The sheets could not be made"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)
