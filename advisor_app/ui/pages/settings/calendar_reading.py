"""What is done with calendars from files: read, let go, and their past meetings answered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from advisor_app.domain.codes import Channel
from advisor_app.i18n import _
from advisor_app.i18n.calendar_words import kept_lines
from advisor_app.ui.changes import Topic
from advisor_app.ui.pages.settings.calendar_files import FilesCard, FoundCard
from advisor_app.ui.pages.settings.calendar_told import BUSY, CalendarDeeds

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.busy_time import CalendarKept, CalendarScope
    from advisor_app.exchange.calendar_importing import Read

_MET = (Topic.CONTACTS, Topic.CLIENTS, Topic.SUGGESTIONS)


class FileDeeds(CalendarDeeds):
    """`begun` says that a file is being read; `meetings` whether past ones are looked for."""

    begun = Signal()
    meetings = False

    def listen(self, card: FilesCard) -> None:
        """Do what the card of the files asks."""
        card.file_asked.connect(self._ask_file)
        card.folder_asked.connect(self._ask_folder)
        card.forgotten.connect(self._forget)
        card.meetings.toggled.connect(self._look_for_meetings)

    def listen_to_found(self, card: FoundCard) -> None:
        """Do what the card of the past meetings asks."""
        card.confirmed.connect(self._confirm)
        card.dismissed.connect(self._dismiss)

    def read(self, chosen: str) -> None:
        """Read a file or folder: its scope from the store, its content beside, then keep it."""
        path, meetings = Path(chosen), self.meetings
        self.begun.emit()

        def look(scope: "CalendarScope") -> None:
            def work() -> "Read":
                from advisor_app.exchange.calendar_importing import read_calendar

                return read_calendar(path, scope)

            self.network.run(self, work, keep, self.refused)

        def keep(read: "Read") -> None:
            def work(services: "Services") -> "CalendarKept":
                from advisor_app.exchange.calendar_importing import name_of

                return services.busy_times.keep(name_of(path), *read, meetings=meetings)

            self.pane.ask(self.pane, work, told, self.refused)

        def told(kept: "CalendarKept") -> None:
            self.changed(" ".join(kept_lines(kept)), BUSY)

        self.pane.ask(self.pane, lambda services: services.busy_times.scope(), look, self.refused)

    def _ask_file(self) -> None:
        kinds = _("Calendars (*.ics)")
        dialog = QFileDialog(self.pane.window(), _("Which file holds your calendar?"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.pane.window(), _("Which folder holds your calendars?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_for_meetings(self, on: bool) -> None:
        self.meetings = on

    def _forget(self, name: str) -> None:
        words = _("Your busy times of {name} are no longer kept.").format(name=name)
        self.do(lambda services: services.busy_times.forget(name), words, BUSY)

    def _confirm(self, ref: str, channel: str) -> None:
        self.do(
            lambda services: services.busy_times.confirm(ref, Channel(channel)),
            _("The contact was noted."),
            _MET,
            lambda services, contact: services.busy_times.ask_again(ref, contact),
        )

    def _dismiss(self, ref: str) -> None:
        words = _("It will not be asked about again.")
        self.do(
            lambda services: services.busy_times.dismiss(ref),
            words,
            (),
            lambda services, _nothing: services.busy_times.ask_again(ref),
        )
