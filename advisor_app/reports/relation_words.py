"""What page 1 tells of the relation: why we meet, what to remember, what happened since."""

from collections.abc import Iterator, Mapping

from advisor_app.domain.briefing import (
    BriefedClient,
    BriefedProject,
    Briefing,
    PastContact,
    Promise,
)
from advisor_app.domain.briefing_rules import (
    GET_ACQUAINTED,
    BriefingSubject,
    has_met,
    last_meeting,
    other_projects,
)
from advisor_app.domain.codes import Channel, Nature, Party, ProjectSource
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.months import less_months
from advisor_app.i18n import _, language, pgettext
from advisor_app.i18n.formats import plain_date, target_date
from advisor_app.reports.sheet_data import RememberLine, Theme

REMEMBERED = 3
_CONTACTS, _PROMISES = 3, 2
_FEW_YEARS = 5
_MANY_ADVISORS = 3

Catalogue = Mapping[str, LifeProject]


def project_label(code: str, catalogue: Catalogue) -> str:
    """A life project's name; a code that the catalogue does not know stands for itself."""
    found = catalogue.get(code)
    return found.label.in_language(language()) if found else code


def reason(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> str:
    """Why we meet: the client's own words or the fact, with its day; then how the relation stands."""
    first = _why(briefing, subject, catalogue)
    return " ".join(part for part in (first, _relation(briefing)) if part)


def _why(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> str:
    if briefing.proposal is not None and briefing.proposal.reason:
        return briefing.proposal.reason
    if subject.project is not None:
        return _project_reason(subject.project, catalogue)
    if subject.code == GET_ACQUAINTED:
        return _("To get to know each other and to take up the thread again.")
    if subject.code in catalogue:
        summary = catalogue[subject.code].summary.in_language(language())
        return f"{summary}."
    return ""


def _project_reason(project: BriefedProject, catalogue: Catalogue) -> str:
    facts = {
        "project": project_label(project.code, catalogue),
        "target": target_date(project.target) if project.target else "",
    }
    what = _("{project}, for {target}") if project.target else "{project}"
    told = what.format(**facts)
    if project.note:
        told = f"{told}. {project.note.rstrip('. ')}"
    if project.noted_on is None:
        return f"{told}."
    if project.source is ProjectSource.CLIENT:
        words = _("{words} (said by the client on {day}).")
    else:
        words = _("{words} (noted on {day}).")
    return words.format(words=told, day=plain_date(project.noted_on))


def _relation(briefing: Briefing) -> str:
    last = last_meeting(briefing)
    met = has_met(briefing)
    if last is None:
        return _("You have not met yet, and no earlier meeting is known.")
    facts = {"day": plain_date(last.day), "name": _other_advisor(last, briefing)}
    if not met:
        return _("You have not met yet: the last meeting was on {day}, with {name}.").format(
            **facts
        )
    if facts["name"]:
        return _("The last meeting was on {day}, with {name}.").format(**facts)
    return _("Your last meeting was on {day}.").format(**facts)


def _other_advisor(contact: PastContact, briefing: Briefing) -> str:
    if any(key == briefing.advisor.key for key, _name in contact.advisors):
        return ""
    return ", ".join(name for _key, name in contact.advisors)


def to_remember(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[RememberLine, ...]:
    """Three things: what changed last, what was promised, what the client values."""
    change = [RememberLine(text, "flag") for text in _changes(briefing, subject, catalogue)]
    promise = [RememberLine(_promised(one), "handshake") for one in _open_promises(briefing)]
    values = [
        *(RememberLine(one.text, one.icon) for one in briefing.recollections),
        *(RememberLine(text, "phone") for text in dict.fromkeys(_preferences(briefing))),
    ]
    found = [*change[:1], *promise[:1]]
    return tuple([*found, *values][: max(REMEMBERED, len(found) + 1)])


def _changes(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> Iterator[str]:
    since = less_months(briefing.today, 12 * _FEW_YEARS)
    first = briefing.clients[0].key
    recent = {
        period.advisor
        for period in briefing.periods
        if period.client == first and (period.until_day is None or period.until_day >= since)
    }
    if len(recent) >= _MANY_ADVISORS:
        words = _("{count} advisors in five years.")
        yield words.format(count=len(recent))
    for project in other_projects(briefing, subject):
        label = project_label(project.code, catalogue)
        if project.noted_on:
            words = _("Heard on {day}: {project}.")
            yield words.format(project=label, day=plain_date(project.noted_on))


def _open_promises(briefing: Briefing) -> list[Promise]:
    return [one for one in briefing.promises if one.by is Party.BANK and one.done_on is None]


def _promised(promise: Promise) -> str:
    what = promise.what.rstrip(". ")
    if promise.due is None:
        return _("Promised: {what}.").format(what=what)
    return _("Promised for {day}: {what}.").format(what=what, day=plain_date(promise.due))


def _preferences(briefing: Briefing) -> Iterator[str]:
    for client in briefing.clients:
        if wishes := contact_wishes(client):
            yield _("Prefers to be reached: {wishes}.").format(wishes=wishes)


def contact_wishes(client: BriefedClient) -> str:
    """How and when a client would rather be reached; empty where nothing is known."""
    try:
        channel = channel_words(Channel(client.preferred_channel or ""))
    except ValueError:
        channel = ""
    return ", ".join(part for part in (channel, client.preferred_time) if part)


def since_last_time(briefing: Briefing) -> Theme | None:
    """The last contacts with their subjects, and what was promised, with its state."""
    contacts = [one for one in briefing.contacts if one.nature is not Nature.OPERATION]
    told = list(dict.fromkeys(map(_contact_line, reversed(contacts))))
    lines = told[:_CONTACTS]
    lines += [_promise_line(one) for one in briefing.promises[-_PROMISES:]]
    if not lines:
        return None
    return Theme(_("Since the last time"), "", tuple(lines))


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


def channel_words(channel: Channel) -> str:
    """A way of contact in one word or two."""
    return {
        Channel.BRANCH: pgettext("contact", "meeting at the branch"),
        Channel.HOME: pgettext("contact", "meeting at home"),
        Channel.WORKPLACE: pgettext("contact", "meeting at the workplace"),
        Channel.EVENT: pgettext("contact", "event"),
        Channel.COUNTER: pgettext("contact", "counter"),
        Channel.VIDEO: pgettext("contact", "video"),
        Channel.PHONE: pgettext("contact", "phone"),
        Channel.LETTER: pgettext("contact", "letter"),
        Channel.CARD: pgettext("contact", "card"),
        Channel.EMAIL: pgettext("contact", "e-mail"),
        Channel.MESSAGE: pgettext("contact", "secure message"),
        Channel.SMS: pgettext("contact", "text message"),
    }[channel]
