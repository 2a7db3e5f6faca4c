"""Appointments as an iCalendar file (RFC 5545), for any calendar program.

The subject says that there is an appointment, and no more: calendars are read over shoulders and
synchronised to places that the bank does not know.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import CLASS, Alarm, Calendar, Event, vCalAddress, vText

from advisor_app import __version__
from advisor_app.domain.calendar_entry import Addressee, CalendarEntry
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.moments import Moment
from advisor_app.i18n import pgettext

_STATUS = {
    AppointmentStatus.PROPOSED: "TENTATIVE",
    AppointmentStatus.MISSED: "CONFIRMED",
    AppointmentStatus.CANCELLED: "CANCELLED",
}


def calendar_file(entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """The entries as a calendar to add to one's own; `now` is aware.

    What is published names nobody (RFC 5546, 3.2.1); a calendar that does is a copy, no message.
    """
    every = tuple(entries)
    return _file(every, now, None if any(one.is_shared for one in every) else "PUBLISH")


def invitation_file(entry: CalendarEntry, now: datetime) -> bytes:
    """One appointment as an invitation, or as the taking back of it (RFC 5546)."""
    return _file([entry], now, method_of(entry))


def method_of(entry: CalendarEntry) -> str:
    """What an invitation asks of whoever gets it (RFC 5546, 1.4)."""
    if not entry.is_shared:
        return "PUBLISH"
    return "CANCEL" if _is_cancelled(entry) else "REQUEST"


def calendar_object(entry: CalendarEntry, now: datetime) -> bytes:
    """One appointment as it lies on a server: without method (RFC 4791, 4.1)."""
    return _file([entry], now, None)


def _file(entries: Iterable[CalendarEntry], now: datetime, method: str | None) -> bytes:
    calendar = Calendar.new(
        prodid=f"-//Tete-a-tete//advisor-app {__version__}//EN", method=method, subcomponents=[]
    )
    for entry in entries:
        calendar.add_component(_event(entry, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, now: datetime) -> Event:
    subject = pgettext("in a calendar", "Appointment")
    event = Event.new(
        uid=entry.uid,
        sequence=entry.sequence,
        stamp=now.astimezone(UTC),
        start=_aware(entry.start),
        end=_aware(entry.end),
        summary=subject,
        location=entry.location,
        classification=CLASS.PRIVATE,
        organizer=_organizer(entry),
        attendees=[*map(_asked, entry.invited), *map(_coming, entry.along)],
    )
    event.add("status", _STATUS.get(entry.status, "CONFIRMED"))
    event.add("transp", "TRANSPARENT" if _is_cancelled(entry) else "OPAQUE")
    if entry.remind_minutes and not _is_cancelled(entry):
        event.add_component(_alarm(entry.remind_minutes, subject))
    return event


def _is_cancelled(entry: CalendarEntry) -> bool:
    return entry.status is AppointmentStatus.CANCELLED


def _alarm(minutes: int, subject: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", subject)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _address(whom: Addressee) -> vCalAddress:
    address = vCalAddress(whom.uri)
    address.params["CN"] = vText(whom.name)
    return address


def _organizer(entry: CalendarEntry) -> vCalAddress | None:
    """Who asks; of what lies in a colleague's calendar a server is to tell nobody (RFC 6638, 7.1)."""
    if entry.organizer is None:
        return None
    address = _address(entry.organizer)
    if entry.along and not entry.invited:
        address.params["SCHEDULE-AGENT"] = vText("NONE")
    return address


def _asked(whom: Addressee) -> vCalAddress:
    address = _attendee(whom, "NEEDS-ACTION")
    address.params["RSVP"] = vText("TRUE")
    return address


def _coming(whom: Addressee) -> vCalAddress:
    return _attendee(whom, "ACCEPTED")


def _attendee(whom: Addressee, answer: str) -> vCalAddress:
    address = _address(whom)
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText(answer)
    return address


def _aware(moment: Moment) -> datetime:
    return moment.wall.replace(tzinfo=ZoneInfo(moment.zone), fold=moment.fold)
