"""What a mail draft says before the advisor makes it his own."""

from advisor_app.domain.calendar_entry import CalendarEntry
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date


def mail_subject() -> str:
    """A subject that reveals nothing."""
    return _("Your appointment")


def mail_text(entry: CalendarEntry, *, with_letter: bool) -> str:
    """When it is, or that it is not any more, and what is enclosed."""
    facts = {"day": long_date(entry.start.day), "time": clock(entry.start.clock)}
    if entry.status is AppointmentStatus.CANCELLED:
        told = _("Your appointment on {day} at {time} will not take place.")
    else:
        told = _("Your appointment is on {day} at {time}.")
    lines = [told.format(**facts)]
    if with_letter:
        lines.append(_("You will find our letter enclosed."))
    return "\n\n".join(lines) + "\n"
