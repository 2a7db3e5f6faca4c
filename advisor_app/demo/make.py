"""Puts the demonstration portfolio into a store that lives at its own day."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from advisor_app.demo import story
from advisor_app.demo.days import STORY_DAY, Days
from advisor_app.demo.portfolio import MANY, demonstration
from advisor_app.demo.quotas import PORTFOLIO
from advisor_app.domain.bank_records import AppointmentRecord, RecordBatch
from advisor_app.services.booking import Appointments
from advisor_app.services.importing import Importing
from advisor_app.services.reminders import Reminders
from advisor_app.services.setup import Setup

BANK = "Banque de l'Orme"
WHO_WORKS = "A01"
# When the story happens: twelve minutes before the second appointment.
STORY_TIME = time(10, 18)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What demonstration is asked for; the same three give the same store."""

    clients: int = PORTFOLIO
    seed: int = 1
    day: date = STORY_DAY


def settle(setup: Setup, day: date) -> None:
    """Give an empty store its home, and the moment at which it lives from its next opening on."""
    setup.initialise(BANK, "FR")
    setup.live_at(_moment(day))


def fill(
    setup: Setup,
    importing: Importing,
    appointments: Appointments,
    reminders: Reminders,
    wanted: Wanted,
) -> None:
    """Write the portfolio into a store that lives at its day already, and what the program knows.

    Appointments of days gone by are said to have been held, so that their follow-ups are owed;
    this morning's still waits for its note. Of a whole bank, only those of the advisor who works
    here.
    """
    booked: list[AppointmentRecord] = []
    with _no_collector():
        importing.write_records(_noticing(booked, wanted))
    for one in booked:
        if one.end < wanted.day.isoformat() and _is_looked_at(one, wanted):
            appointments.hold(one.ref)
    days = Days(wanted.day)
    for client, icon, text, noted_on in story.reminders(story.chapters(wanted.clients, days)):
        reminders.note(client, text, icon, date.fromisoformat(noted_on))
    setup.choose_advisor(WHO_WORKS)


def _moment(day: date) -> datetime:
    return datetime.combine(day, STORY_TIME)


def _noticing(booked: list[AppointmentRecord], wanted: Wanted) -> Iterator[RecordBatch]:
    """The portfolio, with the appointments in it put aside."""
    for table, batch in demonstration(wanted.clients, wanted.seed, wanted.day):
        rows = list(batch)
        if table == "appointments":
            booked += [row for row in rows if isinstance(row, AppointmentRecord)]
        yield table, rows


def _is_looked_at(one: AppointmentRecord, wanted: Wanted) -> bool:
    return wanted.clients <= MANY or one.advisor == WHO_WORKS


@contextmanager
def _no_collector() -> Iterator[None]:
    """Millions of tuples pass, none of them in a circle: looking for circles costs a sixth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
