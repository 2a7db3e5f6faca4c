"""Puts the demonstration portfolio into a store that lives at its own day."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from advisor_app.demo import story
from advisor_app.demo.days import STORY_DAY, Days
from advisor_app.demo.portfolio import demonstration
from advisor_app.demo.quotas import PORTFOLIO
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
    setup.live_at(datetime.combine(day, STORY_TIME))


def fill(setup: Setup, importing: Importing, reminders: Reminders, wanted: Wanted) -> None:
    """Write the portfolio into a store that lives at its day already."""
    with _no_collector():
        importing.write_records(demonstration(wanted.clients, wanted.seed, wanted.day))
    days = Days(wanted.day)
    for client, icon, text, noted_on in story.reminders(story.chapters(wanted.clients, days)):
        reminders.note(client, text, icon, date.fromisoformat(noted_on))
    setup.choose_advisor(WHO_WORKS)


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
