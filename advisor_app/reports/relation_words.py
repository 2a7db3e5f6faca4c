"""What page 1 says is to be remembered, and how projects and contacts are called."""

from collections.abc import Iterator, Mapping

from advisor_app.domain.briefing import (
    BriefedClient,
    Briefing,
    PastContact,
    Promise,
)
from advisor_app.domain.briefing_rules import (
    BriefingSubject,
    has_met,
    last_meeting,
    other_projects,
)
from advisor_app.domain.codes import Channel, Party
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.months import less_months
from advisor_app.domain.thread import whole_months
from advisor_app.i18n import _, language, ngettext, pgettext
from advisor_app.i18n.formats import plain_date
from advisor_app.playbooks.projects import projects_of
from advisor_app.reports.sheet_data import RememberLine
from advisor_app.reports.text import first_phrases

# Three lines of ninety characters (`briefing_sheet.toml`).
REMEMBERED, REMEMBERED_LENGTH = 3, 90
_FEW_YEARS, _LONG_MONTHS = 5, 12
_MANY_ADVISORS = 3

Catalogue = Mapping[str, LifeProject]


def catalogue_of(briefing: Briefing) -> Catalogue:
    """What a meeting with these clients is made of, by subject."""
    return projects_of(frozenset(one.kind for one in briefing.clients))


def project_label(code: str, catalogue: Catalogue) -> str:
    """A life project's name; a code that the catalogue does not know stands for itself."""
    found = catalogue.get(code)
    return found.label.in_language(language()) if found else code


def to_remember(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue, told: str = ""
) -> tuple[RememberLine, ...]:
    """Three things: what changed last, what was promised, what the client values.

    Where one of the three is not known, there is more of the others. `told` is the reason of the
    meeting: what it says of the relation is not said again.
    """
    changes = [RememberLine(text, "flag") for text in _changes(briefing, subject, catalogue)]
    if not changes and (stands := relation(briefing)) not in told:
        changes = [RememberLine(stands, "flag")]
    promises = [RememberLine(_promised(one), "handshake") for one in open_promises(briefing)]
    values = [
        *(RememberLine(one.text, one.icon) for one in briefing.recollections),
        *(RememberLine(text, "phone") for text in dict.fromkeys(_preferences(briefing))),
    ]
    first = [*changes[:1], *promises[:1]]
    found = [*[*first, *values][:REMEMBERED], *promises[1:], *changes[1:]]
    return tuple(
        RememberLine(first_phrases(line.text, REMEMBERED_LENGTH), line.icon)
        for line in found[:REMEMBERED]
    )


def _changes(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> Iterator[str]:
    yield from _absence(briefing)
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


def _absence(briefing: Briefing) -> Iterator[str]:
    """How long it is since anybody of the bank met them, where that is a year or more."""
    last = last_meeting(briefing)
    if last is None:
        return
    months = whole_months(last.day, briefing.today)
    if months < _LONG_MONTHS:
        return
    facts = {"count": months, "name": _other_advisor(last, briefing)}
    if facts["name"]:
        words = ngettext(
            "No meeting in person for {count} month; the last one was with {name}.",
            "No meeting in person for {count} months; the last one was with {name}.",
            months,
        )
    else:
        words = ngettext(
            "No meeting in person for {count} month.",
            "No meeting in person for {count} months.",
            months,
        )
    yield words.format(**facts)


def relation(briefing: Briefing) -> str:
    """How the relation stands, in one sentence."""
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
    """Who met them, where it was not the advisor of this meeting."""
    if any(key == briefing.advisor.key for key, _name in contact.advisors):
        return ""
    return ", ".join(name for _key, name in contact.advisors)


def open_promises(briefing: Briefing) -> list[Promise]:
    """What the bank promised and has not done."""
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
