"""A briefing becomes the words of a handover sheet."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisor_app.domain.briefing import Briefing, PastContact, Promise, ServedPeriod
from advisor_app.domain.briefing_rules import complaints, meetings, protections, refused_uses
from advisor_app.domain.codes import Announced, Language, Party, ProjectStatus
from advisor_app.domain.handover import (
    HandoverPriority,
    Priority,
    PriorityReason,
    advisors_since,
    handover_priority,
)
from advisor_app.domain.months import less_months
from advisor_app.i18n import _, ngettext, pgettext, speaking
from advisor_app.i18n.formats import listed, plain_date, target_date
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.handover import HandoverData, HandoverLine
from advisor_app.reports.letter_address import address_lines
from advisor_app.reports.people_words import joint_name, person_lines
from advisor_app.reports.relation_words import channel_words, contact_wishes, project_label
from advisor_app.reports.rule_words import consent_words
from advisor_app.reports.sheet_data import Printing
from advisor_app.services.handovers import drift_months

_ALIVE = frozenset({ProjectStatus.HEARD, ProjectStatus.OPEN})
_LAST_MEETINGS, _FIVE_YEARS = 3, 60


def gather_handover(briefing: Briefing, printing: Printing, chosen: Language) -> HandoverData:
    """Everything that the handover sheet of these clients says, in one language."""
    with speaking(chosen):
        ranked = handover_priority(briefing, drift_months(briefing.clients[0]))
        return HandoverData(
            language=chosen,
            reference=briefing.code,
            printing=printing,
            names=joint_name(briefing.clients),
            served=_served(briefing),
            priority=ranked.priority.value,
            why=_why(ranked),
            lines=tuple(
                HandoverLine(label, tuple(texts)) for label, texts in _lines(briefing, ranked)
            ),
        )


def _lines(
    briefing: Briefing, ranked: HandoverPriority
) -> Iterator[tuple[str, Sequence[str] | Iterator[str]]]:
    """Promises and what not to do come before all else that is known."""
    yield _("Promised and not kept"), _promises(briefing)
    yield _("What not to do"), _not_to_do(briefing)
    yield _("Form of address"), [", ".join(address_lines(briefing.clients))]
    yield (
        _("Household, people to know"),
        [
            _("{name}: {about}").format(name=one.name, about=one.about)
            for one in person_lines(briefing)
        ],
    )
    yield _("Last three meetings"), [_meeting(one) for one in _last(briefing)]
    yield _("Open files and projects"), _projects(briefing)
    yield _("Best reached"), list(dict.fromkeys(map(contact_wishes, briefing.clients)))
    yield _("Appreciates"), [one.text for one in briefing.recollections]
    yield _("Agreed and refused"), _consents(briefing)
    yield _("Complaints within two years"), [_complaint(*one) for one in complaints(briefing)]
    yield _("Protection measure"), _protection(briefing)
    yield _("How to introduce"), [_introduction(ranked), *_announced(briefing)]


def _promises(briefing: Briefing) -> list[str]:
    owed = [one for one in briefing.promises if one.done_on is None and one.by is Party.BANK]
    return [_promise(one) for one in owed] or [_("nothing is owed")]


def _promise(promise: Promise) -> str:
    what = promise.what.rstrip(". ")
    if promise.due is None:
        return what
    return _("{what}, for {day}").format(what=what, day=plain_date(promise.due))


def _not_to_do(briefing: Briefing) -> Iterator[str]:
    refused = [consent_words(use) for use in refused_uses(briefing)]
    if refused:
        yield _("Refused: {uses}.").format(uses=", ".join(refused))
    if any(client.no_profile for client in briefing.clients):
        yield _("Objects to profiling: only what was said is on this sheet.")


def _last(briefing: Briefing) -> list[PastContact]:
    return list(reversed(meetings(briefing)[-_LAST_MEETINGS:]))


def _meeting(contact: PastContact) -> str:
    names = ", ".join(name for _key, name in contact.advisors)
    parts = [plain_date(contact.day), channel_words(contact.channel), contact.subject or "", names]
    return " · ".join(part for part in parts if part)


def _projects(briefing: Briefing) -> Iterator[str]:
    for project in briefing.projects:
        if project.status not in _ALIVE:
            continue
        label = project_label(project.code, life_projects())
        if project.target is None:
            yield label
        else:
            yield _("{project}, for {date}").format(project=label, date=target_date(project.target))


def _consents(briefing: Briefing) -> Iterator[str]:
    """One line a day and answer, as in "accepts since 2 March 2025: e-mail, letters"."""
    answered: dict[tuple[bool, date], dict[str, None]] = {}
    for one in sorted(briefing.consents, key=lambda one: (not one.given, one.on, one.use)):
        answered.setdefault((one.given, one.on), {})[consent_words(one.use)] = None
    for (given, on), uses in answered.items():
        words = _("agreed on {day}: {uses}") if given else _("refused on {day}: {uses}")
        yield words.format(day=plain_date(on), uses=", ".join(uses))


def _complaint(day: date, settled: bool) -> str:  # noqa: FBT001 a day and what became of it
    words = _("{day}: settled") if settled else _("{day}: still open")
    return words.format(day=plain_date(day))


def _protection(briefing: Briefing) -> list[str]:
    return [measure or _("noted") for measure in protections(briefing)] or [_("none known")]


def _introduction(ranked: HandoverPriority) -> str:
    return {
        Priority.A: _("three-way meeting, or a call by the former advisor; met within 30 days"),
        Priority.B: _("a call by the new advisor; met within 90 days"),
        Priority.C: _("a letter, then a personal contact within 180 days"),
    }[ranked.priority]


def _announced(briefing: Briefing) -> Iterator[str]:
    period = _present(briefing)
    if period is None or period.announced in {None, Announced.NONE}:
        return
    words = {
        Announced.EMAIL: _("announced by e-mail"),
        Announced.LETTER: _("announced by letter"),
        Announced.CALL: _("announced by a call"),
        Announced.IN_PERSON: _("announced in person"),
    }
    yield words[period.announced]


def _present(briefing: Briefing) -> ServedPeriod | None:
    today = briefing.today
    serving = [
        one
        for one in briefing.periods
        if one.from_day <= today and (one.until_day is None or one.until_day >= today)
    ]
    return serving[0] if serving else None


def _served(briefing: Briefing) -> str:
    parts, period = [], _present(briefing)
    since = [client.since for client in briefing.clients if client.since]
    if since:
        parts.append(_("with the bank since {day}").format(day=plain_date(min(since))))
    if period:
        words = _("served by {name} since {day}")
        parts.append(words.format(name=period.name, day=plain_date(period.from_day)))
    count = advisors_since(briefing, less_months(briefing.today, _FIVE_YEARS))
    advisors = ngettext("{count} advisor in 5 years", "{count} advisors in 5 years", count)
    return " · ".join([*parts, advisors.format(count=count)])


def _why(ranked: HandoverPriority) -> str:
    if not ranked.reasons:
        return _("Priority {letter}").format(letter=ranked.priority)
    reasons = listed([_reason(one) for one in ranked.reasons])
    return _("Priority {letter}: {reasons}").format(letter=ranked.priority, reasons=reasons)


def _reason(reason: PriorityReason) -> str:
    return {
        PriorityReason.PROMISE: pgettext("priority", "a promise is open"),
        PriorityReason.PROJECT_SOON: pgettext("priority", "a project within six months"),
        PriorityReason.COMPLAINT: pgettext("priority", "a complaint within a year"),
        PriorityReason.HARD_TIMES: pgettext("priority", "a hard time"),
        PriorityReason.PROTECTED: pgettext("priority", "a protection measure"),
        PriorityReason.CLOSELY_SERVED: pgettext("priority", "closely served"),
        PriorityReason.PROJECT: pgettext("priority", "a known project"),
        PriorityReason.NOT_MET: pgettext("priority", "not met for long"),
        PriorityReason.MANY_ADVISORS: pgettext("priority", "three advisors or more in five years"),
        PriorityReason.OLD_AGE: pgettext("priority", "75 years or more"),
    }[reason]
