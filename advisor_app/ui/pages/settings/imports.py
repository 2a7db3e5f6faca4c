"""The bank's files: bring them in again, or take the last ones back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes
from advisor_app.ui.dialogs.import_bank import FILE_KINDS, ImportDialog, source_of
from advisor_app.ui.pages.settings.pane import Pane, SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.import_undo import LastImport


class ImportsPane(Pane):
    """Everything is checked before anything is written, and can be taken back for 30 days."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self.file = Button(_("Choose the file…"), icon="folder-open")
        self.file.clicked.connect(self._ask_file)
        self.folder = Button(_("Choose a folder…"), icon="folder-open")
        self.folder.clicked.connect(self._ask_folder)
        self.undo = Button(_("Take it back"), icon="undo-2")
        self.undo.clicked.connect(self._take_back)
        self._last = SettingRow(_("The last import"), "", self.undo)
        card = SettingsCard(_("The bank's files"))
        told = _("You read what will be new, changed or refused before anything is written")
        card.add_row(SettingRow(_("A workbook, or one file of a folder"), told, self.file))
        card.add_row(SettingRow(_("A whole folder"), "", self.folder))
        card.add_row(self._last)
        self.add(card)

    def reload(self) -> None:
        """Show the last import of now."""
        self.read(_last, self._show)

    def main_action(self) -> None:
        """Choose a file."""
        self._ask_file()

    def bring_in(self, path: str) -> None:
        """Check what was chosen, and write it where that is wanted."""
        ImportDialog(self.window(), source_of(path), self.ask, self.requests.restored.emit).open()

    def _show(self, last: "LastImport | None") -> None:
        self.undo.setEnabled(last is not None)
        if last is None:
            self._last.tell(_("Nothing that can be taken back"))
            return
        words = _("{source}, on {day} at {time}. It can be taken back until {until}")
        here, until = last.at.astimezone(), last.until.astimezone()
        self._last.tell(
            words.format(
                source=last.source,
                day=long_date(here.date()),
                time=clock(here.time()),
                until=long_date(until.date()),
            )
        )

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), _("Which file holds your clients?"), "", _(FILE_KINDS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.window(), _("Which folder holds the bank's files?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.bring_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_back(self) -> None:
        self.undo.setEnabled(False)

        def done(source: str) -> None:
            self.requests.say_final(
                _("The import of {source} was taken back.").format(source=source)
            )
            self.requests.restored.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, TeteATeteError):
                self.requests.refused.emit(sentence(error))
            else:
                self.requests.bug.emit(error)
            self.reload()

        self.ask(self, lambda services: services.importing.undo(), done, failed)


def _last(services: "Services") -> "LastImport | None":
    return services.importing.last()
