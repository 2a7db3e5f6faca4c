"""After a change of advisor the meeting of three comes first, and takes the former one's time too."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from poured import batches_of, pour
from small_branch import NOW
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.appointments import Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import Announced, ConsentUse, Introduction, Party
from advisor_app.domain.commitments import CommitmentDraft
from advisor_app.domain.outcome import ConsentWord, Happened, Outcome
from advisor_app.domain.suggestions.forms import THREE_WAY
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.i18n.deed_words import deed_words
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.services.setup import Setup
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.base import metadata
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer
from advisor_app.storage.store import Store
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.window.deeds import booking_choices

BANK = (
    rows.BranchRecord("B1", "Lyon"),
    rows.AdvisorRecord("A1", "Claire", "Morvan", "B1"),
    rows.AdvisorRecord("A2", "Jean-Marc", "Thibault", "B1"),
    rows.ClientRecord("C1", first_name="Anne", last_name="Durand", branch="B1", since="2010-01-01"),
    rows.AssignmentRecord("C1", "A2", "2010-01-01", "2025-10-05"),
    rows.AssignmentRecord("C1", "A1", "2025-10-06", None, "email"),
    rows.TouchpointRecord("T1", "C1", "A2", "2024-03-12", "branch"),
    rows.ConsentRecord("C1", "meeting", given=True, on="2024-01-01"),
    # He works here still: he serves somebody else.
    rows.ClientRecord("C2", last_name="Petit", branch="B1", since="2001-01-01"),
    rows.AssignmentRecord("C2", "A2", "2001-01-01"),
)
TEN = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time


@pytest.fixture
def claire(store: Store) -> Services:
    pour(store, batches_of(*BANK), date(2026, 4, 23))
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    desk = Desk(store, lambda: NOW, advisor)
    Setup(desk).choose_advisor("A1")
    return Services(desk, None)


def test_the_former_advisor_is_asked_along_and_his_time_is_taken(claire: Services) -> None:
    (first,) = claire.suggesting.suggest(limit=1).shown
    assert (first.ref, first.ritual) == ("C1", THREE_WAY)
    along = claire.introductions.comes_along(first)
    assert along == ("Jean-Marc Thibault", "A2")

    choices = booking_choices(claire, Whom(first.client, "Anne Durand", (), suggestion=first))
    assert choices.along == "A2"
    assert along in choices.colleagues

    claire.appointments.book(
        BookingOrder(("C1",), TEN, 45, advisor="A1", colleague=along[1], suggestion=first)
    )
    with pytest.raises(Collision) as refused:
        claire.appointments.book(BookingOrder(("C2",), TEN, 45, advisor="A2"))
    assert refused.value.taken is Taken.ADVISOR
    (entry,) = claire.calendar_entries.of_advisor("A2")
    assert entry.organizer is not None
    assert entry.organizer.name == "Claire Morvan"
    assert [one.name for one in entry.along] == ["Jean-Marc Thibault"]
    assert claire.introductions.of("C1").stands is Introduction.ANNOUNCED


WRITTEN = ("touchpoint", "further_advisor", "follow_up", "commitment", "consent", "audit_entry")
EVENING = datetime(2026, 4, 28, 18, tzinfo=NOW.tzinfo)
TOLD = Outcome(
    Happened.IN_PERSON,
    text="They know each other now.",
    promises=(CommitmentDraft(Party.BANK, "Send the list", date(2026, 5, 5)),),
    consents=(ConsentWord(ConsentUse.EMAIL, given=True),),
    colleagues=("A2",),
    next_day=date(2026, 6, 2),
)


@pytest.fixture
def booked(claire: Services) -> str:
    """The reference of the meeting of three that the suggestion led to."""
    (first,) = claire.suggesting.suggest(limit=1).shown
    order = BookingOrder(("C1",), TEN, 45, advisor="A1", colleague="A2", suggestion=first)
    return claire.appointments.book(order).ref


def in_the_evening(store: Store) -> Services:
    """Claire's services once the meeting is over."""
    with store.writing() as transaction:
        facts.advance(transaction, EVENING.date())
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(store, lambda: EVENING, advisor), None)


