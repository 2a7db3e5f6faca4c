"""The agenda of the advisor who works here: a week, the days of a month, what depends on a time."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from advisor_app.domain.agenda import (
    DayPlan,
    Depends,
    KeptTime,
    PlannedMeeting,
    Stretch,
    WeekPlan,
    busy_on,
    kept_around,
    monday_of,
    on_the_day,
    shown_days,
    shown_hours,
)
from advisor_app.domain.booking import kind_of
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.first_try import first_try
from advisor_app.domain.moments import Moment
from advisor_app.domain.months import plus_months
from advisor_app.domain.opening import Closed, Hours, WhyClosed, closed_on, open_spans
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.stretches import whole_days
from advisor_app.domain.today import DayAppointment
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.booking import kept_appointment, seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.opening import hours_of, zone_of_advisor
from advisor_app.storage.agenda import count_by_day, papers_made, read_holds, was_invited
from advisor_app.storage.busy_time import busy_stretches
from advisor_app.storage.store import Transaction
from advisor_app.storage.today import read_day, read_joined

_WEEK = 7


class Agenda:
    """Reads what the agenda shows; NoAdvisorYet before the first choice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week(self, day: date) -> WeekPlan:
        """The week that holds a day, from Monday; its Sunday only where something is on it."""
        monday = monday_of(day)
        every, now = self._read([monday + timedelta(days=ahead) for ahead in range(_WEEK)])
        days = shown_days(every)
        return WeekPlan(days, now, shown_hours(days))

    def day(self, day: date) -> WeekPlan:
        """One day, in the form of a week."""
        days, now = self._read([day])
        return WeekPlan(days, now, shown_hours(days))

    def first_try(self) -> datetime:
        """The wall time that a booking tries first: a day and an hour that the advisor works."""
        advisor, today = self._advisor(), self._desk.today()
        with self._desk.reading() as transaction:
            return first_try(today, hours_of(transaction, advisor, today))

    def busy_days(self, month: date) -> Mapping[date, int]:
        """How many meetings each day has, of the weeks that a month's page shows."""
        advisor, now = self._advisor(), seconds_now(self._desk)
        with self._desk.reading() as transaction:
            zone = zone_of_advisor(transaction, advisor)
            return count_by_day(transaction, advisor.key, _page_of(month), zone, now)

    def closed_days(self, month: date) -> Mapping[date, Closed]:
        """The same weeks' holidays and days away, with why; weekdays without hours are left out."""
        first, last = _page_of(month)
        with self._desk.reading() as transaction:
            hours = hours_of(transaction, self._advisor(), first)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days))
        told = ((day, closed_on(hours, day)) for day in days)
        return {day: why for day, why in told if why and why.why is not WhyClosed.NO_HOURS}

    def depends(self, ref: str) -> Depends:
        """What was made for the time that an appointment has; NoSuchAppointment."""
        with self._desk.reading() as transaction:
            key = kept_appointment(transaction, ref).key
            return Depends(papers_made(transaction, key), was_invited(transaction, key, ref))

    def _advisor(self) -> Advisor:
        if self._desk.advisor is None:
            raise NoAdvisorYet
        return self._desk.advisor

    def _read(self, days: list[date]) -> tuple[tuple[DayPlan, ...], datetime]:
        """The days, and the present moment on the wall of the branch."""
        advisor, now = self._advisor(), seconds_now(self._desk)
        with self._desk.reading() as transaction:
            zone = zone_of_advisor(transaction, advisor)
            wall = self._desk.now().astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            hours = hours_of(transaction, advisor, days[0])
            within = whole_days(days[0], days[-1], zone)
            holds = read_holds(transaction, advisor.key, within)
            busy = busy_stretches(transaction, advisor.key, within)
            visits = [visit for one in days for visit in visits_of(transaction, advisor, one)]
        planned = [_planned(one, holds.get(one.ref), wall) for one in visits]
        standing = [one for one in planned if one.held_until is None or one.held_until.utc > now]
        held = {one: busy_on(one, busy, zone) for one in days}
        return tuple(_day(one, hours, standing, held[one]) for one in days), wall


def _page_of(month: date) -> tuple[date, date]:
    """From the Monday of a month's first week to the end of its last."""
    first = month.replace(day=1)
    return monday_of(first), plus_months(first, 1) + timedelta(days=_WEEK)


def visits_of(transaction: Transaction, advisor: Advisor, day: date) -> tuple[DayAppointment, ...]:
    """An advisor's appointments of a day, and those that he comes along to, in order of time."""
    moment, zone = datetime.combine(day, time()), zone_of_advisor(transaction, advisor)
    own = read_day(transaction, advisor.key, moment)
    joined = read_joined(transaction, advisor.key, moment, zone)
    return tuple(sorted((*own, *joined), key=lambda one: one.start))


def _planned(visit: DayAppointment, held_until: Moment | None, wall: datetime) -> PlannedMeeting:
    owes = visit.end <= wall and not visit.written_up and visit.host is None
    return PlannedMeeting(visit, on_the_day(visit), held_until, owes)


def _day(
    day: date, hours: Hours, planned: list[PlannedMeeting], busy: tuple[Stretch, ...]
) -> DayPlan:
    meetings = tuple(one for one in planned if one.visit.start.date() == day)
    return DayPlan(
        day=day,
        spans=open_spans(hours, day),
        closed=closed_on(hours, day),
        meetings=meetings,
        kept=tuple(kept for one in meetings for kept in _around(one)),
        busy=busy,
    )


def _around(one: PlannedMeeting) -> tuple[KeptTime, ...]:
    """What a meeting keeps free; one that did not take place keeps nothing."""
    visit = one.visit
    if visit.status is AppointmentStatus.MISSED:
        return ()
    minutes = int((visit.end - visit.start).total_seconds() // 60)
    return kept_around(visit.ref, one.when, kind_of(meeting_kinds(), visit.place, minutes))
