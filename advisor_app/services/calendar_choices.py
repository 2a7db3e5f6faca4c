"""Which side holds where an appointment stands otherwise in the advisor's calendar, and back."""

from dataclasses import dataclass

from advisor_app.domain.appointments import Appointment, Cancellation
from advisor_app.domain.calendar_sync import ChoiceSinceSent, NoSuchConflict, TheirSide
from advisor_app.domain.codes import AppointmentStatus, Party
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import minutes_between, moment_of
from advisor_app.domain.trail import Deed
from advisor_app.services.booking import Appointments, kept_appointment
from advisor_app.services.busy_time import BusyTimes
from advisor_app.services.desk import Desk
from advisor_app.services.moving import MoveOrder, Moves
from advisor_app.services.opening import zone_of_advisor
from advisor_app.services.steps_back import StepsBack
from advisor_app.storage import calendar_sync as keeping
from advisor_app.storage.calendar_sync import Link
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.store import Transaction

_SETTLED = "calendar conflict settled"


@dataclass(frozen=True, slots=True)
class SettledConflict:
    """What was chosen, and all that brings the choice back.

    `before` is the appointment as it was, `colleague` the reference of who came along, and `after`
    the etag and the sent state that the choice left; None where the appointment is there no longer.
    """

    link: Link
    before: Appointment
    colleague: str | None
    after: tuple[str | None, str] | None


class CalendarChoices:
    """Of the advisor who works here."""

    def __init__(self, desk: Desk, busy_times: BusyTimes) -> None:
        self._desk = desk
        self._busy_times = busy_times

    def keep_mine(self, ref: str) -> SettledConflict:
        """What is here is sent over what is there, next time; NoSuchConflict."""
        with self._desk.writing() as transaction:
            link, _theirs = self._conflict(transaction, ref)
            kept = kept_appointment(transaction, ref)
            keeping.write_mine(transaction, self._advisor, link.appointment)
            self._desk.record(transaction, Deed(_SETTLED, ref, why="mine"))
            return self._settled(transaction, link, kept)

    def keep_theirs(self, ref: str) -> SettledConflict:
        """The appointment moves to their time, or is cancelled; NoSuchConflict.

        Where a colleague comes along and took it out of his calendar, he alone no longer comes.
        Booking may refuse as ever, and then both sides are still kept.
        """
        with self._desk.reading() as transaction:
            link, theirs = self._conflict(transaction, ref)
            kept = kept_appointment(transaction, ref)
            zone = zone_of_advisor(transaction, read_advisor(transaction, kept.advisor))
        self._do_as_theirs(kept, theirs, zone)
        with self._desk.writing() as transaction:
            keeping.forget_link(transaction, self._advisor, link.appointment)
            if not theirs.gone:
                status = kept_appointment(transaction, ref).appointment.status.value
                state = f"{theirs.start} {theirs.end} {status}"
                keeping.write_sent(
                    transaction, self._advisor, link.appointment, link.href, theirs.etag, state
                )
            self._desk.record(transaction, Deed(_SETTLED, ref, why="theirs"))
            return self._settled(transaction, link, kept)

    def take_back(self, settled: SettledConflict) -> None:
        """Put the appointment back, and ask again which side holds.

        Raises ChoiceSinceSent where the calendar was brought up to date with the choice since, or
        what moving, coming along and taking a step back refuse: then nothing was changed, or the
        appointment alone.
        """
        link, before = settled.link, settled.before
        with self._desk.reading() as transaction:
            if self._left(transaction, link.appointment) != settled.after:
                raise ChoiceSinceSent(before.ref)
            now = kept_appointment(transaction, before.ref)
        self._put_back(now, before, settled.colleague)
        with self._desk.writing() as transaction:
            theirs = link.theirs
            if theirs is not None:
                keeping.write_differs(
                    transaction, self._advisor, link.appointment, link.href, link.sent, theirs
                )
            self._desk.record(transaction, Deed("calendar choice taken back", before.ref))

    def _do_as_theirs(self, kept: KeptAppointment, theirs: TheirSide, zone: str) -> None:
        ref = kept.appointment.ref
        if theirs.start is not None and theirs.end is not None:
            start = moment_of(theirs.start, zone)
            minutes = (theirs.end - theirs.start) // 60
            Moves(self._desk).move(MoveOrder(ref, start.wall, minutes, fold=start.fold))
        elif kept.colleague == self._advisor:
            Moves(self._desk).come_along(ref, None)
        else:
            Appointments(self._desk).cancel(ref, Cancellation(Party.BANK))

    def _put_back(self, now: KeptAppointment, before: Appointment, colleague: str | None) -> None:
        standing, ref = now.appointment, before.ref
        if (standing.start, standing.end) != (before.start, before.end):
            minutes = minutes_between(before.start, before.end)
            order = MoveOrder(ref, before.start.wall, minutes, fold=before.start.fold)
            Moves(self._desk).move(order)
        if standing.status is AppointmentStatus.CANCELLED is not before.status:
            StepsBack(self._desk).take_back(ref, before.status)
        if colleague is not None and now.colleague is None:
            Moves(self._desk).come_along(ref, colleague)

    def _settled(
        self, transaction: Transaction, link: Link, kept: KeptAppointment
    ) -> SettledConflict:
        along = None if kept.colleague is None else read_advisor(transaction, kept.colleague).ref
        after = self._left(transaction, link.appointment)
        return SettledConflict(link, kept.appointment, along, after)

    def _left(self, transaction: Transaction, appointment: Key) -> tuple[str | None, str] | None:
        found = keeping.links_of(transaction, self._advisor).get(appointment)
        return None if found is None or found.theirs is not None else (found.etag, found.sent)

    def _conflict(self, transaction: Transaction, ref: str) -> tuple[Link, TheirSide]:
        for link in keeping.links_of(transaction, self._advisor).values():
            if link.ref == ref and link.theirs is not None:
                return link, link.theirs
        raise NoSuchConflict(ref)

    @property
    def _advisor(self) -> Key:
        return self._busy_times.advisor().key
