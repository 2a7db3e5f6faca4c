"""Two files of one person made one and parted again, through a real store."""

from datetime import date, timedelta
from typing import Any

import pytest
from small_branch import BRANCH, NOW, add_consent, add_hours, add_project, key, settle
from sqlalchemy import insert, select

from advisor_app.bootstrap import Services
from advisor_app.domain.client_edits import ClientDraft, ClientGone
from advisor_app.domain.client_merging import BothInvited, Counted, MergedSince, MergeGone, SameFile
from advisor_app.domain.client_rights import ErasureReason, MergedAway
from advisor_app.domain.codes import Channel, ClientStatus, ConsentUse
from advisor_app.domain.keys import new_key
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.services.booking import BookingOrder
from advisor_app.services.contacts import Note
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.client_edits import fold_name
from advisor_app.storage.client_merging import count_noted, read_file
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.clients import consent, household, member
from advisor_app.storage.schema.contacts import digital_month
from advisor_app.storage.store import Store

_MADE = {"audit_entry", "setting", "client_merge"}


@pytest.fixture
def services(store: Store) -> Services:
    """C1 and C2 are one person: each has a history, and some of it stands in both."""
    with store.writing() as transaction:
        settle(transaction)
        for name in ("A1", "A2"):
            add_hours(transaction, name, 1, "09:00", "17:00")
        for name in ("C1", "C2"):
            add_project(transaction, name, f"P{name}", "first_home", "open")
            add_consent(transaction, name, "phone", date(2025, 1, 1), given=name == "C1")
            months = {"month": date(2026, 3, 1), "logins": 2, "branch_id": BRANCH.key}
            transaction.execute(insert(digital_month).values(client_id=key(name), **months))
        add_consent(transaction, "C2", "email", date(2025, 1, 1), given=True)
        transaction.execute(insert(household).values(id=key("H1"), ref="H1"))
        row = {"id": new_key(), "branch_id": BRANCH.key, "household_id": key("H1")}
        transaction.execute(insert(member).values(**row, client_id=key("C2"), link="self"))
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    found = Services(Desk(store, lambda: NOW, advisor), None)
    found.contacts.note(Note("C1", Channel.PHONE, minutes=20, text="First"))
    found.contacts.note(Note("C2", Channel.BRANCH, minutes=30, text="Second", project="PC2"))
    found.client_edits.edit("C2", ClientDraft(last_name="Zéphyr", email="z@example.org"))
    found.client_edits.stop("C2")
    return found


def everything(store: Store) -> dict[str, list[Any]]:
    """All rows of all tables, but for what remembers deeds."""
    with store.reading() as transaction:
        return {
            table.name: sorted(str(tuple(row)) for row in transaction.execute(select(table)))
            for table in metadata.sorted_tables
            if table.name not in _MADE
        }


def find_by_name(store: Store, *names: str) -> None:
    """Let clients be found by name, as every written file is."""
    with store.writing() as transaction:
        for name in names:
            fold_name(transaction, key(name))


def sound(store: Store) -> None:
    with store.reading() as transaction:
        assert trail.verify(transaction) is None
        assert list(facts.differences(transaction)) == []


def listed(services: Services, words: str) -> list[bytes]:
    return list(services.portfolio.keys(PortfolioQuestion(words=words)).keys)


def test_both_histories_stand_in_one_file_and_the_stricter_wishes_hold(
    services: Services, store: Store
) -> None:
    edit = services.client_merging.merge("C1", "C2")
    sound(store)
    record = services.client_record.read(key("C1"))
    assert {one.exchange.note for one in record.entries} == {"First", "Second"}
    assert {one.ref for one in record.projects} == {"PC1", "PC2"}
    kept = services.client_edits.find("C1")
    assert kept.draft.email == "z@example.org"
    assert kept.no_contact
    words = {line.use: line.given for line in record.identities[0].consents}
    assert words == {ConsentUse.PHONE: False, ConsentUse.EMAIL: True}
    assert edit.moved > 0
    assert services.client_edits.find("C2").status is ClientStatus.CLOSED
    assert listed(services, "zephyr") == []
    assert services.upkeep.check().sound


def test_undoing_puts_everything_back_exactly(services: Services, store: Store) -> None:
    before = everything(store)
    assert listed(services, "zephyr") == [key("C2")]
    edit = services.client_merging.merge("C1", "C2")
    assert everything(store) != before
    services.client_merging.take_back(edit)
    assert everything(store) == before
    assert listed(services, "zephyr") == [key("C2")]
    sound(store)
    with pytest.raises(MergeGone):
        services.client_merging.take_back(edit)
    with pytest.raises(MergeGone):
        services.client_merging.undo("C1")


