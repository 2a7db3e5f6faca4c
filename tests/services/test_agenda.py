from datetime import date, datetime, timedelta

import pytest
from small_branch import NOW, key, settle
from sqlalchemy import insert

from advisor_app.bootstrap import Services, services_of
from advisor_app.domain.agenda import Depends, Stretch, WhyKept
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import new_key
from advisor_app.domain.opening import WhyClosed
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.stretches import Stretch as Instants
from advisor_app.services.booking import BookingOrder
from advisor_app.storage.busy_time import replace_parts, source_named
from advisor_app.storage.schema.organisation import closing_days
from advisor_app.storage.schema.record import document
from advisor_app.storage.store import Store

FRIDAY = date(2026, 4, 24)
AT_TEN = datetime.fromisoformat("2026-04-24T10:00")


@pytest.fixture
def camille(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
    services = services_of(store, "A1")
    services.setup.live_at(NOW.replace(tzinfo=None))
    return services_of(store, "A1")


def booked(services: Services, **more: object) -> str:
    order = BookingOrder(clients=("C1",), start=AT_TEN, minutes=60, **more)  # type: ignore[arg-type]
    return services.appointments.book(order).ref


def test_a_week_holds_its_meetings_on_their_days(camille: Services) -> None:
    ref = booked(camille)
    plan = camille.agenda.week(FRIDAY)
    assert plan.first == date(2026, 4, 20)
    assert plan.last == date(2026, 4, 25)
    meeting = plan.find(ref)
    assert meeting is not None
    assert (meeting.when.start, meeting.when.end) == (600, 660)
    assert [day.day for day in plan.days if day.meetings] == [FRIDAY]
    friday = next(day for day in plan.days if day.day == FRIDAY)
    assert [one.why for one in friday.kept] == [WhyKept.PREPARATION, WhyKept.WRAP_UP]
    assert plan.now == NOW.replace(tzinfo=None)


def test_a_week_across_the_year_and_the_first_of_may_says_why_it_is_closed(
    camille: Services,
) -> None:
    may = camille.agenda.week(date(2026, 5, 1))
    labour = next(day for day in may.days if day.day == date(2026, 5, 1))
    assert labour.closed is not None
    assert labour.closed.why is WhyClosed.HOLIDAY
    assert labour.spans == ()
    turn = camille.agenda.week(date(2026, 12, 31))
    assert [one.day for one in turn.days][-1] == date(2027, 1, 2)


def test_days_away_are_told(camille: Services, store: Store) -> None:
    with store.writing() as transaction:
        transaction.execute(
            insert(closing_days).values(
                id=new_key(), advisor_id=key("A1"), from_day=FRIDAY, until_day=FRIDAY
            )
        )
    friday = camille.agenda.day(FRIDAY).days[0]
    assert friday.closed is not None
    assert friday.closed.why is WhyClosed.ADVISOR_AWAY
    assert camille.agenda.closed_days(FRIDAY)[FRIDAY].why is WhyClosed.ADVISOR_AWAY


def test_a_month_tells_its_holidays_and_no_weekday_that_is_always_closed(camille: Services) -> None:
    closed = camille.agenda.closed_days(date(2026, 5, 20))
    assert date(2026, 5, 1) in closed
    assert all(one.why is not WhyClosed.NO_HOURS for one in closed.values())
    assert date(2026, 5, 3) not in closed
    assert min(closed) >= date(2026, 4, 27)


def test_a_proposal_shows_until_it_gives_its_time_back(camille: Services, store: Store) -> None:
    ref = booked(camille, proposed_until=datetime.fromisoformat("2026-04-23T18:00"))
    shown = camille.agenda.week(FRIDAY).find(ref)
    assert shown is not None
    assert shown.held_until is not None
    assert camille.agenda.busy_days(FRIDAY)[FRIDAY] == 1
    camille.setup.live_at(datetime.fromisoformat("2026-04-23T18:01"))
    later = services_of(store, "A1")
    assert later.agenda.week(FRIDAY).find(ref) is None
    assert later.agenda.busy_days(FRIDAY).get(FRIDAY, 0) == 0


def test_a_meeting_that_is_over_owes_its_outcome(camille: Services, store: Store) -> None:
    ref = booked(camille)
    before = camille.agenda.week(FRIDAY).find(ref)
    camille.setup.live_at(AT_TEN + timedelta(hours=1))
    after = services_of(store, "A1").agenda.week(FRIDAY).find(ref)
    assert before is not None
    assert not before.owes_outcome
    assert after is not None
    assert after.owes_outcome


def test_what_was_made_for_a_time_is_told_before_it_moves(camille: Services, store: Store) -> None:
    ref = booked(camille)
    assert camille.agenda.depends(ref) == Depends((), invited=False)
    with store.writing() as transaction:
        from advisor_app.services.booking import kept_appointment

        kept = kept_appointment(transaction, ref)
        transaction.execute(
            insert(document).values(
                id=new_key(),
                branch_id=kept.branch,
                kind=PaperKind.SHEET.value,
                code="7F3K-2291",
                appointment_id=kept.key,
                made_utc=0,
                purpose="prepare_meeting",
                pages=2,
            )
        )
    assert camille.agenda.depends(ref) == Depends((PaperKind.SHEET,), invited=False)
    camille.calendar_entries.invitation(ref)
    assert camille.agenda.depends(ref) == Depends((PaperKind.SHEET,), invited=True)


def test_an_unknown_appointment_is_refused(camille: Services) -> None:
    with pytest.raises(NoSuchAppointment):
        camille.agenda.depends("RV0")


def test_another_calendar_shows_as_busy_without_its_content(
    camille: Services, store: Store
) -> None:
    start = datetime(2026, 4, 24, 15, tzinfo=NOW.tzinfo)
    with store.writing() as transaction:
        source = source_named(transaction, key("A1"), "own", 0)
        begins = int(start.timestamp())
        replace_parts(transaction, source, {"part": [Instants(begins, begins + 3600)]})
    friday = camille.agenda.day(FRIDAY).days[0]
    assert friday.busy == (Stretch(15 * 60, 16 * 60),)


def test_nobody_has_no_week(store: Store) -> None:
    with pytest.raises(NoAdvisorYet):
        services_of(store, None).agenda.week(FRIDAY)


def test_a_booking_tries_a_day_that_is_neither_away_nor_a_holiday(
    camille: Services, store: Store
) -> None:
    assert camille.agenda.first_try().date() == date(2026, 4, 30)
    away = date(2026, 4, 30)
    with store.writing() as transaction:
        transaction.execute(
            insert(closing_days).values(
                id=new_key(), advisor_id=key("A1"), from_day=away, until_day=away
            )
        )
    # The first of May is a holiday, and the second a Saturday with hours.
    assert camille.agenda.first_try() == datetime.fromisoformat("2026-05-02T10:00")
