"""Free times through a real store: every one can be booked, none that is taken is told."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from poured import batches_of, pour
from small_branch import NOW, add_closing, key, settle
from sqlalchemy import update

from advisor_app.domain import bank_records as rows
from advisor_app.domain.appointments import Appointment
from advisor_app.domain.booking_refusals import LengthOutOfBounds, NoSuchRoom
from advisor_app.domain.codes import Language, Place
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient, TeteATeteError
from advisor_app.domain.offers import FreeTimes, WhyOffered
from advisor_app.domain.opening import WhyClosed
from advisor_app.i18n import speaking
from advisor_app.i18n.slot_wording import free_on_day, slot_lines
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.capacities import Capacities
from advisor_app.services.desk import Desk
from advisor_app.services.slots import SlotFinder, SlotQuestion
from advisor_app.storage import facts
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

HOUR = SlotQuestion(("C1",), 60)
TUESDAY = date(2026, 4, 28)


@pytest.fixture
def branch(store: Store) -> Desk:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return Desk(store, lambda: NOW)


def book(desk: Desk, start: datetime, **more: object) -> Appointment:
    order = BookingOrder(clients=("C1",), start=start, minutes=60)
    return Appointments(desk).book(replace(order, **more))  # type: ignore[arg-type]  # by name


def find(desk: Desk, question: SlotQuestion = HOUR) -> FreeTimes:
    return SlotFinder(desk).find(question)


def starts(found: FreeTimes, day: date = TUESDAY) -> list[str]:
    (free,) = (one for one in found.days if one.day == day)
    return [start.clock.isoformat("minutes") for start in free.starts]


def test_a_week_is_full_at_the_advisors_capacity(branch: Desk) -> None:
    with branch.writing() as transaction:
        transaction.execute(update(advisor).values(capacity_week=1))
    before = {one.day for one in find(branch, replace(HOUR, weeks=3)).days if one.starts}
    booked = book(branch, datetime.fromisoformat("2026-04-28T09:45"))
    week = {date(2026, 4, 27) + timedelta(days=ahead) for ahead in range(7)}
    assert before & week
    after = {one.day for one in find(branch, replace(HOUR, weeks=3)).days if one.starts}
    assert after == before - week
    assert not Capacities(branch).loads_of(booked)[1].is_too_full
    second = book(
        branch, datetime.fromisoformat("2026-04-29T09:45")
    )  # by hand it may be: it is told
    load = Capacities(branch).loads_of(second)[1]
    assert (load.meetings, load.capacity, load.is_too_full) == (2, 1, True)


def test_what_is_offered_can_be_booked_until_nothing_is_left(branch: Desk) -> None:
    question = replace(HOUR, weeks=2)
    booked = 0
    while offered := find(branch, question).offers:
        book(branch, offered[0].start.wall)
        booked += 1

    # Four a day: 9:45, 11:15, 15:00 and 16:30; three on Thursdays, which begin at 10:00, and after
    # a day's notice on the first Friday; two on Saturdays, but none after the 1st of May.
    assert booked == 3 + 2 + 4 + 4 + 3 + 4 + 4
    left = find(branch, question).days
    assert [one.day for one in left if one.starts] == [date(2026, 5, 2)]


def test_the_day_of_a_meeting_keeps_its_time_and_what_surrounds_it(branch: Desk) -> None:
    before = starts(find(branch))
    book(branch, datetime(2026, 4, 28, 15, 30))  # noqa: DTZ001 wall time

    left = starts(find(branch))
    assert before[6:8] == ["11:15", "15:00"]
    # An hour is written up for 15 minutes, the next one prepared for 20.
    assert left == before[:7]


def test_what_the_bank_booked_elsewhere_keeps_its_ways_too(branch: Desk, store: Store) -> None:
    visit = rows.AppointmentRecord(
        "X1", "C2", "A1", "2026-04-28T10:00", "2026-04-28T11:00", place="home"
    )
    pour(store, batches_of(visit), NOW.date())
    # Half an hour there and back, a quarter to write it up; twenty minutes to prepare the next.
    assert starts(find(branch))[0] == "15:00"
    ways = find(branch, replace(HOUR, minutes=30, place=Place.PHONE))
    assert starts(ways)[0] == "11:45"


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        (replace(HOUR, advisors=("A2",)), True),  # the client is elsewhere
        (SlotQuestion(("C2",), 60, advisors=("A2",), room="R1"), True),
        (SlotQuestion(("C2",), 60, advisors=("A2",), room="R2"), False),
        (SlotQuestion(("C2",), 60, advisors=("A2", "A1")), True),
        (SlotQuestion(("C2",), 60, advisors=("A2",)), False),
    ],
)
def test_everybody_and_the_room_must_be_free(
    branch: Desk, question: SlotQuestion, *, taken: bool
) -> None:
    book(branch, datetime(2026, 4, 28, 15, 30), room="R1")  # noqa: DTZ001 wall time

    assert ("15:30" not in starts(find(branch, question))) == taken


def test_a_cancelled_meeting_leaves_its_time_free(branch: Desk) -> None:
    booked = book(branch, datetime(2026, 4, 28, 15, 30))  # noqa: DTZ001 wall time
    Appointments(branch).cancel(booked.ref)

    assert "15:30" in starts(find(branch))


def test_leave_and_holidays_close_days(branch: Desk) -> None:
    with branch.writing() as transaction:
        add_closing(transaction, TUESDAY, TUESDAY, None, "A1")

    found = find(branch)
    assert found.closed[TUESDAY].why is WhyClosed.ADVISOR_AWAY
    assert found.closed[date(2026, 5, 1)].why is WhyClosed.HOLIDAY
    assert starts(found) == []


def test_who_stands_in_for_an_advisor_who_is_away_is_named(branch: Desk) -> None:
    with branch.writing() as transaction:
        add_closing(transaction, TUESDAY, TUESDAY, None, "A1", substitute="A2")
    found = find(branch)
    with speaking(Language.EN):
        asked = free_on_day(found, TUESDAY)
        listed = list(slot_lines(found))
    assert asked == "The advisor is away on Tuesday 28 April 2026; Camille A2 stands in."
    assert "Tuesday 28 April 2026: Away, Camille A2 stands in" in listed


def test_what_the_client_likes_is_offered_first(branch: Desk) -> None:
    with branch.writing() as transaction:
        liked = update(client).where(client.c.id == key("C1"))
        transaction.execute(liked.values(preferred_time="le samedi matin"))

    assert [(one.start.text, one.why) for one in find(branch).offers] == [
        ("2026-04-25T09:30", WhyOffered.PREFERRED),
        ("2026-05-16T09:30", WhyOffered.PREFERRED),  # the 2nd and the 9th follow holidays
    ]


def test_whoever_missed_two_meetings_is_offered_no_early_hour(branch: Desk) -> None:
    held = [book(branch, datetime(2026, 4, day, 9)) for day in (24, 28)]  # noqa: DTZ001 wall
    later = Desk(branch.store, lambda: NOW.replace(month=5))
    for one in held:
        Appointments(later).miss(one.ref)

    offered = find(later).offers
    assert [one.start.clock.hour >= 10 for one in offered] == [True, True]
    assert offered[0].why is WhyOffered.NOT_AS_MISSED


REFUSALS: list[tuple[type[TeteATeteError], SlotQuestion]] = [
    (NoSuchClient, SlotQuestion(("C0",), 60)),
    (NoSuchAdvisor, replace(HOUR, advisors=("A0",))),
    (NoSuchRoom, replace(HOUR, room="R0")),
    (LengthOutOfBounds, SlotQuestion(("C1",), 5)),
]


@pytest.mark.parametrize(("refusal", "question"), REFUSALS)
def test_who_or_what_is_unknown_is_refused(
    branch: Desk, refusal: type[TeteATeteError], question: SlotQuestion
) -> None:
    with pytest.raises(refusal):
        find(branch, question)
