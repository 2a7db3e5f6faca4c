"""An outcome is kept whole or not at all, and its foretaste is what it then changes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from small_branch import BRANCH, NOW, add_project, key, settle
from sqlalchemy import func, insert, select, update

from advisor_app.domain.booking_refusals import NobodyPresent, NotInvited, NotYet, WrongStep
from advisor_app.domain.codes import (
    AppointmentStatus,
    ConsentUse,
    Flag,
    Introduction,
    Language,
    Party,
    ProjectStatus,
    State,
)
from advisor_app.domain.commitments import CommitmentDraft, NothingPromised
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchProject, TeteATeteError
from advisor_app.domain.keys import new_key
from advisor_app.domain.outcome import (
    ConsentWord,
    Happened,
    NextDayNotAhead,
    NothingToTell,
    Outcome,
    ProjectMove,
)
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import AmountOutOfBounds, Stage
from advisor_app.domain.watchwords import Sensitive
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.outcomes import Outcomes
from advisor_app.storage import facts
from advisor_app.storage.schema.calendar import appointment, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, consent, reminder
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.projects import project
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.store import Store

TUESDAY = "2026-04-28"
EVENING = NOW + timedelta(days=5, hours=8)
TABLES = (appointment, commitment, follow_up, consent, reminder, touchpoint, project)

WHOLE = Outcome(
    Happened.IN_PERSON,
    present=("C1",),
    minutes=50,
    text="They visited a house.",
    moves=(ProjectMove("P1", Stage.PAPERS, amount=Decimal(279000), target=PartialDate(2026, 9)),),
    promises=(
        CommitmentDraft(Party.BANK, "Ask for the study", date(2026, 5, 5)),
        CommitmentDraft(Party.CLIENT, "Bring three pay slips"),
    ),
    consents=(ConsentWord(ConsentUse.EMAIL, given=True), ConsentWord(ConsentUse.SMS, given=False)),
    next_day=date(2026, 6, 2),
    remember="Louise is teething",
)


@pytest.fixture
def settled(store: Store) -> Store:
    """C1 and C2 have been served by A1 since February, before by A2; they have an appointment."""
    with store.writing() as transaction:
        settle(transaction)
        add_project(transaction, "C1", "P1", "first_home", "open")
        transaction.execute(update(assignment).values(from_day=date(2026, 2, 1)))
        for name in ("C1", "C2"):
            row = {"id": new_key(), "branch_id": BRANCH.key, "client_id": key(name)}
            spell = {"from_day": date(2020, 1, 1), "until_day": date(2026, 1, 31)}
            transaction.execute(insert(assignment).values(**row, **spell, advisor_id=key("A2")))
        facts.recompute(transaction, None)
    return store


@pytest.fixture
def ref(settled: Store) -> str:
    start = datetime.fromisoformat(f"{TUESDAY}T10:00")
    order = BookingOrder(("C1", "C2"), start, 60)
    return Appointments(Desk(settled, lambda: NOW)).book(order).ref


@pytest.fixture
def outcomes(settled: Store) -> Outcomes:
    with settled.writing() as transaction:
        facts.advance(transaction, EVENING.date())
    return Outcomes(Desk(settled, lambda: EVENING))


def rows(store: Store) -> list[list[tuple[object, ...]]]:
    with store.reading() as transaction:
        return [
            sorted(map(tuple, transaction.execute(select(table)).all()), key=repr)
            for table in TABLES
        ]


def test_all_of_it_is_kept(settled: Store, outcomes: Outcomes, ref: str) -> None:
    changes = outcomes.tell(ref, WHOLE)
    assert changes.appointment.status is AppointmentStatus.HELD
    assert changes.follow_up_due is not None
    assert changes.follow_up_due.text == "2026-04-30T11:00"
    assert changes.rest_until == date(2026, 5, 28)
    with settled.reading() as transaction:
        met = transaction.execute(select(touchpoint)).one()
        assert (met.client_id, met.minutes, met.counts_as) == (key("C1"), 50, "meeting")
        assert (met.project_id, met.note) == (key("P1"), WHOLE.text)
        moved = transaction.execute(select(project)).one()
        assert (moved.stage, moved.amount, moved.target) == (3, Decimal(279000), "2026-09")
        promised = transaction.execute(select(commitment).order_by(commitment.c.by)).all()
        assert [(one.by, one.due) for one in promised] == [
            ("bank", date(2026, 5, 5)),
            ("client", None),
        ]
        kept = transaction.execute(select(appointment)).one()
        assert {one.appointment_id for one in promised} == {kept.id}
        assert kept.next_day == WHOLE.next_day
        words = transaction.execute(select(consent.c.use, consent.c.given, consent.c.on_day)).all()
        told = {("email", True, EVENING.date()), ("sms", False, EVENING.date())}
        assert {tuple(word) for word in words} == told
        assert transaction.execute(select(reminder.c.text)).scalar() == WHOLE.remember
        assert facts.differences(transaction) == []


def test_the_relation_changes_for_who_came(outcomes: Outcomes, ref: str) -> None:
    came, stayed_away = outcomes.tell(ref, WHOLE).standings
    assert (came.before.state, came.after.state) == (State.SILENT, State.MET)
    assert Flag.NOT_INTRODUCED in came.cleared
    assert came.before.introduction is Introduction.UNANNOUNCED
    assert came.after.introduction is Introduction.ACQUAINTED
    assert stayed_away.before == stayed_away.after


def test_the_former_advisor_presents(outcomes: Outcomes, ref: str) -> None:
    came, _other = outcomes.tell(ref, replace(WHOLE, colleagues=("A2",))).standings
    assert came.after.introduction is Introduction.PRESENTED
    assert Flag.NOT_INTRODUCED in came.cleared


@pytest.mark.parametrize(
    ("told", "stands"),
    [(None, Introduction.PRESENTED), ((), Introduction.ACQUAINTED)],
)
def test_who_was_to_come_along_was_there_unless_it_is_said_otherwise(
    settled: Store,
    outcomes: Outcomes,
    ref: str,
    told: tuple[str, ...] | None,
    stands: Introduction,
) -> None:
    with settled.writing() as transaction:
        transaction.execute(update(appointment).values(colleague_id=key("A2")))
    came, _other = outcomes.tell(ref, replace(WHOLE, colleagues=told)).standings
    assert came.after.introduction is stands


def test_by_phone_it_is_a_talk_and_no_meeting(outcomes: Outcomes, ref: str) -> None:
    changes = outcomes.tell(ref, Outcome(Happened.BY_PHONE))
    assert {one.after.state for one in changes.standings} == {State.VOICE_ONLY}
    assert changes.rest_until is None
    assert changes.follow_up_due is not None


def test_two_answers_are_enough(outcomes: Outcomes, ref: str) -> None:
    changes = outcomes.tell(ref, Outcome(Happened.IN_PERSON, text="All is well."))
    assert {one.after.state for one in changes.standings} == {State.MET}


def test_a_foretaste_tells_the_same_and_keeps_nothing(
    settled: Store, outcomes: Outcomes, ref: str
) -> None:
    before = rows(settled)
    foretaste = outcomes.foretaste(ref, WHOLE)
    assert rows(settled) == before
    changes = outcomes.tell(ref, WHOLE)
    assert len(changes.promises) == len(foretaste.promises)
    assert replace(changes, promises=()) == replace(foretaste, promises=())


def test_postponed_it_is_free_again_and_says_why(
    settled: Store, outcomes: Outcomes, ref: str
) -> None:
    changes = outcomes.tell(ref, Outcome(Happened.POSTPONED, text="A child is ill"))
    assert changes.appointment.status is AppointmentStatus.CANCELLED
    assert changes.follow_up_due is None
    with settled.reading() as transaction:
        kept = transaction.execute(select(appointment)).one()
        assert (kept.cancelled_by, kept.cancelled_because) == ("client", "A child is ill")
        told = transaction.execute(select(audit_entry.c.action, audit_entry.c.why)).all()
        assert ("appointment cancelled", None) in told
        assert all(why != "A child is ill" for _action, why in told)
        assert transaction.execute(select(func.count()).select_from(touchpoint)).scalar() == 0


def test_missed_leaves_no_contact(outcomes: Outcomes, ref: str) -> None:
    changes = outcomes.tell(ref, Outcome(Happened.MISSED))
    assert changes.appointment.status is AppointmentStatus.MISSED
    assert all(one.before == one.after for one in changes.standings)


def test_a_project_that_came_true(outcomes: Outcomes, ref: str) -> None:
    move = ProjectMove("first_home", status=ProjectStatus.DONE)
    (moved,) = outcomes.tell(ref, replace(WHOLE, moves=(move,))).projects
    assert (moved.status, moved.stage) == (ProjectStatus.DONE, None)


REFUSED: list[tuple[type[TeteATeteError], Outcome]] = [
    (NothingToTell, replace(WHOLE, happened=Happened.MISSED)),
    (NextDayNotAhead, replace(WHOLE, next_day=EVENING.date())),
    (NotInvited, replace(WHOLE, present=("C3",))),
    (NobodyPresent, Outcome(Happened.IN_PERSON, present=())),
    (NoSuchAdvisor, replace(WHOLE, colleagues=("A0",))),
    (NoSuchProject, replace(WHOLE, moves=(ProjectMove("P0"),))),
    (AmountOutOfBounds, replace(WHOLE, moves=(ProjectMove("P1", amount=Decimal(-1)),))),
    (NothingPromised, replace(WHOLE, promises=(CommitmentDraft(Party.BANK, " "),))),
    (TextTooLong, replace(WHOLE, remember="x" * 201)),
    (TextTooLong, replace(WHOLE, text="x" * 4001)),
]


@pytest.mark.parametrize(("refusal", "outcome"), REFUSED)
def test_a_refusal_keeps_nothing(
    settled: Store,
    outcomes: Outcomes,
    ref: str,
    refusal: type[TeteATeteError],
    outcome: Outcome,
) -> None:
    before = rows(settled)
    with pytest.raises(refusal):
        outcomes.tell(ref, outcome)
    assert rows(settled) == before


def test_what_has_not_begun_has_no_outcome(settled: Store, ref: str) -> None:
    with pytest.raises(NotYet):
        Outcomes(Desk(settled, lambda: NOW)).tell(ref, Outcome(Happened.IN_PERSON))


def test_it_is_told_once(outcomes: Outcomes, ref: str) -> None:
    outcomes.tell(ref, WHOLE)
    with pytest.raises(WrongStep):
        outcomes.tell(ref, WHOLE)


def test_words_of_all_its_fields_are_guarded(outcomes: Outcomes) -> None:
    told = replace(WHOLE, text="Il a un cancer.", remember=None)
    assert [one.about for one in outcomes.cautions(told, Language.FR)] == [Sensitive.HEALTH]
    promised = replace(WHOLE, promises=(CommitmentDraft(Party.BANK, "Il a un cancer"),))
    assert outcomes.cautions(promised, Language.FR)
    assert outcomes.cautions(WHOLE, Language.FR) == ()
