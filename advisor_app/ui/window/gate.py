"""The window while its store is closed: locked, or not opened yet; it shows nothing of a client."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from advisor_app.domain.errors import NoPassphrase, TeteATeteError, WrongPassphrase
from advisor_app.domain.locking import Lock, LockedBy
from advisor_app.domain.recovery_code import NotARecoveryCode
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.window.inside import cover
from advisor_app.ui.window.lock_screen import LockScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor_app.bootstrap import Services
    from advisor_app.ui.window.door import Door
    from advisor_app.ui.window.shell import Shell


class Gate(QObject):
    """`opened_with` carries how to open the store with what was typed.

    After an opening with a recovery code, `code` holds the new one, to be shown once.
    """

    opened_with = Signal(object)

    def __init__(self, shell: Shell, door: Door) -> None:
        super().__init__(shell)
        self._shell, self._door = shell, door
        self.screen: LockScreen | None = None
        self.code = ""

    def lock(self, lock: Lock) -> None:
        """Hide everything, at once; what follows the passphrase is the session's."""
        close_dialogs(self._shell)
        self.screen = LockScreen(lock, lambda: datetime.now().astimezone())
        self.screen.typed.connect(self._unlock)
        self.screen.forgotten.connect(self._ask_code)
        cover(self._shell, self.screen)
        self._shell.setWindowTitle(_("Tête-à-tête — locked"))
        self.screen.secret.setFocus()
        self._shell.repaint()

    def refused(self, error: Exception) -> bool:
        """Answer a store that did not open; whether this is the place where it is said."""
        if isinstance(error, NoPassphrase):
            self.lock(Lock(LockedBy.START))
        elif isinstance(error, WrongPassphrase):
            if self.screen is None:
                self.lock(Lock(LockedBy.START))
            else:
                self.screen.refuse()
        elif isinstance(error, TeteATeteError) and self.screen is not None:
            self.screen.say(sentence(error))
        else:
            return isinstance(error, NotARecoveryCode)
        return True

    def passed(self) -> str:
        """The store is open: the screen is gone. A new recovery code to show, if there is one."""
        code, self.code, self.screen = self.code, "", None
        return code

    def _unlock(self, passphrase: str) -> None:
        self.opened_with.emit(self._door.unlock(passphrase))

    def _ask_code(self) -> None:
        from advisor_app.ui.dialogs.recovery import RecoveryDialog

        RecoveryDialog(self._shell, self._recover).open()

    def _recover(self, code: str, wanted: str) -> None:
        self.opened_with.emit(partial(self._recovered, code, wanted))

    @contextmanager
    def _recovered(self, code: str, wanted: str) -> Iterator[Services]:
        with self._door.recover(code)() as services:
            self.code = services.passphrases.replace(wanted)
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
