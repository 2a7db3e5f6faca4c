"""What may be booked: each rule is a refusal with its facts.

The database alone refuses two appointments at once (`Collision`); everything else is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse, Party, Place
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment, after_minutes
from advisor_app.domain.months import plus_months
from advisor_app.domain.opening import Closed, Hours, Span, closed_on, open_spans

HORIZON_MONTHS = 18
# Under ten minutes nothing counts as a meeting; over a working day it is a mistake of typing.
SHORTEST_MINUTES, LONGEST_MINUTES = 10, 8 * 60


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


@dataclass(frozen=True, slots=True)
class Wish:
    """An appointment that somebody would like."""

    start: Moment
    end: Moment
    place: Place


class Taken(StrEnum):
    """Who or what cannot be in two places."""

    ADVISOR = "advisor"
    ROOM = "room"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked meeting; `clients` and `advisor` are references, the end is without buffers."""

    ref: str
    clients: tuple[str, ...]
    advisor: str
    start: Moment
    end: Moment
    place: Place
    status: AppointmentStatus
    room: str | None = None
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Who gave up an appointment, and why, in words."""

    by: Party
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An appointment as it was and is; `papers` are the codes of those printed for the old time."""

    before: Appointment
    after: Appointment
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment as it is written, by keys; busy times in seconds since 1970."""

    key: Key
    ref: str
    branch: Key
    advisor: Key
    clients: tuple[Key, ...]
    wished: Wish
    busy_from: int
    busy_until: int
    status: AppointmentStatus
    room: Key | None = None
    project: Key | None = None
    suggestion: Key | None = None
    expires: int | None = None


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


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A kind of meeting and the minutes that the advisor needs around it.

    `before` prepares it; `after` writes it up, and keeps it from running into the next one.
    """

    code: str
    minutes: int
    after: int
    travel: int = 0
    before: int = 0


def wish(start: Moment, minutes: int, place: Place) -> Wish:
    """A wish of so many minutes that go by; LengthOutOfBounds."""
    check_length(minutes)
    return Wish(start, after_minutes(start, minutes), place)


def check_length(minutes: int) -> None:
    """Raise LengthOutOfBounds for what is no meeting."""
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise LengthOutOfBounds(minutes)


def check_time(wished: Wish, hours: Hours, now: int, today: date) -> None:
    """Raise the first refusal of the calendar; `now` in seconds since 1970."""
    if wished.start.utc < now:
        raise InThePast(wished.start)
    last = plus_months(today, HORIZON_MONTHS)
    if wished.start.day > last:
        raise BeyondHorizon(last)
    day = wished.start.day
    closed = closed_on(hours, day)
    if closed is not None:
        raise ClosedThatDay(day, closed)
    spans = open_spans(hours, day)
    if not any(_inside(wished, span) for span in spans):
        raise OutsideHours(day, spans)


def check_client(
    place: Place, status: ClientStatus, consents: Mapping[ConsentUse, bool | None]
) -> None:
    """Raise the refusal that the client's file gives.

    At home only with a consent that was given; by phone unless it was refused.
    """
    if status is not ClientStatus.ACTIVE:
        raise FileNotAlive(status)
    if place is Place.HOME and not consents.get(ConsentUse.HOME_VISIT):
        raise NoConsent(ConsentUse.HOME_VISIT)
    if place is Place.PHONE and consents.get(ConsentUse.PHONE) is False:
        raise NoConsent(ConsentUse.PHONE)


# The kinds of a place other than the branch, where the length decides.
_KIND_OF_PLACE = {
    Place.HOME: "home_60",
    Place.WORKPLACE: "work_60",
    Place.PHONE: "phone_30",
    Place.VIDEO: "video_45",
}
_KINDS_AT_BRANCH = ("short_30", "standard_45", "long_60", "expert_90")


def kind_of(kinds: Mapping[str, MeetingKind], place: Place, minutes: int) -> MeetingKind:
    """The kind of a meeting: by its place, or at the branch the shortest that holds it."""
    if place in _KIND_OF_PLACE:
        return kinds[_KIND_OF_PLACE[place]]
    at_branch = [kinds[code] for code in _KINDS_AT_BRANCH]
    return next((kind for kind in at_branch if minutes <= kind.minutes), at_branch[-1])


def busy_seconds(start: int, end: int, kind: MeetingKind) -> tuple[int, int]:
    """From when until when nobody else may be met: the way there, the way back, the buffer.

    In seconds since 1970; the end is not included.
    """
    return start - kind.travel * 60, end + (kind.travel + kind.after) * 60


# What may become of an appointment; what was held, missed or cancelled stays so.
STEPS: Mapping[AppointmentStatus, frozenset[AppointmentStatus]] = {
    AppointmentStatus.PROPOSED: frozenset(
        {
            AppointmentStatus.CONFIRMED,
            AppointmentStatus.HELD,
            AppointmentStatus.MISSED,
            AppointmentStatus.CANCELLED,
        }
    ),
    AppointmentStatus.CONFIRMED: frozenset(
        {AppointmentStatus.HELD, AppointmentStatus.MISSED, AppointmentStatus.CANCELLED}
    ),
}


def check_step(appointment: Appointment, wanted: AppointmentStatus, now: int) -> None:
    """Raise WrongStep, or NotYet where it is called held or missed before it began."""
    if wanted not in STEPS.get(appointment.status, frozenset()):
        raise WrongStep(appointment.ref, appointment.status, wanted)
    happened = wanted in (AppointmentStatus.HELD, AppointmentStatus.MISSED)
    if happened and now < appointment.start.utc:
        raise NotYet(appointment.ref, appointment.start)


def _inside(wished: Wish, span: Span) -> bool:
    same_day = wished.end.day == wished.start.day
    return same_day and span.start <= wished.start.clock and wished.end.clock <= span.end
