"""A step of an appointment taken back: it stands where it stood, unless its time was given away."""

from datetime import datetime, timedelta

import pytest
from small_branch import NOW, settle

from advisor_app.domain.appointments import Cancellation
from advisor_app.domain.booking_refusals import Collision, WrongStep
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.codes import AppointmentStatus, Party
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.steps_back import StepsBack
from advisor_app.storage import facts
from advisor_app.storage.store import Store

START = datetime.fromisoformat("2026-04-28T10:00")
CONFIRMED, PROPOSED = AppointmentStatus.CONFIRMED, AppointmentStatus.PROPOSED


@pytest.fixture
def desk(store: Store) -> Desk:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return Desk(store, lambda: NOW)


def book(desk: Desk, client: str = "C1", until: datetime | None = None) -> str:
    order = BookingOrder((client,), START, 60, room="R1", proposed_until=until)
    return Appointments(desk).book(order).ref


def test_a_cancelled_one_takes_its_time_again(desk: Desk) -> None:
    ref = book(desk)
    Appointments(desk).cancel(ref, Cancellation(Party.CLIENT, "ill"))
    back = StepsBack(desk).take_back(ref, CONFIRMED)
    assert (back.status, back.sequence) == (CONFIRMED, 2)
    with pytest.raises(Collision):
        book(desk, "C2")


def test_a_time_given_away_since_is_not_taken_twice(desk: Desk) -> None:
    ref = book(desk)
    Appointments(desk).cancel(ref)
    book(desk, "C2")
    with pytest.raises(Collision):
        StepsBack(desk).take_back(ref, CONFIRMED)
    assert Appointments(desk).find(ref).status is AppointmentStatus.CANCELLED


def test_a_confirmation_is_taken_back_to_the_proposal(desk: Desk) -> None:
    ref = book(desk, until=START - timedelta(days=2))
    Appointments(desk).confirm(ref)
    assert StepsBack(desk).take_back(ref, PROPOSED).status is PROPOSED


def test_nobody_came_is_taken_back(store: Store, desk: Desk) -> None:
    ref = book(desk)
    later = Desk(store, lambda: NOW + timedelta(days=6))
    Appointments(later).miss(ref)
    assert StepsBack(later).take_back(ref, CONFIRMED).status is CONFIRMED


@pytest.mark.parametrize("before", [PROPOSED, CONFIRMED, AppointmentStatus.MISSED])
def test_what_was_held_stays(store: Store, desk: Desk, before: AppointmentStatus) -> None:
    ref = book(desk)
    later = Desk(store, lambda: NOW + timedelta(days=6))
    Appointments(later).hold(ref)
    with pytest.raises(WrongStep):
        StepsBack(later).take_back(ref, before)


def test_an_unknown_one_is_named(desk: Desk) -> None:
    with pytest.raises(NoSuchAppointment):
        StepsBack(desk).take_back("RV-NONE", CONFIRMED)
