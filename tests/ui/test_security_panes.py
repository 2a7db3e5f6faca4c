"""The panes of security and backups, from click to what the store holds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QDialog

from advisor_app.storage.cipher import derive_key, read_salt
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.dialogs.passphrase import ChangeDialog, ProveDialog
from advisor_app.ui.dialogs.recovery import CodeDialog
from advisor_app.ui.dialogs.restore import RestoreDialog
from advisor_app.ui.pages.settings.backups import BackupsPane
from advisor_app.ui.pages.settings.security import SecurityPane
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.lock_screen import LockScreen
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]
NEW = "nappe violon sentier orage"


def shown(opened: Any, name: str, kind: type) -> Any:
    opened.until(lambda: opened.find(TodayPage) is not None)
    opened.desktop.go(Route("settings", SettingsAt(name)))
    opened.until(lambda: opened.find(kind) is not None)
    return opened.find(kind)


def asked(opened: Any, work: Callable[[Any], object]) -> object:
    answers: list[object] = []
    opened.session._tasks.run(opened.session, work, answers.append)
    opened.until(lambda: answers)
    return answers[0]


def test_the_minutes_are_kept_and_hold_at_once(window: Open) -> None:
    opened = window("A01")
    pane = cast("SecurityPane", shown(opened, "security", SecurityPane))
    opened.until(lambda: pane.after.value() == 10)
    pane.after.choose(5)
    pane.after.activated.emit(pane.after.currentIndex())
    opened.until(lambda: opened.session._guard.minutes == 5)
    assert asked(opened, lambda services: services.security.lock_after()) == 5


def test_the_pane_locks(window: Open) -> None:
    opened = window("A01")
    pane = cast("SecurityPane", shown(opened, "security", SecurityPane))
    pane.now.click()
    opened.until(lambda: opened.find(LockScreen) is not None)


def test_a_wrong_present_passphrase_changes_nothing_and_shows_no_code(window: Open) -> None:
    opened = window("A01")
    pane = cast("SecurityPane", shown(opened, "security", SecurityPane))
    before = read_salt(opened.path)
    pane.change.click()
    dialog = opened.find(ChangeDialog)
    dialog.present.setText("a guess")
    dialog.wanted.first.setText(NEW)
    dialog.wanted.second.setText(NEW)
    dialog.accept()
    opened.until(dialog.problem.isVisible)
    assert read_salt(opened.path) == before
    dialog.reject()
    pane.code.click()
    prove = opened.find(ProveDialog)
    prove.present.setText("a guess")
    prove.accept()
    opened.until(prove.problem.isVisible)
    assert opened.find(CodeDialog) is None
    prove.reject()


def test_the_passphrase_is_changed_with_a_new_code(
    window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = window("A01")
    pane = cast("SecurityPane", shown(opened, "security", SecurityPane))
    # The test's store has a raw key and no passphrase to prove.
    monkeypatch.setattr(
        "advisor_app.services.passphrases.Passphrases.is_right", lambda *_about: True
    )
    pane.change.click()
    dialog = opened.find(ChangeDialog)
    assert not dialog.action.isEnabled()
    dialog.present.setText("any")
    dialog.wanted.first.setText("soleil")
    dialog.wanted.second.setText("soleil")
    assert not dialog.action.isEnabled()
    dialog.wanted.first.setText(NEW)
    dialog.wanted.second.setText(NEW)
    assert dialog.action.isEnabled()
    dialog.accept()
    opened.until(lambda: opened.find(CodeDialog) is not None)
    store = open_store_with_key(opened.path, derive_key(NEW, read_salt(opened.path)))
    store.close()
    code = opened.find(CodeDialog)
    code.sheet.promise.setChecked(True)
    code.accept()


def test_a_backup_is_made_listed_and_restored_in_two_clicks(window: Open) -> None:
    opened = window("A01")
    pane = cast("BackupsPane", shown(opened, "backups", BackupsPane))
    pane.now.click()
    opened.until(opened.shell.toast.isVisible)
    opened.until(pane._rows.count)
    asked(opened, lambda services: services.security.choose_lock_after(60))
    (button,) = [one for one in pane._list.findChildren(Button) if "Restore" in one.text()]
    button.click()
    dialog = opened.find(RestoreDialog)
    assert dialog.former is None
    dialog.accept()
    opened.until(lambda: opened.find(QDialog) is None)
    opened.until(lambda: opened.find(TodayPage) is not None and opened.desktop is not None)
    assert asked(opened, lambda services: services.security.lock_after()) == 10
    assert list(opened.path.parent.glob("*.before-restore"))


def test_a_backup_of_an_earlier_passphrase_asks_for_it(window: Open) -> None:
    opened = window("A01")
    asked(opened, lambda services: services.passphrases.replace("the first passphrase"))
    asked(opened, lambda services: services.security.choose_lock_after(5))
    asked(opened, lambda services: services.backups.make())
    asked(opened, lambda services: services.security.choose_lock_after(60))
    asked(opened, lambda services: services.passphrases.replace(NEW))
    pane = cast("BackupsPane", shown(opened, "backups", BackupsPane))
    opened.until(pane._rows.count)
    (button,) = [one for one in pane._list.findChildren(Button) if "Restore" in one.text()]
    button.click()
    dialog = opened.find(RestoreDialog)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.former.setText(NEW)
    dialog.accept()
    opened.until(dialog.action.isEnabled)
    assert dialog.problem.isVisible()
    dialog.former.setText("the first passphrase")
    dialog.accept()
    opened.until(lambda: opened.find(QDialog) is None)
    opened.until(lambda: opened.find(TodayPage) is not None and opened.desktop is not None)
    assert asked(opened, lambda services: services.security.lock_after()) == 5
    store = open_store_with_key(opened.path, derive_key(NEW, read_salt(opened.path)))
    store.close()


def test_a_copy_elsewhere_overwrites_nothing(window: Open, tmp_path: Path) -> None:
    opened = window("A01")
    pane = cast("BackupsPane", shown(opened, "backups", BackupsPane))
    target = tmp_path / "stick.store"
    pane.copy_to(str(target))
    opened.until(target.exists)
    opened.until(opened.shell.toast.isVisible)
    before = target.read_bytes()
    pane.copy_to(str(target))
    opened.until(lambda: "already" in opened.shell.toast.accessibleName())
    assert target.read_bytes() == before


def test_closing_leaves_a_backup(window: Open) -> None:
    opened = window("A01")
    opened.until(lambda: opened.find(TodayPage) is not None)
    asked(opened, lambda services: services.security.choose_lock_after(15))
    opened.session.leave()
    assert len(list(Path(f"{opened.path}.backups").iterdir())) == 1


def test_a_half_hour_of_work_leaves_a_backup(window: Open) -> None:
    opened = window("A01")
    opened.until(lambda: opened.find(TodayPage) is not None)
    asked(opened, lambda services: services.security.choose_lock_after(15))
    assert opened.desktop._keeper._timer.interval() == 30 * 60 * 1000
    opened.desktop._keeper._timer.timeout.emit()
    opened.until(lambda: not asked(opened, lambda services: services.backups.is_due()))
    assert len(list(Path(f"{opened.path}.backups").iterdir())) == 1
