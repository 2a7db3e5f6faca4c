"""The thread of the relation that a briefing tells."""

from collections.abc import Iterator
from datetime import date

from advisor_app.domain.briefing import Briefing, PastContact, ServedPeriod
from advisor_app.domain.briefing_rules import counts_as_meeting, shown_projects, subject_of
from advisor_app.domain.codes import Announced, Introduction
from advisor_app.domain.contact_kinds import is_talk
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadAppointment,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
)


def thread_of(briefing: Briefing) -> ThreadData:
    """The relation of the clients met, as one; advisors are those of the first client."""
    periods = tuple(_periods(briefing))
    marks = tuple(_marks(briefing.contacts))
    known = [
        *(client.since for client in briefing.clients if client.since),
        *(period.from_day for period in periods),
        *(mark.day for mark in marks),
        *(month.first_day for month in briefing.months),
    ]
    visit = briefing.visit
    return ThreadData(
        from_day=min([day for day in known if day <= briefing.today], default=briefing.today),
        today=briefing.today,
        periods=periods,
        marks=marks,
        months=tuple(ThreadMonth(month.first_day, month.count) for month in briefing.months),
        projects=tuple(sorted(_projects(briefing), key=lambda one: one.when.first_day)),
        appointment=ThreadAppointment(visit.start) if visit else None,
    )


def _periods(briefing: Briefing) -> Iterator[ThreadPeriod]:
    first = briefing.clients[0].key
    met = {
        key
        for contact in briefing.contacts
        if counts_as_meeting(contact)
        for key, _name in contact.advisors
    }
    for period in briefing.periods:
        if period.client == first:
            yield ThreadPeriod(
                advisor=period.name,
                from_day=period.from_day,
                until_day=period.until_day,
                is_reader=period.advisor == briefing.advisor.key,
                introduction=_introduction(period, met),
            )


def _introduction(period: ServedPeriod, met: set[Key]) -> Introduction:
    if period.advisor in met:
        return Introduction.ACQUAINTED
    if period.announced in (None, Announced.NONE):
        return Introduction.UNANNOUNCED
    return Introduction.ANNOUNCED


def _marks(contacts: tuple[PastContact, ...]) -> Iterator[ThreadMark]:
    seen: set[tuple[date, MarkKind]] = set()
    for contact in contacts:
        kind = _kind(contact)
        if kind is not None and (contact.day, kind) not in seen:
            seen.add((contact.day, kind))
            yield ThreadMark(contact.day, kind, contact.subject)


def _kind(contact: PastContact) -> MarkKind | None:
    if counts_as_meeting(contact):
        return MarkKind.MEETING
    if is_talk(contact.channel, contact.nature, contact.minutes):
        return MarkKind.TALK
    return None


def _projects(briefing: Briefing) -> Iterator[ThreadProject]:
    for project in shown_projects(briefing, subject_of(briefing)):
        when = project.target or _day(project.noted_on)
        if when is not None:
            yield ThreadProject(project.code, project.status, when)


def _day(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate(day.year, day.month, day.day)
