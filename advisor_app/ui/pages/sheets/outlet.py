"""Where papers leave the program: the ticked ones printed, or saved, one job at a time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.i18n import _
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.lock_paper import LockPaperDialog, lock_title
from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.pages.sheets.press import Press
from advisor_app.ui.pages.sheets.print_job import PrintJob
from advisor_app.ui.pages.sheets.printing import PrintingChoices
from advisor_app.ui.pages.sheets.save_job import SaveJob, ask_where
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


class Outlet(QObject):
    """Prints and saves for the page; `job` is what is under way, or None."""

    def __init__(
        self, page: Page, listed: SheetList, press: Press, printing: PrintingChoices
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._press, self._printing = page, listed, press, printing
        self.job: PrintJob | SaveJob | None = None

    def print_ticked(self, day: date) -> None:
        """Print as one job; where no printer is known, save."""
        places = self._list.ticked()
        if not places or self.job is not None:
            return
        if self._printing.can_print():
            self._press.gather(places, self._print)
        else:
            self.save(day)

    def save(self, day: date) -> None:
        """Ask where, and save."""
        if not self._list.ticked() or self.job is not None:
            return
        path = ask_where(self._page, day)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the ticked papers as one PDF, which opens with a passphrase if the bank asks."""

        def asked(protect: bool) -> None:
            if protect:
                window = self._page.window()
                LockPaperDialog(window, lambda word: self.write_to(path, word)).open()
            else:
                self.write_to(path, None)

        failed = self._page.requests.failed.emit
        read = Read(lambda services: services.bank().protect, asked, failed)
        ask_when_read(self, self._page.window(), lock_title(), self._page.ask, read)

    def write_to(self, path: Path, locked: str | None) -> None:
        """Write them; `locked` is the passphrase that opens the file."""

        def write(papers: list[Made]) -> None:
            job = SaveJob(self, self._page.ask, papers, path, locked)

            def ended(saved: bool) -> None:
                if saved:
                    self._left_the_program(papers, _("Saved as {name}.").format(name=path.name))
                elif job.stopped:
                    self._page.requests.say(_("Stopped. Nothing was saved."))

            job.failed.connect(self._page.requests.failed)
            self._run(job, _("{done} of {total} papers joined…"), ended)

        self._press.gather(self._list.ticked(), write)

    def stop(self) -> None:
        """Stop what is under way, else the making of papers."""
        if self.job is not None:
            self.job.stop()
        else:
            self._press.stop()

    def _print(self, papers: list[Made]) -> None:
        printer = self._printing.printer()
        if printer is None:
            return
        job = PrintJob(self, self._page.ask, printer, papers)

        def ended(taken: bool) -> None:
            if taken:
                self._left_the_program(papers, _("Sent to the printer."))
            elif job.stopped:
                self._page.requests.say(_("Stopped. Nothing was printed."))
            else:
                self._page.requests.say(_("The printer did not answer. Nothing was printed."))

        self._run(job, _("{done} of {total} pages printed…"), ended)

    def _run(self, job: PrintJob | SaveJob, words: str, then: Callable[[bool], None]) -> None:
        self.job = job

        def tell(done: int, total: int) -> None:
            self._list.show_work(words.format(done=done, total=total))

        def ended(well: bool) -> None:
            self.job = None
            self._list.show_work("")
            then(well)
            job.deleteLater()

        job.went_on.connect(tell)
        job.ended.connect(ended)
        job.start()

    def _left_the_program(self, papers: list[Made], words: str) -> None:
        def work(_services: "Services") -> None:
            for made in papers:
                made.printed()

        def done(_nothing: None) -> None:
            self._page.requests.say(words)
            self._page.changes.tell(Topic.DOCUMENTS)

        self._page.ask(self, work, done)
