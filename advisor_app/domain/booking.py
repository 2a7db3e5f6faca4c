"""What may be booked, and what may become of it: the rules, each with its refusal."""

from collections.abc import Mapping
from datetime import date

from advisor_app.domain.appointments import Appointment, MeetingKind, Wish
from advisor_app.domain.booking_refusals import (
    BeyondHorizon,
    ClosedThatDay,
    FileNotAlive,
    InThePast,
    LengthOutOfBounds,
    NoConsent,
    NotYet,
    OutsideHours,
    WrongStep,
)
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse, Place
from advisor_app.domain.moments import Moment, after_minutes
from advisor_app.domain.months import plus_months
from advisor_app.domain.opening import Hours, Span, closed_on, open_spans

HORIZON_MONTHS = 18
# Under ten minutes nothing counts as a meeting; over a working day it is a mistake of typing.
SHORTEST_MINUTES, LONGEST_MINUTES = 10, 8 * 60


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


# What may be taken back, and to where; what was held left contacts that stand by themselves.
STEPS_BACK: Mapping[AppointmentStatus, frozenset[AppointmentStatus]] = {
    AppointmentStatus.CONFIRMED: frozenset({AppointmentStatus.PROPOSED}),
    AppointmentStatus.MISSED: frozenset({AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED}),
    AppointmentStatus.CANCELLED: frozenset(
        {AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED}
    ),
}


def check_step_back(appointment: Appointment, before: AppointmentStatus) -> None:
    """Raise WrongStep where an appointment cannot have stood there before its last step."""
    if before not in STEPS_BACK.get(appointment.status, frozenset()):
        raise WrongStep(appointment.ref, appointment.status, before)


def _inside(wished: Wish, span: Span) -> bool:
    same_day = wished.end.day == wished.start.day
    return same_day and span.start <= wished.start.clock and wished.end.clock <= span.end
