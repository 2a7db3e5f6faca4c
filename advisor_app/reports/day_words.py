"""A day's briefing becomes the day pack's words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta

from advisor_app.domain.briefing import BookedVisit, Briefing
from advisor_app.domain.briefing_rules import has_met, subject_of
from advisor_app.domain.codes import Language, Party, Place
from advisor_app.domain.day_briefing import DayBriefing, DayCall, Task
from advisor_app.domain.discreet_briefing import discreet_day
from advisor_app.domain.free_spans import free_spans
from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.domain.suggestions.calls import CALL_HOURS
from advisor_app.i18n import _, language, speaking
from advisor_app.i18n.company_words import joined_words
from advisor_app.i18n.formats import clock, listed, long_date, plain_date
from advisor_app.i18n.today_words import place_label
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.banner_words import place_words
from advisor_app.reports.covered_words import amounts_covered, currencies_of
from advisor_app.reports.day_alerts import day_alerts
from advisor_app.reports.daypack_data import DayPackData, OutsideVisit, PackMeeting
from advisor_app.reports.document_words import document_lines
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.people_words import full_name, joint_name, short_name
from advisor_app.reports.relation_words import project_label
from advisor_app.reports.sheet_data import DocumentState, Printing, SheetData

# Usual travel each way, where the way is not known (`domain/meeting_types.csv`).
_TRAVEL = {Place.HOME: 30, Place.WORKPLACE: 25}
_DEFAULT_DAY = (time(9), time(18))


def gather_day(
    day: DayBriefing, printing: Printing, chosen: Language, choices: SheetChoices = EVERYTHING
) -> DayPackData:
    """Everything that the day pack says; what is hidden is so on its own pages, too."""
    with speaking(chosen):
        data = _day(discreet_day(day, choices), printing, choices)
        if not choices.hide_amounts:
            return data
        currencies = {one for briefing in day.meetings for one in currencies_of(briefing)}
        return amounts_covered(data, tuple(sorted(currencies)))


def _day(day: DayBriefing, printing: Printing, choices: SheetChoices) -> DayPackData:
    return DayPackData(
        language=language(),
        reference=day.code,
        printing=printing,
        advisor=day.advisor.name,
        branch=day.branch.name if day.branch else "",
        day=day.day,
        hours=(day.hours[0][0], day.hours[-1][1]) if day.hours else _DEFAULT_DAY,
        pauses=tuple(
            (end, start)
            for (_start, end), (start, _end) in zip(day.hours, day.hours[1:], strict=False)
        ),
        meetings=tuple(_meeting(briefing, printing, choices) for briefing in day.meetings),
        free=_free(day),
        alerts=day_alerts(day),
        outside=tuple(one for briefing in day.meetings for one in _outside(briefing)),
        follow_ups=tuple(_task(task) for task in day.tasks),
        calls=tuple(_call(call) for call in day.calls),
        call_hours=_call_hours(),
        next_day=long_date(day.next_day.day) if day.next_day else "",
        next_meetings=tuple(_next_meetings(day)),
    )


def _meeting(briefing: Briefing, printing: Printing, choices: SheetChoices) -> PackMeeting:
    visit = briefing.visit
    if visit is None:
        raise ValueError("a day holds booked meetings only")
    return PackMeeting(
        start=visit.start,
        end=visit.end,
        who=joint_name(briefing.clients),
        short_name=short_name(briefing.clients),
        purpose=project_label(subject_of(briefing).code, life_projects()),
        where=place_words(visit, briefing),
        bring=_to_bring(briefing),
        sheet=_sheet(briefing, printing, choices),
        first_meeting=visit.host is None and not has_met(briefing),
        outside=visit.place in _TRAVEL,
        travel_minutes=_TRAVEL.get(visit.place, 0),
        room=visit.room or "",
        host=visit.host or "",
    )


def _sheet(briefing: Briefing, printing: Printing, choices: SheetChoices) -> SheetData:
    """The sheet of a briefing in which nothing stands that is hidden, but for its figures."""
    return gather_sheet(briefing, printing, language(), replace(choices, initials=False))


def _to_bring(briefing: Briefing) -> str:
    """What the advisor prepares; of a colleague's meeting whose it is, and the way there."""
    if briefing.visit is not None and briefing.visit.host is not None:
        return listed([joined_words(briefing.visit.host), *_way_there(briefing.visit)])
    return listed(_to_prepare(briefing)) or _to_ask(briefing)


