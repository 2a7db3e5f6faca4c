"""Backups: make one now, take one elsewhere, go back to one."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from advisor_app.domain.backups import INTERVAL_MINUTES, Backup, BackupState
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, file_size, long_date
from advisor_app.i18n.today_words import capitalised
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes
from advisor_app.ui.dialogs.restore import RestoreDialog
from advisor_app.ui.pages.settings.pane import Pane, SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from datetime import datetime

    from advisor_app.bootstrap import Services

_SHOWN_COUNT = 12


class BackupsPane(Pane):
    """The copies of the portfolio, the newest first."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self.now = Button(_("Back up now"))
        self.now.clicked.connect(self._make)
        self.elsewhere = Button(_("Copy to another drive…"))
        self.elsewhere.clicked.connect(self._choose_place)
        self.reminder = NoteBox(Mood.ATTENTION, "")
        self.reminder.hide()
        self._here = SettingRow(_("On this computer"), "", self.now)
        self._there = SettingRow(_("Outside this computer"), "", self.elsewhere)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add(self.reminder)
        card = SettingsCard(_("Backups"))
        card.add_row(self._here)
        card.add_row(self._there)
        self.add(card)
        self.add(self._list)

    def reload(self) -> None:
        """Show the backups of now."""
        self.read(_state, self._show)

    def main_action(self) -> None:
        """Make one now."""
        self._make()

    def _show(self, state: BackupState) -> None:
        self._here.tell(_about(state))
        outside = state.outside_at
        words = _("Never yet: a stolen or broken computer would take everything with it")
        if outside is not None:
            words = _("Last on {moment}").format(moment=moment_words(outside))
        self._there.tell(words)
        self.reminder.setVisible(state.remind)
        self.reminder.set_text(
            _("No copy outside this computer for two weeks. A stick in a drawer is enough.")
        )
        self._show_list(state.backups)

    def _show_list(self, backups: tuple[Backup, ...]) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        card = SettingsCard(_("Go back to a backup"))
        if not backups:
            told = _("The first one is made after half an hour of work, or when you close.")
            card.add_row(SettingRow(_("There is no backup yet"), told))
        for one in backups[:_SHOWN_COUNT]:
            card.add_row(self._row(one))
        self._rows.addWidget(card)

    def _row(self, backup: Backup) -> SettingRow:
        moment = moment_words(backup.made_at)
        button = Button(
            _("Restore…"), name=_("Restore the backup of {moment}").format(moment=moment)
        )
        button.clicked.connect(partial(self._ask_restore, backup, moment))
        told = file_size(backup.size)
        if not backup.same_passphrase:
            told = _(
                "{size} · made before the passphrase changed; it opens with the one of its day"
            )
            told = told.format(size=file_size(backup.size))
        return SettingRow(capitalised(moment), told, button)

    def _make(self) -> None:
        self.now.setEnabled(False)

        def done(name: str | None) -> None:
            self.now.setEnabled(True)
            nothing = _("Nothing has changed since the last backup.")
            self.requests.say(nothing if name is None else _("The backup is made."))
            self.requests.backed_up.emit()
            self.reload()

        self.ask(self, _make, done, self._failed)

    def _choose_place(self) -> None:
        title = _("Where should the copy go?")
        dialog = QFileDialog(self.window(), title, "", _("Backups (*.store)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("store")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self.copy_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_to(self, path: str) -> None:
        """Copy the portfolio to a place."""

        def done(_nothing: None) -> None:
            self.requests.say(_("The copy is made."))
            self.reload()

        self.ask(self, lambda services: services.backups.write(Path(path)), done, self._failed)

    def _ask_restore(self, backup: Backup, moment: str) -> None:
        answer, other = partial(self._restore, backup.name), not backup.same_passphrase
        RestoreDialog(self.window(), moment, answer, other_passphrase=other).open()

    def _restore(self, name: str, dialog: RestoreDialog, former: str | None) -> None:
        def done(_kept: str) -> None:
            dialog.done_well()
            self.requests.restored.emit()

        def failed(error: Exception) -> None:
            dialog.refuse(_sentence(error))

        self.ask(self, lambda services: services.backups.restore(name, former), done, failed)

    def _failed(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self.requests.refused.emit(_sentence(error))
        if not isinstance(error, TeteATeteError):
            self.requests.bug.emit(error)


def moment_words(moment: "datetime") -> str:
    """A day and a time of this computer's zone."""
    here = moment.astimezone()
    words = _("{day}, {time}")
    return words.format(day=long_date(here.date()), time=clock(here.time()))


def _about(state: BackupState) -> str:
    every = ngettext(
        "Every {count} minute of work, and at closing",
        "Every {count} minutes of work, and at closing",
        INTERVAL_MINUTES,
    ).format(count=INTERVAL_MINUTES)
    if not state.backups:
        return every
    last = moment_words(state.backups[0].made_at)
    words = _("{every}. Last on {moment}, in {folder}")
    return words.format(every=every, moment=last, folder=state.folder)


def _sentence(error: Exception) -> str:
    if isinstance(error, TeteATeteError):
        return sentence(error)
    return _("This is a mistake of the program. Nothing was saved.")


def _state(services: "Services") -> BackupState:
    return services.backups.state()


def _make(services: "Services") -> str | None:
    return services.backups.make()
