"""Who is reminded of a meeting the working day before, and how the client agreed to it.

A call needs the client's consent to calls, or the wish that was kept when the time was agreed, and
is made in the hours of DOMAIN.md, section 7.3; else a letter is printed, unless letters were
refused. Weekends and holidays hold no calls, so what follows them is reminded of before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import AppointmentStatus, ConsentUse, Place
from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.opening import Hours, Span, open_spans
from advisor_app.domain.people import Person
from advisor_app.domain.suggestions.calls import CALL_HOURS, SATURDAY

# A branch that is closed for longer than this reminds of what comes within it.
_LOOK_AHEAD_DAYS = 31


class ReminderWay(StrEnum):
    """How a client is reminded."""

    CALL = "call"
    PRINT = "print"
    NONE = "none"


@dataclass(eq=False)
class NoReminder(Refused):
    """Nobody is to be reminded of this appointment: not then, or not at all."""

    ref: str


@dataclass(eq=False)
class NobodyReminded(Refused):
    """Nothing is to be taken back: nobody was reminded of this appointment."""

    ref: str


@dataclass(frozen=True, slots=True)
class Reminded:
    """Somebody who comes to an appointment, and what decides how he may be reminded of it."""

    person: Person
    phone: str | None
    consents: Mapping[ConsentUse, bool]
    wants_no_contact: bool = False


class ChosenWay(NamedTuple):
    """How a household is reminded, and who of it is called or written to."""

    way: ReminderWay
    whom: Reminded


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: of which appointment, to whom, and how; times on the wall of the branch.

    `household` is the key that the client's page opens under. `people` are those of the household
    who come; `whom` is called or written to, `phone` only for a call. `agreed`: the appointment is
    confirmed, not only proposed.
    """

    appointment: str
    household: Key
    people: tuple[Person, ...]
    start: datetime
    end: datetime
    place: Place
    room: str | None
    agreed: bool
    way: ReminderWay
    whom: Person
    phone: str | None = None

    @property
    def id(self) -> str:
        """What tells it from the other reminders of the same appointment."""
        return f"{self.appointment} {self.household.hex()}"


@dataclass(frozen=True, slots=True)
class DayBefore:
    """What is to be reminded of on a day: the meetings after it, `until` and including that day.

    `call_hours` is empty on a day without calls. `done` counts the reminders that were given.
    """

    day: date
    until: date
    call_hours: tuple[Span, ...]
    reminders: tuple[Reminder, ...]
    done: int = 0


def call_hours_of(hours: Hours, day: date) -> tuple[Span, ...]:
    """When calls are made on a day: never at weekends and on holidays."""
    if day.weekday() >= SATURDAY or hours.holiday(day) is not None:
        return ()
    return tuple(Span(start, end) for start, end in CALL_HOURS)


def reminded_until(hours: Hours, day: date) -> date:
    """The last day whose meetings are reminded of on a day: the next one on which both is done.

    Whoever comes on a Saturday or a Tuesday is called on the Friday, where Mondays are free.
    """
    ahead = (day + timedelta(days=number) for number in range(1, _LOOK_AHEAD_DAYS))
    found = (one for one in ahead if open_spans(hours, one) and call_hours_of(hours, one))
    return next(found, day + timedelta(days=_LOOK_AHEAD_DAYS))


def chosen_way(people: Iterable[Reminded], wish: ReminderWish | None) -> ChosenWay:
    """How a household is reminded: by a call to the first who agrees, else by a letter.

    The wish kept at booking stands for the consent, but never against a refusal.
    """
    everybody = tuple(people)
    for way, allowed in ((ReminderWay.CALL, _may_call), (ReminderWay.PRINT, _may_print)):
        for one in everybody:
            if wish is not ReminderWish.NONE and allowed(one, wish):
                return ChosenWay(way, one)
    return ChosenWay(ReminderWay.NONE, everybody[0])


def is_reminded(status: AppointmentStatus, place: Place) -> bool:
    """Whether such an appointment is reminded of; one by telephone is a call itself."""
    stands = status in (AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED)
    return stands and place is not Place.PHONE


def _may_call(one: Reminded, wish: ReminderWish | None) -> bool:
    agreed = one.consents.get(ConsentUse.PHONE, wish is ReminderWish.CALL)
    return bool(one.phone) and agreed and not one.wants_no_contact


def _may_print(one: Reminded, _wish: ReminderWish | None) -> bool:
    return one.consents.get(ConsentUse.LETTER, True) and not one.wants_no_contact
