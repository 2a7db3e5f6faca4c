"""Bad moments: each has a sentence and a way on, and loses nothing typed (docs/bad-moments.md)."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language
from advisor_app.domain.errors import StoreGone, StoreInUse, StoreUnusable
from advisor_app.domain.trail import Deed
from advisor_app.i18n import speaking
from advisor_app.i18n.catalogs import read_catalog, strings
from advisor_app.i18n.wording import sentence
from advisor_app.services.desk import Desk
from advisor_app.services.security import Security
from advisor_app.storage.settings import write_setting
from advisor_app.ui.dialogs.contact import ContactDialog
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.wrong_clock import WrongClock
from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.states import Message
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.doorbell import Doorbell
from advisor_app.ui.window.instance import claimed
from advisor_app.ui.window.lock_screen import LockScreen
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

Open = Callable[[str | None], Any]
TYPED = "She would like to see the plans of the house"


def at_work(opened: Any) -> TodayPage:
    opened.until(lambda: opened.find(TodayPage) is not None)
    today = cast("TodayPage", opened.find(TodayPage))
    opened.until(lambda: today.whom() is not None)
    return today


def writing(opened: Any) -> ContactDialog:
    today = at_work(opened)
    opened.desktop._requests.note_contact.emit(today.whom())
    opened.until(lambda: opened.find(ContactDialog) is not None)
    dialog = cast("ContactDialog", opened.find(ContactDialog))
    dialog._text.field.setPlainText(TYPED)
    return dialog


def refused(opened: Any, dialog: ContactDialog) -> str:
    """What the question says when its answer could not be saved; what was typed stands there."""
    dialog.accept()
    opened.until(dialog.problem.isVisible)
    assert dialog._text.field.toPlainText() == TYPED
    assert dialog.action.isEnabled()
    return str(dialog.problem.accessibleName())


def test_a_store_that_another_window_has_open_says_which_and_calls_it(
    qtbot: QtBot, bank_path: Path, tmp_path: Path, english: None
) -> None:
    assert english is None
    rung: list[int] = []
    first = Shell()
    qtbot.addWidget(first)
    bell = Doorbell(first, bank_path)
    bell.rung.connect(lambda: rung.append(1))
    with claimed(bank_path):
        shell = Shell()
        qtbot.addWidget(shell)
        shell.show()
        reporter = Reporter(tmp_path / "reports.txt", lambda: pytest.fail("nothing to report"))
        session = Session(shell, Door(bank_path, never), reporter)
        session.begin()
        qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), Message), timeout=60_000)
        message = cast("Message", shell.centralWidget())
        assert "open in another window" in message._text.text()
        assert message.button.text() == "Show that window"
        message.button.click()
        qtbot.waitUntil(lambda: bool(rung), timeout=60_000)
        assert not shell.isVisible()
        session.end()


@contextmanager
def never() -> Iterator[Services]:
    pytest.fail("the store must not be opened")
    yield


def test_a_lock_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    program = (
        "import os, sys; from pathlib import Path\n"
        "from advisor_app.ui.window.instance import claimed\n"
        "with claimed(Path(sys.argv[1])): os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == 9
    assert Path(f"{path}.lock").exists()
    with claimed(path), pytest.raises(StoreInUse), claimed(path):
        pass


def test_a_lock_that_names_nobody_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "bank.store"
    lock = Path(f"{path}.lock")
    # A process that dies between making the file and writing its name leaves this behind.
    lock.touch()
    with claimed(path):
        assert str(os.getpid()) in lock.read_text(encoding="utf-8")
        with pytest.raises(StoreInUse), claimed(path):
            pytest.fail("held twice")
    assert not lock.exists()


def test_a_full_disk_keeps_the_question_open(window: Open) -> None:
    opened = window("A01")
    dialog = writing(opened)

    def fill_up(services: Services) -> bool:
        """No page more may be taken, and those that are free are used up."""
        store = services._desk.store
        with store.engine.connect() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        try:
            for number in range(10_000):
                with store.writing() as transaction:
                    write_setting(transaction, f"filler {number}", "x" * 3_000)
        except StoreUnusable:
            return True
        return False

    answers: list[bool] = []
    opened.session._tasks.run(opened.session, fill_up, answers.append)
    opened.until(lambda: answers)
    assert answers == [True]
    dialog._text.field.setPlainText(TYPED * 80)
    dialog.accept()
    opened.until(dialog.problem.isVisible)
    assert "full" in dialog.problem.accessibleName()
    assert dialog._text.field.toPlainText() == TYPED * 80
    # A draft has no room either: that is said in passing, and is no mistake of the program.
    drafting = dialog.findChild(Drafting)
    dialog._text.field.setPlainText(TYPED * 800)
    drafting.keep()
    opened.until(lambda: "full" in opened.shell.toast._text.text())
    assert opened.bugs == []
    dialog.reject()


def test_a_file_that_is_gone_is_said_and_saved_when_it_is_back(window: Open) -> None:
    opened = window("A01")
    dialog = writing(opened)
    away = opened.path.with_name("away.store")
    opened.path.rename(away)
    assert "no longer there" in refused(opened, dialog)
    away.rename(opened.path)
    dialog.accept()
    opened.until(opened.shell.toast.isVisible)


def test_a_mistake_of_the_program_is_reported_without_the_client(
    window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = window("A01")
    dialog = writing(opened)

    def wrong(*_about: object, **_more: object) -> None:
        raise KeyError(TYPED)

    monkeypatch.setattr("advisor_app.services.contacts.Contacts.note", wrong)
    dialog.accept()
    opened.until(lambda: opened.bugs)
    assert "KeyError" in opened.bugs[0]
    assert TYPED not in opened.bugs[0]
    assert dialog._text.field.toPlainText() == TYPED
    opened.bugs.clear()
    dialog.reject()


def test_a_lock_offers_again_what_was_being_typed(window: Open) -> None:
    opened = window("A01")
    writing(opened)
    opened.session.lock()
    opened.until(lambda: opened.find(LockScreen) is not None)
    opened.session._attempt(opened.session._door.open)
    opened.until(lambda: opened.find(LockScreen) is None)
    today = at_work(opened)
    opened.desktop._requests.note_contact.emit(today.whom())
    opened.until(lambda: opened.find(Drafting) is not None)
    again = cast("ContactDialog", opened.find(ContactDialog))
    opened.until(lambda: again._text.field.toPlainText() == TYPED)
    again.reject()


def test_a_clock_set_back_is_noticed(desk: Desk) -> None:
    with desk.writing() as transaction:
        desk.record(transaction, Deed("store made"))
    assert Security(desk).written_later() is None
    early = Desk(desk.store, lambda: desk.now() - timedelta(days=30))
    assert Security(early).written_later() == desk.now()
    with desk.writing() as transaction:
        write_setting(transaction, "lives_at", "2026-04-23T10:18")
    assert Security(early).written_later() is None


def test_a_clock_set_back_is_said_once_and_work_goes_on(
    window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Security, "written_later", lambda self: self._desk.now() + timedelta(days=3)
    )
    opened = window("A01")
    opened.until(lambda: opened.find(WrongClock) is not None)
    asked = cast("WrongClock", opened.find(WrongClock))
    assert "26 April 2026" in asked.subtitle.text()
    asked.accept()
    at_work(opened)


@pytest.mark.parametrize(
    "error",
    [
        StoreInUse("a.store", 42, "POSTE-12"),
        StoreGone("a.store"),
        StoreUnusable("a.store", "database or disk is full"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_each_has_a_sentence_in_every_language(error: Any) -> None:
    for language in Language:
        with speaking(language):
            assert "a.store" in sentence(error)


def test_the_page_names_tests_that_exist() -> None:
    root = Path(__file__).resolve().parent.parent.parent
    page = (root / "docs" / "bad-moments.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 10
    for row in rows:
        file, name = row[-2].strip().strip("`").split("::")
        assert f"def {name}(" in (root / "tests" / file).read_text(encoding="utf-8"), name


def test_every_french_sentence_of_the_page_is_the_catalogs(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "bad-moments.md").read_text(encoding="utf-8")
    known = {_plain(text) for message in read_catalog(Language.FR) for text in strings(message)}
    quoted = re.findall(r"« (.+?) »", _plain(page))
    assert quoted
    assert [text for text in quoted if text not in known] == []


def _plain(text: str) -> str:
    """With ordinary blanks: those before French signs do not break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
