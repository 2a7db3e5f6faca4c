"""A whole week's plan: proposed from the suggestions, edited, and kept as proposed appointments."""

from collections.abc import Container, Sequence
from datetime import date, datetime, time, timedelta

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.booking import SHORTEST_MINUTES, kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_at
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.slots import Calendar, Need
from advisor_app.domain.stretches import whole_days
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.domain.week_proposal import (
    PlannedMeeting,
    WeekCheck,
    WeekEdit,
    WeekProposal,
)
from advisor_app.domain.working_plan import DayLoad, WeekLoad
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.booking import (
    Appointments,
    BookingOrder,
    release_expired,
    seconds_now,
)
from advisor_app.services.capacities import day_load, week_load
from advisor_app.services.desk import Desk
from advisor_app.services.slots import calendar_of, liked_times
from advisor_app.services.suggesting import Suggesting
from advisor_app.services.week_edits import edited_week
from advisor_app.services.week_fits import DEAREST, Candidate, planned_week
from advisor_app.storage import slots
from advisor_app.storage.organisation import find_advisor, read_advisor
from advisor_app.storage.parties import town_of
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import accepted_of

MOST_WEIGHED = 60
# A call is made when there is a moment for it, and an event has its own time: neither asks for an
# appointment.
WITHOUT_APPOINTMENT = frozenset({"courtesy_call", "event_invitation"})
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
        ranked = self._suggesting.suggest(whose.ref, limit=None, with_accepted=True).ranked
        wanted = [one for one in ranked if asks_for_appointment(one)][:MOST_WEIGHED]
        days = [monday + timedelta(days=n) for n in range(DAYS)]
        now = seconds_now(self._desk)
        with self._desk.reading() as transaction:
            calendar = calendar_of(transaction, whose, days, now)
            first = {one.client for one in accepted_of(transaction, whose.key)}
            candidates = [
                self._candidate(transaction, one, wanted[0].score, calendar, days, first)
                for one in wanted
            ]
        return planned_week(whose, calendar, days, candidates, now)

    def edited(self, proposal: WeekProposal, edit: WeekEdit) -> WeekProposal:
        """The proposal with the advisor's changes; NotInTheWeek or NoAppointmentForm.

        Booking has the last word on them: `check` asks it beforehand.
        """
        with self._desk.reading() as transaction:
            return edited_week(transaction, proposal, edit)

    def check(self, proposal: WeekProposal) -> WeekCheck:
        """What speaks against keeping it now: the very same deed, meeting by meeting, taken back.

        It waits for the right to write.
        """
        booking = Appointments(self._desk)
        with self._desk.writing() as transaction:
            before = transaction.begin_nested()
            try:
                release_expired(self._desk, transaction)
                refused = []
                for one in proposal.meetings:
                    refusal = booking.tried(transaction, self._order(proposal, one))
                    if refusal is not None:
                        refused.append((one.suggestion.ref, refusal))
                return WeekCheck(tuple(refused), *self._loads(transaction, proposal))
            finally:
                before.rollback()

    def keep(self, proposal: WeekProposal) -> tuple[Appointment, ...]:
        """Propose every meeting to its client, all or none; raises as booking does."""
        orders = [self._order(proposal, one) for one in proposal.meetings]
        return Appointments(self._desk).book_all(orders)

    def take_back(self, kept: Sequence[Appointment]) -> None:
        """Undo `keep`: the times are free and the suggestions stand again; WrongStep."""
        Appointments(self._desk).cancel_all([one.ref for one in kept])

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

    def _loads(
        self, transaction: Transaction, proposal: WeekProposal
    ) -> tuple[tuple[DayLoad, ...], WeekLoad]:
        advisor, now = proposal.advisor, seconds_now(self._desk)
        days = dict.fromkeys(one.start.day for one in proposal.meetings)
        return (
            tuple(day_load(transaction, advisor, day, now) for day in days),
            week_load(transaction, advisor, proposal.monday, now),
        )

    def _whose(self, transaction: Transaction, ref: str | None) -> Advisor:
        if ref is None:
            if self._desk.advisor is None:
                raise NoAdvisorYet
            # Read anew: the capacity may have changed since the work began.
            return read_advisor(transaction, self._desk.advisor.key)
        named = find_advisor(transaction, ref)
        if named is None:
            raise NoSuchAdvisor(ref)
        return named

    def _candidate(
        self,
        transaction: Transaction,
        suggestion: Suggestion,
        highest: float,
        calendar: Calendar,
        days: Sequence[date],
        first: Container[Key],
    ) -> Candidate:
        """What a client's own calendar and habits say; who was accepted comes `first`."""
        place, minutes = suggestion.place or Place.BRANCH, suggestion.minutes
        whom = [suggestion.client]
        within = whole_days(days[0], days[-1], calendar.zone)
        now = seconds_now(self._desk)
        visit = place in (Place.HOME, Place.WORKPLACE)
        worth = round(DEAREST * suggestion.score / highest) if highest else 0
        return Candidate(
            suggestion=suggestion,
            place=place,
            need=Need(kind_of(meeting_kinds(), place, minutes), minutes),
            value=worth + DEAREST * (suggestion.client in first),
            town=town_of(transaction, suggestion.client) if visit else None,
            liked=liked_times(transaction, whom),
            missed=len(slots.missed_meetings(transaction, whom)),
            elsewhere=slots.others_meetings(transaction, whom, None, within, now),
        )


def asks_for_appointment(suggestion: Suggestion) -> bool:
    """Whether a suggestion is a meeting that needs a time of its own."""
    return (
        suggestion.place is not None
        and suggestion.ritual not in WITHOUT_APPOINTMENT
        and suggestion.minutes >= SHORTEST_MINUTES
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
