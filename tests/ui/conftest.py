import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from real_screen import locked, real_screen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.make import Wanted, fill
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.errors import Reporter
from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")
STORE_KEY = StoreKey(b"k" * 32, b"s" * 16)
CLIENTS = 60


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(scope="session")
def bank(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a small demonstration, nobody chosen yet; tests work on copies."""
    path = tmp_path_factory.mktemp("bank") / "bank.store"
    shutil.copy2(template, path)
    store = open_store_with_key(path, STORE_KEY)
    services = services_of(store, None)
    services.setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(CLIENTS))
    store.close()
    return path


@pytest.fixture
def bank_path(bank: Path, tmp_path: Path) -> Path:
    path = tmp_path / "bank.store"
    shutil.copy2(bank, path)
    return path


@contextmanager
def services_at(path: Path, advisor: str | None) -> Iterator[Services]:
    # A store takes its key over, and may change it.
    store = open_store_with_key(path, StoreKey(b"k" * 32, b"s" * 16))
    try:
        yield services_of(store, advisor)
    finally:
        store.close()


@pytest.fixture
def claire(bank_path: Path) -> Iterator[Services]:
    """The services of the advisor of the story."""
    with services_at(bank_path, "A01") as services:
        yield services


@pytest.fixture
def english() -> Iterator[None]:
    set_language(Language.EN)
    yield
    set_language(Language.FR)


class Opened(SimpleNamespace):
    """A window at work, and how to wait for it."""

    shell: Shell
    session: Session
    bugs: list[str]
    qtbot: QtBot

    @property
    def desktop(self) -> Desktop:
        found = self.shell.findChild(Desktop)
        assert found is not None
        return found

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def find(self, kind: type[QObject]) -> QObject | None:
        return self.shell.findChild(kind)


@pytest.fixture
def window(
    qtbot: QtBot, bank_path: Path, tmp_path: Path, english: None
) -> Iterator[Callable[[str | None], Opened]]:
    """Opens a window over the demonstration for one advisor, or for nobody yet."""
    assert english is None
    opened: list[Opened] = []

    def open_window(advisor: str | None) -> Opened:
        shell = Shell()
        qtbot.addWidget(shell)
        bugs: list[str] = []
        reporter = Reporter(tmp_path / "reports.txt", lambda: NOW)
        door = Door(bank_path, lambda: services_at(bank_path, advisor), advisor)
        session = Session(shell, door, reporter)
        reporter.tell = bugs.append
        made = Opened(shell=shell, session=session, bugs=bugs, qtbot=qtbot, path=bank_path)
        opened.append(made)
        shell.show()
        session.begin()
        made.until(lambda: hasattr(shell, "rail"))
        return made

    yield open_window
    for one in opened:
        one.session.end()
        assert one.bugs == []


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of 1440 x 900 with a window manager, which gives windows the focus."""
    with real_screen() as display:
        yield display


@pytest.fixture
def closed(bank: Path, tmp_path: Path) -> Path:
    """The demonstration in English, opened by the passphrase."""
    return locked(bank, tmp_path / "bank.store")


@pytest.fixture
def scenes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The scenes of the pictures, and the stage that they are set on."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    import picture_scenes
    import picture_stage

    yield picture_scenes, picture_stage
    for name in [one for one in sys.modules if one.startswith("picture_")]:
        sys.modules.pop(name, None)


@pytest.fixture(scope="session")
def whole(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole demonstration, whose clients have something of each kind."""
    path = tmp_path_factory.mktemp("whole") / "whole.store"
    shutil.copy2(template, path)
    with services_at(path, None) as services:
        services.setup.live_at(datetime(2026, 4, 23, 10, 18))  # noqa: DTZ001 the wall of the story
    with services_at(path, None) as services:
        parts = (services.setup, services.importing, services.appointments, services.reminders)
        fill(*parts, Wanted())
    return path


@pytest.fixture
def whole_path(whole: Path, tmp_path: Path) -> Path:
    """A copy of the whole demonstration, of one test's own."""
    path = tmp_path / "whole.store"
    shutil.copy2(whole, path)
    return path


@pytest.fixture
def claire_at_whole(whole_path: Path) -> Iterator[Services]:
    """The services of the advisor of the story, with all that the demonstration has."""
    with services_at(whole_path, "A01") as services:
        yield services
