"""What follows from the facts of a briefing: what it is about, who has met whom, what to hold back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from advisor_app.domain.briefing import BriefedProject, Briefing, Holding, KnownFact, PastContact
from advisor_app.domain.codes import ConsentUse, ProjectStatus
from advisor_app.domain.contact_kinds import is_meeting
from advisor_app.domain.keys import Key
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.months import less_months

GET_ACQUAINTED, ANNUAL_REVIEW = "get_acquainted", "annual_review"
# "Somebody not met for years is first listened to; the sheet carries no product" (PRODUCT.md).
YEARS_IN_MONTHS = 24
_ALIVE = frozenset({ProjectStatus.HEARD, ProjectStatus.OPEN})
_OF_A_MEASURE = frozenset({"protection_representative", "protection_powers"})


@dataclass(frozen=True, slots=True)
class BriefingSubject:
    """What the meeting is about: a code of the catalogue, and the project where it is one."""

    code: str
    project: BriefedProject | None


def meetings(briefing: Briefing) -> tuple[PastContact, ...]:
    """The meetings in person, the earliest first, each day once."""
    found: dict[date, PastContact] = {}
    for contact in briefing.contacts:
        if counts_as_meeting(contact):
            found.setdefault(contact.day, contact)
    return tuple(found.values())


def counts_as_meeting(contact: PastContact) -> bool:
    """Whether a contact was a meeting in person (PRODUCT.md, "The words")."""
    return is_meeting(
        contact.channel,
        contact.nature,
        contact.minutes,
        one_to_one=contact.one_to_one,
        with_advisor=bool(contact.advisors),
    )


def last_meeting(briefing: Briefing) -> PastContact | None:
    """The latest meeting in person, with anybody."""
    met = meetings(briefing)
    return met[-1] if met else None


def has_met(briefing: Briefing) -> bool:
    """Whether the advisor of this meeting has ever met one of its clients."""
    mine = briefing.advisor.key
    return any(
        counts_as_meeting(contact) and any(key == mine for key, _name in contact.advisors)
        for contact in briefing.contacts
    )


def introduces(briefing: Briefing) -> bool:
    """Whether somebody who served the clients before comes along to introduce the advisor."""
    along = briefing.visit.colleague if briefing.visit else None
    return along is not None and any(period.advisor == along.key for period in briefing.periods)


def subject_of(briefing: Briefing) -> BriefingSubject:
    """The appointment's project, else what was suggested, else the occasion (FORMAT.md, `brief`)."""
    visit, proposal = briefing.visit, briefing.proposal
    if visit is not None and visit.project is not None:
        for project in briefing.projects:
            if project.key == visit.project:
                return BriefingSubject(project.code, project)
    suggested = visit.suggested if visit else proposal.subject if proposal else None
    if suggested is not None:
        ref = proposal.project_ref if proposal else None
        return BriefingSubject(suggested, _project_for(briefing, suggested, ref))
    return BriefingSubject(ANNUAL_REVIEW if has_met(briefing) else GET_ACQUAINTED, None)


def _project_for(briefing: Briefing, code: str, ref: str | None) -> BriefedProject | None:
    fitting = [one for one in briefing.projects if one.code == code and one.status in _ALIVE]
    named = [one for one in fitting if one.ref == ref]
    return next(iter(named or fitting), None)


def other_projects(briefing: Briefing, subject: BriefingSubject) -> tuple[BriefedProject, ...]:
    """Heard or open projects besides the subject that may stand here, the latest noted first."""
    return tuple(
        project
        for project in shown_projects(briefing, subject)
        if project.status in _ALIVE and project != subject.project
    )


def shares(briefing: Briefing, client: Key) -> bool:
    """Whether a client's own affairs may stand on this sheet.

    Secrecy holds between spouses: where several are met, only of whoever agreed to share in the
    household (DOMAIN.md, 7.4).
    """
    return len(briefing.clients) == 1 or any(
        one.client == client and one.use is ConsentUse.SHARE_IN_HOUSEHOLD and one.given
        for one in briefing.consents
    )


