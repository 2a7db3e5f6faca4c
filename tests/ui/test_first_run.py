"""The first run: from no store to a day's work, by hand, from click to what the store holds."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.bootstrap import Services, open_services
from advisor_app.demo import make
from advisor_app.domain.errors import NoStore
from advisor_app.storage.store import create_store
from advisor_app.ui.dialogs.first_run import FirstRun
from advisor_app.ui.dialogs.import_bank import ImportDialog, source_of
from advisor_app.ui.dialogs.recovery import CodeDialog
from advisor_app.ui.dialogs.store_made import BackupPassphraseDialog, MakeDialog
from advisor_app.ui.dialogs.welcome import Welcome
from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.lock_screen import LockScreen
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

PASSPHRASE = "moulin girafe encrier tuile"


class First:
    """A window that finds no store."""

    def __init__(self, qtbot: QtBot, path: Path, log: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.shell = Shell()
        qtbot.addWidget(self.shell)
        self.bugs: list[str] = []
        reporter = Reporter(log, lambda: pytest.fail("nothing is to be reported"))
        self.session = Session(self.shell, Door(path, lambda: nothing(path)), reporter)
        reporter.tell = self.bugs.append
        self.shell.show()
        self.session.begin()
        self.until(lambda: self.shell.findChild(Welcome) is not None)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def wait_for(self, kind: type) -> Any:
        self.until(lambda: self.shell.findChild(kind) is not None)
        return self.shell.findChild(kind)


def nothing(path: Path) -> AbstractContextManager[Services]:
    @contextmanager
    def opener() -> Iterator[Services]:
        raise NoStore(str(path))
        yield

    return opener()


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path, english: None) -> Iterator[First]:
    assert english is None
    made = First(qtbot, tmp_path / "data" / "portfolio.store", tmp_path / "reports.txt")
    yield made
    made.session.end()
    assert made.bugs == []


@pytest.fixture
def bank_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "advisors.csv").write_text("ref,first_name,last_name\nA1,Claire,Morvan\n")
    (folder / "clients.csv").write_text(
        "ref,first_name,last_name,birth_date\nC1,Odette,Garnier,1951-03-02\nC2,Paul,,\n"
        "C3,Ines,Costa,1990-13-45\n"
    )
    (folder / "assignments.csv").write_text("client,advisor,from\nC1,A1,2020-01-01\n")
    return folder


def through_the_passphrase(first: First, path: Path) -> None:
    first.session._gate._first.begin_with(str(path))
    making = cast("MakeDialog", first.wait_for(MakeDialog))
    making.wanted.first.setText("soleil")
    making.wanted.second.setText("soleil")
    assert not making.action.isEnabled()
    making.wanted.first.setText(PASSPHRASE)
    making.wanted.second.setText(PASSPHRASE)
    making.accept()
    code = cast("CodeDialog", first.wait_for(CodeDialog))
    assert not code.action.isEnabled()
    code.sheet.promise.setChecked(True)
    code.accept()


def test_ones_own_clients_are_checked_before_they_are_written(
    first: First, bank_folder: Path
) -> None:
    through_the_passphrase(first, bank_folder / "clients.csv")
    importing = cast("ImportDialog", first.wait_for(ImportDialog))
    first.until(importing.action.isEnabled)
    seen: list[object] = []
    first.session._tasks.run(  # type: ignore[union-attr] # the window is open
        first.session, lambda services: services.setup.advisors(), seen.append
    )
    first.until(lambda: seen)
    assert seen == [[]], "a dry run writes nothing"
    importing.accept()

    def offering() -> list[FirstRun]:
        return [page for page in first.shell.findChildren(FirstRun) if page._who.count()]

    first.until(offering)
    offering()[-1].chosen.emit("A1")
    first.wait_for(TodayPage)
    first.session.end()
    with open_services(first.path, PASSPHRASE) as services:
        assert [one.ref for one in services.setup.advisors()] == ["A1"]
        assert services.importing.undo() == "bank"


def test_a_refused_import_leaves_an_empty_store_and_another_try(
    first: First, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    through_the_passphrase(first, empty)
    importing = cast("ImportDialog", first.wait_for(ImportDialog))
    first.until(importing.problem.isVisible)
    assert importing.action.text() == "Try again"
    importing.reject()
    page = cast("FirstRun", first.wait_for(FirstRun))
    assert page.files.isVisibleTo(page)


def test_the_example_opens_locks_and_says_its_passphrase(
    first: First, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = partial(make.Wanted, 40)
    monkeypatch.setattr(make, "Wanted", small)
    page = cast("Welcome", first.wait_for(Welcome))
    page.example.click()
    assert not page.file.isEnabled()
    first.wait_for(TodayPage)
    assert not first.path.exists()
    first.session.lock()
    screen = cast("LockScreen", first.wait_for(LockScreen))
    assert "demonstration" in screen.helps.text()
    screen.typed.emit("demonstration")
    first.until(lambda: first.shell.findChild(LockScreen) is None)
    first.wait_for(TodayPage)


def test_a_backup_becomes_the_portfolio(first: First, tmp_path: Path) -> None:
    create_store(tmp_path / "stick.store", PASSPHRASE).close()
    first.session._gate._first.restore_from(str(tmp_path / "stick.store"))
    dialog = cast("BackupPassphraseDialog", first.wait_for(BackupPassphraseDialog))
    dialog.present.setText(PASSPHRASE)
    dialog.accept()
    first.wait_for(FirstRun)
    assert first.path.is_file()


def test_a_portfolio_that_is_gone_is_not_taken_for_a_first_run(
    qtbot: QtBot, tmp_path: Path, english: None
) -> None:
    assert english is None
    path = tmp_path / "portfolio.store"
    folder = tmp_path / "portfolio.store.backups"
    folder.mkdir()
    (folder / "2026-04-23T08-00-00Z.store").write_bytes(b"x")
    made = First(qtbot, path, tmp_path / "reports.txt")
    page = made.wait_for(Welcome)
    assert "not where it was" in page.warning.accessibleName()
    made.session.end()


def test_a_csv_file_stands_for_its_folder(bank_folder: Path) -> None:
    assert source_of(str(bank_folder / "clients.csv")) == bank_folder
    assert source_of("/a/book.xlsx") == Path("/a/book.xlsx")


@pytest.mark.parametrize("high", [480, 574, 900])
def test_a_low_first_page_scrolls_and_cuts_no_sentence(
    qtbot: QtBot, english: None, high: int
) -> None:
    assert english is None
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(868, high)
    page.show()
    for words in page.findChildren(Text):
        if words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    assert page.picture.isHidden() == (high < sizes.VERY_LOW)


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("wide", [868, 1274])
def test_large_text_leaves_the_buttons_of_the_first_page_whole(
    qtbot: QtBot, qapp: QApplication, english: None, wide: int, text: int
) -> None:
    assert english is None
    assert isinstance(qapp, Application)
    application = qapp
    before = application.look
    application.wear(before.with_text(text))
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(wide, 742)
    page.show()
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    application.wear(before)
