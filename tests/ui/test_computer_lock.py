"""The computer's lock is heard through a real bus, which the test starts."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from advisor_app.ui.window.computer_lock import ComputerLock


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed, so no bus can be started")
    process = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate()


SPOKEN = [
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", []),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
]


@pytest.mark.parametrize("spoken", SPOKEN, ids=lambda one: one[1])
def test_what_a_desktop_says_locks(
    qtbot: QtBot, bus: str, spoken: tuple[str, str, str, list[bool]]
) -> None:
    *where, said = spoken
    name = f"heard-{where[1]}"
    heard = QDBusConnection.connectToBus(bus, name)
    speaker = QDBusConnection.connectToBus(bus, f"{name}-speaker")
    parent = QObject()
    lock = ComputerLock(parent, heard, heard)
    # An answer from the bus comes after it has taken note of who listens.
    assert not heard.interface().isServiceRegistered("org.example.Nobody").value()
    times: list[int] = []
    lock.locked.connect(lambda: times.append(1))
    with qtbot.waitSignal(lock.locked, timeout=60_000):
        for words in ([False] if said else None, said):
            if words is not None:
                message = QDBusMessage.createSignal(*where)
                message.setArguments(words)
                assert speaker.send(message)
    assert times == [1]
    parent.deleteLater()
    for one in (name, f"{name}-speaker"):
        QDBusConnection.disconnectFromBus(one)


def test_a_machine_without_a_bus_locks_by_hand_only(qtbot: QtBot) -> None:
    none = QDBusConnection("no such bus")
    parent = QObject()
    ComputerLock(parent, none, none)
    parent.deleteLater()
    qtbot.wait(1)
