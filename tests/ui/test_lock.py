"""Locking: by hand, after a while, with the computer; nothing stays to be seen, and back again."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.bootstrap import open_services
from advisor_app.domain.locking import Lock, LockedBy
from advisor_app.storage.cipher import StoreKey, derive_key, fresh_salt
from advisor_app.storage.rekey import change_key
from advisor_app.ui.dialogs.contact import ContactDialog
from advisor_app.ui.dialogs.recovery import CodeDialog, RecoveryDialog
from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.window import idle, lock_screen
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.lock_screen import LockScreen, why_locked
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

PASSPHRASE = "moulin girafe encrier tuile"
NEW = "nappe violon sentier orage"


@pytest.fixture(scope="session")
def closed_bank(bank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("closed") / "bank.store"
    shutil.copy2(bank, path)
    change_key(path, StoreKey(b"k" * 32, b"s" * 16), derive_key(PASSPHRASE, fresh_salt()))
    return path


class Window:
    """A window over a store with a passphrase."""

    def __init__(self, qtbot: QtBot, path: Path, log: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.shell = Shell()
        qtbot.addWidget(self.shell)
        self.bugs: list[str] = []
        reporter = Reporter(log, lambda: pytest.fail("nothing is to be reported"))
        door = Door(path, lambda: open_services(path, PASSPHRASE, "A01"), "A01")
        self.session = Session(self.shell, door, reporter)
        reporter.tell = self.bugs.append
        self.shell.show()
        self.session.begin()
        self.until(self.is_open)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def desktop(self) -> Desktop:
        found = self.shell.findChild(Desktop)
        assert isinstance(found, Desktop)
        return found

    def is_open(self) -> bool:
        page = self.shell.findChild(TodayPage)
        return isinstance(page, TodayPage) and page.whom() is not None and self.is_watched()

    def is_watched(self) -> bool:
        return self.session._guard is not None

    def screen(self) -> LockScreen:
        found = self.shell.findChild(LockScreen)
        assert isinstance(found, LockScreen)
        return found

    def type(self, words: str) -> None:
        screen = self.screen()
        screen.secret.setText(words)
        QTest.keyClick(screen.secret, Qt.Key.Key_Return)

    def settle(self) -> None:
        """Let what was dropped be destroyed."""
        self.qtbot.waitUntil(lambda: self.shell.findChild(Desktop) is None, timeout=60_000)


@pytest.fixture
def window(qtbot: QtBot, closed_bank: Path, tmp_path: Path, english: None) -> Iterator[Window]:
    assert english is None
    path = tmp_path / "bank.store"
    shutil.copy2(closed_bank, path)
    made = Window(qtbot, path, tmp_path / "reports.txt")
    yield made
    made.session.end()
    assert made.bugs == []


def words_shown(widget: QWidget) -> str:
    """Every text that a widget below holds, whether it shows or not."""
    labels = [one.text() for one in widget.findChildren(QLabel)]
    names = [one.accessibleName() for one in widget.findChildren(QWidget)]
    notes = [one.toPlainText() for one in widget.findChildren(QPlainTextEdit)]
    tips = [one.toolTip() for one in widget.findChildren(QWidget)]
    return "\n".join([widget.windowTitle(), *labels, *names, *notes, *tips])


def test_the_locked_window_holds_nothing_of_a_client(window: Window) -> None:
    today = cast("TodayPage", window.shell.findChild(TodayPage))
    whom = today.whom()
    assert whom is not None
    assert whom.title in words_shown(window.shell)
    window.desktop()._requests.note_contact.emit(whom)
    window.until(lambda: window.shell.findChild(ContactDialog) is not None)
    window.session.lock()
    assert window.shell.windowTitle() == "Tête-à-tête — locked"
    assert window.shell.centralWidget() is window.screen()
    window.settle()
    window.until(lambda: window.shell.findChild(QDialog) is None)
    shown = words_shown(window.shell)
    assert whom.title not in shown
    assert not any(name in shown for name in whom.title.split() if len(name) > 3)
    assert "Locked by you" in shown


def test_the_store_is_closed_and_its_key_overwritten(window: Window) -> None:
    kept: list[StoreKey] = []
    window.session._tasks.run(  # type: ignore[union-attr] # the window is open
        window.session, lambda services: services._desk.store.key, kept.append
    )
    window.until(lambda: kept)
    assert kept[0].copied() != bytes(32)
    window.session.lock()
    closing = window.session._closing
    assert closing is not None
    closing.join(10)
    assert kept[0].copied() == bytes(32)
    assert [one.name for one in window.path.parent.glob("bank.store-*")] == []


def test_the_passphrase_opens_it_again_where_it_was(window: Window) -> None:
    window.desktop().go(Route("portfolio"))
    window.session.lock()
    window.settle()
    window.type(PASSPHRASE)
    window.until(lambda: window.shell.findChild(Desktop) is not None)
    assert window.desktop().route().page == "portfolio"
    window.until(lambda: "Portfolio" in window.shell.windowTitle())


def test_a_wrong_passphrase_is_said_and_the_fourth_waits(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_screen, "_SECOND", 3_600_000)  # the seconds are told by hand below
    window.session.lock()
    screen = window.screen()
    for tries in range(1, 4):
        window.type(f"wrong {tries}")
        window.until(lambda tries=tries: screen._wrong == tries)
        assert screen.problem.isVisible()
        assert screen.secret.accessibleDescription() == screen.problem.accessibleName()
        assert screen.secret.text() == ""
    assert not screen.secret.isEnabled()
    assert "5 seconds" in screen.problem.accessibleName()
    for _second in range(5):
        screen._timer.timeout.emit()
    assert screen.secret.isEnabled()
    window.type(PASSPHRASE)
    window.until(window.is_open)


def test_ctrl_l_locks_even_over_a_question(window: Window) -> None:
    today = cast("TodayPage", window.shell.findChild(TodayPage))
    window.desktop()._requests.note_contact.emit(today.whom())
    window.until(lambda: window.shell.findChild(ContactDialog) is not None)
    dialog = cast("ContactDialog", window.shell.findChild(ContactDialog))
    window.until(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.until(lambda: window.shell.findChild(LockScreen) is not None)


def test_ctrl_l_locks_on_a_page(window: Window) -> None:
    window.shell.activateWindow()
    window.until(lambda: QApplication.activeWindow() is window.shell)
    QTest.keyClick(window.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.until(lambda: window.shell.findChild(LockScreen) is not None)


def test_nobody_at_the_desk_locks(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "_A_MINUTE", 1)
    monkeypatch.setattr(idle, "_AGAIN", 1)
    guard = window.session._guard
    assert guard is not None
    guard.lock_after(10)
    window.until(lambda: window.shell.findChild(LockScreen) is not None)
    assert "without activity" in words_shown(window.shell)


def test_the_computers_lock_locks(window: Window) -> None:
    guard = window.session._guard
    assert guard is not None
    guard._computer.locked.emit()
    window.until(lambda: window.shell.findChild(LockScreen) is not None)
    assert "Locked together with the computer" in words_shown(window.shell)


def test_a_print_is_not_cut_short(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "_A_MINUTE", 1)
    monkeypatch.setattr(idle, "_AGAIN", 1)
    busy = [True, True, False]
    parent = QObject()
    watch = idle.IdleWatch(parent, 1, lambda: busy.pop(0))
    with qtbot.waitSignal(watch.idle, timeout=60_000):
        pass
    assert busy == []
    parent.deleteLater()


def test_a_forgotten_passphrase_is_replaced_with_the_code(window: Window) -> None:
    codes: list[str] = []
    window.session._tasks.run(  # type: ignore[union-attr] # the window is open
        window.session, lambda services: services.passphrases.recovery_code(), codes.append
    )
    window.until(lambda: codes)
    window.session.lock()
    window.screen().forgotten.emit()
    dialog = cast("RecoveryDialog", window.shell.findChild(RecoveryDialog))
    dialog.code.setPlainText("ABCD")
    dialog.wanted.first.setText(NEW)
    dialog.wanted.second.setText(NEW)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.code.setPlainText(codes[0].lower())
    dialog.wanted.first.setText(NEW)
    dialog.wanted.second.setText(NEW)
    dialog.accept()
    window.until(lambda: window.shell.findChild(CodeDialog) is not None)
    shown = cast("CodeDialog", window.shell.findChild(CodeDialog))
    assert not shown.action.isEnabled()
    shown.sheet.promise.setChecked(True)
    assert shown.action.isEnabled()
    shown.accept()
    window.until(window.is_open)
    window.session.lock()
    window.type(NEW)
    window.until(window.is_open)


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        (Lock(LockedBy.IDLE, minutes=5), "Locked after 5 minutes without activity"),
        (Lock(LockedBy.START), "Closed since the last time"),
    ],
)
def test_the_screen_says_why(lock: Lock, words: str, english: None) -> None:
    assert english is None
    assert why_locked(lock) == words
