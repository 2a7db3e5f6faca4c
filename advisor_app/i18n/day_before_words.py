"""Reminders of the day before, in words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from advisor_app.domain.day_before import (
    DayBefore,
    NobodyReminded,
    NoReminder,
    Reminder,
    ReminderWay,
)
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.opening import Span
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, listed, long_date
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.today_words import place_label

_A_DAY = timedelta(days=1)


def reminder_lines(found: DayBefore) -> Iterator[str]:
    """The reminders of a day: until when, in which hours, then one line each."""
    yield until_sentence(found)
    if any(one.way is ReminderWay.CALL for one in found.reminders):
        yield call_hours_sentence(found.call_hours)
    for one in found.reminders:
        when = when_words(one, found.day)
        yield f"{one.appointment}  {when}  {joint_name(one.people)} · {place_words(one)}"
        yield f"    {way_sentence(one)}"


def reminders_to_give(count: int) -> str:
    """How many there are, as the day's subtitle says it."""
    return ngettext("{count} reminder to give", "{count} reminders to give", count).format(
        count=count
    )


def until_sentence(found: DayBefore) -> str:
    """How many there are, and how far they reach."""
    count = len(found.reminders)
    if not count:
        return _("Nobody is to be reminded of a meeting up to {day}.").format(
            day=long_date(found.until)
        )
    return ngettext(
        "{count} reminder to give, for meetings up to {day}.",
        "{count} reminders to give, for meetings up to {day}.",
        count,
    ).format(count=count, day=long_date(found.until))


def call_hours_sentence(spans: Sequence[Span]) -> str:
    """When calls are made, or that they are not."""
    if not spans:
        return _("No calls on this day: they are made from Monday to Friday, except on holidays.")
    hours = [
        _("from {start} to {end}").format(start=clock(one.start), end=clock(one.end))
        for one in spans
    ]
    return _("Calls: {hours}.").format(hours=listed(hours))


def way_sentence(one: Reminder) -> str:
    """What is to be done, or why nothing is."""
    if one.way is ReminderWay.CALL:
        words = _("Call {name} on {phone}").format(name=one.whom.name, phone=one.phone)
    elif one.way is ReminderWay.PRINT:
        words = _("Print a reminder for {name}").format(name=one.whom.name)
    else:
        return _("No reminder: neither calls nor letters were agreed to.")
    return words if one.agreed else _("{what} · not confirmed yet").format(what=words)


def when_words(one: Reminder, day: date) -> str:
    """Tomorrow, or the day, and the time."""
    time = clock(one.start.time())
    if one.start.date() - day == _A_DAY:
        return _("tomorrow at {time}").format(time=time)
    return _("{day} at {time}").format(day=long_date(one.start.date()), time=time)


def place_words(one: Reminder) -> str:
    """The room, or the place."""
    return one.room or place_label(one.place)


def reminded_words(name: str) -> str:
    """What is told when it is done."""
    return _("{name}: reminded of the meeting.").format(name=name)


def _no_reminder(error: NoReminder) -> str:
    return _(
        "Nobody is to be reminded of appointment {ref}: it is over, or no reminder was agreed to."
    ).format(ref=error.ref)


def _nobody_reminded(error: NobodyReminded) -> str:
    words = _("Nobody was reminded of appointment {ref}: there is nothing to take back.")
    return words.format(ref=error.ref)


DAY_BEFORE_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    NobodyReminded: _nobody_reminded,
    NoReminder: _no_reminder,
}
