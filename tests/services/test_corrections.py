"""Corrections keep what was said before."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_branch import NOW, add_project, key, settle
from sqlalchemy import func, select

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Channel, Direction, Nature, State
from advisor_app.domain.contacts import ContactAhead, ContactGone, MinutesOutOfBounds, TextTooLong
from advisor_app.domain.errors import NoSuchProject
from advisor_app.services.contacts import Note
from advisor_app.services.corrections import Corrected
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.contacts import former_contact
from advisor_app.storage.store import Store

TODAY = NOW.date()
CALL = Corrected(
    TODAY, Channel.PHONE, Nature.CONVERSATION, Direction.IN, 20, "A call", None, "What was said"
)


@pytest.fixture
def services(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        add_project(transaction, "C1", "P1", "loan_end", "open")
        facts.recompute(transaction, None)
        works = find_advisor(transaction, "A2")
    return Services(Desk(store, lambda: NOW, works), None)


def noted(services: Services) -> str:
    note = Note("C1", Channel.BRANCH, minutes=45, subject="A meeting", text="It went well")
    return services.contacts.note(note).ref


def state(services: Services, store: Store) -> State:
    with store.reading() as transaction:
        assert list(facts.differences(transaction)) == []
        assert trail.verify(transaction) is None
    return next(iter(services.presence.flags(client="C1"))).state


def test_a_correction_changes_what_counts_and_keeps_what_was_said(
    services: Services, store: Store
) -> None:
    ref = noted(services)
    assert state(services, store) is State.MET
    services.corrections.correct([ref], replace(CALL, project="loan_end", why="Wrong channel"))
    assert state(services, store) is State.VOICE_ONLY
    (entry,) = services.client_record.read(key("C1")).entries
    assert entry.exchange.channel is Channel.PHONE
    assert entry.exchange.project == "P1"
    assert entry.exchange.at == "10:18"
    (former,) = entry.formers
    assert (former.channel, former.minutes, former.subject, former.note, former.why) == (
        Channel.BRANCH,
        45,
        "A meeting",
        "It went well",
        "Wrong channel",
    )
    assert former.by == "Camille A2"
    assert former.corrected_at == datetime(2026, 4, 23, 10, 18, tzinfo=NOW.tzinfo)


def test_every_correction_is_kept_the_latest_first(services: Services) -> None:
    ref = noted(services)
    services.corrections.correct([ref], CALL)
    services.corrections.correct([ref], replace(CALL, subject="Again", day=TODAY - timedelta(1)))
    (entry,) = services.client_record.read(key("C1")).entries
    assert entry.exchange.at is None  # the time belonged to the other day
    assert [former.subject for former in entry.formers] == ["A call", "A meeting"]


def test_a_correction_that_is_taken_back_leaves_only_the_trail(
    services: Services, store: Store
) -> None:
    ref = noted(services)
    before = services.client_record.read(key("C1")).entries
    correction = services.corrections.correct([ref], CALL)
    services.corrections.take_back(correction)
    assert services.client_record.read(key("C1")).entries == before
    assert state(services, store) is State.MET
    actions = [line.action for line in services.client_record.read(key("C1")).history]
    assert actions[:2] == ["contact's correction taken back", "contact corrected"]
    with store.reading() as transaction:
        assert transaction.execute(select(func.count()).select_from(former_contact)).scalar() == 0


@pytest.mark.parametrize(
    ("corrected", "refusal"),
    [
        (replace(CALL, day=TODAY + timedelta(days=1)), ContactAhead),
        (replace(CALL, minutes=-1), MinutesOutOfBounds),
        (replace(CALL, note="x" * 4001), TextTooLong),
        (replace(CALL, project="P9"), NoSuchProject),
    ],
)
def test_what_cannot_be_corrected_stays_as_it_is(
    services: Services, corrected: Corrected, refusal: type[Exception]
) -> None:
    ref = noted(services)
    before = services.client_record.read(key("C1")).entries
    with pytest.raises(refusal):
        services.corrections.correct([ref], corrected)
    with pytest.raises(ContactGone):
        services.corrections.correct([ref, "TP-NONE"], CALL)
    assert services.client_record.read(key("C1")).entries == before


def test_opening_a_file_says_who_looked_and_why(services: Services) -> None:
    services.client_record.opened(key("C1"))
    (line,) = services.client_record.read(key("C1")).history
    assert (line.action, line.subject, line.who) == ("file opened", "C1", "Camille A2")
    assert line.why == "another advisor's client"
    assert line.at.date() == date(2026, 4, 23)
