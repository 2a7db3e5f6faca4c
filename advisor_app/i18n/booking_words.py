"""Sentences about what was booked, moved or closed, and what became of appointments."""

from advisor_app.domain.appointments import Appointment, Moved
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.moments import SECOND, Moment
from advisor_app.domain.opening import Closed, Span, WhyClosed
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import clock, listed, long_date


def booked_sentence(booked: Appointment) -> str:
    """What was booked or proposed, when, where and under which reference; which of equal times."""
    facts = {
        "day": long_date(booked.start.day),
        "start": clock(booked.start.clock),
        "end": clock(booked.end.clock),
        "place": _place_sentence(booked.place),
        "ref": booked.ref,
    }
    if booked.status is AppointmentStatus.PROPOSED:
        told = _("Proposed for {day}, from {start} to {end}. {place} Reference: {ref}.")
    else:
        told = _("Booked for {day}, from {start} to {end}. {place} Reference: {ref}.")
    parts = [told.format(**facts)]
    if booked.start.comes_twice:
        parts.append(twice_sentence(booked.start))
    return " ".join(parts)


def moved_lines(moved: Moved) -> list[str]:
    """Where an appointment was moved to, and what was made for the old time."""
    lines = [booked_sentence(moved.after)]
    if moved.papers:
        count = len(moved.papers)
        lines.append(
            ngettext(
                "{count} paper was printed for the old time; print it again and shred it: {codes}.",
                "{count} papers were printed for the old time; print them again and shred these: "
                "{codes}.",
                count,
            ).format(count=count, codes=listed(moved.papers))
        )
    return lines


def status_sentence(appointment: Appointment) -> str:
    """Where an appointment stands now."""
    return {
        AppointmentStatus.PROPOSED: _("Appointment {ref} is proposed."),
        AppointmentStatus.CONFIRMED: _("Appointment {ref} is confirmed."),
        AppointmentStatus.HELD: _("Appointment {ref} took place."),
        AppointmentStatus.MISSED: _("Appointment {ref} was missed."),
        AppointmentStatus.CANCELLED: _("Appointment {ref} is cancelled; its time is free again."),
    }[appointment.status].format(ref=appointment.ref)


def sent_sentence(appointment: Appointment) -> str:
    """That what was owed in writing left."""
    words = _("The summary of the appointment {ref} is marked as sent.")
    return words.format(ref=appointment.ref)


def twice_sentence(moment: Moment) -> str:
    """Which of two equal wall times is meant, in the night when summer time ends."""
    if moment.fold == SECOND:
        return _("The clocks show {time} twice that night: the second time is meant.").format(
            time=clock(moment.clock)
        )
    return _("The clocks show {time} twice that night: the first time is meant.").format(
        time=clock(moment.clock)
    )


def closed_sentence(closed: Closed, day: str) -> str:
    """Why nobody can be met on a day, which is given as text."""
    if closed.holiday is not None:
        name = closed.holiday.in_language(language())
        return _("Nobody can be met on {day}: it is a holiday ({name}).").format(day=day, name=name)
    if closed.why is WhyClosed.BRANCH_CLOSED:
        if closed.reason:
            return _("The branch is closed on {day}: {reason}.").format(
                day=day, reason=closed.reason
            )
        return _("The branch is closed on {day}.").format(day=day)
    if closed.why is WhyClosed.ADVISOR_AWAY:
        if closed.substitute:
            return _("The advisor is away on {day}; {substitute} stands in.").format(
                day=day, substitute=closed.substitute
            )
        return _("The advisor is away on {day}.").format(day=day)
    return _("There are no hours on {day}: choose another day.").format(day=day)


def hours_text(spans: tuple[Span, ...]) -> str:
    """The hours of a day, in order."""
    return ", ".join(
        _("{start} to {end}").format(start=clock(span.start), end=clock(span.end)) for span in spans
    )


def _place_sentence(place: Place) -> str:
    return {
        Place.BRANCH: _("At the branch."),
        Place.HOME: _("At the client's home."),
        Place.WORKPLACE: _("At the client's workplace."),
        Place.PHONE: _("By telephone."),
        Place.VIDEO: _("By video."),
    }[place]
