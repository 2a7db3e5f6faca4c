"""Sentences about the advisor's calendar on a server."""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import Any

from advisor_app.domain import calendar_sync
from advisor_app.domain.calendar_sync import (
    CalendarStanding,
    SyncConflict,
    SyncReport,
    WhyUnreachable,
)
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.moments import Moment
from advisor_app.i18n import N_, _, ngettext
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.today_words import capitalised

UNREACHABLE = {
    WhyUnreachable.NO_ANSWER: N_("The calendar's server does not answer: try again later."),
    WhyUnreachable.CERTIFICATE: N_(
        "The server cannot prove who it is (its certificate is not trusted), so nothing was sent "
        "to it. Ask whoever looks after your computers."
    ),
    WhyUnreachable.ELSEWHERE: N_(
        "The server sends on to another server, to which your password is not given: connect "
        "that other address."
    ),
    WhyUnreachable.NO_CALENDAR: N_("There is no calendar at this address."),
}


def report_lines(report: SyncReport) -> Iterator[str]:
    """What a synchronisation did, what waits, and what is to choose."""
    if not report.reached:
        yield _(UNREACHABLE[WhyUnreachable.NO_ANSWER])
    else:
        changed = report.sent + report.removed
        yield ngettext(
            "{count} appointment was brought up to date in your calendar.",
            "{count} appointments were brought up to date in your calendar.",
            changed,
        ).format(count=changed)
    if report.waiting:
        yield _waiting(report.waiting)
    if report.conflicts:
        yield ngettext(
            "{count} appointment was changed in your calendar: choose which side holds.",
            "{count} appointments were changed in your calendar: choose which side holds.",
            report.conflicts,
        ).format(count=report.conflicts)


def conflict_lines(one: SyncConflict) -> Iterator[str]:
    """Both sides of an appointment, the one under the other."""
    yield _("Appointment {ref}").format(ref=one.mine.ref)
    if one.mine.status is AppointmentStatus.CANCELLED:
        yield "  " + _("Here: cancelled")
    else:
        yield "  " + _("Here: {time}").format(time=_span(one.mine.start, one.mine.end))
    if one.their_start is None or one.their_end is None:
        yield "  " + _("In your calendar: removed")
    else:
        yield "  " + _("In your calendar: {time}").format(
            time=_span(one.their_start, one.their_end)
        )


def here_words(one: SyncConflict) -> str:
    """How an appointment stands here."""
    if one.mine.status is AppointmentStatus.CANCELLED:
        return _("Cancelled")
    return capitalised(_span(one.mine.start, one.mine.end))


def there_words(one: SyncConflict) -> str:
    """How it stands in the calendar on the server."""
    if one.their_start is None or one.their_end is None:
        return _("Removed")
    return capitalised(_span(one.their_start, one.their_end))


def standing_words(standing: CalendarStanding, zone: tzinfo | None) -> str:
    """When the calendar was last read, told in a zone, and how much waits to be sent."""
    if standing.read_at is None:
        told = [_("Not synchronised yet.")]
    else:
        at = standing.read_at.astimezone(zone)
        words = _("Last synchronised on {day} at {time}.")
        told = [words.format(day=long_date(at.date()), time=clock(at.time()))]
    if standing.waiting:
        told.append(_waiting(standing.waiting))
    return " ".join(told)


def _waiting(count: int) -> str:
    return ngettext(
        "{count} appointment waits to be sent; nothing is lost.",
        "{count} appointments wait to be sent; nothing is lost.",
        count,
    ).format(count=count)


def _span(start: Moment, end: Moment) -> str:
    return _("{day} from {start} to {end}").format(
        day=long_date(start.day), start=clock(start.clock), end=clock(end.clock)
    )


def _unreachable(error: calendar_sync.CalendarUnreachable) -> str:
    return _(UNREACHABLE[error.why])


def _refused(error: calendar_sync.CalendarRefused) -> str:
    return _("The server refuses the account {account} or its password.").format(
        account=error.account
    )


def _not_https(error: calendar_sync.NotOverHttps) -> str:
    return _("The address {address} must begin with https://, so that nobody reads along.").format(
        address=error.address
    )


def _no_account(_error: calendar_sync.NoCalendarAccount) -> str:
    return _("No calendar is connected yet.")


def _no_password(_error: calendar_sync.NoCalendarPassword) -> str:
    return _("This computer keeps no password for the calendar: give it with --password-file.")


def _no_conflict(error: calendar_sync.NoSuchConflict) -> str:
    return _("Nothing is to choose about the appointment {ref}.").format(ref=error.ref)


def _since_sent(error: calendar_sync.ChoiceSinceSent) -> str:
    words = _("Your calendar follows the choice about {ref} already: move the appointment instead.")
    return words.format(ref=error.ref)


SYNC_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    calendar_sync.CalendarUnreachable: _unreachable,
    calendar_sync.CalendarRefused: _refused,
    calendar_sync.NotOverHttps: _not_https,
    calendar_sync.NoCalendarAccount: _no_account,
    calendar_sync.NoCalendarPassword: _no_password,
    calendar_sync.NoSuchConflict: _no_conflict,
    calendar_sync.ChoiceSinceSent: _since_sent,
}
