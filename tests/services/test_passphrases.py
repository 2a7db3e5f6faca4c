"""Passphrases change without losing anything, whatever happens; the printed code opens too."""

import multiprocessing
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from advisor_app.domain.errors import (
    BlankPassphrase,
    NoStore,
    StoreLocked,
    StoreUnusable,
    WrongPassphrase,
)
from advisor_app.domain.recovery_code import NotARecoveryCode, write_code
from advisor_app.services.desk import Desk
from advisor_app.services.passphrases import Passphrases, open_with_code
from advisor_app.storage import rekey
from advisor_app.storage.cipher import derive_key
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Store, create_store, open_store

OLD, NEW = "old words of mine", "new words of mine"


def written(path: Path) -> Store:
    store = create_store(path, OLD)
    with store.writing() as transaction:
        write_setting(transaction, "word", "kept")
    return store


def word(store: Store) -> str | None:
    with store.reading() as transaction:
        return read_setting(transaction, "word")


def opened_word(path: Path, passphrase: str) -> str | None:
    store = open_store(path, passphrase)
    found = word(store)
    store.close()
    return found


def passphrases(store: Store, now: datetime) -> Passphrases:
    return Passphrases(Desk(store, lambda: now))


@pytest.fixture
def now() -> datetime:
    return datetime.fromisoformat("2026-04-23T10:18+02:00")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "a.store"
    store = written(path)
    changing = passphrases(store, now)
    changing.change(OLD, NEW)
    assert word(store) == "kept"
    assert changing.is_right(NEW)
    assert not changing.is_right(OLD)
    store.close()
    assert opened_word(path, NEW) == "kept"
    with pytest.raises(WrongPassphrase):
        open_store(path, OLD)
    assert [file.name for file in tmp_path.iterdir()] == ["a.store"]
    assert path.stat().st_mode & 0o077 == 0


def test_the_recovery_code_opens_until_the_passphrase_changes(
    tmp_path: Path, now: datetime
) -> None:
    path = tmp_path / "a.store"
    store = written(path)
    code = passphrases(store, now).recovery_code()
    store.close()
    recovered = open_with_code(path, code.lower())
    assert word(recovered) == "kept"
    fresh = passphrases(recovered, now).replace(NEW)
    recovered.close()
    with pytest.raises(WrongPassphrase):
        open_with_code(path, code)
    again = open_with_code(path, fresh)
    assert word(again) == "kept"
    again.close()


def test_only_who_knows_the_passphrase_changes_it(tmp_path: Path, now: datetime) -> None:
    store = written(tmp_path / "a.store")
    before = store.path.read_bytes()
    with pytest.raises(WrongPassphrase):
        passphrases(store, now).change("guess", NEW)
    with pytest.raises(BlankPassphrase):
        passphrases(store, now).change(OLD, "")
    store.close()
    assert store.path.read_bytes()[:16] == before[:16]
    assert opened_word(store.path, OLD) == "kept"


def test_a_code_that_is_none_and_a_store_that_is_gone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotARecoveryCode):
        open_with_code(tmp_path / "none.store", "ABCD")
    with pytest.raises(NoStore):
        open_with_code(tmp_path / "none.store", write_code(bytes(32)))


def test_a_store_that_somebody_else_has_open_keeps_its_passphrase(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_PATIENCE_MS", 10)
    path = tmp_path / "a.store"
    store = written(path)
    other = open_store(path, OLD)
    with other.reading() as transaction:
        read_setting(transaction, "word")
        with pytest.raises(StoreLocked):
            passphrases(store, now).change(OLD, NEW)
    assert word(store) == "kept"
    other.close()
    store.close()
    assert opened_word(path, OLD) == "kept"


@pytest.mark.parametrize("step", ["_copy", "flush", "_take_place"])
def test_a_crash_at_any_step_leaves_a_store_that_opens(
    tmp_path: Path, now: datetime, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is killed as the step begins, with nothing tidied up."""
    path = tmp_path / "a.store"
    written(path).close()
    context = multiprocessing.get_context("fork")
    child = context.Process(target=_change_and_die, args=(path, now, step, monkeypatch.setattr))
    child.start()
    child.join()
    assert child.exitcode == 9
    shutil.copy2(path, tmp_path / "copy.store")
    assert opened_word(path, OLD) == "kept"
    store = open_store(path, OLD)
    passphrases(store, now).change(OLD, NEW)
    store.close()
    assert opened_word(path, NEW) == "kept"


def _change_and_die(
    path: Path, now: datetime, step: str, replace: Callable[[object, str, object], None]
) -> None:
    replace(rekey, step, lambda *_arguments: os._exit(9))
    passphrases(open_store(path, OLD), now).change(OLD, NEW)


def test_no_room_for_the_copy_changes_nothing(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rekey, "_copy", no_room)
    store = written(tmp_path / "a.store")
    with pytest.raises(StoreUnusable):
        passphrases(store, now).change(OLD, NEW)
    assert word(store) == "kept"
    store.close()
    assert opened_word(store.path, OLD) == "kept"


def test_who_waited_for_the_old_file_writes_nothing_into_it(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    store = written(path)
    old = path.open("rb")
    store.close()
    new = derive_key(NEW, b"n" * 16)
    rekey.change_key(path, store.key, new)
    assert old.read() == b""
    old.close()
    assert opened_word(path, NEW) == "kept"
