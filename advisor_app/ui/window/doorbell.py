"""Lets another start of the program bring this window to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1_000


def call_forward(path: Path) -> bool:
    """Ask the window that has the store open, on this computer, to show itself; whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    heard = socket.waitForConnected(_PATIENCE_MS)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """`rung` comes when another start of the program wants this window."""

    rung = Signal()

    def __init__(self, parent: QObject, path: Path) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # What a crash left behind; whoever holds the lock file owns the name.
        QLocalServer.removeServer(_name(path))
        self._server.listen(_name(path))

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
        self.rung.emit()


def _name(path: Path) -> str:
    return "tete-a-tete-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
