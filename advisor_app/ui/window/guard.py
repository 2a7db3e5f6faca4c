"""What locks the window without being asked: nobody at the desk, or the computer itself."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.locking import LockedBy
from advisor_app.ui.window.doorbell import Doorbell
from advisor_app.ui.window.facts import WindowFacts
from advisor_app.ui.window.idle import IdleWatch


class Guard(QObject):
    """`lock` carries why."""

    lock = Signal(object)

    def __init__(self, parent: QObject, minutes: int, busy: Callable[[], bool]) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._idle = IdleWatch(self, minutes, busy)
        self._idle.idle.connect(lambda: self.lock.emit(LockedBy.IDLE))
        self._idle.asked.connect(lambda: self.lock.emit(LockedBy.HAND))
        if sys.platform.startswith("linux"):
            from advisor_app.ui.window.computer_lock import ComputerLock

            self._computer = ComputerLock(self)
            self._computer.locked.connect(lambda: self.lock.emit(LockedBy.COMPUTER))

    def listen_at(self, window: QWidget, path: Path) -> None:
        """Let another start of the program with this store bring the window to the front."""
        self._bell = Doorbell(self, path)
        self._bell.rung.connect(partial(bring_forward, window))

    def lock_after(self, minutes: int) -> None:
        """Wait so many minutes from now on."""
        self.minutes = minutes
        self._idle.lock_after(minutes)


def bring_forward(window: QWidget) -> None:
    """Show a window that may be minimised or covered."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def tell_of_clock(window: QWidget, facts: WindowFacts) -> None:
    """Say so where the computer's clock was set back."""
    if facts.written_later is not None:
        from advisor_app.ui.dialogs.wrong_clock import WrongClock

        WrongClock(window, facts.today, facts.written_later).open()