def _way_there(visit: BookedVisit) -> Iterator[str]:
    if visit.place in _TRAVEL:
        leave = visit.start - timedelta(minutes=_TRAVEL[visit.place])
        yield _("leave at {time}").format(time=clock(leave.time()))


def _to_prepare(briefing: Briefing) -> Iterator[str]:
    """When to leave, what was promised, what makes them feel known."""
    if briefing.visit is not None:
        yield from _way_there(briefing.visit)
    for promise in briefing.promises:
        if promise.by is Party.BANK and promise.done_on is None:
            yield promise.what.rstrip(". ")
            break
    for recollection in briefing.recollections[:1]:
        yield recollection.text.rstrip(". ")


def _to_ask(briefing: Briefing) -> str:
    """The first documents that the client should bring, where there is nothing else to think of."""
    lines = document_lines(briefing, subject_of(briefing), life_projects())
    asked = [line.label for line in lines if line.state is DocumentState.TO_ASK]
    return _("ask for: {documents}").format(documents=listed(asked[:2])) if asked else ""


def _free(day: DayBriefing) -> str:
    """The half hours and more that nothing takes, as in "9:00 to 10:30, 15:00 to 18:00"."""
    busy = [
        (
            briefing.visit.start.replace(tzinfo=None) - _way(briefing.visit),
            briefing.visit.end.replace(tzinfo=None) + _way(briefing.visit),
        )
        for briefing in day.meetings
        if briefing.visit
    ]
    words = _("{start} to {end}")
    return listed(
        [
            words.format(start=clock(start.time()), end=clock(end.time()))
            for start, end in free_spans(day.day, day.hours, busy)
        ]
    )


def _way(visit: BookedVisit) -> timedelta:
    return timedelta(minutes=_TRAVEL.get(visit.place, 0))


def _outside(briefing: Briefing) -> Iterator[OutsideVisit]:
    """The visit, if it is outside the branch, with the number to call and when to leave."""
    visit = briefing.visit
    if visit is None or visit.place not in _TRAVEL:
        return
    what = [clock(visit.start.time()), joint_name(briefing.clients), place_words(visit, briefing)]
    leave = clock((visit.start - _way(visit)).time())
    minutes = _TRAVEL[visit.place]
    way = [
        _("leave at {time}").format(time=leave),
        _("{minutes} min on the way, each way").format(minutes=minutes),
    ]
    phones = [client.phone for client in briefing.clients if client.phone]
    if phones:
        way.append(_("phone {number}").format(number=phones[0]))
    yield OutsideVisit(" · ".join(what), " · ".join(way))


def _task(task: Task) -> str:
    facts = {"name": joint_name(task.clients), "day": plain_date(task.due)}
    if task.what is None:
        return _("{name}: follow-up note, before {day}").format(**facts)
    return _("{name}: {what}, for {day}").format(**facts, what=task.what.rstrip(". "))


def _call(call: DayCall) -> str:
    name, phone = full_name(call.client), call.client.phone
    if phone:
        return _("{name}, {phone}: {reason}").format(name=name, phone=phone, reason=call.reason)
    return _("{name}: {reason}").format(name=name, reason=call.reason)


def _call_hours() -> str:
    (first, noon), (afternoon, evening) = CALL_HOURS
    words = _("from {first} to {noon} and from {afternoon} to {evening}")
    return words.format(
        first=clock(first),
        noon=clock(noon),
        afternoon=clock(afternoon),
        evening=clock(evening),
    )


def _next_meetings(day: DayBriefing) -> Iterator[str]:
    if day.next_day is None:
        return
    if not day.next_day.visits:
        yield _("no appointment yet")
    for visit, clients in day.next_day.visits:
        where = visit.room or place_label(visit.place)
        joined = [joined_words(visit.host)] if visit.host else []
        yield " · ".join([clock(visit.start.time()), joint_name(clients), where, *joined])
