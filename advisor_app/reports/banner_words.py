"""What the banner says besides names and hour: what kind of meeting, how long, how to speak."""

from collections.abc import Iterator

from advisor_app.domain.briefing import BookedVisit, Briefing
from advisor_app.domain.briefing_rules import BriefingSubject, has_met, protections
from advisor_app.domain.codes import Kind, Language, Place
from advisor_app.domain.known_facts import FactName, told
from advisor_app.i18n import _, language, speaking
from advisor_app.reports.letter_address import called
from advisor_app.reports.relation_words import Catalogue, project_label

_SAID_TO = 2
# A fact of this name says that the bank owes the client more care, whatever the reason.
_FRAGILE = "fragile"


def marks(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> tuple[str, ...]:
    """What kind of meeting it is, how long, in which language, and what to call whom."""
    return tuple(_marks(briefing, subject, catalogue))


def _marks(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> Iterator[str]:
    if not has_met(briefing):
        yield _("First meeting with you")
    yield project_label(subject.code, catalogue)
    if briefing.visit is not None:
        minutes = int((briefing.visit.end - briefing.visit.start).total_seconds()) // 60
        yield _("{minutes} min").format(minutes=minutes)
    for spoken in sorted({client.language for client in briefing.clients if client.language}):
        yield _speaks(spoken)
    if say := say_words(briefing):
        yield say


def say_words(briefing: Briefing) -> str:
    """How the clients are addressed: as they said, else as their language has it.

    Nothing where no form is known, or where more than two are met.
    """
    clients = briefing.clients
    if len(clients) > _SAID_TO:
        return ""
    with speaking(clients[0].language or language()):
        name = ", ".join(told(briefing, FactName.ADDRESSED_AS)) or called(clients)
    return _("say “{name}”").format(name=name) if name else ""


def _speaks(spoken: Language) -> str:
    return {
        Language.FR: _("in French"),
        Language.EN: _("in English"),
        Language.NL: _("in Dutch"),
        Language.DE: _("in German"),
    }[spoken]


def priority_marks(briefing: Briefing) -> tuple[str, ...]:
    """What asks for more care than usual: a change of advisor, a fragile client, a protected one."""
    return tuple(_priorities(briefing))


def _priorities(briefing: Briefing) -> Iterator[str]:
    if _was_handed_over(briefing) and not has_met(briefing):
        yield _("Handover")
    if any(fact.name == _FRAGILE for fact in briefing.facts):
        yield _("With more care")
    if protections(briefing):
        yield _("Protection measure")


def _was_handed_over(briefing: Briefing) -> bool:
    first = briefing.clients[0].key
    return any(
        period.client == first and period.advisor != briefing.advisor.key
        for period in briefing.periods
    )


def place_words(visit: BookedVisit, briefing: Briefing) -> str:
    """The room, the address, the number to call, or how the meeting is held."""
    first = briefing.clients[0]
    address = ", ".join(part for part in (first.street, first.city) if part)
    if visit.place is Place.HOME and address:
        return _("at home, {address}").format(address=address)
    if visit.place is Place.WORKPLACE and address and first.kind is Kind.COMPANY:
        return _("at the workplace, {address}").format(address=address)
    if visit.place is Place.PHONE and first.phone:
        return _("by phone, {number}").format(number=first.phone)
    return (
        visit.room
        or {
            Place.BRANCH: _("at the branch"),
            Place.HOME: _("at the client's home"),
            Place.WORKPLACE: _("at the client's workplace"),
            Place.PHONE: _("by phone"),
            Place.VIDEO: _("by video"),
        }[visit.place]
    )
