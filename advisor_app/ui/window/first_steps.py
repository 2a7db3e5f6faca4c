"""The first run: no store is there yet. Make one and import into it, or open the example."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from advisor_app.i18n import _, set_language
from advisor_app.ui.dialogs.import_bank import FILE_KINDS, source_of
from advisor_app.ui.dialogs.store_made import BackupPassphraseDialog, MakeDialog
from advisor_app.ui.dialogs.welcome import Welcome
from advisor_app.ui.window.door import EXAMPLE, EXAMPLE_PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from advisor_app.bootstrap import Services
    from advisor_app.domain.codes import Language
    from advisor_app.ui.window.door import Door, Opener
    from advisor_app.ui.window.shell import Shell

COUNTRIES = ("FR", "BE", "LU", "CH", "DE", "NL")


class FirstSteps(QObject):
    """`opened_with` carries how to make, or open, the store; `source` is what to import then.

    `moved` carries the door to the example before it opens; `code` is the new store's recovery code, to be shown once.
    """

    opened_with = Signal(object)
    moved = Signal(object)

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self._shell, self._door = shell, door
        self._page: Welcome | None = None
        self.source: Path | None = None
        self.code = ""

    def show(self) -> None:
        """Show the welcome in a frame that waits."""
        shell, page = self._shell, Welcome()
        shell.rebuild()
        shell.top.hide()
        shell.rail.enable(works=False)
        shell.status.say(_("No data yet"))
        page.file_asked.connect(self._ask_file)
        page.folder_asked.connect(self._ask_folder)
        page.example_asked.connect(self._open_example)
        if self._has_backups():
            page.warn(
                _(
                    "The portfolio is not where it was: {path}. Connect the drive again and start "
                    "anew, or restore its newest backup."
                ).format(path=self._door.path)
            )
        self._page = page
        page.restore_asked.connect(self._ask_backup)
        page.spoken.connect(self._speak)
        shell.pages.addWidget(page)
        shell.pages.setCurrentWidget(page)
        shell.name_page(_("Welcome"))
        page.file.setFocus()

    def begin_with(self, path: str) -> None:
        """Make a store for these files: a workbook, a folder, or one of a folder's files."""
        self.source = source_of(path)
        MakeDialog(self._shell, self._make).open()

    def restore_from(self, path: str) -> None:
        """Make a backup the store."""

        def answer(passphrase: str) -> None:
            self._begin(partial(self._restored, Path(path), passphrase))

        BackupPassphraseDialog(self._shell, Path(path).name, answer).open()

    def _speak(self, chosen: Language) -> None:
        set_language(chosen)
        self.show()

    def _ask_file(self) -> None:
        kinds = _(FILE_KINDS)
        dialog = QFileDialog(self._shell, _("Which file holds your clients?"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.begin_with)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._shell, _("Which folder holds the bank's files?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, self.begin_with)

    def _ask_backup(self) -> None:
        kinds = _("Backups (*.store)")
        dialog = QFileDialog(self._shell, _("Which backup?"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.restore_from)

    def _open(self, dialog: QFileDialog, answer: Callable[[str], None]) -> None:
        dialog.fileSelected.connect(answer)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, passphrase: str) -> None:
        self._begin(partial(self._made, passphrase))

    @contextmanager
    def _made(self, passphrase: str) -> Iterator[Services]:
        from advisor_app.bootstrap import new_services

        with new_services(self._door.path, passphrase) as services:
            services.setup.initialise(_("Home branch"), _country())
            self.code = services.passphrases.recovery_code()
            yield services

    @contextmanager
    def _restored(self, backup: Path, passphrase: str) -> Iterator[Services]:
        from advisor_app.bootstrap import open_services
        from advisor_app.services.upkeep import restore

        self._door.path.parent.mkdir(parents=True, exist_ok=True)
        restore(backup, self._door.path, passphrase)
        with open_services(self._door.path, passphrase, self._door.advisor) as services:
            yield services

    def _has_backups(self) -> bool:
        folder = self._door.path.with_name(f"{self._door.path.name}.backups")
        return folder.is_dir() and any(folder.iterdir())

    def _open_example(self) -> None:
        self.moved.emit(self._door.to_example())
        self._begin(self._example)

    def _begin(self, opener: Opener) -> None:
        if self._page is not None:
            self._page.wait()
        self.opened_with.emit(opener)

    @contextmanager
    def _example(self) -> Iterator[Services]:
        """The demonstration, in a file of its own beside where the store will be."""
        from advisor_app.bootstrap import new_services, open_services
        from advisor_app.demo.make import Wanted, fill, settle

        path = self._door.path.with_name(EXAMPLE)
        if not path.is_file():
            half = path.with_name("example.half")
            half.unlink(missing_ok=True)
            with new_services(half, EXAMPLE_PASSPHRASE) as services:
                settle(services.setup, Wanted().day)
            with open_services(half, EXAMPLE_PASSPHRASE) as services:
                fill(
                    services.setup,
                    services.importing,
                    services.appointments,
                    services.reminders,
                    Wanted(),
                )
            half.replace(path)
        with open_services(path, EXAMPLE_PASSPHRASE) as services:
            yield services


def _country() -> str:
    """The country that the computer is set to, where it is one of ours."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if code in COUNTRIES else COUNTRIES[0]
