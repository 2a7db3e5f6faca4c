"""What the cover of a day pack warns of: promises, whom to greet, birthdays, what is missing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisor_app.domain.briefing import BriefedClient, Briefing
from advisor_app.domain.briefing_rules import has_met, protections, subject_of
from advisor_app.domain.codes import Kind, Party, Place
from advisor_app.domain.day_briefing import DayBriefing
from advisor_app.domain.months import age_on
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import day_and_month, listed
from advisor_app.reports.document_words import document_lines
from advisor_app.reports.people_words import full_name, joint_name
from advisor_app.reports.relation_words import catalogue_of
from advisor_app.reports.sheet_data import DocumentState

_OLD_AGE, _BIRTHDAY_DAYS = 75, 7


def day_alerts(day: DayBriefing) -> tuple[str, ...]:
    """Most important first; a line each. What a colleague's meeting lacks is the colleague's."""
    own = [one for one in day.meetings if one.visit is None or one.visit.host is None]
    return (
        *_promises(own, day.day),
        *_greeted(own, day.day),
        *(line for briefing in day.meetings for line in _birthdays(briefing, day.day)),
        *(line for briefing in own for line in _missing(briefing)),
    )


def _promises(meetings: Sequence[Briefing], day: date) -> Iterator[str]:
    """Promises to today's clients that are due, or past their day."""
    for briefing in meetings:
        for promise in briefing.promises:
            owed = promise.by is Party.BANK and promise.done_on is None
            if owed and promise.due is not None and promise.due <= day:
                late = promise.due < day
                words = (
                    _("{name}: promised and not done yet: {what}")
                    if late
                    else _("{name}: promised for today: {what}")
                )
                yield words.format(
                    name=joint_name(briefing.clients), what=promise.what.rstrip(". ")
                )


def _greeted(meetings: Sequence[Briefing], day: date) -> Iterator[str]:
    """Whom to wait for at the door: who comes for the first time, is old, or is protected."""
    names = [
        joint_name(briefing.clients)
        for briefing in meetings
        if briefing.visit is not None
        and briefing.visit.place is Place.BRANCH
        and _is_greeted(briefing, day)
    ]
    if names:
        yield _("To greet at the door: {names}").format(names=listed(names))


def _is_greeted(briefing: Briefing, day: date) -> bool:
    births = [client.birth_date for client in briefing.clients if client.birth_date]
    old = any(age_on(birth, day) >= _OLD_AGE for birth in births)
    return old or not has_met(briefing) or bool(protections(briefing))


def _birthdays(briefing: Briefing, day: date) -> Iterator[str]:
    """Birthdays of today's clients, today or within a week."""
    for client in briefing.clients:
        for ahead in range(_BIRTHDAY_DAYS + 1):
            later = day + timedelta(days=ahead)
            if _is_birthday(client, later):
                words = _("{name}: birthday on {day}") if ahead else _("{name}: birthday today")
                yield words.format(name=full_name(client), day=day_and_month(later))


def _is_birthday(client: BriefedClient, day: date) -> bool:
    birth = client.birth_date
    if birth is None or client.kind is Kind.COMPANY:
        return False
    return (birth.month, birth.day) == (day.month, day.day)


def _missing(briefing: Briefing) -> Iterator[str]:
    """The documents of the subject, none of which is known to be on file."""
    lines = document_lines(briefing, subject_of(briefing), catalogue_of(briefing))
    asked = [line.label for line in lines if line.state is DocumentState.TO_ASK]
    if asked:
        words = ngettext(
            "{name}: {count} document is not on file yet: {document}",
            "{name}: {count} documents are not on file yet, first of all: {document}",
            len(asked),
        )
        yield words.format(name=joint_name(briefing.clients), count=len(asked), document=asked[0])
