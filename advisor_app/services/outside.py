"""Which booked meetings lie outside what is told of hours, days and rooms now."""

from collections.abc import Iterator

from advisor_app.domain.appointments import Wish
from advisor_app.domain.booking import check_time
from advisor_app.domain.booking_refusals import (
    ClosedThatDay,
    ColleagueNotThere,
    OutsideHours,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.opening import Hours
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.outside import Outside, WhyOutside
from advisor_app.domain.rooms import RoomTooSmall
from advisor_app.services.booking import seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.opening import branch_of, hours_at
from advisor_app.storage.calendar_entries import TimedAppointment, appointments_since
from advisor_app.storage.kept_appointments import TO_COME
from advisor_app.storage.organisation import list_advisors, read_advisor
from advisor_app.storage.outside import Meeting, meetings_of
from advisor_app.storage.store import Transaction


class OutsideMeetings:
    """Tells what no longer fits, and changes nothing: moving is agreed with the client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def here(self) -> tuple[Outside, ...]:
        """Those to come of whoever works here, and of the colleagues at the branch, in order.

        Hours and days of the branch are theirs too. Nobody's where no advisor is chosen.
        """
        own = self._desk.advisor
        if own is None:
            return ()
        with self._desk.reading() as transaction:
            found = [
                outside
                for one in _at_branch(transaction, own)
                for outside in self._of(transaction, one)
            ]
        return tuple(sorted(found, key=lambda one: (one.start.utc, one.ref)))

    def _of(self, transaction: Transaction, advisor: Advisor) -> Iterator[Outside]:
        every = appointments_since(transaction, advisor.key, seconds_now(self._desk))
        own = [one for one in every if one.advisor == advisor.key and one.status in TO_COME]
        known = meetings_of(transaction, [one.key for one in own])
        told = _ToldHours(transaction)
        for one in own:
            meeting = known[one.key]
            why = self._outside(told, one) or _too_small(one, meeting)
            if why is not None:
                yield Outside(meeting.ref, meeting.client, advisor.name, one.start, one.end, why)

    def _outside(self, told: "_ToldHours", one: TimedAppointment) -> WhyOutside | None:
        why = self._refused(one, told.of(one.advisor, one))
        if why is not None or one.colleague is None:
            return why
        if self._refused(one, told.of(one.colleague, one)) is None:
            return None
        return ColleagueNotThere(told.name(one.colleague), one.start)

    def _refused(self, one: TimedAppointment, hours: Hours) -> ClosedThatDay | OutsideHours | None:
        """What the calendar says; one that runs already, or beyond the horizon, is not outside."""
        wished = Wish(one.start, one.end, one.place)
        try:
            check_time(wished, hours, one.start.utc, one.start.day)
        except (ClosedThatDay, OutsideHours) as refusal:
            return refusal
        return None


class _ToldHours:
    """The hours of advisors by the year that they are asked for, each read once."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._advisors: dict[Key, Advisor] = {}
        self._hours: dict[tuple[Key, int], Hours] = {}

    def of(self, key: Key, one: TimedAppointment) -> Hours:
        """An advisor's hours in the year of an appointment."""
        asked = key, one.start.day.year
        if asked not in self._hours:
            advisor = self._advisor(key)
            branch = branch_of(self._transaction, advisor)
            # Appointments come in order, so that the first of a year is its earliest.
            self._hours[asked] = hours_at(self._transaction, branch, advisor, one.start.day)
        return self._hours[asked]

    def name(self, key: Key) -> str:
        """An advisor's name."""
        return self._advisor(key).name

    def _advisor(self, key: Key) -> Advisor:
        if key not in self._advisors:
            self._advisors[key] = read_advisor(self._transaction, key)
        return self._advisors[key]


def _at_branch(transaction: Transaction, own: Advisor) -> list[Advisor]:
    if own.branch is None:
        return [own]
    return [one for one in list_advisors(transaction) if one.branch == own.branch]


def _too_small(one: TimedAppointment, meeting: Meeting) -> RoomTooSmall | None:
    people = meeting.clients + (1 if one.colleague is None else 2)
    if meeting.room is None or meeting.seats is None or people <= meeting.seats:
        return None
    return RoomTooSmall(meeting.room, meeting.seats, people)
