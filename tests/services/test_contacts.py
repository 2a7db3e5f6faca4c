"""Noting contacts through a real store."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from small_branch import NOW, add_client, add_project, settle
from sqlalchemy import select

from advisor_app.domain.busy_time import CorrectedSince
from advisor_app.domain.codes import Channel, Direction, Flag, Language, Nature, State
from advisor_app.domain.contacts import (
    LONGEST_TEXT,
    ContactAhead,
    ContactGone,
    MinutesOutOfBounds,
    TextTooLong,
)
from advisor_app.domain.errors import AmbiguousProject, NoSuchClient, NoSuchProject, TeteATeteError
from advisor_app.domain.moments import GapOfSummerTime
from advisor_app.domain.watchwords import Sensitive
from advisor_app.services.contacts import Contacts, Note
from advisor_app.services.corrections import Corrected, Corrections
from advisor_app.services.desk import Desk
from advisor_app.services.presence import PresenceService
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.store import Store

MEETING = Note("C1", Channel.BRANCH, minutes=45)


@pytest.fixture
def settled(store: Store) -> Store:
    with store.writing() as transaction:
        settle(transaction)
        add_project(transaction, "C1", "P1", "works", "open")
        add_project(transaction, "C1", "P2", "retirement", "open")
        add_project(transaction, "C1", "P3", "retirement", "heard")
        facts.recompute(transaction, None)
    return store


@pytest.fixture
def contacts(settled: Store) -> Contacts:
    return Contacts(Desk(settled, lambda: NOW))


def presence(store: Store) -> tuple[State, set[Flag]]:
    with store.reading() as transaction:
        assert list(facts.differences(transaction)) == []
    (found,) = PresenceService(Desk(store, lambda: NOW)).flags(client="C1")
    return found.state, {told.flag for told in found.flags}


def rows(store: Store) -> list[tuple[object, ...]]:
    with store.reading() as transaction:
        columns = (
            touchpoint.c.on_day,
            touchpoint.c.at_time,
            touchpoint.c.channel,
            touchpoint.c.minutes,
            touchpoint.c.direction,
            touchpoint.c.note,
        )
        return [tuple(row) for row in transaction.execute(select(*columns))]


def test_a_meeting_that_is_noted_clears_the_flags_at_once(
    settled: Store, contacts: Contacts
) -> None:
    assert presence(settled) == (State.SILENT, {Flag.PROJECT_UNATTENDED})
    contacts.note(replace(MEETING, project="works"))
    state, flags = presence(settled)
    assert state is State.MET
    assert flags == {Flag.PROJECT_UNATTENDED}  # retirement still waits
    contacts.note(replace(MEETING, project="P2"))
    contacts.note(replace(MEETING, project="P3"))
    assert presence(settled) == (State.MET, set())


def test_the_contact_is_kept_now_with_all_that_was_said(settled: Store, contacts: Contacts) -> None:
    contacts.note(replace(MEETING, direction=Direction.IN, text="Wants to see the plan"))
    assert rows(settled) == [
        (date(2026, 4, 23), "10:18", "branch", 45, "in", "Wants to see the plan")
    ]


def test_it_can_be_noted_the_day_after(settled: Store, contacts: Contacts) -> None:
    contacts.note(replace(MEETING, at=datetime.fromisoformat("2026-04-22T17:30")))
    assert rows(settled)[0][:2] == (date(2026, 4, 22), "17:30")


def test_whoever_works_here_was_met_else_the_present_advisor(settled: Store) -> None:
    with settled.reading() as transaction:
        works = find_advisor(transaction, "A2")
    Contacts(Desk(settled, lambda: NOW, works)).note(MEETING)
    Contacts(Desk(settled, lambda: NOW)).note(MEETING)
    with settled.writing() as transaction:
        add_client(transaction, "C9", None)
        found = select(touchpoint.c.advisor_id).order_by(touchpoint.c.id)
        met = transaction.execute(found).scalars().all()
    assert [key[-2:] for key in met] == [b"A2", b"A1"]
    Contacts(Desk(settled, lambda: NOW)).note(replace(MEETING, client="C9"))


REFUSALS: list[tuple[type[TeteATeteError], Note]] = [
    (NoSuchClient, replace(MEETING, client="C0")),
    (NoSuchProject, replace(MEETING, project="P0")),
    (AmbiguousProject, replace(MEETING, project="retirement")),
    (ContactAhead, replace(MEETING, at=datetime.fromisoformat("2026-04-23T10:19"))),
    (MinutesOutOfBounds, replace(MEETING, minutes=-1)),
    (MinutesOutOfBounds, replace(MEETING, minutes=1441)),
    (TextTooLong, replace(MEETING, text="x" * (LONGEST_TEXT + 1))),
    (GapOfSummerTime, replace(MEETING, at=datetime.fromisoformat("2026-03-29T02:30"))),
]


@pytest.mark.parametrize(("refusal", "note"), REFUSALS)
def test_a_refusal_writes_nothing(
    settled: Store, contacts: Contacts, refusal: type[TeteATeteError], note: Note
) -> None:
    with pytest.raises(refusal):
        contacts.note(note)
    assert rows(settled) == []


def test_a_sensitive_word_is_warned_of_and_kept(settled: Store, contacts: Contacts) -> None:
    noted = contacts.note(replace(MEETING, text="Il est hospitalisé"), Language.FR)
    assert [caution.about for caution in noted.cautions] == [Sensitive.HEALTH]
    assert rows(settled)[0][-1] == "Il est hospitalisé"


def test_an_operation_at_the_counter_is_no_meeting(settled: Store, contacts: Contacts) -> None:
    contacts.note(Note("C1", Channel.COUNTER, Nature.OPERATION, Direction.IN))
    assert presence(settled)[0] is State.SILENT


def test_the_note_is_on_the_trail_without_its_text(settled: Store, contacts: Contacts) -> None:
    noted = contacts.note(replace(MEETING, text="Wants to see the plan"))
    with settled.reading() as transaction:
        (entry,) = trail.read_entries(transaction, b"00000000000000C1", 10)  # type: ignore[arg-type]  # a key of the sample
    assert (entry.action, entry.subject, entry.detail) == ("contact noted", noted.ref, None)


def test_a_contact_that_is_taken_back_leaves_the_presence_as_it_was_and_stays_on_the_trail(
    settled: Store, contacts: Contacts
) -> None:
    before = presence(settled)
    noted = [contacts.note(MEETING).ref for _time in range(2)]
    assert presence(settled)[0] is State.MET
    contacts.take_back(noted)
    assert rows(settled) == []
    assert presence(settled) == before
    with settled.reading() as transaction:
        entries = trail.read_entries(transaction, b"00000000000000C1", 10)  # type: ignore[arg-type]  # a key of the sample
    told = sorted((entry.action, entry.subject) for entry in entries)
    actions = ("contact noted", "contact taken back")
    assert told == sorted((action, ref) for action in actions for ref in noted)


def test_a_contact_that_was_corrected_since_or_is_gone_stays_as_it_is(
    settled: Store, contacts: Contacts
) -> None:
    first, second = (contacts.note(MEETING).ref for _time in range(2))
    said = Corrected(date(2026, 4, 22), Channel.PHONE, Nature.CONVERSATION, Direction.IN)
    Corrections(Desk(settled, lambda: NOW)).correct([second], said)
    with pytest.raises(CorrectedSince):
        contacts.take_back([first, second])
    assert len(rows(settled)) == 2
    contacts.take_back([first])
    with pytest.raises(ContactGone):
        contacts.take_back([first])
