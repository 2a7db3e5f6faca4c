"""Booking a meeting, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from advisor_app.domain.appointments import Appointment, Booking, Cancellation, ReminderWish, Wish
from advisor_app.domain.booking import (
    busy_seconds,
    check_client,
    check_step,
    check_time,
    kind_of,
    wish,
)
from advisor_app.domain.booking_refusals import NothingOwed
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.codes import Answer, AppointmentStatus, Party, Place
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.moments import FIRST, moment_at
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.rooms import RoomNeed
from advisor_app.domain.stretches import Stretch
from advisor_app.domain.suggestions.answers import SuggestionAnswer
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.busy_time import refuse_busy
from advisor_app.services.colleagues import check_colleague, colleague_named
from advisor_app.services.desk import Desk
from advisor_app.services.holding import Held, hold
from advisor_app.services.kept_suggestions import keep_answered
from advisor_app.services.opening import hours_of, zone_of_advisor
from advisor_app.services.parties import advisor_named, client_named, project_named
from advisor_app.services.rooms import in_a_free_room, rooms_to_try
from advisor_app.storage import appointments, facts
from advisor_app.storage.kept_appointments import KeptAppointment, find_appointment
from advisor_app.storage.parties import latest_consents
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import find_accepted, withdraw_booked, write_answer

BY_THE_BANK = Cancellation(Party.BANK)


@dataclass(frozen=True, slots=True)
class BookingOrder:
    """What somebody asks for, by references; `start` is naive, on the wall of the branch.

    Without advisor it is the present one of the first client. `project` is a reference or a code;
    without, that of the suggestion which the appointment answers. `fold` chooses the second of two
    equal times. `accepted` is the key of a suggestion that waited for a time. With `proposed_until`,
    on the wall too, the time is held until then and given back if nobody confirms it. `reminder` is
    what the client said of being reminded the day before. `step_free` says that one who comes
    cannot climb steps: at the branch, a free room without steps is taken where none is named.
    """

    clients: tuple[str, ...]
    start: datetime
    minutes: int
    advisor: str | None = None
    place: Place = Place.BRANCH
    room: str | None = None
    step_free: bool = False
    colleague: str | None = None
    project: str | None = None
    suggestion: Suggestion | None = None
    accepted: Key | None = None
    fold: int = FIRST
    proposed_until: datetime | None = None
    reminder: ReminderWish | None = None


class Appointments:
    """Books, confirms, cancels, and keeps whether an appointment was held."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def book(self, order: BookingOrder) -> Appointment:
        """Book; every rule of `domain.booking` may refuse, and last the database: Collision.

        The rules are asked before the right to write is taken, so that sixteen writers at once
        wait for each other's moment of writing only. They wait up to 30 seconds (StoreLocked).
        """
        return self.book_all((order,))[0]

    def book_all(self, orders: Sequence[BookingOrder]) -> tuple[Appointment, ...]:
        """Book all of them in one transaction, or none; the first refusal is raised."""
        with self._desk.reading() as transaction:
            planned = [self.planned(transaction, order) for order in orders]
        with self._desk.writing() as transaction:
            release_expired(self._desk, transaction)
            pairs = zip(planned, orders, strict=True)
            return tuple(self._write(transaction, booked, order) for booked, order in pairs)

    def find(self, ref: str) -> Appointment:
        """The appointment of a reference; NoSuchAppointment."""
        with self._desk.reading() as transaction:
            return kept_appointment(transaction, ref).appointment

    def confirm(self, ref: str) -> Appointment:
        """Say that the client agreed; WrongStep."""
        return self._step(ref, AppointmentStatus.CONFIRMED, "appointment confirmed")

    def tried(self, transaction: Transaction, order: BookingOrder) -> TeteATeteError | None:
        """Book within the caller's transaction, and give back what refuses it, if anything does."""
        try:
            self._write(transaction, self.planned(transaction, order), order)
        except TeteATeteError as refusal:
            return refusal
        return None

    def cancel(self, ref: str, why: Cancellation = BY_THE_BANK) -> Appointment:
        """Give the time back; WrongStep once it was held, missed or cancelled.

        A suggestion that it answered stands again.
        """
        with self._desk.writing() as transaction:
            return self._cancelled(transaction, ref, why)

    def cancel_all(self, refs: Sequence[str]) -> None:
        """Give back the times of several, all or none; WrongStep."""
        with self._desk.writing() as transaction:
            for ref in refs:
                self._cancelled(transaction, ref, BY_THE_BANK)

    def miss(self, ref: str) -> Appointment:
        """Say that the client did not come; WrongStep, or NotYet before its start."""
        return self._step(ref, AppointmentStatus.MISSED, "appointment missed")

    def hold(
        self,
        ref: str,
        minutes: int | None = None,
        note: str | None = None,
        present: Sequence[str] | None = None,
    ) -> Appointment:
        """Say that it took place: a contact for each client present, and a follow-up that is owed.

        `minutes` is what was booked unless told; `present` everybody. WrongStep, or NotYet.
        """
        held = Held(minutes, note, None if present is None else tuple(present))
        with self._desk.writing() as transaction:
            kept = kept_for(self._desk, transaction, ref, AppointmentStatus.HELD)
            hold(transaction, kept, held, self._desk.now())
            return done(self._desk, transaction, "appointment held", ref)

    def follow_up_sent(self, ref: str, on: date | None = None) -> Appointment:
        """Say that the written follow-up left; today unless told.

        NoSuchAppointment, or NothingOwed.
        """
        with self._desk.writing() as transaction:
            kept = kept_appointment(transaction, ref)
            day = on or self._desk.today()
            if not appointments.write_follow_up_sent(transaction, kept.key, day):
                raise NothingOwed(ref, appointments.follow_up_sent_on(transaction, kept.key))
            return done(self._desk, transaction, "follow-up sent", ref)

    def _write(self, transaction: Transaction, booked: Booking, order: BookingOrder) -> Appointment:
        if order.suggestion is not None or order.accepted is not None:
            booked = self._answer(transaction, booked, order)
        appointments.write_booking(transaction, booked)
        return done(self._desk, transaction, "appointment booked", booked.ref)

    def _cancelled(self, transaction: Transaction, ref: str, why: Cancellation) -> Appointment:
        kept = kept_for(self._desk, transaction, ref, AppointmentStatus.CANCELLED)
        appointments.write_cancelled(transaction, kept.key, why)
        if kept.suggestion is not None:
            withdraw_booked(transaction, kept.suggestion, self._desk.today())
        return done(self._desk, transaction, "appointment cancelled", ref)

    def planned(self, transaction: Transaction, order: BookingOrder) -> Booking:
        """What would be written, where every rule allows it; the calendars are not asked."""
        met = [client_named(transaction, ref) for ref in dict.fromkeys(order.clients)]
        keys = tuple(client.key for client in met)
        advisor = advisor_named(transaction, self._desk, order.advisor, met[0])
        wished = wish_at(
            self._desk, transaction, advisor, order.start, order.fold, order.minutes, order.place
        )
        for client in met:
            consents = latest_consents(transaction, client.key, self._desk.today())
            check_client(order.place, client.status, consents)
        colleague = colleague_named(transaction, advisor, order.colleague)
        if colleague is not None:
            check_colleague(self._desk, transaction, colleague, wished)
        kind = kind_of(meeting_kinds(), order.place, order.minutes)
        busy_from, busy_until = busy_seconds(wished.start.utc, wished.end.utc, kind)
        expires = order.proposed_until and moment_at(order.proposed_until, wished.start.zone)
        key = new_key()
        need = RoomNeed(len(keys) + (1 if colleague is None else 2), order.step_free)
        rooms = rooms_to_try(transaction, advisor, order.room, order.place, need)
        booked = Booking(
            key=key,
            ref=reference_of("RV", key),
            branch=met[0].branch,
            advisor=advisor.key,
            clients=keys,
            wished=wished,
            busy_from=busy_from,
            busy_until=busy_until,
            status=AppointmentStatus.PROPOSED if expires else AppointmentStatus.CONFIRMED,
            expires=expires.utc if expires else None,
            project=project_named(transaction, keys, project_of(order)),
            colleague=colleague,
            reminder=order.reminder,
        )
        return in_a_free_room(transaction, booked, rooms)

    def _answer(self, transaction: Transaction, booked: Booking, order: BookingOrder) -> Booking:
        """Keep, with the appointment, that it answers a suggestion, one that was accepted or new."""
        given = SuggestionAnswer(Answer.BOOKED, self._desk.today())
        made, kept = order.suggestion, order.accepted
        if kept is None and made is not None:
            kept = find_accepted(transaction, made.client, made.subject)
        if kept is not None:
            write_answer(transaction, kept, given)
        elif made is not None:
            kept, _ = keep_answered(self._desk, transaction, made, booked.advisor, given)
        return replace(booked, suggestion=kept)

    def _step(self, ref: str, wanted: AppointmentStatus, action: str) -> Appointment:
        with self._desk.writing() as transaction:
            kept = kept_for(self._desk, transaction, ref, wanted)
            appointments.write_status(transaction, kept.key, wanted)
            return done(self._desk, transaction, action, ref)


