"""Import a bank's files: read and checked first, written when the report has been seen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from advisor_app.domain.bank_import import ImportReport, NoUsableRow
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import N_, _, ngettext
from advisor_app.i18n.formats import number
from advisor_app.i18n.import_wording import refusal_line
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.text import Text
from advisor_app.ui.tasks import Progress
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

FILE_KINDS = N_("Bank files (*.csv *.xlsx *.xlsm *.xls *.ods)")
_SHOWN = 8
_PERCENT = 100


def source_of(path: str) -> Path:
    """What is imported where a file was chosen: a CSV file stands for its whole folder."""
    found = Path(path)
    return found.parent if found.suffix.lower() == ".csv" else found


class ImportDialog(HouseDialog):
    """`finished_well` is called once the files are written; closing before writes nothing."""

    _told = Signal(int)

    def __init__(
        self, parent: QWidget, source: Path, ask: Ask, finished_well: Callable[[], None]
    ) -> None:
        title = _("Import these clients?")
        super().__init__(parent, title, str(source.name), _("Import"))
        self._source, self._ask, self._finished = source, ask, finished_well
        self.bar = QProgressBar()
        self.bar.setRange(0, _PERCENT)
        self.bar.setAccessibleName(_("Reading the files"))
        self.fields.addWidget(self.bar)
        self._report: QWidget | None = None
        self._missed = False
        self._told.connect(self.bar.setValue, Qt.ConnectionType.QueuedConnection)
        self._progress = Progress(
            lambda done, total: self._told.emit(_PERCENT * done // max(total, 1))
        )
        self.action.setEnabled(False)
        self._run(dry=True)

    def accept(self) -> None:
        """Write what was read; what failed is read again, from the beginning."""
        again, self._missed = self._missed, False
        self.busy()
        self.action.setText(_("Import"))
        self.bar.setValue(0)
        self.bar.show()
        self._run(dry=again)

    def reject(self) -> None:
        """Stop; nothing is written."""
        self._progress.cancel()
        super().reject()

    def _run(self, *, dry: bool) -> None:
        source, progress = self._source, self._progress

        def work(services: "Services") -> ImportReport:
            from advisor_app.exchange.importing import reader
            from advisor_app.services.importing import ImportOptions

            options = ImportOptions(source.resolve().name, dry_run=dry)
            return services.importing.write(reader(source, None), options, progress)

        self._ask(self, work, self._checked if dry else self._written, self._failed)

    def _checked(self, report: ImportReport) -> None:
        self.bar.hide()
        self._show(report)
        self.action.setEnabled(True)
        self.refit()

    def _written(self, _report: ImportReport) -> None:
        super().accept()
        self._finished()

    def _failed(self, error: Exception) -> None:
        self.bar.hide()
        if isinstance(error, NoUsableRow):
            self._show(error.report)
        if isinstance(error, TeteATeteError):
            self.refuse(sentence(error))
        else:
            self.refuse(_("The files could not be read. Nothing was written."))
        self._missed = True
        self.action.setText(_("Try again"))
        self.action.setEnabled(True)
        self.refit()

    def _show(self, report: ImportReport) -> None:
        """Show what a run found, in place of what the one before it did."""
        if self._report is not None:
            self._report.hide()
            self._report.deleteLater()
        self._report = QWidget()
        lines = QVBoxLayout(self._report)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(sizes.M)
        self.fields.addWidget(self._report)
        card = Card(fill="sunken")
        grid = QGridLayout(card)
        grid.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        grid.setHorizontalSpacing(sizes.XL)
        heads = ("", _("new"), _("changed"), _("unchanged"), _("refused"))
        for place, head in enumerate(heads):
            grid.addWidget(Text(head, Type.CAPTION_STRONG, Tone.HINT), 0, place)
        for row, (table, count) in enumerate(report.tables.items(), 1):
            grid.addWidget(Text(table, Type.SMALL_STRONG), row, 0)
            counts = (count.new, count.changed, count.unchanged, count.refused)
            for place, amount in enumerate(counts, 1):
                grid.addWidget(Text(number(amount), Type.SMALL), row, place)
        lines.addWidget(card)
        for refusal in report.refusals[:_SHOWN]:
            words = refusal_line(refusal)
            lines.addWidget(Text(words, Type.SMALL, Tone.WARN, wrap=True))
        _say_rest(report, lines)


def _say_rest(report: ImportReport, lines: QVBoxLayout) -> None:
    more = report.refused - min(len(report.refusals), _SHOWN)
    if more > 0:
        words = ngettext("{count} more row is refused.", "{count} more rows are refused.", more)
        lines.addWidget(Text(words.format(count=more), Type.SMALL, Tone.WARN, wrap=True))
    words = _("Refused rows stay out; all else is written at once, and can be taken back.")
    lines.addWidget(Text(words, Type.SMALL, Tone.SECOND, wrap=True))
