"""The advisor's own calendar in a real store: booking avoids it, past meetings wait for a word."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_branch import NOW, PARIS, key, settle
from sqlalchemy import update

from advisor_app.bootstrap import Services
from advisor_app.domain.busy_time import (
    BusyElsewhere,
    CalendarRead,
    CorrectedSince,
    NoSuchBusySource,
    NoSuchFoundMeeting,
    PastMeeting,
    UnreadableCalendar,
    WhyNotRead,
)
from advisor_app.domain.client_rights import ErasureReason
from advisor_app.domain.codes import Channel, Direction, Language, Nature, State
from advisor_app.domain.contacts import ContactGone, MinutesOutOfBounds
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.moments import moment_at
from advisor_app.domain.stretches import Stretch
from advisor_app.i18n import speaking
from advisor_app.i18n.wording import sentence
from advisor_app.services.booking import BookingOrder
from advisor_app.services.corrections import Corrected
from advisor_app.services.desk import Desk
from advisor_app.services.moving import MoveOrder
from advisor_app.services.slots import SlotQuestion
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.clients import client
from advisor_app.storage.store import Store

TEN = datetime(2026, 4, 28, 10, 0)  # noqa: DTZ001 a wall time


@pytest.fixture
def mine(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        its = update(client).where(client.c.id == key("C1"))
        transaction.execute(its.values(email="Anne@Courrier.example"))
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(store, lambda: NOW, advisor), None)


def at(wall: datetime) -> int:
    return moment_at(wall, PARIS).utc


def stretch(start: datetime, minutes: int) -> Stretch:
    return Stretch(at(start), at(start) + minutes * 60)


def read(
    *busy: Stretch, file: str = "own.ics", meetings: tuple[PastMeeting, ...] = ()
) -> CalendarRead:
    return CalendarRead(file, busy, meetings, len(busy), 0)


def starts(services: Services, advisors: tuple[str, ...] = ()) -> list[str]:
    found = services.slots.find(SlotQuestion(("C1",), 60, advisors=advisors))
    (free,) = (one for one in found.days if one.day == TEN.date())
    return [one.clock.isoformat("minutes") for one in free.starts]


def order(start: datetime = TEN, advisor: str | None = None) -> BookingOrder:
    return BookingOrder(("C1",), start, 60, advisor)


def test_booking_and_slots_avoid_busy_time(mine: Services) -> None:
    before = starts(mine)
    mine.busy_times.keep("own", [read(stretch(TEN, 60))])
    after = starts(mine)

    assert "10:00" in before
    assert set(after) < set(before)
    # An hour's meeting with its quarter afterwards and its preparation before meets the busy hour.
    assert not {"09:00", "09:15", "09:30", "10:00", "10:30", "10:45"} & set(after)
    with pytest.raises(BusyElsewhere) as refused:
        mine.appointments.book(order())
    assert refused.value.own
    with speaking(Language.EN):
        assert sentence(refused.value) == (
            "Tuesday 28 April 2026 from 10:00 to 11:00: busy in your own calendar. "
            "Choose another time."
        )


def test_what_slots_offers_beside_busy_time_can_be_booked(mine: Services) -> None:
    mine.busy_times.keep("own", [read(stretch(TEN, 60), stretch(TEN + timedelta(hours=5), 20))])
    for start in starts(mine):
        wall = datetime.combine(TEN.date(), datetime.strptime(start, "%H:%M").time())  # noqa: DTZ007 a wall time
        booked = mine.appointments.book(order(wall))
        mine.appointments.cancel(booked.ref)


def test_moving_avoids_it_and_a_colleague_is_named(mine: Services) -> None:
    mine.busy_times.keep("own", [read(stretch(TEN, 60))])
    booked = mine.appointments.book(order(TEN + timedelta(hours=5)))
    with pytest.raises(BusyElsewhere):
        mine.moves.move(MoveOrder(booked.ref, TEN))
    mine.appointments.book(order(advisor="A2"))
    mine.work_for("A2")
    with pytest.raises(BusyElsewhere) as refused:
        mine.appointments.book(replace(order(advisor="A1"), clients=("C2",)))
    with speaking(Language.EN):
        assert "Camille A1 is busy in the own calendar" in sentence(refused.value)


def test_reading_again_replaces_and_a_refused_file_stays_as_it_was(mine: Services) -> None:
    first, second = stretch(TEN, 60), stretch(TEN + timedelta(days=1), 60)
    mine.busy_times.keep("own", [read(first, file="a.ics"), read(second, file="b.ics")])
    refused = UnreadableCalendar("b.ics", WhyNotRead.NOT_A_CALENDAR)
    mine.busy_times.keep("own", [read(file="a.ics")], [refused])

    assert [(one.name, one.to_come) for one in mine.busy_times.sources()] == [("own", 1)]
    assert "10:00" in starts(mine)
    mine.busy_times.keep("own", [read(file="a.ics")])
    assert [one.to_come for one in mine.busy_times.sources()] == [0]


def test_calendars_are_forgotten_by_name_and_belong_to_one_advisor(mine: Services) -> None:
    mine.busy_times.keep("own", [read(stretch(TEN, 60))])
    assert "10:00" in starts(mine, ("A2",))
    mine.work_for("A2")
    assert mine.busy_times.sources() == ()
    with pytest.raises(NoSuchBusySource):
        mine.busy_times.forget("own")
    mine.work_for("A1")
    mine.busy_times.forget("own")
    assert "10:00" in starts(mine)


LAST_WEEK = datetime(2026, 4, 14, 15, 0)  # noqa: DTZ001 a wall time


def met(mark: str = "m1", *addresses: str) -> PastMeeting:
    return PastMeeting(mark, at(LAST_WEEK), 45, addresses or ("anne@courrier.example",))


def test_a_past_meeting_becomes_a_contact_only_when_it_is_confirmed(mine: Services) -> None:
    kept = mine.busy_times.keep("own", [read(meetings=(met(),))], meetings=True)
    (found,) = kept.meetings
    assert (found.client, found.start.day, found.minutes) == ("C1", date(2026, 4, 14), 45)
    state = {one.ref: one.state for one in mine.presence.flags()}
    assert state["C1"] is State.SILENT

    mine.busy_times.confirm(found.ref, Channel.BRANCH)

    state = {one.ref: one.state for one in mine.presence.flags()}
    assert state["C1"] is State.MET
    assert mine.busy_times.waiting() == ()
    with pytest.raises(NoSuchFoundMeeting):
        mine.busy_times.confirm(found.ref, Channel.BRANCH)
    assert mine.upkeep.check().sound


def test_a_confirmed_meeting_is_taken_back_and_asked_about_again(mine: Services) -> None:
    found = PastMeeting("mark", at(datetime(2026, 4, 2, 10)), 60, ("anne@courrier.example",))  # noqa: DTZ001 a wall time
    mine.busy_times.keep("own", [read(meetings=(found,))], meetings=True)
    before = list(mine.presence.flags(client="C1"))
    (waiting,) = mine.busy_times.waiting()
    contact = mine.busy_times.confirm(waiting.ref, Channel.BRANCH)
    assert [one.state for one in mine.presence.flags(client="C1")] == [State.MET]

    mine.busy_times.ask_again(waiting.ref, contact)
    assert mine.busy_times.waiting() == (waiting,)
    assert list(mine.presence.flags(client="C1")) == before
    with pytest.raises(ContactGone):
        mine.busy_times.ask_again(waiting.ref, contact)
    assert mine.upkeep.check().sound

    mine.busy_times.dismiss(waiting.ref)
    assert mine.busy_times.waiting() == ()
    mine.busy_times.ask_again(waiting.ref)
    assert mine.busy_times.waiting() == (waiting,)
    with pytest.raises(NoSuchFoundMeeting):
        mine.busy_times.ask_again("FM0")


def test_a_contact_that_was_corrected_since_stays(mine: Services) -> None:
    found = PastMeeting("mark", at(datetime(2026, 4, 2, 10)), 60, ("anne@courrier.example",))  # noqa: DTZ001 a wall time
    mine.busy_times.keep("own", [read(meetings=(found,))], meetings=True)
    (waiting,) = mine.busy_times.waiting()
    contact = mine.busy_times.confirm(waiting.ref, Channel.BRANCH)
    corrected = Corrected(date(2026, 4, 2), Channel.HOME, Nature.CONVERSATION, Direction.OUT, 60)
    mine.corrections.correct((contact,), corrected)
    with pytest.raises(CorrectedSince):
        mine.busy_times.ask_again(waiting.ref, contact)
    assert mine.busy_times.waiting() == ()


def test_an_answer_holds_when_the_calendar_is_read_again(mine: Services) -> None:
    one, other = met("m1"), replace(met("m2"), start=at(LAST_WEEK - timedelta(days=7)))
    kept = mine.busy_times.keep("own", [read(meetings=(one, other))], meetings=True)
    assert len(kept.meetings) == 2
    mine.busy_times.dismiss(kept.meetings[0].ref)
    mine.busy_times.confirm(kept.meetings[1].ref, Channel.PHONE, 20)

    again = mine.busy_times.keep("own", [read(meetings=(one, other))], meetings=True)
    assert again.meetings == ()
    # Another entry of a day that has its contact is not asked about either.
    twin = replace(other, mark="m3")
    assert mine.busy_times.keep("own", [read(meetings=(twin,))], meetings=True).meetings == ()


def test_meetings_with_strangers_and_without_the_wish_are_left_alone(mine: Services) -> None:
    stranger = met("m1", "somebody@elsewhere.example")
    assert mine.busy_times.keep("own", [read(meetings=(stranger,))], meetings=True).meetings == ()
    mine.busy_times.keep("own", [read(meetings=(met("m2"),))])
    assert mine.busy_times.waiting() == ()


def test_nonsense_is_refused(mine: Services, desk: Desk) -> None:
    kept = mine.busy_times.keep("own", [read(meetings=(met(),))], meetings=True)
    with pytest.raises(MinutesOutOfBounds):
        mine.busy_times.confirm(kept.meetings[0].ref, Channel.BRANCH, 100_000)
    with pytest.raises(NoSuchFoundMeeting):
        mine.busy_times.dismiss("FM0")
    with pytest.raises(NoAdvisorYet):
        Services(desk, None).busy_times.scope()


def test_the_scope_reaches_as_far_as_booking(mine: Services) -> None:
    scope = mine.busy_times.scope()
    assert (scope.since, scope.zone) == (at(datetime(2026, 4, 23)), PARIS)  # noqa: DTZ001 wall times
    assert scope.until == at(datetime(2027, 10, 24))  # noqa: DTZ001


def test_a_client_whose_appointment_stands_on_a_server_can_be_erased(mine: Services) -> None:
    mine.calendar_sync.connect("https://calendar.example", "a1", "https://calendar.example/a1/")
    mine.appointments.book(order())
    (outgoing,) = mine.calendar_sync.waiting()
    mine.calendar_sync.sent(outgoing, "/a1/1.ics", "etag")
    assert mine.calendar_sync.waiting() == ()
    mine.busy_times.keep("own", [read(meetings=(met(),))], meetings=True)

    proof = mine.client_rights.erase("C1", ErasureReason.ASKED)

    assert (proof.rows["calendar_link"], proof.rows["found_meeting"]) == (1, 1)
    assert mine.upkeep.check().sound
