"""Drafts through a real encrypted store."""

from datetime import timedelta

import pytest
from small_branch import NOW, key, settle

from advisor_app.domain.drafts import Draft, DraftPlace
from advisor_app.services.desk import Desk
from advisor_app.services.drafts import Drafts
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

PLACE = DraftPlace("contact of C1", key("C1"))


@pytest.fixture
def settled(store: Store) -> Store:
    with store.writing() as transaction:
        settle(transaction)
    return store


def drafts(store: Store, advisor: str = "A1", minutes: int = 0) -> Drafts:
    with store.reading() as transaction:
        works = find_advisor(transaction, advisor)
    return Drafts(Desk(store, lambda: NOW + timedelta(minutes=minutes), works))


def test_the_last_words_of_a_form_are_kept_with_their_time(settled: Store) -> None:
    assert drafts(settled).find(PLACE) is None
    drafts(settled).keep(PLACE, {"Note": "They hes"})
    drafts(settled, minutes=1).keep(PLACE, {"Note": "They hesitate « à deux »"})
    found = drafts(settled).find(PLACE)
    at = NOW + timedelta(minutes=1)
    assert found == Draft(PLACE, {"Note": "They hesitate « à deux »"}, at)


def test_each_advisor_and_each_form_has_its_own(settled: Store) -> None:
    drafts(settled).keep(PLACE, {"Note": "mine"})
    assert drafts(settled, "A2").find(PLACE) is None
    assert drafts(settled).find(DraftPlace("contact of C2", key("C2"))) is None


def test_a_draft_that_was_saved_leaves_nothing(settled: Store) -> None:
    drafts(settled).keep(PLACE, {"Note": "mine"})
    drafts(settled).forget(PLACE)
    assert drafts(settled).find(PLACE) is None


def test_the_file_shows_nothing_of_a_draft(settled: Store) -> None:
    drafts(settled).keep(PLACE, {"Note": "something that nobody else may read"})
    files = [settled.path, *settled.path.parent.glob(settled.path.name + "-*")]
    assert all(b"nobody else may read" not in one.read_bytes() for one in files)
