"""What every test may use."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import Store, create_store_with_key, open_store_with_key

ROOT = Path(__file__).resolve().parent.parent

# Two busy cores make single examples slow without being wrong.
settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--gallery FOLDER`: the awkward papers as pictures, to be looked at.

    `--server-attempts 20000` runs the whole race for the same hours on PostgreSQL, too, which takes
    minutes: its server and the processes that book share the processors. `--zone-cases 100000` lets
    hypothesis draw so many zones and days, which takes five minutes of a processor.
    """
    parser.addoption("--gallery", default=None, metavar="FOLDER")
    parser.addoption("--zone-cases", default=2_400, type=int, metavar="N")
    parser.addoption("--server-attempts", default=None, type=int, metavar="N")


@pytest.fixture(autouse=True)
def _french() -> None:
    """Each test begins in the program's first language, whatever the one before it chose."""
    set_language(Language.FR)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the project; tests that need it say so when it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder beside the project is missing, so real files are not read")
    return folder


# Thursday of the demonstration's story; a raw key, because deriving one costs 0.2 s a store.
NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
STORE_KEY = StoreKey(b"k" * 32, b"s" * 16)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated, encrypted store with its home branch; tests work on copies."""
    path = tmp_path_factory.mktemp("template") / "template.store"
    store = create_store_with_key(path, STORE_KEY)
    Setup(Desk(store, lambda: NOW)).initialise("Home", "FR")
    store.close()
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store of one test's own."""
    path = tmp_path / "test.store"
    shutil.copy2(template, path)
    # A store takes its key over, and may change it.
    opened = open_store_with_key(path, StoreKey(b"k" * 32, b"s" * 16))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def module_store(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A real encrypted store for tests that undo what they write: hypothesis asks often."""
    path = tmp_path_factory.mktemp("module") / "test.store"
    shutil.copy2(template, path)
    opened = open_store_with_key(path, STORE_KEY)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    """A desk at that store, on 23 April 2026 at 10:18 in Paris, with no advisor chosen."""
    return Desk(store, lambda: NOW)


@pytest.fixture
def services(desk: Desk) -> Services:
    """The services at that desk."""
    return Services(desk, None)
