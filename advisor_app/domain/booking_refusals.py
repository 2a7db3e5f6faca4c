"""What booking refuses, each with its facts.

The database alone refuses two appointments at once (`Collision`); the rules refuse everything else.
"""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.appointments import Appointment, Taken
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.moments import Moment
from advisor_app.domain.opening import Closed, Span


@dataclass(eq=False)
class LengthOutOfBounds(BadInput):
    """An appointment takes from ten minutes to eight hours."""

    minutes: int


@dataclass(eq=False)
class InThePast(Refused):
    """The start is over already."""

    start: Moment


@dataclass(eq=False)
class BeyondHorizon(Refused):
    """So far ahead nobody keeps a promise; `last` is the last day that can be booked."""

    last: date


@dataclass(eq=False)
class ClosedThatDay(Refused):
    """Nobody can be met on the day."""

    day: date
    closed: Closed


@dataclass(eq=False)
class OutsideHours(Refused):
    """The advisor works on the day, but not then: `spans` are the hours."""

    day: date
    spans: tuple[Span, ...]


@dataclass(eq=False)
class ColleagueNotThere(Refused):
    """The colleague who should come along does not work then."""

    name: str
    start: Moment


@dataclass(eq=False)
class NoConsent(Refused):
    """The client has not agreed to this use, or has withdrawn it."""

    use: ConsentUse


@dataclass(eq=False)
class FileNotAlive(Refused):
    """The client died, or the file is closed."""

    status: ClientStatus


@dataclass(eq=False)
class NoSuchRoom(Refused):
    """The advisor's branch has no room of this reference."""

    ref: str


@dataclass(eq=False)
class NotInvited(Refused):
    """The client is not one of those whom the appointment is with."""

    ref: str
    appointment: str


@dataclass(eq=False)
class NobodyPresent(Refused):
    """An appointment that was held had somebody there; else it was missed."""

    ref: str


@dataclass(eq=False)
class NoSuchSuggestion(Refused):
    """Nothing is suggested for the client today."""

    ref: str


@dataclass(eq=False)
class Collision(Refused):
    """Advisor, room or client (`name` says which) is taken by another appointment.

    `free_from` adds the time that the other one needs afterwards.
    """

    taken: Taken
    name: str
    other: Appointment
    free_from: Moment


@dataclass(eq=False)
class NotToCome(Refused):
    """Only an appointment that is still to come can be moved."""

    ref: str
    status: AppointmentStatus


@dataclass(eq=False)
class NothingOwed(Refused):
    """No written follow-up is owed after this appointment: none was due, or it was sent already."""

    ref: str
    sent_on: date | None


@dataclass(eq=False)
class WrongStep(Refused):
    """An appointment in this status cannot become that."""

    ref: str
    status: AppointmentStatus
    wanted: AppointmentStatus


@dataclass(eq=False)
class NotYet(Refused):
    """The appointment has not begun, so nobody can say yet whether it was held."""

    ref: str
    start: Moment
