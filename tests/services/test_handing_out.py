"""A file that could not be written is on the trail, and its own reason is what is said."""

import shutil
from pathlib import Path

import pytest
from small_disk import fill, small_disk
from sqlalchemy import select

from advisor_app.domain.errors import StoreUnusable
from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.domain.trail import Deed
from advisor_app.reports.saving import save
from advisor_app.services.desk import Desk
from advisor_app.services.handing_out import unless_written
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.store import Store, open_store_with_key

DEED = Deed("list not written", why="review")
_ROOM = 8 * 1024 * 1024


def told(store: Store) -> list[str]:
    with store.reading() as transaction:
        actions = transaction.execute(select(audit_entry.c.action)).scalars()
        return [one for one in actions if one == DEED.action]


def test_what_is_written_leaves_no_line(desk: Desk, store: Store, tmp_path: Path) -> None:
    with unless_written(desk, DEED):
        save(tmp_path / "list.csv", b"x")
    assert told(store) == []


@pytest.mark.parametrize("failure", [CannotSave("x", SavingProblem.OTHER), KeyboardInterrupt()])
def test_what_fails_or_is_stopped_leaves_one(
    desk: Desk, store: Store, failure: BaseException
) -> None:
    with pytest.raises(type(failure)), unless_written(desk, DEED):
        raise failure
    assert told(store) == [DEED.action]


def test_a_store_on_the_same_full_disk_does_not_hide_why_the_file_was_not_written(
    desk: Desk, template: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", _ROOM) as disk:
        shutil.copy2(template, disk / "test.store")
        store = open_store_with_key(disk / "test.store", StoreKey(b"k" * 32, b"s" * 16))
        full = Desk(store, desk.clock)
        fill(disk)
        with pytest.raises(CannotSave) as refused, unless_written(full, DEED):
            save(disk / "list.csv", b"x" * 100_000)
        assert refused.value.problem is SavingProblem.DISK_FULL
        assert refused.value.path == str(disk / "list.csv")
        with pytest.raises(StoreUnusable):
            crowd(full)
        (disk / "filling").unlink()
        with store.writing() as transaction:
            full.record(transaction, DEED)
        assert DEED.action in told(store)
        store.close()


def crowd(desk: Desk) -> None:
    """Write more than any store keeps room for."""
    with desk.writing() as transaction:
        for number in range(1_000):
            desk.record(transaction, Deed("filling", subject=str(number)))
