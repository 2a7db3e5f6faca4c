"""Who is reminded, how, and how far ahead: by consent, in hours and on days when calls are made."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import AppointmentStatus, ConsentUse, Place
from advisor_app.domain.day_before import (
    Reminded,
    ReminderWay,
    call_hours_of,
    chosen_way,
    is_reminded,
    reminded_until,
)
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import Hours, Span
from advisor_app.domain.people import Person

SPAN = (Span(time(9), time(18)),)
TUESDAY_TO_SATURDAY = Hours(dict.fromkeys((2, 3, 4, 5, 6), SPAN))
FRIDAY = date(2026, 4, 24)
SATURDAY = date(2026, 4, 25)
TUESDAY = date(2026, 4, 28)


def person(
    number: str | None = "+33600000000", *, no_contact: bool = False, **consents: bool
) -> Reminded:
    told = {ConsentUse(use): given for use, given in consents.items()}
    return Reminded(Person(None, "C1", "Anne", "One"), number, told, no_contact)


@pytest.mark.parametrize("day", [FRIDAY, SATURDAY])
def test_a_weekend_is_reminded_of_before_it(day: date) -> None:
    assert reminded_until(TUESDAY_TO_SATURDAY, day) == TUESDAY


def test_no_calls_at_weekends_and_on_holidays() -> None:
    labour = date(2026, 5, 1)
    hours = Hours(TUESDAY_TO_SATURDAY.week, holidays={labour: LocalText("a", "b", "c", "d")})
    assert call_hours_of(hours, SATURDAY) == ()
    assert call_hours_of(hours, labour) == ()
    assert call_hours_of(hours, FRIDAY) == (
        Span(time(10), time(13)),
        Span(time(14), time(20)),
    )
    assert reminded_until(hours, labour - timedelta(days=1)) == date(2026, 5, 5)


def test_a_branch_without_hours_reminds_of_a_month() -> None:
    assert reminded_until(Hours({}), FRIDAY) == FRIDAY + timedelta(days=31)


@pytest.mark.parametrize(
    ("who", "wish", "way"),
    [
        (person(phone=True), None, ReminderWay.CALL),
        (person(phone=False), ReminderWish.CALL, ReminderWay.PRINT),
        (person(phone=False, letter=False), ReminderWish.CALL, ReminderWay.NONE),
        (person(None, phone=True), None, ReminderWay.PRINT),
        (person(), None, ReminderWay.PRINT),
        (person(), ReminderWish.CALL, ReminderWay.CALL),
        (person(None), ReminderWish.CALL, ReminderWay.PRINT),
        (person(letter=False), None, ReminderWay.NONE),
        (person(letter=False), ReminderWish.CALL, ReminderWay.CALL),
        (person(), ReminderWish.NONE, ReminderWay.NONE),
        (person(no_contact=True), ReminderWish.CALL, ReminderWay.NONE),
    ],
)
def test_the_way_follows_wish_consent_and_number(
    who: Reminded, wish: ReminderWish | None, way: ReminderWay
) -> None:
    assert chosen_way([who], wish).way is way


def test_the_first_who_agrees_is_called_before_anybody_is_written_to() -> None:
    writes, called = person(letter=True), person(phone=True)
    chosen = chosen_way([writes, called], None)
    assert chosen.way is ReminderWay.CALL
    assert chosen.whom is called


@given(
    st.sampled_from(AppointmentStatus),
    st.sampled_from(Place),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
def test_only_what_is_to_come_is_reminded_of_and_every_day_is_reached(
    status: AppointmentStatus, place: Place, day: date
) -> None:
    stands = status in {AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED}
    assert is_reminded(status, place) == (stands and place is not Place.PHONE)
    # Whatever day a meeting is on, the last working day with calls before it reminds of it.
    before = day - timedelta(days=1)
    while before.isoweekday() not in {2, 3, 4, 5}:
        before -= timedelta(days=1)
    assert before < day <= reminded_until(TUESDAY_TO_SATURDAY, before)
