"""Hours, capacity, days away and rooms in words, and why some are refused."""

from collections.abc import Callable
from typing import Any

from babel.dates import get_day_names

from advisor_app.domain import working_plan as refusals
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.opening import DatedHours, Span, Week
from advisor_app.domain.working_plan import Absence, AbsenceDraft, DayLoad, RoomDraft, WeekLoad
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import listed, locale, long_date, number, plain_date, short_clock
from advisor_app.i18n.today_words import capitalised


def weekday_word(weekday: int) -> str:
    """A weekday's name, Monday is 1, with a capital letter."""
    name: str = get_day_names("wide", context="stand-alone", locale=locale())[weekday - 1]
    return name[:1].upper() + name[1:]


def spans_line(spans: tuple[Span, ...]) -> str:
    """As in "09:00 to 12:30; 14:00 to 18:00", or that nobody receives."""
    if not spans:
        return _("No meetings")
    return listed(
        _("{start} to {end}").format(start=short_clock(one.start), end=short_clock(one.end))
        for one in spans
    )


def hours_a_week(week: Week) -> str:
    """How many hours the week has."""
    minutes = sum(
        (one.end.hour - one.start.hour) * 60 + one.end.minute - one.start.minute
        for spans in week.values()
        for one in spans
    )
    hours = minutes // 60
    words = ngettext("{count} hour a week", "{count} hours a week", hours)
    return words.format(count=number(hours))


def meetings_a_week(count: int) -> str:
    """A capacity."""
    return ngettext("{count} meeting a week", "{count} meetings a week", count).format(
        count=number(count)
    )


def full_week_sentence(load: WeekLoad) -> str:
    """A week that holds more than its advisor can hold well."""
    words = _(
        "The week of {day} now holds {meetings} appointments, and {capacity} can be held well."
    )
    return words.format(
        day=long_date(load.day), meetings=number(load.meetings), capacity=number(load.capacity or 0)
    )


def full_day_sentence(load: DayLoad) -> str:
    """A day that holds more than its advisor can hold well."""
    words = _("{day} now holds {meetings} appointments, and {most} can be held well.")
    return words.format(
        day=capitalised(long_date(load.day)),
        meetings=number(load.meetings),
        most=number(load.most),
    )


def full_sentences(day: DayLoad, week: WeekLoad) -> list[str]:
    """What is too full, a sentence each; none where all can be held well."""
    return [
        *([full_day_sentence(day)] if day.is_too_full else []),
        *([full_week_sentence(week)] if week.is_too_full else []),
    ]


def would_be_full(day: DayLoad, week: WeekLoad) -> str:
    """What one more meeting makes too full, said before it is booked; empty where nothing is."""
    told = []
    if day.is_too_full:
        words = _("That makes {meetings} appointments that day, and {most} can be held well.")
        told.append(words.format(meetings=number(day.meetings), most=number(day.most)))
    if week.is_too_full:
        words = _("That makes {meetings} appointments that week, and {most} can be held well.")
        told.append(words.format(meetings=number(week.meetings), most=number(week.capacity or 0)))
    return " ".join(told)


def suggestions_a_day(count: int) -> str:
    """How long the day's list is."""
    return ngettext("{count} a day", "{count} a day", count).format(count=number(count))


