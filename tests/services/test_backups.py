"""Backups make themselves, thin out, come back, and ask to be taken elsewhere."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.errors import (
    NoStore,
    StoreExists,
    StoreLocked,
    StoreUnusable,
    WrongPassphrase,
)
from advisor_app.services import backups
from advisor_app.services.backups import Backups
from advisor_app.services.desk import Desk
from advisor_app.services.passphrases import Passphrases
from advisor_app.services.security import Security
from advisor_app.storage import rekey
from advisor_app.storage.cipher import derive_key, read_salt
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import create_store_with_key, open_store_with_key


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 4, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def making(desk: Desk, clock: Clock) -> Backups:
    return Backups(desk, clock)


def work(desk: Desk, minutes: int) -> None:
    Security(desk).choose_lock_after(minutes)


def kept_choice(desk: Desk) -> int:
    return Security(desk).lock_after()


def test_a_backup_comes_only_after_work(desk: Desk, making: Backups, clock: Clock) -> None:
    first = making.make()
    assert first == "2026-04-23T08-00-00Z.store"
    clock.now += timedelta(minutes=30)
    assert making.make() is None
    work(desk, 15)
    assert making.make() == "2026-04-23T08-30-00Z.store"
    assert [one.name for one in making.state().backups] == [
        "2026-04-23T08-30-00Z.store",
        "2026-04-23T08-00-00Z.store",
    ]
    assert (making.folder / first).stat().st_mode & 0o077 == 0


def test_old_ones_go_by_age_and_foreign_files_stay(
    desk: Desk, making: Backups, clock: Clock
) -> None:
    making.folder.mkdir()
    for day in range(1, 40):
        stamp = clock.now - timedelta(days=day)
        (making.folder / f"{stamp:%Y-%m-%dT%H-%M-%SZ}.store").write_bytes(b"x" * 16)
    (making.folder / "mine.store").write_text("precious")
    work(desk, 15)
    making.make()
    names = [one.name for one in making.state().backups]
    assert len(names) < 30
    assert names[0].startswith("2026-04-23")
    assert (making.folder / "mine.store").read_text() == "precious"
    assert not making.state().backups[1].same_passphrase


def test_a_restored_backup_shows_what_was_then(desk: Desk, making: Backups, clock: Clock) -> None:
    work(desk, 5)
    name = making.make()
    assert name is not None
    clock.now += timedelta(minutes=30)
    work(desk, 60)
    replaced = making.restore(name)
    assert kept_choice(desk) == 5
    other = open_store_with_key(Path(replaced), desk.store.key)
    assert Security(Desk(other, desk.clock)).lock_after() == 60
    other.close()
    work(desk, 30)
    assert kept_choice(desk) == 30


def test_a_restore_waits_until_nobody_else_works(
    desk: Desk, making: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekey, "_PATIENCE_MS", 10)
    work(desk, 5)
    name = making.make()
    assert name is not None
    work(desk, 60)
    other = open_store_with_key(desk.store.path, desk.store.key)
    with other.reading() as transaction:
        read_setting(transaction, "any")
        with pytest.raises(StoreLocked):
            making.restore(name)
    other.close()
    assert kept_choice(desk) == 60


def test_a_backup_that_is_gone_or_of_another_passphrase_is_refused(
    desk: Desk, making: Backups
) -> None:
    with pytest.raises(NoStore):
        making.restore("2026-04-23T08-00-00Z.store")
    making.folder.mkdir()
    path = making.folder / "2026-04-22T08-00-00Z.store"
    create_store_with_key(path, derive_key("another", b"o" * 16)).close()
    for told in (None, "yet another"):
        with pytest.raises(WrongPassphrase):
            making.restore(path.name, told)
    with desk.writing() as transaction:
        write_setting(transaction, "still", "here")


def test_a_backup_of_another_passphrase_comes_back_under_the_present_one(
    desk: Desk, making: Backups
) -> None:
    work(desk, 60)
    passphrases = Passphrases(desk)
    passphrases.replace("the first passphrase")
    name = making.make()
    assert name is not None
    work(desk, 5)
    passphrases.change("the first passphrase", "the second passphrase")
    (backup,) = making.state().backups
    assert not backup.same_passphrase
    with pytest.raises(WrongPassphrase):
        making.restore(name, "the second passphrase")
    assert kept_choice(desk) == 5
    making.restore(name, "the first passphrase")
    assert kept_choice(desk) == 60
    assert passphrases.is_right("the second passphrase")
    path = desk.store.path
    assert not list(path.parent.glob(f"{path.name}.renewed*"))
    assert read_salt(making.folder / name) != desk.store.key.salt  # the backup is as it was


def test_what_was_replaced_goes_after_a_month(desk: Desk, making: Backups, clock: Clock) -> None:
    work(desk, 5)
    name = making.make()
    assert name is not None
    path = desk.store.path
    replaced = Path(making.restore(name))
    migrated, foreign = (
        path.with_name(f"{path.name}.{end}") for end in ("before-0008", "before-me")
    )
    for one in (migrated, foreign):
        one.write_bytes(b"")
    clock.now = datetime.now(UTC) + timedelta(days=29)
    work(desk, 10)
    making.make()
    assert replaced.exists()
    assert migrated.exists()
    clock.now += timedelta(days=2)
    work(desk, 15)
    making.make()
    assert not replaced.exists()
    assert not migrated.exists()
    assert foreign.exists()


def test_no_room_leaves_the_backups_that_are_there(
    desk: Desk, making: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = making.make()
    work(desk, 5)

    def no_room(*_about: object) -> None:
        raise StoreUnusable(str(making.folder), "database or disk is full")

    monkeypatch.setattr(backups, "back_up", no_room)
    monkeypatch.setattr(Clock, "__call__", lambda self: self.now + timedelta(hours=1))
    with pytest.raises(StoreUnusable):
        making.make()
    assert [one.name for one in making.state().backups] == [name]


def test_another_drive_ends_the_reminder(
    desk: Desk, making: Backups, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.now = desk.now() + timedelta(days=20)
    assert making.state().remind
    making.write(tmp_path / "same drive.store")
    assert making.state().remind
    monkeypatch.setattr(backups, "is_elsewhere", lambda *_paths: True)
    making.write(tmp_path / "stick.store")
    assert not making.state().remind
    assert making.state().outside_at == clock.now
    with pytest.raises(StoreExists):
        making.write(tmp_path / "stick.store")


def test_others_write_while_a_copy_is_made(desk: Desk, making: Backups) -> None:
    with desk.store.writing() as transaction:
        write_setting(transaction, "open", "transaction")
        name = making.copy()
    making.keep(name)
    assert not making.is_due()
    copy = open_store_with_key(making.folder / name, desk.store.key)
    with copy.reading() as transaction:
        assert read_setting(transaction, "open") is None
    copy.close()
