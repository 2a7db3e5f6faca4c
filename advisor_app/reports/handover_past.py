"""What a handover sheet says of the past: meetings and what they left, promises, open cases."""

from collections.abc import Iterator

from advisor_app.domain.briefing import BriefedProject, Briefing, PastContact, Promise
from advisor_app.domain.briefing_rules import complaints, meetings
from advisor_app.domain.codes import Party, ProjectStatus
from advisor_app.domain.known_facts import complaint_outcome
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date, target_date
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.relation_words import channel_words, project_label

_LAST_MEETINGS = 3


def last_meetings(briefing: Briefing) -> Iterator[str]:
    """The last three: the day, the subject, and what came of it."""
    for contact in reversed(meetings(briefing)[-_LAST_MEETINGS:]):
        about = contact.subject or channel_words(contact.channel)
        parts = [plain_date(contact.day), about, *_outcome(briefing, contact)]
        yield " · ".join(parts)


def _outcome(briefing: Briefing, contact: PastContact) -> Iterator[str]:
    """What was promised there, and what was heard of that day."""
    day, client = contact.day, contact.client
    for promise in briefing.promises:
        if promise.made_on == day and promise.client == client:
            yield promise.what.rstrip(". ")
    for project in briefing.projects:
        if project.noted_on == day and project.client == client:
            yield project_label(project.code, life_projects())


def promises(briefing: Briefing) -> list[str]:
    """What the bank still owes."""
    owed = [one for one in briefing.promises if one.done_on is None and one.by is Party.BANK]
    return [_promise(one) for one in owed] or [_("nothing is owed")]


def _promise(promise: Promise) -> str:
    what = promise.what.rstrip(". ")
    if promise.due is None:
        return what
    return _("{what}, for {day}").format(what=what, day=plain_date(promise.due))


def open_cases(briefing: Briefing) -> Iterator[str]:
    """What is under way: complaints, projects that are open, what the client still brings."""
    for day, settled in complaints(briefing):
        if not settled:
            yield _("complaint of {day}, not settled").format(day=plain_date(day))
    for project in briefing.projects:
        if project.status is ProjectStatus.OPEN:
            yield _case(briefing, project)
    for promise in briefing.promises:
        if promise.done_on is None and promise.by is Party.CLIENT:
            yield _("expected from the client: {what}").format(what=_promise(promise))


def _case(briefing: Briefing, project: BriefedProject) -> str:
    """The project, and the appointment about it, else the day for which it is wanted."""
    label, visit = project_label(project.code, life_projects()), briefing.visit
    if visit is not None and visit.project == project.key:
        day = plain_date(visit.start.date())
        return _("{project}, appointment on {day}").format(project=label, day=day)
    if project.target is None:
        return label
    return _("{project}, for {date}").format(project=label, date=target_date(project.target))


def complaint_lines(briefing: Briefing) -> Iterator[str]:
    """The complaints of 24 months, and what became of each."""
    if not complaints(briefing):
        yield _("none known")
    for day, settled in reversed(complaints(briefing)):
        words = _("{day}: settled") if settled else _("{day}: still open")
        line, outcome = words.format(day=plain_date(day)), complaint_outcome(briefing, day)
        yield _("{line}, {outcome}").format(line=line, outcome=outcome) if outcome else line
