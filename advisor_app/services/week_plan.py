"""A whole week's plan: proposed from the suggestions, edited, and kept as proposed appointments."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.booking import SHORTEST_MINUTES, kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.moments import moment_at
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.slots import Calendar, Need, whole_days
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.domain.week_proposal import (
    LeftOut,
    NotInTheWeek,
    PlannedMeeting,
    WeekEdit,
    WeekProposal,
    WhyLeft,
    WhyThen,
)
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.booking import Appointments, BookingOrder, seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.slots import calendar_of, liked_times
from advisor_app.services.suggesting import Suggesting
from advisor_app.services.week_fits import DEAREST, Candidate, planned_week
from advisor_app.storage import slots
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.parties import town_of
from advisor_app.storage.store import Transaction

MOST_WEIGHED = 60
# A call is made when there is a moment for it; it asks for no appointment.
WITHOUT_APPOINTMENT = frozenset({"courtesy_call"})
# Proposals hold their time until the evening before.
EVENING = time(18)
DAYS = 7


class WeekPlanner:
    """Proposes weeks."""

    def __init__(self, desk: Desk, suggesting: Suggesting) -> None:
        self._desk = desk
        self._suggesting = suggesting

    def propose(self, day: date | None = None, advisor: str | None = None) -> WeekProposal:
        """The week of a day, else the next one, for an advisor, else for who works here.

        Raises NoAdvisorYet or NoSuchAdvisor.
        """
        monday = _monday(day or self._desk.today() + timedelta(days=DAYS))
        with self._desk.reading() as transaction:
            whose = self._whose(transaction, advisor)
        ranked = self._suggesting.suggest(whose.ref, limit=None).ranked
        wanted = [one for one in ranked if _asks_for_appointment(one)][:MOST_WEIGHED]
        days = [monday + timedelta(days=n) for n in range(DAYS)]
        now = seconds_now(self._desk)
        with self._desk.reading() as transaction:
            calendar = calendar_of(transaction, whose, days, now)
            candidates = [
                self._candidate(transaction, one, wanted[0].score, calendar, days) for one in wanted
            ]
        return planned_week(whose, calendar, days, candidates, now)

    def edited(self, proposal: WeekProposal, edit: WeekEdit) -> WeekProposal:
        """The proposal with the advisor's changes; NotInTheWeek. Booking has the last word."""
        known = {one.suggestion.ref: one for one in proposal.meetings}
        for one in proposal.left:
            known[one.suggestion.ref] = _unplaced(one.suggestion, proposal)
        for ref in (*edit.without, *(ref for ref, _ in edit.at)):
            if ref not in known:
                raise NotInTheWeek(ref)
        kept = {one.suggestion.ref: one for one in proposal.meetings}
        for ref, wall in edit.at:
            start = moment_at(wall, proposal.zone)
            kept[ref] = replace(known[ref], start=start, why=WhyThen.FITS)
        meetings = [one for ref, one in kept.items() if ref not in edit.without]
        placed = {one.suggestion.ref for one in meetings}
        dropped = (
            LeftOut(one.suggestion, WhyLeft.OTHERS_FIRST)
            for one in proposal.meetings
            if one.suggestion.ref not in placed
        )
        left = [one for one in proposal.left if one.suggestion.ref not in placed]
        return replace(
            proposal,
            meetings=tuple(sorted(meetings, key=lambda one: one.start.utc)),
            left=(*left, *dropped),
        )

    def keep(self, proposal: WeekProposal) -> tuple[Appointment, ...]:
        """Propose every meeting to its client, all or none; raises as booking does."""
        orders = [self._order(proposal, one) for one in proposal.meetings]
        return Appointments(self._desk).book_all(orders)

    def handed_out(self, proposal: WeekProposal) -> None:
        """Put on the trail that a week was given out as text or data."""
        met = [one.suggestion.ref for one in proposal.meetings]
        detail: dict[str, str | int | list[str]] = {
            "advisor": proposal.advisor.ref,
            "count": len(met),
            "clients": list(met),
        }
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("suggestions given out", detail=detail))

    def _order(self, proposal: WeekProposal, planned: PlannedMeeting) -> BookingOrder:
        evening = datetime.combine(planned.start.day - timedelta(days=1), EVENING)
        over = moment_at(evening, proposal.zone).utc <= seconds_now(self._desk)
        return BookingOrder(
            clients=(planned.suggestion.ref,),
            start=planned.start.wall,
            fold=planned.start.fold,
            minutes=planned.minutes,
            advisor=proposal.advisor.ref,
            place=planned.place,
            suggestion=planned.suggestion,
            proposed_until=planned.start.wall if over else evening,
        )

    def _whose(self, transaction: Transaction, ref: str | None) -> Advisor:
        if ref is not None:
            named = find_advisor(transaction, ref)
            if named is None:
                raise NoSuchAdvisor(ref)
            return named
        if self._desk.advisor is None:
            raise NoAdvisorYet
        return self._desk.advisor

    def _candidate(
        self,
        transaction: Transaction,
        suggestion: Suggestion,
        highest: float,
        calendar: Calendar,
        days: Sequence[date],
    ) -> Candidate:
        place, minutes = suggestion.place or Place.BRANCH, suggestion.minutes
        whom = [suggestion.client]
        within = whole_days(days[0], days[-1], calendar.zone)
        now = seconds_now(self._desk)
        visit = place in (Place.HOME, Place.WORKPLACE)
        return Candidate(
            suggestion=suggestion,
            place=place,
            need=Need(kind_of(meeting_kinds(), place, minutes), minutes),
            value=round(DEAREST * suggestion.score / highest) if highest else 0,
            town=town_of(transaction, suggestion.client) if visit else None,
            liked=liked_times(transaction, whom),
            missed=len(slots.missed_meetings(transaction, whom)),
            elsewhere=slots.others_meetings(transaction, whom, None, within, now),
        )


def _unplaced(suggestion: Suggestion, proposal: WeekProposal) -> PlannedMeeting:
    """Somebody who was left out, until he is given a time."""
    start = moment_at(datetime.combine(proposal.monday, time(12)), proposal.zone)
    place = suggestion.place or Place.BRANCH
    return PlannedMeeting(suggestion, start, place, suggestion.minutes, WhyThen.FITS)


def _asks_for_appointment(suggestion: Suggestion) -> bool:
    return (
        suggestion.place is not None
        and suggestion.ritual not in WITHOUT_APPOINTMENT
        and suggestion.minutes >= SHORTEST_MINUTES
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