def told_to_all(briefing: Briefing) -> Briefing:
    """The briefing without what one of several people met may hide from another.

    Of somebody who does not share in the household, what was promised, what is known besides, and
    contacts that not everybody took part in are left out; of his own meetings the day alone stays,
    since the relation rests on it.
    """
    if all(shares(briefing, client.key) for client in briefing.clients):
        return briefing
    return replace(
        briefing,
        contacts=tuple(_contacts_told(briefing)),
        promises=tuple(one for one in briefing.promises if shares(briefing, one.client)),
        facts=tuple(one for one in briefing.facts if shares(briefing, one.client)),
    )


def _contacts_told(briefing: Briefing) -> Iterator[PastContact]:
    everybody = {client.key for client in briefing.clients}
    took_part: dict[tuple[date, str, str | None], set[Key]] = {}
    for contact in briefing.contacts:
        took_part.setdefault(_occasion(contact), set()).add(contact.client)
    for contact in briefing.contacts:
        if shares(briefing, contact.client) or took_part[_occasion(contact)] == everybody:
            yield contact
        elif counts_as_meeting(contact):
            yield replace(contact, subject=None)


def _occasion(contact: PastContact) -> tuple[date, str, str | None]:
    return contact.day, contact.channel, contact.subject


def shown_projects(briefing: Briefing, subject: BriefingSubject) -> tuple[BriefedProject, ...]:
    """The projects that everybody at the table may read of: the subject, and shared ones."""
    return tuple(
        project
        for project in briefing.projects
        if project == subject.project or shares(briefing, project.client)
    )


def shown_holdings(briefing: Briefing) -> tuple[Holding, ...]:
    """What is held that everybody at the table may read of."""
    return tuple(held for held in briefing.holdings if shares(briefing, held.client))


def holds_back(briefing: Briefing, catalogue: Mapping[str, LifeProject]) -> bool:
    """Whether the sheet carries no product: not met for years, or within a time of restraint."""
    last = last_meeting(briefing)
    if last is None or last.day < less_months(briefing.today, YEARS_IN_MONTHS):
        return True
    return any(
        project.noted_on is not None
        and project.code in catalogue
        and briefing.today < project.noted_on + timedelta(catalogue[project.code].restraint_days)
        for project in briefing.projects
    )


def agrees_to(briefing: Briefing, use: ConsentUse) -> bool:
    """Whether every client met has agreed to a use, and not taken it back."""
    given = {one.client: one.given for one in briefing.consents if one.use is use}
    return all(given.get(client.key, False) for client in briefing.clients)


def refused_uses(briefing: Briefing) -> tuple[ConsentUse, ...]:
    """What one of the clients met has refused or taken back, in the order of the uses."""
    refused = {one.use for one in briefing.consents if not one.given}
    return tuple(use for use in ConsentUse if use in refused)


def protections(briefing: Briefing) -> tuple[str, ...]:
    """The protection measures that are known, each in the bank's words, empty where it has none.

    Who represents, and with which powers, are facts beside the measure (`known_facts`).
    """
    return tuple(
        one.value or ""
        for one in briefing.facts
        if one.name.startswith("protection") and one.name not in _OF_A_MEASURE
    )


def complaints(briefing: Briefing, since: date | None = None) -> tuple[tuple[date, bool], ...]:
    """The complaints opened since a day, 24 months back unless told, and whether each is settled."""
    first = since or less_months(briefing.today, YEARS_IN_MONTHS)
    settled = fact_days(briefing, "complaint_closed_on")
    opened = sorted(fact_days(briefing, "complaint_opened_on"))
    return tuple((day, any(end >= day for end in settled)) for day in opened if day >= first)


def fact_days(briefing: Briefing, name: str) -> tuple[date, ...]:
    """The days that facts of this name state, else those on which they were noted."""
    found = (_fact_day(fact) for fact in briefing.facts if fact.name == name)
    return tuple(day for day in found if day is not None)


def _fact_day(fact: KnownFact) -> date | None:
    try:
        return date.fromisoformat(fact.value or "")
    except ValueError:
        return fact.on
