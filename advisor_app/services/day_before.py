"""The day before: whom to remind of tomorrow's meetings, and that it was done."""

from collections.abc import Mapping
from datetime import date, timedelta

from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.day_before import (
    DayBefore,
    NobodyReminded,
    NoReminder,
    Reminder,
    ReminderWay,
    call_hours_of,
    chosen_way,
    is_reminded,
    reminded_until,
)
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.trail import Deed
from advisor_app.services.booking import seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.opening import hours_of
from advisor_app.storage import day_before as storage
from advisor_app.storage.day_before import Coming
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Transaction

Reminders = Mapping[Key, date | None]


class DaysBefore:
    """Reminders of an advisor's meetings; nothing here calls or sends."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, day: date | None = None, advisor: str | None = None) -> DayBefore:
        """Whom to remind on a day, today unless told, of which meetings to come.

        What was done is left out. Raises NoSuchAdvisor, or NoAdvisorYet where nobody works here.
        """
        on = day or self._desk.today()
        with self._desk.reading() as transaction:
            return self._of(transaction, on, self._advisor(transaction, advisor))

    def done(self, ref: str, household: Key | None = None) -> Reminders:
        """Say that the clients of an appointment were reminded, or those of one household.

        Gives back what `take_back` needs. NoSuchAppointment, or NoReminder where nobody is to be
        reminded of it: it is over, cancelled, or nobody agreed to be reminded.
        """
        today = self._desk.today()
        with self._desk.writing() as transaction:
            key, before = _kept(transaction, ref)
            whom = self._whom(transaction, ref, household)
            storage.write_reminded(transaction, key, dict.fromkeys(whom, today))
            for client, way in whom.items():
                deed = Deed("appointment reminded", ref, client, detail={"by": way.value})
                self._desk.record(transaction, deed)
        return {client: before[client] for client in whom}

    def take_back(self, ref: str, before: Reminders) -> None:
        """Undo `done`."""
        with self._desk.writing() as transaction:
            key, _days = _kept(transaction, ref)
            self._put(transaction, ref, key, before)

    def undone(self, ref: str) -> None:
        """Say that nobody was reminded of an appointment after all, so that it is to be done.

        NoSuchAppointment, or NobodyReminded.
        """
        with self._desk.writing() as transaction:
            key, days = _kept(transaction, ref)
            reminded = {client: None for client, day in days.items() if day is not None}
            if not reminded:
                raise NobodyReminded(ref)
            self._put(transaction, ref, key, reminded)

    def _put(self, transaction: Transaction, ref: str, key: Key, days: Reminders) -> None:
        storage.write_reminded(transaction, key, days)
        for client in days:
            self._desk.record(transaction, Deed("reminder taken back", ref, client))

    def _of(self, transaction: Transaction, on: date, advisor: Advisor) -> DayBefore:
        hours = hours_of(transaction, advisor, on)
        until = reminded_until(hours, on)
        first = on + timedelta(days=1)
        coming = storage.read_coming(transaction, advisor.key, first, until, self._desk.today())
        wanted = [one for one in coming if is_reminded(one.status, one.place)]
        return DayBefore(
            day=on,
            until=until,
            call_hours=call_hours_of(hours, on),
            reminders=tuple(_reminder(one) for one in wanted if not one.reminded),
            done=sum(one.reminded for one in wanted),
        )

    def _whom(
        self, transaction: Transaction, ref: str, household: Key | None
    ) -> Mapping[Key, ReminderWay]:
        """Who of an appointment to come is reminded, and how; NoReminder."""
        found = storage.coming_to(transaction, ref, self._desk.today())
        now = seconds_now(self._desk)
        ways = {
            person.person.key: chosen_way(one.clients, one.wish).way
            for one in found
            if household in (None, one.household)
            if is_reminded(one.status, one.place) and one.start_utc > now
            for person in one.clients
        }
        told = {key: way for key, way in ways.items() if key and way is not ReminderWay.NONE}
        if not told:
            raise NoReminder(ref)
        return told

    def _advisor(self, transaction: Transaction, ref: str | None) -> Advisor:
        found = find_advisor(transaction, ref) if ref else self._desk.advisor
        if found is None:
            raise NoSuchAdvisor(ref) if ref else NoAdvisorYet
        return found


def _kept(transaction: Transaction, ref: str) -> tuple[Key, Reminders]:
    found = storage.find_reminded(transaction, ref)
    if found is None:
        raise NoSuchAppointment(ref)
    return found


def _reminder(one: Coming) -> Reminder:
    chosen = chosen_way(one.clients, one.wish)
    return Reminder(
        appointment=one.ref,
        household=one.household,
        people=tuple(each.person for each in one.clients),
        start=one.start,
        end=one.end,
        place=one.place,
        room=one.room,
        agreed=one.status is AppointmentStatus.CONFIRMED,
        way=chosen.way,
        whom=chosen.whom.person,
        phone=chosen.whom.phone if chosen.way is ReminderWay.CALL else None,
    )
