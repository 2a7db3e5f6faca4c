"""Why times, bookings and what becomes of appointments are refused, in words."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import booking, booking_refusals, moments, rooms, series, week_proposal
from advisor_app.domain.appointments import Taken
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.booking_words import closed_sentence, hours_text
from advisor_app.i18n.formats import clock, long_date, number


def _not_a_moment(error: moments.NotAMoment) -> str:
    return _("“{text}” is no date and time: write it as 2027-04-13T10:00.").format(text=error.text)


def _unknown_zone(error: moments.UnknownZone) -> str:
    return _("There is no time zone {zone}: write it as Europe/Paris.").format(zone=error.zone)


def _gap(error: moments.GapOfSummerTime) -> str:
    return _(
        "On {day} summer time begins and the clocks jump over {time}: that time does not exist. "
        "Choose another, such as {instead}."
    ).format(
        day=long_date(error.wall.date()),
        time=clock(error.wall.time()),
        instead=clock(error.instead.time()),
    )


def _length(error: booking_refusals.LengthOutOfBounds) -> str:
    return _(
        "An appointment cannot take {minutes} minutes: it takes from {shortest} to {longest}."
    ).format(
        minutes=error.minutes,
        shortest=booking.SHORTEST_MINUTES,
        longest=booking.LONGEST_MINUTES,
    )


def _in_the_past(error: booking_refusals.InThePast) -> str:
    return _("{day} at {time} is over already: choose a time to come.").format(
        day=_capital(long_date(error.start.day)), time=clock(error.start.clock)
    )


def _beyond_horizon(error: booking_refusals.BeyondHorizon) -> str:
    return _("Appointments can be booked up to {day}: choose an earlier day.").format(
        day=long_date(error.last)
    )


def _closed_that_day(error: booking_refusals.ClosedThatDay) -> str:
    return closed_sentence(error.closed, long_date(error.day))


def _outside_hours(error: booking_refusals.OutsideHours) -> str:
    return _("The appointment must begin and end within the hours of {day}: {hours}.").format(
        day=long_date(error.day), hours=hours_text(error.spans)
    )


def _colleague_not_there(error: booking_refusals.ColleagueNotThere) -> str:
    return _("{name} does not work on {day} at {time}. Nothing was booked.").format(
        name=error.name, day=long_date(error.start.day), time=clock(error.start.clock)
    )


def _no_consent(error: booking_refusals.NoConsent) -> str:
    if error.use is ConsentUse.HOME_VISIT:
        return _(
            "The client has not agreed to visits at home: ask first and record the consent, "
            "or choose another place."
        )
    return _("The client asked not to be called: choose another place.")


def _file_not_alive(error: booking_refusals.FileNotAlive) -> str:
    if error.status is ClientStatus.DECEASED:
        return _("The client has died: nothing can be booked on this file.")
    return _("The client's file is closed: nothing can be booked on it.")


def _no_such_room(error: booking_refusals.NoSuchRoom) -> str:
    return _("The advisor's branch has no room {ref}.").format(ref=error.ref)


def _room_too_small(error: rooms.RoomTooSmall) -> str:
    return _(
        "{room} seats {seats}, and {people} people meet: choose another room. Nothing was booked."
    ).format(room=error.name, seats=number(error.seats), people=number(error.people))


def _room_has_steps(error: rooms.RoomHasSteps) -> str:
    return _(
        "{room} cannot be reached without steps: choose another room. Nothing was booked."
    ).format(room=error.name)


def _no_room_fits(error: rooms.NoRoomFits) -> str:
    return _(
        "The branch has no room without steps for {people} people: choose another place, "
        "or tell its rooms in the settings."
    ).format(people=number(error.people))


def _no_such_suggestion(error: booking_refusals.NoSuchSuggestion) -> str:
    return _("There is no suggestion for the client {ref} today.").format(ref=error.ref)


def _not_invited(error: booking_refusals.NotInvited) -> str:
    return _("The client {ref} does not belong to the appointment {appointment}.").format(
        ref=error.ref, appointment=error.appointment
    )


def _nobody_present(error: booking_refusals.NobodyPresent) -> str:
    return _("Nobody was present at the appointment {ref}: then it was missed, not held.").format(
        ref=error.ref
    )


def _collision(error: booking_refusals.Collision) -> str:
    sentence = {
        Taken.ADVISOR: _(
            "{name} has an appointment already on {day}, from {start} to {end} (reference {ref}), "
            "and is free again from {free}. Nothing was booked."
        ),
        Taken.ROOM: _(
            "The room {name} is taken already on {day}, from {start} to {end} (reference {ref}), "
            "and is free again from {free}. Nothing was booked."
        ),
        Taken.CLIENT: _(
            "The client {name} has an appointment already on {day}, from {start} to {end} "
            "(reference {ref}), and is free again from {free}. Nothing was booked."
        ),
    }[error.taken]
    return sentence.format(
        name=error.name,
        day=long_date(error.other.start.day),
        start=clock(error.other.start.clock),
        end=clock(error.other.end.clock),
        ref=error.other.ref,
        free=clock(error.free_from.clock),
    )


def _wrong_step(error: booking_refusals.WrongStep) -> str:
    sentence = {
        AppointmentStatus.PROPOSED: _("The appointment {ref} is proposed; nothing was changed."),
        AppointmentStatus.CONFIRMED: _(
            "The appointment {ref} is confirmed already; nothing was changed."
        ),
        AppointmentStatus.HELD: _("The appointment {ref} was held already; nothing was changed."),
        AppointmentStatus.MISSED: _(
            "The appointment {ref} was missed already; nothing was changed."
        ),
        AppointmentStatus.CANCELLED: _(
            "The appointment {ref} was cancelled already; nothing was changed."
        ),
    }[error.status]
    return sentence.format(ref=error.ref)


def _not_to_come(error: booking_refusals.NotToCome) -> str:
    return {
        AppointmentStatus.HELD: _("Appointment {ref} was held: it cannot be moved."),
        AppointmentStatus.MISSED: _("Appointment {ref} was missed: book another one."),
        AppointmentStatus.CANCELLED: _("Appointment {ref} was cancelled: book another one."),
    }[error.status].format(ref=error.ref)


def _not_yet(error: booking_refusals.NotYet) -> str:
    return _(
        "The appointment {ref} begins on {day} at {time}: nobody can say yet whether it was held."
    ).format(ref=error.ref, day=long_date(error.start.day), time=clock(error.start.clock))


def _nothing_owed(error: booking_refusals.NothingOwed) -> str:
    if error.sent_on is None:
        words = _("No summary is owed after the appointment {ref}; nothing was changed.")
        return words.format(ref=error.ref)
    words = _("The summary of the appointment {ref} was sent on {day}; nothing was changed.")
    return words.format(ref=error.ref, day=long_date(error.sent_on))


def _no_appointment_form(error: week_proposal.NoAppointmentForm) -> str:
    return _("“{ritual}” is no form that an appointment takes.").format(ritual=error.ritual)


def _not_in_the_week(error: week_proposal.NotInTheWeek) -> str:
    return _("{ref} is not among those whom the plan of this week weighs.").format(ref=error.ref)


def _not_a_rhythm(error: series.NotARhythm) -> str:
    return _("“{text}” is no rhythm: write it as 6m, 1w or 10d.").format(text=error.text)


def _series_out_of_bounds(error: series.SeriesOutOfBounds) -> str:
    return _("A series cannot have {times} dates: it has from {fewest} to {most}.").format(
        times=error.times, fewest=series.FEWEST, most=series.MOST
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


BOOKING_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    moments.NotAMoment: _not_a_moment,
    moments.UnknownZone: _unknown_zone,
    moments.GapOfSummerTime: _gap,
    booking_refusals.LengthOutOfBounds: _length,
    booking_refusals.InThePast: _in_the_past,
    booking_refusals.BeyondHorizon: _beyond_horizon,
    booking_refusals.ClosedThatDay: _closed_that_day,
    booking_refusals.OutsideHours: _outside_hours,
    booking_refusals.ColleagueNotThere: _colleague_not_there,
    booking_refusals.NoConsent: _no_consent,
    booking_refusals.FileNotAlive: _file_not_alive,
    booking_refusals.NoSuchRoom: _no_such_room,
    rooms.RoomTooSmall: _room_too_small,
    rooms.RoomHasSteps: _room_has_steps,
    rooms.NoRoomFits: _no_room_fits,
    booking_refusals.NoSuchSuggestion: _no_such_suggestion,
    booking_refusals.NotInvited: _not_invited,
    booking_refusals.NobodyPresent: _nobody_present,
    booking_refusals.Collision: _collision,
    booking_refusals.NotToCome: _not_to_come,
    booking_refusals.WrongStep: _wrong_step,
    booking_refusals.NotYet: _not_yet,
    booking_refusals.NothingOwed: _nothing_owed,
    week_proposal.NotInTheWeek: _not_in_the_week,
    week_proposal.NoAppointmentForm: _no_appointment_form,
    series.NotARhythm: _not_a_rhythm,
    series.SeriesOutOfBounds: _series_out_of_bounds,
}
