"""Moving an appointment to another time, room or company, and what depended on the old one."""

from dataclasses import dataclass, replace
from datetime import datetime

from advisor_app.domain.appointments import Booking, Moved, Wish
from advisor_app.domain.booking import busy_seconds, kind_of
from advisor_app.domain.booking_refusals import NotToCome
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import FIRST, minutes_between
from advisor_app.domain.rooms import RoomNeed
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.booking import (
    done,
    kept_appointment,
    release_expired,
    wish_at,
)
from advisor_app.services.colleagues import check_colleague, colleague_named
from advisor_app.services.desk import Desk
from advisor_app.services.rooms import room_named
from advisor_app.storage import appointments
from advisor_app.storage.colleagues import write_colleague
from advisor_app.storage.kept_appointments import TO_COME, KeptAppointment
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """Where an appointment goes; the minutes and the room stay unless told. `start` is naive."""

    ref: str
    start: datetime
    minutes: int | None = None
    room: str | None = None
    fold: int = FIRST


class Moves:
    """Moves appointments."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def move(self, order: MoveOrder) -> Moved:
        """Move; NoSuchAppointment, NotToCome, what the calendar refuses, or last Collision."""
        with self._desk.reading() as transaction:
            kept = kept_appointment(transaction, order.ref)
            moved = self._planned(transaction, kept, order)
        with self._desk.writing() as transaction:
            release_expired(self._desk, transaction)
            _check_to_come(kept_appointment(transaction, order.ref))
            appointments.write_move(transaction, moved)
            papers = appointments.papers_of(transaction, kept.key)
            after = done(self._desk, transaction, "appointment moved", order.ref)
        return Moved(kept.appointment, after, papers)

    def come_along(self, ref: str, colleague: str | None) -> Moved:
        """Say who comes along from now on, nobody with None; the time stays.

        Raises NoSuchAppointment, NotToCome, NoSuchAdvisor, ColleagueNotThere, BusyElsewhere,
        RoomTooSmall, or Collision. The calendar of whoever comes along no longer hears that it is off for him.
        """
        with self._desk.writing() as transaction:
            release_expired(self._desk, transaction)
            kept = kept_appointment(transaction, ref)
            _check_to_come(kept)
            advisor = read_advisor(transaction, kept.advisor)
            booked = _as_it_stands(kept, colleague_named(transaction, advisor, colleague))
            papers = appointments.papers_of(transaction, kept.key)
            if booked.colleague == kept.colleague:
                return Moved(kept.appointment, kept.appointment, papers)
            if booked.colleague is not None:
                check_colleague(self._desk, transaction, booked.colleague, booked.wished)
                need = _need(kept, booked.colleague)
                room_named(transaction, advisor, kept.appointment.room, need)
            write_colleague(transaction, kept, booked)
            after = done(self._desk, transaction, "company changed", ref)
        return Moved(kept.appointment, after, papers)

    def _planned(
        self, transaction: Transaction, kept: KeptAppointment, order: MoveOrder
    ) -> Booking:
        _check_to_come(kept)
        booked = kept.appointment
        minutes = order.minutes
        if minutes is None:
            minutes = minutes_between(booked.start, booked.end)
        advisor = read_advisor(transaction, kept.advisor)
        wished = wish_at(
            self._desk, transaction, advisor, order.start, order.fold, minutes, booked.place
        )
        if kept.colleague is not None:
            check_colleague(self._desk, transaction, kept.colleague, wished)
        need = _need(kept, kept.colleague)
        room = room_named(transaction, advisor, order.room or booked.room, need)
        return replace(_booking(kept, wished, kept.colleague), room=room)


def _as_it_stands(kept: KeptAppointment, colleague: Key | None) -> Booking:
    """The booking of an appointment that keeps its time and gets other company."""
    booked = kept.appointment
    wished = Wish(booked.start, booked.end, booked.place)
    return _booking(kept, wished, colleague)


def _booking(kept: KeptAppointment, wished: Wish, colleague: Key | None) -> Booking:
    """A kept appointment at a wished time, with the time that it takes around it; no room yet."""
    kind = kind_of(meeting_kinds(), wished.place, minutes_between(wished.start, wished.end))
    busy_from, busy_until = busy_seconds(wished.start.utc, wished.end.utc, kind)
    return Booking(
        key=kept.key,
        ref=kept.appointment.ref,
        branch=kept.branch,
        advisor=kept.advisor,
        clients=kept.clients,
        wished=wished,
        busy_from=busy_from,
        busy_until=busy_until,
        status=kept.appointment.status,
        colleague=colleague,
    )


def _need(kept: KeptAppointment, colleague: Key | None) -> RoomNeed:
    return RoomNeed(len(kept.clients) + (1 if colleague is None else 2))


def _check_to_come(kept: KeptAppointment) -> None:
    if kept.appointment.status not in TO_COME:
        raise NotToCome(kept.appointment.ref, kept.appointment.status)