def drawn_places(percent: int) -> str:
    """How many places of the day's list are drawn."""
    if not percent:
        return _("None")
    return _("One in {count}").format(count=number(100 // percent))


def absence_title(draft: AbsenceDraft) -> str:
    """From when until when."""
    if draft.from_day == draft.until_day:
        return long_date(draft.from_day)
    return _("{first} to {last}").format(
        first=plain_date(draft.from_day), last=plain_date(draft.until_day)
    )


def absence_line(one: Absence) -> str:
    """Whose days away they are, what was written about them, and who stands in."""
    whose = _("The whole branch is closed") if one.draft.of_branch else _("You are away")
    reason = one.draft.reason
    said = _("{whose}: {reason}").format(whose=whose, reason=reason) if reason else whose
    if not one.stands_in:
        return said
    return _("{reason}, {substitute} stands in").format(reason=said, substitute=one.stands_in)


def dated_title(one: DatedHours) -> str:
    """From when until when other hours hold."""
    return absence_title(AbsenceDraft(one.from_day, one.until_day))


def dated_line(one: DatedHours) -> str:
    """Whose other hours they are, and which."""
    whose = _("Your hours") if one.of_advisor else _("The whole branch's hours")
    return _("{whose}: {hours}").format(whose=whose, hours=spans_line(one.spans))


def absence_added(appointments: int) -> str:
    """What is to be seen to after days away were added."""
    if not appointments:
        return _("The days are closed for booking.")
    words = ngettext(
        "The days are closed for booking. {count} appointment stands on them: move it.",
        "The days are closed for booking. {count} appointments stand on them: move them.",
        appointments,
    )
    return words.format(count=number(appointments))


def room_line(draft: RoomDraft) -> str:
    """Seats and access."""
    parts = []
    if draft.seats is not None:
        seats = ngettext("{count} seat", "{count} seats", draft.seats)
        parts.append(seats.format(count=number(draft.seats)))
    parts.append(_("without steps") if draft.step_free else _("with steps"))
    return listed(parts)


def _without_length(error: refusals.SpanWithoutLength) -> str:
    return _("{day}: the hours end before they begin.").format(day=weekday_word(error.weekday))


def _overlap(error: refusals.SpansOverlap) -> str:
    return _("{day}: two of the hours overlap.").format(day=weekday_word(error.weekday))


def _sundays(_error: refusals.ClosedOnSundays) -> str:
    return _("There are no hours on Sundays.")


def _too_many(error: refusals.TooManySpans) -> str:
    return _("{day}: the day is cut into too many parts.").format(day=weekday_word(error.weekday))


def _capacity(error: refusals.CapacityOutOfRange) -> str:
    return _("Give from 1 to {most} meetings a week.").format(most=number(error.most))


def _backwards(_error: refusals.AbsenceBackwards) -> str:
    return _("The last day lies before the first.")


def _too_long(_error: refusals.AbsenceTooLong) -> str:
    return _("Give at most a year at once.")


def _words_too_long(error: refusals.WordsTooLong) -> str:
    return _("Write at most {most} characters.").format(most=number(error.most))


def _room_name(_error: refusals.RoomNeedsName) -> str:
    return _("Give the room a name.")


def _room_taken(error: refusals.RoomNameTaken) -> str:
    return _("Another room is called {name} already.").format(name=error.name)


def _seats(error: refusals.SeatsOutOfRange) -> str:
    return _("Give from 1 to {most} seats.").format(most=number(error.most))


def _room_used(error: refusals.RoomInUse) -> str:
    words = ngettext(
        "{count} appointment names this room, so it stays. It can be renamed.",
        "{count} appointments name this room, so it stays. It can be renamed.",
        error.appointments,
    )
    return words.format(count=number(error.appointments))


def _no_branch(_error: refusals.NoBranchYet) -> str:
    return _("This advisor belongs to no branch yet, so there are no rooms.")


def _no_absence(_error: refusals.NoSuchAbsence) -> str:
    return _("These days were removed already.")


def _oneself(_error: refusals.StandsInForOneself) -> str:
    return _("Whoever is away cannot stand in. Choose a colleague.")


def _substitute_away(error: refusals.SubstituteAway) -> str:
    words = _("{name} is away on some of these days too. Choose another colleague.")
    return words.format(name=error.name)


def _opening(error: refusals.UnknownOpening) -> str:
    return _("There are no usual hours named {code}.").format(code=error.code)


# From each refusal to the function that words it.
PLAN_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    refusals.SpanWithoutLength: _without_length,
    refusals.SpansOverlap: _overlap,
    refusals.ClosedOnSundays: _sundays,
    refusals.TooManySpans: _too_many,
    refusals.CapacityOutOfRange: _capacity,
    refusals.AbsenceBackwards: _backwards,
    refusals.AbsenceTooLong: _too_long,
    refusals.WordsTooLong: _words_too_long,
    refusals.RoomNeedsName: _room_name,
    refusals.RoomNameTaken: _room_taken,
    refusals.SeatsOutOfRange: _seats,
    refusals.RoomInUse: _room_used,
    refusals.NoBranchYet: _no_branch,
    refusals.NoSuchAbsence: _no_absence,
    refusals.UnknownOpening: _opening,
    refusals.StandsInForOneself: _oneself,
    refusals.SubstituteAway: _substitute_away,
}
