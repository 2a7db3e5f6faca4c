"""The one door: encrypted, migrated, and clear about what it refuses."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from advisor_app.domain.errors import (
    NewerStore,
    NoStore,
    StoreExists,
    StoreLocked,
    StoreUnusable,
    WrongPassphrase,
)
from advisor_app.storage import connection
from advisor_app.storage.migrations import HEAD
from advisor_app.storage.schema import metadata
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Store, create_store, open_store


def test_a_store_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    create_store(path, "correct horse").close()
    open_store(path, "correct horse").close()
    with pytest.raises(WrongPassphrase):
        open_store(path, "correct hors")


def test_the_file_says_nothing_to_plain_sqlite(store: Store) -> None:
    with store.writing() as transaction:
        write_setting(transaction, "city", "Saint-Aubin-les-Ormeaux")
    store.close()
    raw = store.path.read_bytes()
    assert not raw.startswith(b"SQLite format 3\x00")
    assert b"Saint-Aubin" not in raw
    plain = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master")
    plain.close()


def test_a_plain_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plain.store"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE client (name TEXT)")
    plain.close()
    with pytest.raises(WrongPassphrase):
        open_store(path, "x")


@pytest.mark.parametrize("content", [b"", b"short", b"\x00" * 5000])
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.store"
    path.write_bytes(content)
    with pytest.raises(WrongPassphrase):
        open_store(path, "x")
    assert path.read_bytes() == content


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        open_store(tmp_path / "none.store", "x")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    path.write_text("precious")
    with pytest.raises(StoreExists):
        create_store(path, "x")
    assert path.read_text() == "precious"


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.store"
    newer = create_store(path, "x")
    with newer.writing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.close()
    with pytest.raises(NewerStore) as refused:
        open_store(path, "x")
    assert refused.value.found == "9999"


def test_a_store_that_somebody_else_reads_is_not_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.store"
    older = create_store(path, "word")
    with older.writing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    with older.reading() as transaction:
        transaction.execute(text("SELECT version_num FROM alembic_version")).all()
        with pytest.raises(StoreLocked):
            open_store(path, "word")
    older.close()
    assert list(tmp_path.iterdir()) == [path]


# The index of contacts holds an expression, which SQLAlchemy cannot read back from SQLite.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_migrations_lead_to_the_tables_of_the_code(store: Store) -> None:
    with store.reading() as transaction:
        assert transaction.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
        assert compare_metadata(MigrationContext.configure(transaction), metadata) == []


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    def fail_half_way() -> None:
        with store.writing() as transaction:
            write_setting(transaction, "half", "written")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with store.reading() as transaction:
        assert read_setting(transaction, "half") is None


def test_every_connection_keeps_the_promises_of_the_engine(store: Store) -> None:
    promised = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
    with store.engine.connect() as connection:
        kept = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in promised}
    assert kept == promised


def test_a_folder_that_cannot_hold_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreUnusable) as refused:
        create_store(tmp_path / "file" / "a.store", "x")
    assert "file" in refused.value.path


def test_only_the_owner_may_read_a_new_store(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    create_store(path, "x").close()
    assert path.stat().st_mode & 0o077 == 0


def test_others_may_come_first_before_each_statement(store: Store) -> None:
    order: list[object] = []
    with store.reading() as transaction:
        store.give_way(lambda: order.append("others"))
        order.append(transaction.execute(text("SELECT 1")).scalar_one())
        order.append(transaction.execute(text("SELECT 2")).scalar_one())
    assert order == ["others", 1, "others", 2]
