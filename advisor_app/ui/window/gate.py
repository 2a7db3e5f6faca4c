"""The window while its store is closed: locked, or not opened yet; it shows nothing of a client."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from advisor_app.domain.errors import (
    NoPassphrase,
    NoStore,
    StoreInUse,
    TeteATeteError,
    WrongPassphrase,
)
from advisor_app.domain.locking import Lock, LockedBy
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.import_bank import ImportDialog
from advisor_app.ui.dialogs.recovery import CodeDialog, RecoveryDialog
from advisor_app.ui.parts.states import Message
from advisor_app.ui.window.door import EXAMPLE_PASSPHRASE
from advisor_app.ui.window.doorbell import call_forward
from advisor_app.ui.window.first_steps import FirstSteps
from advisor_app.ui.window.inside import cover
from advisor_app.ui.window.instance import is_here
from advisor_app.ui.window.lock_screen import LockScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.ui.parts.page import Ask
    from advisor_app.ui.window.door import Door, Opener
    from advisor_app.ui.window.shell import Shell


class Gate(QObject):
    """`opened_with` carries how to open the store with what was typed."""

    opened_with = Signal(object)

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self._shell, self.door = shell, door
        self.screen: LockScreen | None = None
        self._code, self._source = "", cast("Path | None", None)

    def lock(self, lock: Lock) -> None:
        """Hide everything, at once; what follows the passphrase is the session's."""
        close_dialogs(self._shell)
        self.screen = LockScreen(lock, lambda: datetime.now().astimezone())
        self.screen.typed.connect(self._unlock)
        self.screen.forgotten.connect(self._ask_code)
        if self.door.is_example:
            words = _("The example's passphrase is “{word}”.")
            self.screen.hint(words.format(word=EXAMPLE_PASSPHRASE))
        cover(self._shell, self.screen)
        self._shell.setWindowTitle(_("Tête-à-tête — locked"))
        self.screen.secret.setFocus()
        self._shell.repaint()

    def refused(self, error: Exception) -> bool:
        """Answer a store that did not open; whether this is the place where it is said."""
        if isinstance(error, NoStore):
            self._first.show()
        elif isinstance(error, NoPassphrase):
            self.lock(Lock(LockedBy.START))
        elif isinstance(error, WrongPassphrase):
            if self.screen is None:
                self.lock(Lock(LockedBy.START))
            else:
                self.screen.refuse()
        elif isinstance(error, StoreInUse) and self.screen is None:
            self._show_holder(error)
        elif isinstance(error, TeteATeteError) and self.screen is not None:
            self.screen.say(sentence(error))
        else:
            return False
        return True

    def _show_holder(self, error: StoreInUse) -> None:
        """Say which window has the store, and offer to bring it forward where it is here."""
        here = is_here(error.host)
        action = _("Show that window") if here else _("Try again")
        title = _("This portfolio is already open")
        message = Message("users", title, sentence(error), action)
        again = partial(self.opened_with.emit, self.door.open)
        message.button.clicked.connect(partial(self._call, message) if here else again)
        cover(self._shell, message)
        self._shell.setWindowTitle(_("Tête-à-tête"))

    def _call(self, message: Message) -> None:
        if call_forward(self.door.path):
            self._shell.leave()
            return
        title = _("That window does not answer")
        message.say(title, _("Close it, or restart the computer, then start the program again."))

    def passed(self, today: date, ask: Ask, changed: Callable[[], None]) -> None:
        """The store is open: show a new recovery code, then import what was chosen before."""
        code, source = self._code, self._source
        self._code, self._source, self.screen = "", None, None

        def bring_in() -> None:
            if source is not None:
                ImportDialog(self._shell, source, ask, changed).open()

        if code:
            dialog = CodeDialog(self._shell, code, today, renewed=False)
            dialog.finished.connect(bring_in)
            dialog.open()
        else:
            bring_in()

    @cached_property
    def _first(self) -> FirstSteps:
        steps = FirstSteps(self._shell, self.door)
        steps.opened_with.connect(self._begin)
        steps.moved.connect(self._move)
        return steps

    def _move(self, door: Door) -> None:
        self.door = door

    def _begin(self, opener: Opener) -> None:
        self._source = self._first.source
        self.opened_with.emit(partial(self._begun, opener))

    @contextmanager
    def _begun(self, opener: Opener) -> Iterator[Services]:
        with opener() as services:
            self._code, self._first.code = self._first.code, ""
            yield services

    def _unlock(self, passphrase: str) -> None:
        self.opened_with.emit(self.door.unlock(passphrase))

    def _ask_code(self) -> None:
        RecoveryDialog(self._shell, self._recover).open()

    def _recover(self, code: str, wanted: str) -> None:
        self.opened_with.emit(partial(self._recovered, code, wanted))

    @contextmanager
    def _recovered(self, code: str, wanted: str) -> Iterator[Services]:
        with self.door.recover(code)() as services:
            self._code = services.passphrases.replace(wanted)
            yield services


def close_dialogs(window: QWidget) -> None:
    """Close every question, menu and message: they may show a client."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    for dialog in window.findChildren(QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
        dialog.deleteLater()


def unopened(error: Exception) -> Message:
    """What stands in the window of a store that does not open: why, and a button to try again."""
    text = sentence(error) if isinstance(error, TeteATeteError) else ""
    return Message("database", _("The store could not be opened"), text, _("Try again"))
