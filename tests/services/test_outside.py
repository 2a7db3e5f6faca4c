"""What is booked and no longer fits hours, days or rooms is told, and nothing of it is moved."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from small_branch import NOW, add_closing, add_hours, key, settle
from sqlalchemy import update

from advisor_app.bootstrap import Services, services_of
from advisor_app.domain.booking_refusals import ClosedThatDay, ColleagueNotThere, OutsideHours
from advisor_app.domain.codes import Language
from advisor_app.domain.opening import DatedHours, Span
from advisor_app.domain.rooms import RoomTooSmall
from advisor_app.domain.working_plan import AbsenceDraft, RoomDraft
from advisor_app.i18n import speaking
from advisor_app.i18n.outside_words import outside_count, outside_reason, outside_title
from advisor_app.services.booking import BookingOrder
from advisor_app.storage import facts
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.store import Store, Transaction

TUESDAY = date(2026, 4, 28)
MORNING = Span(time(9), time(12, 30))


@pytest.fixture
def camille(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    return services_of(store, "A1")


@pytest.fixture
def booked(camille: Services) -> str:
    return book(camille, "C1", 15, room="R1")


def book(services: Services, client: str, hour: int, **more: object) -> str:
    start = datetime.combine(TUESDAY, time(hour))
    order = BookingOrder((client,), start, 60, **more)  # type: ignore[arg-type]  # by name
    return services.appointments.book(order).ref


def told(services: Services) -> list[tuple[str, type]]:
    return [(one.ref, type(one.why)) for one in services.outside.here()]


def shorter(services: Services) -> None:
    services.working_plans.set_week({2: (MORNING,)})


def another_weekday(services: Services) -> None:
    services.working_plans.set_week({3: (MORNING,)})


def short_that_day(services: Services) -> None:
    services.working_plans.set_dated(DatedHours(TUESDAY, TUESDAY, (MORNING,)))


def the_branch_closes(services: Services) -> None:
    services.working_plans.add_absence(AbsenceDraft(TUESDAY, TUESDAY, of_branch=True))


def smaller_room(services: Services) -> None:
    services.working_plans.change_room("R1", RoomDraft("Room R1", 1))


CHANGES: list[tuple[Callable[[Services], None], type, str]] = [
    (shorter, OutsideHours, "The hours of that day are 09:00 to 12:30."),
    (another_weekday, ClosedThatDay, "There are no hours that day any more."),
    (short_that_day, OutsideHours, "The hours of that day are 09:00 to 12:30."),
    (the_branch_closes, ClosedThatDay, "The branch is closed that day."),
    (smaller_room, RoomTooSmall, "Room R1 seats 1, and 2 people meet."),
]


@pytest.mark.parametrize(("change", "why", "words"), CHANGES)
def test_each_change_says_what_no_longer_fits(
    camille: Services, booked: str, change: Callable[[Services], None], why: type, words: str
) -> None:
    assert told(camille) == []
    change(camille)
    assert told(camille) == [(booked, why)]
    # It stands where it stood.
    assert camille.appointments.find(booked).start.text == "2026-04-28T15:00"
    (one,) = camille.outside.here()
    with speaking(Language.EN):
        assert outside_title(one) == "Tuesday 28 April 2026, 15:00 to 16:00, Camille A1"
        assert outside_reason(one) == words
    assert one.client == key("C1")


def test_a_holiday_that_comes_with_another_postal_code_is_told(
    camille: Services, store: Store
) -> None:
    """In Martinique the 22nd of May is kept, in the rest of the country it is not."""
    start = datetime(2026, 5, 22, 10)  # noqa: DTZ001 a wall time
    ref = camille.appointments.book(BookingOrder(("C1",), start, 60)).ref
    assert told(camille) == []
    with store.writing() as transaction:
        its = update(branch).where(branch.c.id == key("branch"))
        transaction.execute(its.values(country="FR", postal_code="97200"))
    assert told(camille) == [(ref, ClosedThatDay)]
    (one,) = camille.outside.here()
    with speaking(Language.EN):
        assert "Abolition of slavery" in outside_reason(one)


def test_a_colleague_who_comes_along_and_is_away_is_told(camille: Services, store: Store) -> None:
    ref = book(camille, "C1", 15, colleague="A2")
    with store.writing() as transaction:
        add_closing(transaction, TUESDAY, TUESDAY, "Leave", "A2")
    assert told(camille) == [(ref, ColleagueNotThere)]


def test_colleagues_of_the_branch_are_told_of_too_but_what_is_over_is_not(
    camille: Services, store: Store
) -> None:
    ref = book(camille, "C2", 15, advisor="A2")
    gone = book(camille, "C3", 15, advisor="A1")
    camille.appointments.cancel(gone)

    def late(transaction: Transaction) -> None:
        for name in ("A1", "A2"):
            add_hours(transaction, name, 2, "09:00", "12:00")

    with store.writing() as transaction:
        late(transaction)
    assert told(camille) == [(ref, OutsideHours)]
    services_of(store, None).setup.live_at(datetime(2026, 4, 29, 9))  # noqa: DTZ001 a wall time
    assert told(services_of(store, "A1")) == []


@pytest.mark.usefixtures("booked")
def test_nobody_chosen_is_told_of_nothing(camille: Services, store: Store) -> None:
    shorter(camille)
    assert services_of(store, None).outside.here() == ()


def test_what_was_before_is_given_back_and_brings_it_back(camille: Services, booked: str) -> None:
    plans = camille.working_plans
    before = plans.set_week({2: (MORNING,)})
    assert told(camille) == [(booked, OutsideHours)]
    assert plans.set_week(before) == {2: (MORNING,)}
    assert told(camille) == []
    plans.set_capacity(9)
    assert plans.set_capacity(12) == 9
    assert plans.set_capacity(None) == 12
    codes = list(plans.plan().openings)
    assert plans.set_opening(codes[1]) is None
    assert plans.set_opening(None) == codes[1]
    assert plans.plan().opening is None


def test_one_and_several_are_counted() -> None:
    with speaking(Language.EN):
        assert outside_count(1).startswith("1 booked meeting no longer fits.")
        assert outside_count(2).startswith("2 booked meetings no longer fit.")
