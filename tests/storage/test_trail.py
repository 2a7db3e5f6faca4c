"""The trail only grows, and shows tampering."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from advisor_app.domain.trail import BrokenChain, Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import trail
from advisor_app.storage.store import Store, Transaction


@pytest.fixture
def written(desk: Desk) -> Store:
    with desk.writing() as transaction:
        for number in range(5):
            desk.record(transaction, Deed("client opened", subject=f"C{number}", why="meeting"))
    return desk.store


def unguard(transaction: Transaction) -> None:
    """Do as somebody would who has the key and wants to hide a deed."""
    for verb in ("update", "delete"):
        transaction.execute(text(f"DROP TRIGGER audit_entry_no_{verb}"))


def test_an_untouched_trail_is_genuine(written: Store) -> None:
    with written.reading() as transaction:
        assert trail.verify(transaction) is None
        assert trail.count_entries(transaction) == 6  # the store's making is the first


@pytest.mark.parametrize("change", ["UPDATE audit_entry SET why = ''", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_an_entry(written: Store, change: str) -> None:
    with pytest.raises(DatabaseError, match="only grows"), written.writing() as transaction:
        transaction.execute(text(change))


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ("UPDATE audit_entry SET why = 'curiosity' WHERE number = 3", 3),
        ("DELETE FROM audit_entry WHERE number = 4", 4),
        ("DELETE FROM audit_entry WHERE number = 6", 6),
        ("UPDATE audit_entry SET at_utc = '2020-01-01T00:00:00.000+00:00' WHERE number = 1", 1),
    ],
)
def test_a_changed_trail_shows(written: Store, change: str, number: int) -> None:
    with written.writing() as transaction:
        unguard(transaction)
        transaction.execute(text(change))
        assert trail.verify(transaction) == BrokenChain(number)


def test_a_trail_whose_end_was_cut_off_shows_with_the_note_of_its_end_gone_too(
    written: Store,
) -> None:
    with written.writing() as transaction:
        unguard(transaction)
        transaction.execute(text("DELETE FROM audit_entry WHERE number > 3"))
        transaction.execute(text("DELETE FROM setting WHERE name = 'trail_head'"))
    with written.reading() as transaction:
        assert trail.verify(transaction) == BrokenChain(4)
