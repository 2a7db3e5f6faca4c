"""What locks the window without being asked: nobody at the desk, or the computer itself."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.locking import LockedBy
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

    def lock_after(self, minutes: int) -> None:
        """Wait so many minutes from now on."""
        self.minutes = minutes
        self._idle.lock_after(minutes)
