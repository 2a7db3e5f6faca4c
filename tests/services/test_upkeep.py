"""Backups that open, restores that lose nothing, and checks that find damage."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from advisor_app.domain.errors import (
    NewerStore,
    StoreExists,
    StoreLocked,
    StoreUnusable,
    WrongPassphrase,
)
from advisor_app.services.desk import Desk
from advisor_app.services.upkeep import Upkeep, restore
from advisor_app.storage.backup import back_up
from advisor_app.storage.connection import keyed_connection
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import create_store, open_store, open_store_with_key

ROOT = Path(__file__).resolve().parents[2]


def write(desk: Desk, value: str) -> None:
    with desk.writing() as transaction:
        write_setting(transaction, "word", value)


def test_a_backup_is_one_encrypted_file_that_opens(desk: Desk, tmp_path: Path) -> None:
    write(desk, "a word nobody else has")
    target = tmp_path / "copy.store"
    Upkeep(desk).backup(target)
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.store"]
    assert b"a word nobody" not in target.read_bytes()
    copy = open_store_with_key(target, desk.store.key)
    with copy.reading() as transaction:
        assert read_setting(transaction, "word") == "a word nobody else has"
    copy.close()


def test_a_backup_overwrites_nothing(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "copy.store"
    target.write_text("precious")
    with pytest.raises(StoreExists):
        Upkeep(desk).backup(target)
    assert target.read_text() == "precious"


def test_a_backup_into_no_folder_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable):
        Upkeep(desk).backup(tmp_path / "none" / "copy.store")
    assert not (tmp_path / "none").exists()


def test_a_restored_backup_takes_the_place_and_keeps_the_other(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    store = create_store(path, "word")
    desk = Desk(store, lambda: pytest.fail("no clock is needed"))
    write(desk, "then")
    back_up(store, backup)
    write(desk, "now")
    store.close()
    kept = restore(backup, path, "word")
    assert words(path) == "then"
    assert words(kept) == "now"


def test_a_second_restore_keeps_what_the_first_one_kept(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    create_store(path, "word").close()
    create_store(backup, "word").close()
    first = restore(backup, path, "word")
    before = first.read_bytes()
    second = restore(backup, path, "word")
    assert first != second
    assert first.read_bytes() == before


def test_what_a_crash_left_in_the_log_is_kept_with_the_replaced_store(tmp_path: Path) -> None:
    path, backup, crashed = (tmp_path / f"{name}.store" for name in "abc")
    store = create_store(path, "word")
    back_up(store, backup)
    write(Desk(store, lambda: pytest.fail("no clock is needed")), "now")
    for end in ("", "-wal"):
        shutil.copy2(f"{path}{end}", f"{crashed}{end}")
    store.close()
    kept = restore(backup, crashed, "word")
    assert words(crashed) is None
    assert words(kept) == "now"


ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from advisor_app.storage.store import open_store
store = open_store(Path(sys.argv[1]), "word")
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself replaces no open file")
@pytest.mark.parametrize("passphrase", ["word", "the passphrase of the backup's day"])
def test_a_restore_waits_until_no_other_program_has_the_store_open(
    tmp_path: Path, passphrase: str
) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    create_store(path, "word").close()
    create_store(backup, passphrase).close()
    before = path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_PROGRAM, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreLocked):
            restore(backup, path, passphrase)
        assert path.read_bytes() == before
        assert not list(tmp_path.glob("*.before-*"))
        other.communicate()
    assert words(restore(backup, path, passphrase)) is None


def test_a_crash_in_the_middle_of_a_restore_leaves_the_store_in_its_place(
    replaced: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = replaced

    def the_power_goes(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", the_power_goes)
    with pytest.raises(StoreUnusable):
        restore(backup, path, "word")
    assert words(path) == "now"


def test_a_drive_without_second_names_keeps_what_a_restore_replaced(
    replaced: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = replaced

    def not_here(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", not_here)
    assert words(restore(backup, path, "word")) == "now"
    assert words(path) is None


@pytest.fixture
def replaced(tmp_path: Path) -> tuple[Path, Path]:
    """A closed store with a word in it, and a backup from before the word."""
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    store = create_store(path, "word")
    back_up(store, backup)
    write(Desk(store, lambda: pytest.fail("no clock is needed")), "now")
    store.close()
    return path, backup


def test_a_backup_is_put_in_place_as_it_is_and_stays_as_it_was(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    store = create_store(path, "word")
    back_up(store, backup)
    store.close()
    before = backup.read_bytes()
    restore(backup, path, "word")
    assert backup.read_bytes() == before == path.read_bytes()
    assert list(tmp_path.glob("b.store*")) == [backup]


def test_a_backup_of_a_later_program_is_not_put_in_place(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    create_store(path, "word").close()
    later = create_store(backup, "word")
    with later.writing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    later.close()
    before = path.read_bytes()
    with pytest.raises(NewerStore):
        restore(backup, path, "word")
    assert path.read_bytes() == before


def words(path: Path) -> str | None:
    store = open_store(path, "word")
    with store.reading() as transaction:
        found = read_setting(transaction, "word")
    store.close()
    return found


def test_a_backup_with_another_passphrase_is_not_put_in_place(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.store", tmp_path / "b.store"
    create_store(path, "word").close()
    create_store(backup, "other").close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        restore(backup, path, "word")
    assert path.read_bytes() == before


def test_a_sound_store_passes_the_check(desk: Desk) -> None:
    report = Upkeep(desk).check()
    assert report.sound
    assert report.entries == 1


def test_a_reference_to_nothing_is_found(desk: Desk) -> None:
    careless = keyed_connection(desk.store.path, desk.store.key)
    careless.execute("INSERT INTO room VALUES (x'00', 'R1', x'01', 'Room', 2, 0)")
    careless.close()
    assert any("room" in line for line in Upkeep(desk).check().damage)


def test_a_flipped_byte_is_found(desk: Desk) -> None:
    with desk.writing() as transaction:  # so that the file ends in pages of data
        for number in range(50):
            write_setting(transaction, f"long {number}", "x" * 3000)
    desk.store.close()
    raw = bytearray(desk.store.path.read_bytes())
    raw[-2000] ^= 1
    desk.store.path.write_bytes(raw)
    reopened = open_store_with_key(desk.store.path, desk.store.key)
    assert not Upkeep(Desk(reopened, desk.clock)).check().sound
    reopened.close()
