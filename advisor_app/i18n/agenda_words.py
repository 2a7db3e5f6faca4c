"""What the agenda says: of its cells, its meetings, the time kept around them, and what depends."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from advisor_app.domain.agenda import (
    DayPlan,
    Depends,
    KeptTime,
    PlannedMeeting,
    Stretch,
    WeekPlan,
    WhyKept,
)
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.moments import Moment
from advisor_app.domain.opening import Closed, WhyClosed
from advisor_app.domain.papers import PaperKind
from advisor_app.i18n import _, language, ngettext, pgettext
from advisor_app.i18n.company_words import joined_words
from advisor_app.i18n.formats import (
    NO_BREAK_SPACE,
    clock,
    day_and_month,
    hour,
    long_date,
    plain_date,
    short_clock,
)
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.today_words import capitalised, where

_FROM_AFAR = frozenset({Place.PHONE, Place.VIDEO})
# A last moment of a day has no name of its own on a clock.
_LAST_MINUTE = 24 * 60 - 1


def week_title(plan: WeekPlan) -> str:
    """As in "20 to 25 April 2026", or the one day."""
    if plan.first == plan.last:
        return capitalised(long_date(plan.first))
    if (plan.first.year, plan.first.month) == (plan.last.year, plan.last.month):
        words = pgettext("days of one month", "{first} to {last}")
        return words.format(first=plan.first.day, last=plain_date(plan.last))
    first = plain_date(plan.first) if plan.first.year != plan.last.year else None
    words = pgettext("days of two months", "{first} to {last}")
    return words.format(first=first or day_and_month(plan.first), last=plain_date(plan.last))


def clock_of(minute: int) -> str:
    """A minute of the day as a clock says it."""
    return clock(_time(minute))


def short_clock_of(minute: int) -> str:
    """The same, for columns of times."""
    return short_clock(_time(minute))


def hour_of(minute: int) -> str:
    """A whole hour, beside its line."""
    return hour(_time(minute))


def span_words(when: Stretch) -> str:
    """From when until when."""
    return _("{start} to {end}").format(start=clock_of(when.start), end=clock_of(when.end))


def meeting_title(one: PlannedMeeting) -> str:
    """Who comes, or who is called."""
    name = joint_name(one.visit.people)
    if one.visit.place is Place.PHONE:
        return _("Call: {name}").format(name=name)
    if one.visit.place is Place.VIDEO:
        return _("Video: {name}").format(name=name)
    return name


def meeting_about(one: PlannedMeeting, names: Mapping[str, str]) -> str:
    """Subject and place, or what is to be done about it."""
    return " · ".join(about_parts(one, names))


def about_parts(one: PlannedMeeting, names: Mapping[str, str]) -> list[str]:
    """The same, part by part, the most telling first."""
    if one.owes_outcome:
        return [_("Outcome to enter")]
    visit = one.visit
    parts = [joined_words(visit.host) if visit.host else "", names.get(visit.subject or "", "")]
    if visit.place not in _FROM_AFAR:
        # A room and its number stay together on a line.
        room = visit.room.replace(" ", NO_BREAK_SPACE) if visit.room else ""
        parts.append(room or where(visit))
    if visit.colleague is not None:
        parts.append(_("with {colleague}").format(colleague=visit.colleague))
    if visit.status is not AppointmentStatus.HELD and (state := state_words(one)):
        parts.append(state)
    elif visit.first_meeting and one.to_come:
        parts.append(_("first meeting"))
    return [part for part in parts if part]


def state_words(one: PlannedMeeting) -> str:
    """What became of it, where that is not plain; until when a proposal holds."""
    if one.visit.status is AppointmentStatus.PROPOSED:
        return held_words(one.held_until)
    return {
        AppointmentStatus.MISSED: _("did not take place"),
        AppointmentStatus.HELD: _("took place"),
    }.get(one.visit.status, "")


def held_words(until: Moment | None) -> str:
    """Until when a proposal holds its time."""
    if until is None:
        return _("proposed")
    return _("proposed, held until {day}, {time}").format(
        day=day_and_month(until.day), time=clock(until.clock)
    )


def meeting_sentence(one: PlannedMeeting, names: Mapping[str, str]) -> str:
    """All of a meeting on one line, as a screen reader says it."""
    parts = [span_words(one.when), meeting_title(one), meeting_about(one, names)]
    if one.owes_outcome:
        parts.append(where(one.visit))
    if one.visit.status is AppointmentStatus.HELD:
        parts.append(state_words(one))
    return ", ".join(part for part in parts if part)


def kept_words(one: KeptTime) -> str:
    """What time around a meeting is kept for."""
    return {
        WhyKept.PREPARATION: pgettext("time kept", "Prepare"),
        WhyKept.TRAVEL: pgettext("time kept", "Travel"),
        WhyKept.WRAP_UP: pgettext("time kept", "Meeting note"),
    }[one.why]


def closed_label(closed: Closed) -> str:
    """Why a day is closed, in a word or two."""
    if closed.holiday is not None:
        return closed.holiday.in_language(language())
    away = closed.why is WhyClosed.ADVISOR_AWAY
    label = closed.reason or (_("Away") if away else pgettext("branch", "Closed"))
    if closed.substitute is None:
        return label
    return _("{reason}, {substitute} stands in").format(reason=label, substitute=closed.substitute)


def day_words(day: DayPlan) -> str:
    """A day, and why it is closed."""
    said = capitalised(long_date(day.day))
    if day.closed is None:
        return said
    return _("{day}: {why}").format(day=said, why=closed_label(day.closed))


def cell_words(
    day: DayPlan,
    cell: Stretch,
    names: Mapping[str, str],
    offered: Sequence[str] = (),
    *,
    discreet: bool = False,
) -> str:
    """What half an hour holds, and what it is offered for; `discreet` does not say who comes."""
    when = _("{day}, {time}").format(day=capitalised(long_date(day.day)), time=clock_of(cell.start))
    held = _("Taken") if discreet and day.at(cell) else _held_in(day, cell, names)
    return _("{when}: {what}").format(when=when, what=", ".join((held, *offered)))


def _held_in(day: DayPlan, cell: Stretch, names: Mapping[str, str]) -> str:
    meetings = [meeting_sentence(one, names) for one in day.at(cell)]
    if meetings:
        return "; ".join(meetings)
    if any(one.overlaps(cell) for one in day.busy):
        return _("busy")
    kept = [kept_words(one) for one in day.kept if one.when.overlaps(cell)]
    if kept:
        return ", ".join(dict.fromkeys(kept))
    if day.closed is not None:
        return closed_label(day.closed)
    return pgettext("half an hour", "free") if day.is_open(cell.start) else _("outside your hours")


def depends_lines(depends: Depends) -> list[str]:
    """What was made for the old time, a line each, and what to do about it."""
    lines = [_PAPERS[kind]() for kind in depends.papers if kind in _PAPERS]
    if depends.invited:
        lines.append(_("The invitation was made: make it again, and send it again."))
    return lines


_PAPERS = {
    PaperKind.SHEET: lambda: _("The sheet is printed: shred it, and print it again."),
    PaperKind.DAY_PACK: lambda: _("The day pack is printed: both days need theirs again."),
    PaperKind.APPOINTMENT: lambda: _(
        "The letter that names the time is printed: it must be written again."
    ),
    PaperKind.PROPOSAL: lambda: _(
        "The letter that proposes the time is printed: it must be written again."
    ),
    PaperKind.INTRODUCTION: lambda: _(
        "The letter of introduction is printed: check whether it names the time."
    ),
    PaperKind.HANDOVER: lambda: _(
        "The handover sheet is printed: check whether it names the time."
    ),
}


def moved_words(name: str, start: datetime) -> str:
    """Where a meeting was moved to."""
    return _("{name}: moved to {day} at {time}.").format(
        name=name, day=long_date(start.date()), time=clock(start.time())
    )


def lifted_words(name: str, day: date, when: Stretch) -> str:
    """Where the keyboard holds a meeting, before it is put down."""
    return _("{name}: {day}, {span}. Enter puts it there, Escape leaves it where it was.").format(
        name=name, day=long_date(day), span=span_words(when)
    )


def month_day_words(day: date, count: int, closed: str = "") -> str:
    """A day of the small calendar, how full it is, and why it is closed."""
    said = capitalised(long_date(day))
    if closed:
        said = _("{day}: {why}").format(day=said, why=closed)
    if not count:
        return said
    words = ngettext("{day}: {count} appointment", "{day}: {count} appointments", count)
    return words.format(day=said, count=count)


def _time(minute: int) -> time:
    return time(*divmod(min(minute, _LAST_MINUTE), 60))


def length_words(minutes: int) -> str:
    """As in "45 min", "1 h", "1 h 30"; it stays on one line."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        words = _("{count} min").format(count=minutes)
    else:
        said = _("{hours} h {minutes}") if rest else _("{hours} h")
        words = said.format(hours=hours, minutes=f"{rest:02}")
    return words.replace(" ", NO_BREAK_SPACE)


def collision_words(day: DayPlan, when: Stretch) -> str:
    """What a wished time runs into on its day; empty where nothing lies there."""
    others = [one for one in day.at(when) if one.visit.status is not AppointmentStatus.MISSED]
    if others:
        return _("Taken from {span}: {name}.").format(
            span=span_words(others[0].when), name=meeting_title(others[0])
        )
    if day.closed is not None:
        return _("Closed that day: {why}.").format(why=closed_label(day.closed))
    if any(one.overlaps(when) for one in day.busy):
        return _("Another calendar says that you are busy then.")
    if not (day.is_open(when.start) and day.is_open(when.end - 1)):
        return _("Outside your hours.")
    return ""


def kept_sentence(kept: Sequence[KeptTime]) -> str:
    """What a wished time keeps free for the advisor."""
    before = sum(one.when.end - one.when.start for one in kept[: len(kept) // 2])
    after = sum(one.when.end - one.when.start for one in kept[len(kept) // 2 :])
    return _("{before} min kept before it and {after} min after it, for you.").format(
        before=before, after=after
    )