def everything(store: Store) -> dict[str, list[str]]:
    """Every row of every table."""
    with store.reading() as transaction:
        return {
            table.name: sorted(map(repr, transaction.execute(select(table)).all()))
            for table in metadata.sorted_tables
        }


@pytest.mark.parametrize(
    ("colleagues", "stands"),
    [(("A2",), Introduction.PRESENTED), ((), Introduction.ACQUAINTED)],
)
def test_a_meeting_that_is_held_ends_what_led_to_it(
    claire: Services,
    store: Store,
    booked: str,
    colleagues: tuple[str, ...],
    stands: Introduction,
) -> None:
    assert claire.introductions.of("C1").stands is Introduction.ANNOUNCED
    evening = in_the_evening(store)
    changes = evening.outcomes.tell(booked, replace(TOLD, colleagues=colleagues))

    assert changes.suggestion_done
    with store.reading() as transaction:
        of = appointment.c.suggestion_id == suggestion.c.id
        led = select(suggestion.c.ritual, appointment.c.status).join(appointment, of)
        assert transaction.execute(led).all() == [(THREE_WAY, "held")]
        told = select(suggestion_answer.c.answer, suggestion_answer.c.withdrawn_on)
        assert transaction.execute(told).all() == [("booked", None)]
    # With the former advisor there he was presented; alone with the present one they are acquainted.
    steps = evening.introductions.of("C1")
    assert steps.stands is stands
    assert EVENING.date() in {steps.presented_on, steps.acquainted_on}
    with store.reading() as transaction:
        assert facts.differences(transaction) == []
    # Nothing waits for a time any more, and what he said before is kept for after the rest.
    heard = rows.ProjectRecord("P1", "C1", "home_renovation", "heard", noted_on="2026-04-10")
    pour(store, batches_of(heard._replace(source="client")), EVENING.date())
    assert evening.placing.waiting() == ()
    assert "C1" not in {one.ref for one in evening.suggesting.suggest(limit=None).ranked}
    rests = {kept.rule: kept for kept in evening.suggesting.why("C1").kept}
    assert Rule.AFTER_MEETING in rests
    until = changes.rest_until
    assert until == date(2026, 5, 28)
    day_before = evening.suggesting.why("C1", day=until - timedelta(days=1))
    assert Rule.AFTER_MEETING in {kept.rule for kept in day_before.kept}
    assert Rule.AFTER_MEETING not in {
        kept.rule for kept in evening.suggesting.why("C1", day=until).kept
    }


@pytest.mark.parametrize(
    "event",
    [*(f"INSERT ON {name}" for name in WRITTEN), "UPDATE ON appointment"],
)
def test_cut_short_anywhere_the_meeting_is_as_it_was(store: Store, booked: str, event: str) -> None:
    evening = in_the_evening(store)
    before = everything(store)
    with store.writing() as transaction:
        transaction.exec_driver_sql(
            f"CREATE TRIGGER cut BEFORE {event} BEGIN SELECT RAISE(ABORT, 'cut'); END"
        )
    with pytest.raises(IntegrityError, match="cut"):
        evening.outcomes.tell(booked, TOLD)
    assert everything(store) == before
    assert evening.introductions.of("C1").stands is Introduction.ANNOUNCED

    with store.writing() as transaction:
        transaction.exec_driver_sql("DROP TRIGGER cut")
    evening.outcomes.tell(booked, TOLD)
    assert evening.introductions.of("C1").stands is Introduction.PRESENTED


def test_the_trail_says_that_an_announcement_was_taken_back(claire: Services, store: Store) -> None:
    before = claire.introductions.announced("C1", Announced.CALL)
    claire.introductions.take_back("C1", before)
    assert claire.introductions.of("C1") == before
    with store.reading() as transaction:
        last, first = trail.read_entries(transaction, client_named(transaction, "C1").key, 2)
    assert (first.action, first.subject) == ("introduction announced", "call")
    assert (last.action, last.subject) == ("announcement taken back", "email")
    assert {first.action, last.action} <= deed_words().keys()
