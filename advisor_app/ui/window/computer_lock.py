"""Hears from the desktop that the computer locks, or is about to sleep (D-Bus).

Screen savers tell the session's bus, logind tells the system's; each is optional, and where there
is no bus at all the window still locks by hand and after a while.
"""

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")
_LOGIND = "org.freedesktop.login1"
_SESSION = f"{_LOGIND}.Session"
_MANAGER = f"{_LOGIND}.Manager"


class ComputerLock(QObject):
    """`locked` comes once for each lock that is told; twice where two desktops tell it."""

    locked = Signal()

    def __init__(
        self,
        parent: QObject,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session or QDBusConnection.sessionBus()
        self._system = system or QDBusConnection.systemBus()
        for saver in _SAVERS:
            self._listen(self._session, saver, "ActiveChanged", SLOT("_asleep(bool)"))
        self._listen(self._system, _SESSION, "Lock", SLOT("_lock()"))
        self._listen(self._system, _MANAGER, "PrepareForSleep", SLOT("_asleep(bool)"))

    def _listen(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        if bus.isConnected():
            bus.connect("", "", interface, name, self, slot)  # type: ignore[call-overload] # the stub wants bytes, Qt a text

    @Slot(bool)
    def _asleep(self, begins: bool) -> None:
        if begins:
            self.locked.emit()

    @Slot()
    def _lock(self) -> None:
        self.locked.emit()