def test_what_was_noted_since_stays_with_the_file_that_was_kept(
    services: Services, store: Store
) -> None:
    services.client_merging.merge("C1", "C2")
    services.contacts.note(Note("C1", Channel.PHONE, text="Since"))
    assert services.client_merging.undo("C1") == "C2"
    notes = {one.exchange.note for one in services.client_record.read(key("C1")).entries}
    assert notes == {"First", "Since"}
    sound(store)


def test_an_older_merge_waits_until_the_newer_one_is_undone(
    services: Services, store: Store
) -> None:
    find_by_name(store, "C1", "C3")
    before = everything(store)
    first = services.client_merging.merge("C1", "C2")
    second = services.client_merging.merge("C1", "C3")
    with pytest.raises(MergedSince) as told:
        services.client_merging.take_back(first)
    assert told.value.newer == "C3"
    services.client_merging.take_back(second)
    services.client_merging.take_back(first)
    assert everything(store) == before


def test_a_merge_waits_while_what_it_made_went_into_another_file(
    services: Services, store: Store
) -> None:
    find_by_name(store, "C1", "C3")
    before = everything(store)
    first = services.client_merging.merge("C1", "C2")
    second = services.client_merging.merge("C3", "C1")
    with pytest.raises(MergedSince) as told:
        services.client_merging.take_back(first)
    assert told.value.newer == "C3"
    services.client_merging.take_back(second)
    services.client_merging.take_back(first)
    assert everything(store) == before
    sound(store)


def test_a_preview_says_what_the_merge_then_makes(services: Services, store: Store) -> None:
    before = everything(store)
    preview = services.client_merging.preview("C1", "C2")
    assert everything(store) == before
    assert preview.kept.counts[Counted.CONTACTS] == 1
    assert preview.after.counts[Counted.PROJECTS] == 2
    assert (preview.kept.fields["email"], preview.after.fields["email"]) == (None, "z@example.org")
    assert preview.after.fields["no_contact"] is True
    services.client_merging.merge("C1", "C2")
    with store.reading() as transaction:
        assert read_file(transaction, key("C1")) == dict(preview.after.fields)
        assert count_noted(transaction, [key("C1")]) == dict(preview.after.counts)
    for other, refusal in (("C1", SameFile), ("C2", MergedAway), ("NOBODY", ClientGone)):
        with pytest.raises(refusal):
            services.client_merging.preview("C1", other)


def test_a_shell_points_to_where_everything_is(services: Services) -> None:
    services.client_merging.merge("C1", "C2")
    with pytest.raises(MergedAway) as told:
        services.client_rights.erase("C2", ErasureReason.ASKED)
    assert told.value.into == "C1"
    with pytest.raises(MergedAway):
        services.client_merging.merge("C3", "C2")


def test_an_erasure_takes_the_merged_file_too(services: Services) -> None:
    edit = services.client_merging.merge("C1", "C2")
    proof = services.client_rights.erase("C1", ErasureReason.ASKED)
    assert proof.rows["client"] == 2
    assert services.upkeep.check().sound
    with pytest.raises(MergeGone):
        services.client_merging.take_back(edit)


def test_an_erasure_spares_a_file_that_was_parted_again(services: Services, store: Store) -> None:
    services.client_merging.take_back(services.client_merging.merge("C1", "C2"))
    before = services.client_edits.find("C2")
    assert services.client_rights.erase("C1", ErasureReason.ASKED).rows["client"] == 1
    assert services.client_edits.find("C2") == before
    sound(store)


def test_an_erasure_takes_a_chain_of_merged_files(services: Services, store: Store) -> None:
    services.client_merging.take_back(services.client_merging.merge("C3", "C2"))
    services.client_merging.merge("C2", "C3")
    services.client_merging.merge("C1", "C2")
    assert services.client_rights.erase("C1", ErasureReason.ASKED).rows["client"] == 3
    sound(store)
    assert services.upkeep.check().sound


def test_what_cannot_be_merged_is_refused(services: Services, store: Store) -> None:
    with pytest.raises(SameFile):
        services.client_merging.merge("C1", "C1")
    with pytest.raises(ClientGone):
        services.client_merging.merge("C1", "C9")
    start = (NOW + timedelta(days=4)).replace(tzinfo=None, hour=10, minute=0)
    for name, advisor in (("C1", "A1"), ("C3", "A2")):
        services.appointments.book(BookingOrder((name,), start, 60, advisor=advisor))
    before = everything(store)
    with pytest.raises(BothInvited):
        services.client_merging.merge("C1", "C3")
    assert everything(store) == before


def test_two_differing_words_of_one_day_keep_the_refusal(services: Services, store: Store) -> None:
    services.client_merging.merge("C1", "C2")
    with store.reading() as transaction:
        mine = select(consent.c.given).where(
            consent.c.client_id == key("C1"), consent.c.use == "phone"
        )
        assert transaction.execute(mine).scalars().all() == [False]
