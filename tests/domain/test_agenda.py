from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import (
    DAY_MINUTES,
    DayPlan,
    Depends,
    PlannedMeeting,
    Stretch,
    WhyKept,
    busy_on,
    kept_around,
    monday_of,
    on_the_day,
    shown_days,
    shown_hours,
    wall_at,
)
from advisor_app.domain.appointments import MeetingKind
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_at
from advisor_app.domain.opening import Closed, Span, WhyClosed
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.stretches import Stretch as Instants
from advisor_app.domain.today import DayAppointment

MONDAY = date(2026, 4, 20)
SUNDAY = date(2026, 4, 26)


def visit(start: datetime, end: datetime) -> DayAppointment:
    return DayAppointment(
        ref="RV1",
        household=Key(bytes(16)),
        people=(),
        start=start,
        end=end,
        place=Place.BRANCH,
        room=None,
        subject=None,
        status=AppointmentStatus.CONFIRMED,
        first_meeting=False,
        printed=False,
        written_up=False,
    )


def planned(day: date, start: time, end: time) -> PlannedMeeting:
    one = visit(datetime.combine(day, start), datetime.combine(day, end))
    return PlannedMeeting(one, on_the_day(one))


def test_a_meeting_past_midnight_ends_with_its_day() -> None:
    one = visit(
        datetime.fromisoformat("2026-04-20T23:30"), datetime.fromisoformat("2026-04-21T00:30")
    )
    assert on_the_day(one) == Stretch(23 * 60 + 30, DAY_MINUTES)


def test_a_visit_keeps_preparation_and_the_way_on_both_sides() -> None:
    kind = MeetingKind("home_60", 60, after=15, travel=30, before=20)
    kept = kept_around("RV1", Stretch(840, 900), kind)
    assert [(one.why, one.when) for one in kept] == [
        (WhyKept.PREPARATION, Stretch(790, 810)),
        (WhyKept.TRAVEL, Stretch(810, 840)),
        (WhyKept.TRAVEL, Stretch(900, 930)),
        (WhyKept.WRAP_UP, Stretch(930, 945)),
    ]


@given(
    start=st.integers(0, DAY_MINUTES - 1),
    length=st.integers(1, 480),
    travel=st.integers(0, 90),
    before=st.integers(0, 90),
    after=st.integers(0, 90),
)
def test_what_is_kept_lies_on_the_day_and_touches_the_meeting(
    start: int, length: int, travel: int, before: int, after: int
) -> None:
    when = Stretch(start, min(start + length, DAY_MINUTES))
    kept = kept_around("RV1", when, MeetingKind("k", length, after, travel, before))
    for one in kept:
        assert 0 <= one.when.start < one.when.end <= DAY_MINUTES
        assert not one.when.overlaps(when)
    minutes = sum(one.when.end - one.when.start for one in kept)
    assert minutes <= 2 * travel + before + after
    if start >= travel + before and when.end + travel + after <= DAY_MINUTES:
        assert minutes == 2 * travel + before + after


def test_sunday_shows_only_where_something_is_on_it() -> None:
    closed = Closed(WhyClosed.NO_HOURS)
    monday, sunday = DayPlan(MONDAY, closed=closed), DayPlan(SUNDAY, closed=closed)
    assert shown_days((monday, sunday)) == (monday,)
    full = DayPlan(SUNDAY, closed=closed, meetings=(planned(SUNDAY, time(10), time(11)),))
    assert shown_days((monday, full)) == (monday, full)


def test_the_hours_shown_are_whole_and_hold_every_meeting() -> None:
    spans = (Span(time(9, 15), time(12, 30)), Span(time(14), time(17, 45)))
    early = DayPlan(MONDAY, spans, meetings=(planned(MONDAY, time(7, 40), time(8, 10)),))
    assert shown_hours((DayPlan(MONDAY, spans),)) == Stretch(9 * 60, 18 * 60)
    assert shown_hours((early,)) == Stretch(7 * 60, 18 * 60)
    assert shown_hours((DayPlan(MONDAY),)) == Stretch(9 * 60, 18 * 60)


@given(
    st.lists(
        st.tuples(st.integers(0, DAY_MINUTES - 2), st.integers(1, 600)), min_size=1, max_size=8
    )
)
def test_no_meeting_ever_lies_outside_the_hours_shown(times: list[tuple[int, int]]) -> None:
    meetings = tuple(
        planned(
            MONDAY,
            wall_at(MONDAY, start).time(),
            wall_at(MONDAY, min(start + length, DAY_MINUTES - 1)).time(),
        )
        for start, length in times
    )
    hours = shown_hours((DayPlan(MONDAY, meetings=meetings),))
    assert hours.start % 60 == hours.end % 60 == 0
    assert all(hours.start <= one.when.start < one.when.end <= hours.end for one in meetings)


@given(st.dates(date(1900, 1, 8), date(2900, 1, 1)))
def test_a_week_begins_on_the_monday_before(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert 0 <= (day - monday).days < 7


def test_a_time_depends_on_nothing_until_something_was_made() -> None:
    assert not Depends((), invited=False)
    assert Depends((PaperKind.SHEET,), invited=False)
    assert Depends((), invited=True)


def instants(start: str, end: str) -> Instants:
    zone = "Europe/Paris"
    first, last = (moment_at(datetime.fromisoformat(one), zone) for one in (start, end))
    return Instants(first.utc, last.utc)


def test_busy_time_lies_on_its_days_and_joins_where_it_touches() -> None:
    busy = (
        instants("2026-04-20T10:00", "2026-04-20T11:00"),
        instants("2026-04-20T10:30", "2026-04-20T12:00"),
        instants("2026-04-20T12:00", "2026-04-20T12:15"),
        instants("2026-04-20T22:00", "2026-04-22T08:00"),
    )
    zone = "Europe/Paris"
    assert busy_on(MONDAY, busy, zone) == (Stretch(600, 735), Stretch(1320, DAY_MINUTES))
    assert busy_on(date(2026, 4, 21), busy, zone) == (Stretch(0, DAY_MINUTES),)
    assert busy_on(date(2026, 4, 22), busy, zone) == (Stretch(0, 480),)
    assert busy_on(date(2026, 4, 23), busy, zone) == ()
