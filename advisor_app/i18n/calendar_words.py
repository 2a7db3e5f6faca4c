"""Sentences about the advisor's own calendar."""

from collections.abc import Callable, Iterator
from typing import Any

from advisor_app.domain.busy_time import (
    BusyElsewhere,
    BusySource,
    CalendarKept,
    CorrectedSince,
    FoundMeeting,
    NoSuchBusySource,
    NoSuchFoundMeeting,
    UnreadableCalendar,
    WhyNotRead,
)
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import N_, _, ngettext
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.today_words import capitalised

NOT_READ = {
    WhyNotRead.MISSING: N_("There is no file or folder {file}."),
    WhyNotRead.NO_PERMISSION: N_("{file} may not be read by you."),
    WhyNotRead.NOTHING_TO_READ: N_("The folder {file} holds no calendar, such as calendar.ics."),
    WhyNotRead.TOO_MANY_FILES: N_(
        "The folder {file} holds more than {limit} calendars: choose a smaller folder."
    ),
    WhyNotRead.TOO_LARGE: N_(
        "The calendar {file} is larger than {limit} MB: export a shorter period."
    ),
    WhyNotRead.NOT_A_CALENDAR: N_("{file} is not a calendar that can be read."),
    WhyNotRead.TOO_MANY_EVENTS: N_(
        "The calendar {file} holds more than {limit} entries: export a shorter period."
    ),
    WhyNotRead.TOO_MANY_TIMES: N_(
        "The entries of the calendar {file} repeat more than {limit} times: export a shorter "
        "period."
    ),
    WhyNotRead.TOO_SLOW: N_(
        "The calendar {file} takes too long to read: one of its entries repeats in a way that "
        "does not end."
    ),
    WhyNotRead.TOO_MUCH_MEMORY: N_("The calendar {file} takes too much memory to read."),
}


def kept_lines(kept: CalendarKept) -> Iterator[str]:
    """What was read of a calendar, what was not, and what waits for an answer."""
    yield ngettext(
        "{name}: {count} entry was read; when you are busy is kept, not why.",
        "{name}: {count} entries were read; when you are busy is kept, not why.",
        kept.events,
    ).format(name=kept.name, count=kept.events)
    if kept.left_out:
        yield ngettext(
            "{count} entry makes no sense and was left out: check it in your calendar.",
            "{count} entries make no sense and were left out: check them in your calendar.",
            kept.left_out,
        ).format(count=kept.left_out)
    for refused in kept.refused:
        yield not_read_sentence(refused)
    if kept.meetings:
        yield waiting_sentence(len(kept.meetings))


def waiting_sentence(count: int) -> str:
    """How many past meetings wait for the advisor's word."""
    return ngettext(
        "{count} past meeting with a client was found; say whether it took place.",
        "{count} past meetings with clients were found; say of each whether it took place.",
        count,
    ).format(count=count)


def found_line(found: FoundMeeting) -> str:
    """A past meeting with a client that waits for an answer."""
    return ngettext(
        "{ref}: {day} at {time}, {minutes} minute, with {client}",
        "{ref}: {day} at {time}, {minutes} minutes, with {client}",
        found.minutes,
    ).format(
        ref=found.ref,
        day=long_date(found.start.day),
        time=clock(found.start.clock),
        minutes=found.minutes,
        client=found.client_name,
    )


def source_line(source: BusySource) -> str:
    """A calendar that was read."""
    return ngettext(
        "{name}: read on {day}, busy {count} time from now on",
        "{name}: read on {day}, busy {count} times from now on",
        source.to_come,
    ).format(name=source.name, day=long_date(source.read_at.date()), count=source.to_come)


def source_words(source: BusySource) -> str:
    """When a calendar was read, and how often its owner is busy from now on."""
    return ngettext(
        "Read on {day}; busy {count} time from now on",
        "Read on {day}; busy {count} times from now on",
        source.to_come,
    ).format(day=long_date(source.read_at.date()), count=source.to_come)


def found_time(found: FoundMeeting) -> str:
    """When a past meeting that waits for an answer stands in the calendar."""
    return ngettext(
        "{day} at {time}, {minutes} minute",
        "{day} at {time}, {minutes} minutes",
        found.minutes,
    ).format(
        day=capitalised(long_date(found.start.day)),
        time=clock(found.start.clock),
        minutes=found.minutes,
    )


def not_read_sentence(error: UnreadableCalendar) -> str:
    """Why a file was not read."""
    return _(NOT_READ[error.why]).format(file=error.file, **error.facts)


def _unreadable(error: UnreadableCalendar) -> str:
    return not_read_sentence(error) + " " + _("Nothing was changed.")


def _busy(error: BusyElsewhere) -> str:
    facts = {"name": error.name, "start": clock(error.start.clock), "end": clock(error.end.clock)}
    first, last = long_date(error.start.day), long_date(error.end.day)
    if error.start.day != error.end.day:
        told = (
            _("You are busy in your own calendar from {first}, {start}, until {last}, {end}.")
            if error.own
            else _("{name} is busy in the own calendar from {first}, {start}, until {last}, {end}.")
        )
        sentence = told.format(first=first, last=last, **facts)
    else:
        told = (
            _("{day} from {start} to {end}: busy in your own calendar.")
            if error.own
            else _("{day} from {start} to {end}: {name} is busy in the own calendar.")
        )
        sentence = told.format(day=capitalised(first), **facts)
    return sentence + " " + _("Choose another time.")


def _no_such_source(error: NoSuchBusySource) -> str:
    return _("No calendar was read under the name {name}.").format(name=error.name)


def _no_such_meeting(error: NoSuchFoundMeeting) -> str:
    return _("No past meeting with the reference {ref} waits for an answer.").format(ref=error.ref)


def _corrected(error: CorrectedSince) -> str:
    return _("The contact {ref} was corrected since, so it stays.").format(ref=error.ref)


CALENDAR_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    UnreadableCalendar: _unreadable,
    BusyElsewhere: _busy,
    NoSuchBusySource: _no_such_source,
    NoSuchFoundMeeting: _no_such_meeting,
    CorrectedSince: _corrected,
}