def done(desk: Desk, transaction: Transaction, action: str, ref: str) -> Appointment:
    """Bring the facts up to date and put the deed on the trail, once for each client.

    A typed reason lies with the appointment and stays off the trail, which nobody can erase.
    """
    kept = kept_appointment(transaction, ref)
    facts.recompute(transaction, kept.clients)
    for client in kept.clients:
        desk.record(transaction, Deed(action, subject=ref, client=client))
    return kept.appointment


def kept_for(
    desk: Desk, transaction: Transaction, ref: str, wanted: AppointmentStatus
) -> KeptAppointment:
    """The appointment, where it may become that; NoSuchAppointment, WrongStep or NotYet."""
    kept = kept_appointment(transaction, ref)
    check_step(kept.appointment, wanted, seconds_now(desk))
    return kept


def release_expired(desk: Desk, transaction: Transaction) -> None:
    """Give back the time of proposals that nobody confirmed in time."""
    for ref in appointments.expired_proposals(transaction, seconds_now(desk)):
        kept = kept_appointment(transaction, ref)
        appointments.write_cancelled(transaction, kept.key, Cancellation(Party.BANK))
        done(desk, transaction, "proposal expired", ref)


def wish_at(
    desk: Desk,
    transaction: Transaction,
    advisor: Advisor,
    start: datetime,
    fold: int,
    minutes: int,
    place: Place,
) -> Wish:
    """The wish for a time on the wall of the advisor's branch; what the calendar refuses."""
    begins = moment_at(start, zone_of_advisor(transaction, advisor), fold)
    wished = wish(begins, minutes, place)
    hours = hours_of(transaction, advisor, begins.day)
    check_time(wished, hours, seconds_now(desk), desk.today())
    kind = kind_of(meeting_kinds(), place, minutes)
    busy = Stretch(*busy_seconds(wished.start.utc, wished.end.utc, kind))
    refuse_busy(transaction, desk, advisor, busy, begins.zone)
    return wished


def seconds_now(desk: Desk) -> int:
    """The present instant, in seconds since 1970."""
    return int(desk.now().timestamp())


def kept_appointment(transaction: Transaction, ref: str) -> KeptAppointment:
    """The appointment of a reference; NoSuchAppointment."""
    kept = find_appointment(transaction, ref)
    if kept is None:
        raise NoSuchAppointment(ref)
    return kept


def project_of(order: BookingOrder) -> str | None:
    """What an order is about: the project that it names, else that of its suggestion."""
    if order.project is None and order.suggestion is not None:
        return order.suggestion.project
    return order.project
