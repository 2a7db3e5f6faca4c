"""Export: in which form, for which purpose, and where to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.purpose import PurposeField
from advisor_app.ui.parts.fields import Choice, Labelled
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


@dataclass(frozen=True, slots=True)
class Order:
    """What was answered: the purpose as the trail keeps it, the form, and the file."""

    purpose: str
    form: str
    path: Path


class ExportDialog(HouseDialog):
    """Asks; the answer says through `busy`, `tell`, `refuse` and `accept` what became of it."""

    def __init__(
        self, parent: QWidget, count: int, answer: Callable[["ExportDialog", Order], None]
    ) -> None:
        title = ngettext("Export {count} household?", "Export {count} households?", count)
        told = _("The file holds the columns that the list shows, and is not encrypted.")
        super().__init__(parent, title.format(count=count), told, _("Choose the file…"))
        self._answer = answer
        self.stopped = False
        forms = [(_("Excel workbook (XLSX)"), "xlsx"), (_("Table as text (CSV)"), "csv")]
        self.form = Choice(list(forms), name=_("File format"))
        self.purpose = PurposeField()
        self.fields.addWidget(Labelled(_("File format"), self.form))
        self.fields.addWidget(self.purpose)
        self.fields.addWidget(
            NoteBox(
                Mood.INFO,
                _("Who exported what and why is kept on the trail, for each client."),
            )
        )
        self._progress = Text("", Type.SMALL, Tone.SECOND)
        self._progress.hide()
        self.fields.addWidget(self._progress)

    def accept(self) -> None:
        """Ask for the file, then hand the order over; nothing is asked of an empty purpose."""
        purpose = self.purpose.purpose()
        if not purpose:
            again = _("Say in a few words for what the file is needed.")
            self.refuse(self.purpose.ask_again(again))
            return
        path = self.ask_path(str(self.form.value()))
        if path is not None:
            self.busy()
            self._answer(self, Order(purpose, str(self.form.value()), path))

    def ask_path(self, form: str) -> Path | None:
        """Where to; None where nowhere."""
        kinds = {"xlsx": _("Excel workbooks (*.xlsx)"), "csv": _("CSV files (*.csv)")}
        name = f"{_('Portfolio')}.{form}"
        path, _kind = QFileDialog.getSaveFileName(self, _("Export"), name, kinds[form])
        return Path(path).with_suffix(f".{form}") if path else None

    def tell(self, done: int, total: int) -> None:
        """Say how far the export is."""
        words = _("{done} of {total} households read…")
        self._progress.setText(words.format(done=done, total=total))
        self._progress.show()

    def reject(self) -> None:
        """Stop, before anything is written."""
        self.stopped = True
        super().reject()

    def done_well(self) -> None:
        """The file is written."""
        super().accept()
