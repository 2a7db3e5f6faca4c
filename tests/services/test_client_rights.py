"""Copies and erasures of a client of the demonstration, through a real store."""

import json
from typing import Any

import pytest
from sqlalchemy import func, select, update

from advisor_app.bootstrap import Services
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.client_edits import ClientGone
from advisor_app.domain.client_rights import CopyPurpose, ErasureReason
from advisor_app.domain.codes import Channel
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.domain.project_edits import ProjectDraft
from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.services.contacts import Note
from advisor_app.services.desk import Desk
from advisor_app.services.upkeep import CheckReport
from advisor_app.storage import trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.store import Store

NOTE = "Secret-of-the-client-4711"


@pytest.fixture
def services(desk: Desk, store: Store) -> Services:
    Services(desk, None).importing.write_records(demonstration(60))
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A01")
    return Services(Desk(store, desk.clock, advisor), None)


@pytest.fixture
def couple(services: Services, store: Store) -> tuple[str, str]:
    """Two of one household who come to one appointment, and what was written about the first."""
    query = (
        select(func.min(client.c.ref), func.max(client.c.ref))
        .join(attendee, attendee.c.client_id == client.c.id)
        .group_by(attendee.c.appointment_id)
        .having(func.count() > 1)
    )
    with store.reading() as transaction:
        one, other = transaction.execute(query).first() or ("", "")
    project = services.project_edits.add(one, ProjectDraft("first_home", inputs={"capital": "1"}))
    services.contacts.note(Note(one, Channel.PHONE, text=NOTE, project=project.ref))
    services.contacts.note(Note(other, Channel.PHONE, text="Both of them"))
    with store.writing() as transaction:
        newest = select(func.max(touchpoint.c.id)).scalar_subquery()
        kept = services.project_edits.find(project.ref)
        its = update(touchpoint).where(touchpoint.c.id == newest)
        transaction.execute(its.values(project_id=kept.key))
    return one, other


def counts(store: Store) -> dict[str, int]:
    with store.reading() as transaction:
        return {
            table.name: transaction.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def checked(services: Services) -> CheckReport:
    return services.upkeep.check()


def test_a_copy_holds_everything_and_is_on_the_trail(
    services: Services, store: Store, couple: tuple[str, str]
) -> None:
    written: list[bytes] = []
    lines = services.client_rights.copy(couple[0], CopyPurpose.ACCESS, written.append)
    told: dict[str, Any] = json.loads(written[0])
    assert told["client"] == couple[0]
    assert told["purpose"] == "access"
    (own,) = told["kept"]["client"]
    assert own["ref"] == couple[0]
    assert NOTE in {one.get("note") for one in told["kept"]["touchpoint"]}
    assert "1" in {one["value"] for one in told["kept"]["project_input"]}
    assert [one["action"] for one in told["trail"]][-1] == "copy handed out"
    assert lines == len(told["trail"]) + sum(len(rows) for rows in told["kept"].values())
    with store.reading() as transaction:
        key = services.client_edits.find(couple[0]).key
        theirs = select(func.count()).where(touchpoint.c.client_id == key)
        assert transaction.execute(theirs).scalar() == len(told["kept"]["touchpoint"])


def test_a_copy_that_cannot_be_written_is_on_the_trail_too(
    services: Services, store: Store, couple: tuple[str, str]
) -> None:
    def full(_data: bytes) -> None:
        raise CannotSave("/x", SavingProblem.DISK_FULL)

    with pytest.raises(CannotSave):
        services.client_rights.copy(couple[0], CopyPurpose.ACCESS, full)
    with store.reading() as transaction:
        key = services.client_edits.find(couple[0]).key
        actions = [one.action for one in trail.read_entries(transaction, key, 2)]
    assert actions == ["copy not written", "copy handed out"]


def test_an_erasure_takes_every_row_and_leaves_the_others_theirs(
    services: Services, store: Store, couple: tuple[str, str]
) -> None:
    one, other = couple
    gone, stays = services.client_edits.find(one), services.client_edits.find(other)
    services.portfolio.keys(PortfolioQuestion())
    before, held = counts(store), services.client_rights.held(one)
    proof = services.client_rights.erase(one, ErasureReason.ASKED)
    after = counts(store)
    lost = {name: before[name] - after[name] for name in before if before[name] > after[name]}
    made = {"facts", "fact_days", "setting"}
    assert {name: many for name, many in lost.items() if name not in made} == dict(proof.rows)
    assert proof.rows == held
    assert proof.rows["client"] == 1
    for table in metadata.sorted_tables:
        if "client_id" in table.c and table.name != "audit_entry":
            with store.reading() as transaction:
                mine = select(func.count()).where(table.c.client_id == gone.key)
                assert transaction.execute(mine).scalar() == 0, table.name
    assert services.client_edits.find(other) == stays
    with store.reading() as transaction:
        its = select(func.count()).where(attendee.c.client_id == stays.key)
        assert transaction.execute(its).scalar()
    assert checked(services).sound
    assert one not in {row.ref for row in services.presence.flags()}
    rows = services.portfolio.keys(PortfolioQuestion(words=gone.draft.last_name or "")).keys
    assert gone.key not in rows
    with pytest.raises(ClientGone):
        services.client_rights.erase(one, ErasureReason.ASKED)


def test_the_proof_stands_on_the_trail_without_the_person(
    services: Services, store: Store, couple: tuple[str, str]
) -> None:
    file = services.client_edits.find(couple[0])
    (store.path.with_name(f"{store.path.name}.before-0001")).write_bytes(b"")
    services.backups.make()
    proof = services.client_rights.erase(couple[0], ErasureReason.RETENTION)
    with store.reading() as transaction:
        (entry,) = trail.read_entries(transaction, file.key, 1)
        assert trail.verify(transaction) is None
    assert (entry.action, entry.why, entry.who) == ("client erased", "retention", "A01")
    assert json.loads(entry.detail or "") == dict(proof.rows)
    assert (proof.number, proof.hash, proof.by) == (entry.number, entry.hash.hex(), "A01")
    assert len(proof.copies) == 2
    wal = store.path.with_name(f"{store.path.name}-wal")
    assert not wal.exists() or wal.stat().st_size == 0
    with store.reading() as transaction:
        texts = " ".join(
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in transaction.execute(select(table))
        )
    assert NOTE not in texts
    assert (file.draft.email or NOTE) not in texts


def test_what_is_open_about_who_was_erased_is_refused_with_a_sentence(
    services: Services, couple: tuple[str, str]
) -> None:
    edit = services.client_edits.stop(couple[0])
    services.client_rights.erase(couple[0], ErasureReason.MISTAKE)
    with pytest.raises(ClientGone):
        services.client_edits.take_back(edit)
    with pytest.raises(ClientGone):
        services.client_rights.copy(couple[0], CopyPurpose.ACCESS, lambda _data: None)


def test_everybody_can_be_erased(services: Services, store: Store) -> None:
    """Whoever he is: alone, in a household, with meetings, held or to come."""
    with store.reading() as transaction:
        refs = list(transaction.execute(select(client.c.ref)).scalars())
    for ref in refs:
        services.client_rights.erase(ref, ErasureReason.RETENTION)
    left = counts(store)
    assert {name for name in left if left[name]} & {"client", "member", "household"} == set()
    with store.reading() as transaction:
        assert transaction.execute(select(func.count()).select_from(appointment)).scalar() == 0
    assert checked(services).sound
