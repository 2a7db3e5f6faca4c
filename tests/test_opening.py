"""A store on its way to being open says the same as one that is opened at once."""

from pathlib import Path

import pytest
from small_branch import NOW, settle

from advisor_app.bootstrap import new_services, services_of
from advisor_app.domain.errors import BlankPassphrase, NoStore, WrongPassphrase
from advisor_app.opening import Opening
from advisor_app.storage.store import open_store

PASSPHRASE = "un mot de passe de test"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a kept page, opened with a passphrase."""
    made = tmp_path_factory.mktemp("opening") / "bank.store"
    with new_services(made, PASSPHRASE) as services:
        services.setup.initialise("Home", "FR")
        services.setup.live_at(NOW.replace(tzinfo=None))
    store = open_store(made, PASSPHRASE)
    with store.writing() as transaction:
        settle(transaction)
    services = services_of(store, "A1")
    mark = services.kept_pages.mark()
    services.kept_pages.keep_frame(mark, "frame")
    services.kept_pages.keep_today(mark, "today")
    store.close()
    return made


def test_it_looks_before_it_opens_and_opens_again(path: Path) -> None:
    opening = Opening(path, lambda: PASSPHRASE, "A1")
    found = opening.look()
    assert found is not None
    assert (found.frame, found.today, found.current) == ("frame", "today", True)
    for _time in range(2):
        with opening.services() as services:
            assert services.advisor is not None
            assert services.advisor.ref == "A1"


def test_a_wrong_passphrase_sees_nothing_and_is_refused(path: Path) -> None:
    opening = Opening(path, lambda: "another one", "A1")
    assert opening.look() is None
    with pytest.raises(WrongPassphrase), opening.services():
        pass


def test_no_store_is_refused(tmp_path: Path) -> None:
    opening = Opening(tmp_path / "none.store", lambda: PASSPHRASE, None)
    assert opening.look() is None
    with pytest.raises(NoStore), opening.services():
        pass


def test_a_short_file_is_refused(tmp_path: Path) -> None:
    short = tmp_path / "short.store"
    short.write_bytes(b"short")
    opening = Opening(short, lambda: PASSPHRASE, None)
    assert opening.look() is None
    with pytest.raises(WrongPassphrase), opening.services():
        pass


def test_what_the_passphrase_says_is_said_and_asked_again(path: Path) -> None:
    answers = iter(["", PASSPHRASE])

    def ask() -> str:
        answer = next(answers)
        if not answer:
            raise BlankPassphrase
        return answer

    opening = Opening(path, ask, "A1")
    assert opening.look() is None
    with pytest.raises(BlankPassphrase), opening.services():
        pass
    with opening.services() as services:
        assert services.advisor is not None
