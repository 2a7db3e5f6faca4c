"""The advisor's day: who comes, how the portfolio stands, how much was in person."""

from dataclasses import dataclass
from datetime import date, datetime

from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.suggestions.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class DayAppointment:
    """One appointment of the day, in wall time.

    `household` is the key that the client's page opens under. `subject` is a project's code.
    `first_meeting`: these clients have never met this advisor, whose meeting it is. `printed`: its
    sheet left the printer or was saved. `written_up`: what happened was recorded. `colleague`
    comes along, by name; `host` is whose meeting it is, where the advisor only comes along.
    """

    ref: str
    household: Key
    people: tuple[Person, ...]
    start: datetime
    end: datetime
    place: Place
    room: str | None
    subject: str | None
    status: AppointmentStatus
    first_meeting: bool
    printed: bool
    written_up: bool
    colleague: str | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of clients, each with its denominator.

    `inherited` are the
    clients who had another advisor before, `due` the commitments due by today and the follow-ups not sent yet, `to_write_up` the appointments without an outcome.
    """

    clients: int
    met: int
    online_only: int
    not_introduced: int
    inherited: int
    due: int
    to_write_up: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many of so many clients were met, on some other day: what a trend compares with."""

    met: int
    clients: int


@dataclass(frozen=True, slots=True)
class MonthOfContacts:
    """Meetings, and digital contacts of the advisor's clients, in the month that begins here."""

    first_day: date
    in_person: int
    digital: int


@dataclass(frozen=True, slots=True)
class Today:
    """The day of one advisor at a moment; `now` is wall time of the bank."""

    now: datetime
    first_name: str
    appointments: tuple[DayAppointment, ...]
    figures: Figures
    months: tuple[MonthOfContacts, ...]


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """A suggestion with the row of its household."""

    suggestion: Suggestion
    row: PortfolioRow


@dataclass(frozen=True, slots=True)
class SuggestionList:
    """What is shown of the day's suggestions, and how many there are in all."""

    cards: tuple[SuggestionCard, ...]
    total: int
