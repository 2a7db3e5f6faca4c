"""The pane of the bank's files: checked, written, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from slow_worker import Failing, Held
from window_walk import settle

from advisor_app.domain.bank_import import BackupGone
from advisor_app.exchange.importing import reader
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing, ImportOptions
from advisor_app.services.passphrases import Passphrases
from advisor_app.ui.dialogs.import_bank import ImportDialog
from advisor_app.ui.pages.settings.imports import ImportsPane
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "clients.csv").write_text("ref,last_name\nNEW1,Castelnau\nNEW2,Brévent\n")
    return folder


def shown(opened: Any) -> ImportsPane:
    opened.until(lambda: opened.find(TodayPage) is not None)
    opened.desktop.go(Route("settings", SettingsAt("imports")))
    opened.until(lambda: opened.find(ImportsPane) is not None)
    return cast("ImportsPane", opened.find(ImportsPane))


def test_files_are_imported_and_taken_back(window: Open, files: Path) -> None:
    opened = window("A01")
    pane = shown(opened)
    opened.until(lambda: not pane.undo.isEnabled())
    pane.bring_in(str(files / "clients.csv"))
    dialog = cast("ImportDialog", opened.find(ImportDialog))
    opened.until(dialog.action.isEnabled)
    dialog.accept()
    opened.until(lambda: any(one.undo.isEnabled() for one in panes(opened)) or back(opened))
    pane = shown(opened)
    opened.until(lambda: any(one.undo.isEnabled() for one in panes(opened)))
    next(one for one in panes(opened) if one.undo.isEnabled()).undo.click()
    opened.until(lambda: not any(one.undo.isEnabled() for one in panes(opened)))


def panes(opened: Any) -> list[ImportsPane]:
    return list(opened.shell.findChildren(ImportsPane))


def back(opened: Any) -> bool:
    """Whether the window was made anew after the import, with the day in front."""
    return not panes(opened) and opened.find(TodayPage) is not None


def test_a_file_without_a_usable_row_is_refused_in_place(window: Open, tmp_path: Path) -> None:
    opened = window("A01")
    pane = shown(opened)
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "clients.csv").write_text("ref,last_name\n,\n")
    pane.bring_in(str(tmp_path / "odd"))
    dialog = cast("ImportDialog", opened.find(ImportDialog))
    opened.until(dialog.problem.isVisible)
    assert dialog.action.text() == "Try again"
    (tmp_path / "odd" / "clients.csv").write_text("ref,last_name\nNEW1,Castelnau\n")
    dialog.action.click()
    opened.until(dialog.action.isEnabled)
    assert dialog.action.text() == "Import"
    assert not dialog.problem.isVisible()
    dialog.reject()


def test_a_store_that_fails_is_said_and_the_import_can_be_tried_again(
    window: Open, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, fails = window("A01"), Failing(monkeypatch)
    pane = shown(opened)
    settle(opened)
    fails.on = True
    pane.bring_in(str(files / "clients.csv"))
    dialog = cast("ImportDialog", opened.find(ImportDialog))
    opened.until(dialog.problem.isVisible)
    fails.on = False
    dialog.action.click()
    opened.until(dialog.action.isEnabled)
    assert dialog.action.text() == "Import"
    dialog.reject()


def test_a_cancelled_import_leaves_nothing_written(window: Open, files: Path) -> None:
    opened = window("A01")
    pane = shown(opened)
    settle(opened)
    pane.bring_in(str(files / "clients.csv"))
    dialog = cast("ImportDialog", opened.find(ImportDialog))
    opened.until(dialog.action.isEnabled)
    held = Held(opened.desktop._ask, opened.shell)
    dialog.accept()
    dialog.reject()
    held.let_go()
    kept: list[object] = []
    opened.desktop._ask(
        opened.shell,
        lambda services: (
            services.importing.last(),
            len(services.search.find("Castelnau").clients),
        ),
        kept.append,
        kept.append,
    )
    opened.until(lambda: kept)
    assert kept == [(None, 0)]


def test_an_import_cannot_be_taken_back_once_the_passphrase_changed(
    desk: Desk, files: Path
) -> None:
    importing = Importing(desk)
    importing.write(reader(files, None), ImportOptions("bank"))
    last = importing.last()
    assert last is not None
    assert last.source == "bank"
    assert (last.until - last.at).days == 30
    Passphrases(desk).replace("nappe violon sentier orage")
    with pytest.raises(BackupGone):
        importing.undo()
