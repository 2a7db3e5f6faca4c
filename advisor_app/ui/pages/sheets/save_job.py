"""The ticked papers as one file: joined and saved on the worker, until it is stopped."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.i18n import _, language
from advisor_app.i18n.formats import field_date
from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.tasks import Progress

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.reports.joining import Leaf


def ask_where(owner: QWidget, day: date) -> Path | None:
    """Where the papers are to be saved; None where somebody thought better of it."""
    name = _("Sheets {day}").format(day=field_date(day).replace("/", "-"))
    path, _kind = QFileDialog.getSaveFileName(
        owner, _("Save as PDF"), f"{name}.pdf", _("PDF files (*.pdf)")
    )
    return Path(path) if path else None


class SaveJob(QObject):
    """Saves, whole or not at all; one paper stays as it was made, several are called as the file.

    `locked` is the passphrase that opens the file, where it has one. `went_on` says how many papers
    of how many are in the file, `ended` whether it was saved, `failed` why it could not be.
    """

    went_on = Signal(int, int)
    ended = Signal(bool)
    failed = Signal(object)
    _told = Signal(int, int)

    def __init__(
        self, owner: QObject, ask: Ask, papers: Sequence[Made], path: Path, locked: str | None
    ) -> None:
        super().__init__(owner)
        self._ask, self._papers = ask, papers
        self._path, self._locked = path, locked
        # From the worker to the window's own thread.
        self._told.connect(self.went_on, Qt.ConnectionType.QueuedConnection)
        self._progress = Progress(self._told.emit)

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._progress.cancelled()

    def start(self) -> None:
        """Join and save."""
        self._ask(self, self._save, self.ended.emit, self._fail)

    def stop(self) -> None:
        """Save nothing; what has begun to be written is written."""
        self._progress.cancel()

    def _save(self, _services: "Services") -> bool:
        from advisor_app.reports.protecting import protected
        from advisor_app.reports.saving import save

        try:
            pdf = self._joined()
        except _StoppedError:
            return False
        save(self._path, pdf if self._locked is None else protected(pdf, self._locked))
        return True

    def _joined(self) -> bytes:
        if len(self._papers) == 1:
            return self._papers[0].pdf
        from advisor_app.reports.joining import joined

        return joined(self._leaves(), self._path.stem, language())

    def _leaves(self) -> "Iterator[Leaf]":
        from advisor_app.reports.joining import Leaf

        for number, made in enumerate(self._papers):
            if self.stopped:
                raise _StoppedError
            self._progress.report(number, len(self._papers))
            yield Leaf(made.title, made.pdf)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.ended.emit(False)


class _StoppedError(Exception):
    """Somebody stopped it between two papers."""
