"""What happened since the last time: contacts, promises, complaints, what was heard."""

from collections.abc import Iterator
from datetime import date

from advisor_app.domain.briefing import Briefing, PastContact, Promise
from advisor_app.domain.briefing_rules import (
    BriefingSubject,
    complaints,
    last_meeting,
    other_projects,
)
from advisor_app.domain.codes import Nature, Party
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date
from advisor_app.reports.relation_words import Catalogue, channel_words, project_label
from advisor_app.reports.sheet_data import Theme

_CONTACTS, _PROMISES, _LINES = 3, 2, 6


def since_last_time(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> Theme | None:
    """The last contacts with their subjects, promises and complaints with their state, life events.

    At most six lines (`briefing_sheet.toml`).
    """
    contacts = [one for one in briefing.contacts if one.nature is not Nature.OPERATION]
    told = list(dict.fromkeys(map(_contact_line, reversed(contacts))))
    lines = [
        *told[:_CONTACTS],
        *map(_promise_line, _promises(briefing)[:_PROMISES]),
        *(_complaint_line(*one) for one in complaints(briefing)[-1:]),
        *_life_events(briefing, subject, catalogue),
    ]
    return Theme(_("Since the last time"), "", tuple(lines[:_LINES])) if lines else None


def _promises(briefing: Briefing) -> list[Promise]:
    """Those that are open first, then the latest that were kept."""
    return sorted(briefing.promises, key=_kept_on)


def _kept_on(promise: Promise) -> tuple[bool, int]:
    done = promise.done_on
    return (done is not None, -done.toordinal() if done else 0)


def _complaint_line(day: date, settled: bool) -> str:  # noqa: FBT001 a day and what became of it
    words = _("Complaint of {day}: settled") if settled else _("Complaint of {day}: still open")
    return words.format(day=plain_date(day))


def _life_events(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> Iterator[str]:
    """What was heard of since the last meeting besides the subject."""
    last = last_meeting(briefing)
    for project in other_projects(briefing, subject):
        if project.noted_on and (last is None or project.noted_on >= last.day):
            label = project_label(project.code, catalogue)
            words = _("Heard on {day}: {project}.")
            yield words.format(project=label, day=plain_date(project.noted_on)).rstrip(".")


def _contact_line(contact: PastContact) -> str:
    facts = {
        "day": plain_date(contact.day),
        "kind": channel_words(contact.channel),
        "subject": contact.subject or "",
    }
    if contact.subject:
        return _("{day}: {kind}, {subject}").format(**facts)
    return _("{day}: {kind}").format(**facts)


def _promise_line(promise: Promise) -> str:
    what = promise.what.rstrip(". ")
    if promise.done_on is not None:
        return _("{what}: done on {day}").format(what=what, day=plain_date(promise.done_on))
    if promise.by is Party.CLIENT:
        return _("{what}: expected from the client").format(what=what)
    if promise.due is None:
        return _("{what}: promised by the bank").format(what=what)
    return _("{what}: promised by the bank for {day}").format(
        what=what, day=plain_date(promise.due)
    )
