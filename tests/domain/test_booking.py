"""The rules of a booking: one test a refusal."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.appointments import Appointment, Wish
from advisor_app.domain.booking import (
    busy_seconds,
    check_client,
    check_step,
    check_time,
    kind_of,
    wish,
)
from advisor_app.domain.booking_refusals import (
    BeyondHorizon,
    ClosedThatDay,
    FileNotAlive,
    InThePast,
    LengthOutOfBounds,
    NoConsent,
    NotYet,
    OutsideHours,
    WrongStep,
)
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse, Place
from advisor_app.domain.moments import GapOfSummerTime, moment_at, parse_moment
from advisor_app.domain.opening import Closed, Hours, Span, WhyClosed
from advisor_app.playbooks.meeting_types import meeting_kinds

PARIS = "Europe/Paris"
TODAY = date(2026, 4, 23)
NOW = parse_moment("2026-04-23T10:18", PARIS).utc
SPANS = (Span(time(9), time(12, 30)), Span(time(14), time(18)))
HOURS = Hours(dict.fromkeys(range(1, 6), SPANS))
NIGHTS = Hours(dict.fromkeys(range(1, 8), (Span(time(0), time(23, 59)),)))


def wished(text: str, minutes: int = 60) -> Wish:
    return wish(parse_moment(text, PARIS), minutes, Place.BRANCH)


def refused(text: str, minutes: int = 60, hours: Hours = HOURS) -> None:
    check_time(wished(text, minutes), hours, NOW, TODAY)


@pytest.mark.parametrize(
    ("start", "minutes"),
    [("2026-04-24T09:00", 60), ("2026-04-24T11:30", 60), ("2026-04-24T14:00", 240)],
)
def test_a_wish_inside_the_hours_is_granted(start: str, minutes: int) -> None:
    check_time(wished(start, minutes), HOURS, NOW, TODAY)


@pytest.mark.parametrize(
    ("start", "minutes"),
    [
        ("2026-04-24T08:59", 60),
        ("2026-04-24T12:00", 60),
        ("2026-04-24T12:30", 60),
        ("2026-04-24T13:00", 60),
        ("2026-04-24T17:01", 60),
        ("2026-04-24T11:30", 200),
    ],
)
def test_a_wish_over_the_edge_is_refused_with_the_hours(start: str, minutes: int) -> None:
    with pytest.raises(OutsideHours) as refusal:
        refused(start, minutes)
    assert refusal.value.spans == SPANS


def test_a_meeting_ends_on_its_day() -> None:
    with pytest.raises(OutsideHours):
        refused("2026-04-24T23:30", 60, NIGHTS)


def test_a_closed_day_is_refused_with_the_reason() -> None:
    with pytest.raises(ClosedThatDay) as refusal:
        refused("2026-04-25T10:00")
    assert refusal.value.closed == Closed(WhyClosed.NO_HOURS)


def test_the_past_cannot_be_booked() -> None:
    with pytest.raises(InThePast):
        refused("2026-04-23T10:17", 10)
    refused("2026-04-23T10:18", 10)


def test_the_horizon_is_18_months() -> None:
    refused("2027-10-22T10:00")
    refused("2027-10-23T10:00", 60, NIGHTS)
    with pytest.raises(BeyondHorizon) as refusal:
        refused("2027-10-24T10:00", 60, NIGHTS)
    assert refusal.value.last == date(2027, 10, 23)


@pytest.mark.parametrize("minutes", [-60, 0, 9, 481, 10**12])
def test_a_length_out_of_bounds_is_refused(minutes: int) -> None:
    with pytest.raises(LengthOutOfBounds):
        wished("2026-04-24T10:00", minutes)


def test_a_time_that_the_clocks_jump_over_is_refused() -> None:
    with pytest.raises(GapOfSummerTime):
        refused("2027-03-28T02:30", 60, NIGHTS)


def test_in_the_night_of_25_hours_a_meeting_lasts_its_minutes() -> None:
    start = parse_moment("2026-10-25T02:30", PARIS)
    made = wish(start, 60, Place.PHONE)
    assert made.end == moment_at(start.wall, PARIS, fold=1)
    check_time(made, NIGHTS, NOW, TODAY)


def test_a_leap_day_can_be_booked() -> None:
    now = parse_moment("2028-01-03T09:00", PARIS)
    check_time(wished("2028-02-29T10:00"), HOURS, now.utc, now.day)


def test_a_visit_at_home_needs_a_consent() -> None:
    for told in ({}, {ConsentUse.HOME_VISIT: False}, {ConsentUse.HOME_VISIT: None}):
        with pytest.raises(NoConsent) as refusal:
            check_client(Place.HOME, ClientStatus.ACTIVE, told)
        assert refusal.value.use is ConsentUse.HOME_VISIT
    check_client(Place.HOME, ClientStatus.ACTIVE, {ConsentUse.HOME_VISIT: True})


def test_a_client_who_refused_calls_is_not_called() -> None:
    with pytest.raises(NoConsent):
        check_client(Place.PHONE, ClientStatus.ACTIVE, {ConsentUse.PHONE: False})
    check_client(Place.PHONE, ClientStatus.ACTIVE, {})


@pytest.mark.parametrize("status", [ClientStatus.CLOSED, ClientStatus.DECEASED])
def test_a_file_that_is_not_alive_takes_no_meeting(status: ClientStatus) -> None:
    with pytest.raises(FileNotAlive):
        check_client(Place.BRANCH, status, {})


@pytest.mark.parametrize(
    ("place", "minutes", "code"),
    [
        (Place.BRANCH, 20, "short_30"),
        (Place.BRANCH, 30, "short_30"),
        (Place.BRANCH, 31, "standard_45"),
        (Place.BRANCH, 60, "long_60"),
        (Place.BRANCH, 61, "expert_90"),
        (Place.BRANCH, 300, "expert_90"),
        (Place.HOME, 30, "home_60"),
        (Place.WORKPLACE, 90, "work_60"),
        (Place.PHONE, 60, "phone_30"),
        (Place.VIDEO, 10, "video_45"),
    ],
)
def test_the_kind_of_a_meeting(place: Place, minutes: int, code: str) -> None:
    assert kind_of(meeting_kinds(), place, minutes).code == code


@given(st.sampled_from(Place), st.integers(10, 480))
def test_nobody_else_is_met_while_it_lasts_on_the_way_or_in_the_buffer(
    place: Place, minutes: int
) -> None:
    kind = kind_of(meeting_kinds(), place, minutes)
    busy_from, busy_until = busy_seconds(0, minutes * 60, kind)
    travel = {Place.HOME: 30, Place.WORKPLACE: 25}.get(place, 0)
    buffers = {Place.PHONE: 5, Place.VIDEO: 5, Place.HOME: 15, Place.WORKPLACE: 15}
    after = buffers.get(place, 10 if minutes <= 45 else 15)
    assert (busy_from, busy_until) == (-travel * 60, (minutes + travel + after) * 60)


STEPS_ALLOWED = {
    ("proposed", "confirmed"),
    ("proposed", "held"),
    ("proposed", "missed"),
    ("proposed", "cancelled"),
    ("confirmed", "held"),
    ("confirmed", "missed"),
    ("confirmed", "cancelled"),
}
BOOKED = Appointment(
    ref="R1",
    clients=("C1",),
    advisor="A1",
    start=parse_moment("2026-04-23T10:00", PARIS),
    end=parse_moment("2026-04-23T11:00", PARIS),
    place=Place.BRANCH,
    status=AppointmentStatus.CONFIRMED,
)


@given(st.sampled_from(AppointmentStatus), st.sampled_from(AppointmentStatus))
def test_an_appointment_goes_only_forward(
    status: AppointmentStatus, wanted: AppointmentStatus
) -> None:
    appointment = replace(BOOKED, status=status)
    if (status.value, wanted.value) in STEPS_ALLOWED:
        check_step(appointment, wanted, NOW)
    else:
        with pytest.raises(WrongStep):
            check_step(appointment, wanted, NOW)


@pytest.mark.parametrize("wanted", [AppointmentStatus.HELD, AppointmentStatus.MISSED])
def test_what_has_not_begun_was_neither_held_nor_missed(wanted: AppointmentStatus) -> None:
    with pytest.raises(NotYet):
        check_step(BOOKED, wanted, BOOKED.start.utc - 1)
    check_step(BOOKED, wanted, BOOKED.start.utc)


def test_what_has_not_begun_can_be_cancelled() -> None:
    check_step(BOOKED, AppointmentStatus.CANCELLED, BOOKED.start.utc - 1)
