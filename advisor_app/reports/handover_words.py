"""A briefing becomes the words of a handover sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from advisor_app.domain.briefing import Briefing, HouseholdMember
from advisor_app.domain.codes import ConsentUse, Language, ProjectStatus
from advisor_app.domain.handover import HandoverPriority, handover_priority
from advisor_app.domain.known_facts import FactName, told
from advisor_app.domain.months import age_on
from advisor_app.domain.names import spoken_name
from advisor_app.i18n import _, language, speaking
from advisor_app.i18n.formats import plain_date, target_date
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import handover_fields
from advisor_app.reports import handover_past as past
from advisor_app.reports import handover_served as served
from advisor_app.reports.banner_words import say_words
from advisor_app.reports.handover import HandoverData, HandoverLine
from advisor_app.reports.people_words import ADULT_AGE, age_words, joint_name, tie_words
from advisor_app.reports.relation_words import contact_wishes, project_label
from advisor_app.reports.rule_words import consent_words
from advisor_app.reports.sentences import within_sentence
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.text import first_phrases
from advisor_app.services.handovers import drift_months

_ALIVE = frozenset({ProjectStatus.HEARD, ProjectStatus.OPEN})
_WAYS = frozenset({ConsentUse.LETTER, ConsentUse.PHONE, ConsentUse.EMAIL, ConsentUse.SMS})
# Between two texts of a field stands a line's end.
_BETWEEN = 1

Fill = Callable[[Briefing], Iterable[str]]


def gather_handover(briefing: Briefing, printing: Printing, chosen: Language) -> HandoverData:
    """Everything that the handover sheet of these clients says, in one language."""
    with speaking(chosen):
        ranked = handover_priority(briefing, drift_months(briefing.clients[0]))
        fills = _fills(ranked)
        return HandoverData(
            language=chosen,
            reference=briefing.code,
            printing=printing,
            names=joint_name(briefing.clients),
            priority=ranked.priority.value,
            lines=tuple(
                HandoverLine(
                    field.label.in_language(chosen),
                    _within(fills[field.code](briefing), field.most),
                )
                for field in handover_fields()
            ),
        )


def _fills(ranked: HandoverPriority) -> Mapping[str, Fill]:
    """What fills each field of `handover_sheet_fields.csv`, most important first."""
    return {
        "identity": _identity,
        "since": served.since,
        "priority": lambda _briefing: [served.why(ranked)],
        "household": _household,
        "last_meetings": past.last_meetings,
        "promises": past.promises,
        "open_cases": past.open_cases,
        "projects": _projects,
        "contact_habits": _contact_habits,
        "sensitive": _not_to_do,
        "appreciates": _appreciates,
        "consents": _consents,
        "complaints": past.complaint_lines,
        "protection": served.protection,
        "handover_mode": lambda briefing: served.introduction(briefing, ranked),
    }


def _within(texts: Iterable[str], most: int) -> tuple[str, ...]:
    """The first texts in at most so many characters; only a first one that is longer is cut."""
    kept: list[str] = []
    left = most
    for text in (text for text in texts if text):
        if len(text) > left:
            return tuple(kept) or (first_phrases(text, most),)
        kept.append(text)
        left -= len(text) + _BETWEEN
    return tuple(kept)


def _identity(briefing: Briefing) -> Iterator[str]:
    said = [said for said in (joint_name(briefing.clients), say_words(briefing)) if said]
    yield ", ".join(said)
    for how in told(briefing, FactName.PRONUNCIATION):
        yield _("pronounced {sound}").format(sound=how)


def _household(briefing: Briefing) -> Iterator[str]:
    """Those besides the clients: who they are, and whether the client agreed to speak to them."""
    met = {client.key for client in briefing.clients}
    for member in briefing.members:
        if member.client not in met:
            yield _member(member, briefing)


def _member(member: HouseholdMember, briefing: Briefing) -> str:
    name = spoken_name(member.first_name, member.last_name) or "?"
    grown = member.birth_date is None or age_on(member.birth_date, briefing.today) >= ADULT_AGE
    may = _("may be told") if member.may_know else _("not to be told") if grown else ""
    parts = (name, tie_words(member.link), age_words(member.birth_date, briefing.today), may)
    return ", ".join(part for part in parts if part)


def _projects(briefing: Briefing) -> Iterator[str]:
    for project in briefing.projects:
        if project.status not in _ALIVE:
            continue
        label = project_label(project.code, life_projects())
        if project.target is None:
            yield label
        else:
            yield _("{project}, for {date}").format(project=label, date=target_date(project.target))


def _contact_habits(briefing: Briefing) -> Iterator[str]:
    yield from dict.fromkeys(map(contact_wishes, briefing.clients))
    for what in told(briefing, FactName.CONTACT_AVOID):
        yield _("to avoid: {what}").format(what=what)


def _not_to_do(briefing: Briefing) -> Iterator[str]:
    """What the bank was told, what is refused, then what the projects ask for."""
    yield from told(briefing, FactName.AVOID)
    refused = _refused(briefing)
    if refused:
        yield _("Refused: {uses}.").format(uses=", ".join(refused))
    if any(client.no_profile for client in briefing.clients):
        yield _("Objects to profiling: only what was said is on this sheet.")
    codes = [one.code for one in briefing.projects if one.status in _ALIVE]
    for code in dict.fromkeys(codes):
        for text in life_projects()[code].sensitive[:1] if code in life_projects() else ():
            yield text.in_language(language())


def _refused(briefing: Briefing) -> list[str]:
    refused = {one.use for one in briefing.consents if not one.given}
    return [within_sentence(consent_words(use)) for use in ConsentUse if use in refused]


def _appreciates(briefing: Briefing) -> Iterator[str]:
    yield from told(briefing, FactName.APPRECIATES)
    yield from (one.text for one in briefing.recollections)


def _consents(briefing: Briefing) -> Iterator[str]:
    """One line a day and answer, as in "agreed on 2 March 2025: e-mail".

    Refusals come first, then the ways of contact, which stand even where the rest has no room.
    """
    answered: dict[tuple[bool, bool, str], dict[str, None]] = {}
    for one in sorted(briefing.consents, key=lambda one: (one.given, one.on, one.use)):
        lines = answered.setdefault((one.given, one.use not in _WAYS, plain_date(one.on)), {})
        lines[within_sentence(consent_words(one.use))] = None
    for (given, _other, on), uses in sorted(answered.items(), key=lambda item: item[0][:2]):
        words = _("agreed on {day}: {uses}") if given else _("refused on {day}: {uses}")
        yield words.format(day=on, uses=", ".join(uses))
