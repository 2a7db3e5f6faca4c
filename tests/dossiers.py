"""Small dossiers that tests are made of: what a day knows of one invented client."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from advisor_app.domain.codes import (
    Answer,
    ConsentUse,
    Link,
    ProjectSource,
    ProjectStatus,
    State,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import (
    ClientDossier,
    ClientFact,
    DeliveredSignal,
    HeldContract,
    HouseholdMember,
    KnownProject,
    PastSuggestion,
)
from advisor_app.domain.suggestions.playbook import STANDARD_POLICY, SuggestionPolicy
from advisor_app.domain.suggestions.rulebook import RuleBook, prepare
from advisor_app.playbooks.suggestions import playbooks

DAY = date(2026, 4, 23)
ADVISOR = Key(b"A" * 16)
OTHER_ADVISOR = Key(b"B" * 16)


def days(count: int) -> timedelta:
    return timedelta(days=count)


def key(number: int) -> Key:
    return Key(number.to_bytes(16))


def book(day: date = DAY, policy: SuggestionPolicy = STANDARD_POLICY) -> RuleBook:
    return prepare(day, playbooks(), policy)


def client(number: int = 1, **known: Any) -> ClientDossier:
    """A client met ten months ago who may be called, and of whom nothing else is known."""
    usual = ClientDossier(
        key=key(number),
        ref=f"C{number}",
        advisor=ADVISOR,
        sort_name=f"client {number}",
        country="FR",
        since=date(2015, 1, 1),
        last_meeting=DAY - days(300),
        last_meeting_with_advisor=DAY - days(300),
        state=State.MET,
        consents={ConsentUse.PHONE: True},
    )
    return usual._replace(**known)


def said(code: str, noted: int = 20, target: str | None = None) -> KnownProject:
    """A project that the client spoke of so many days ago."""
    return project(code, ProjectSource.CLIENT, noted, target)


def project(
    code: str, source: ProjectSource, noted: int = 20, target: str | None = None
) -> KnownProject:
    return KnownProject(
        ref=f"P-{code}",
        code=code,
        status=ProjectStatus.HEARD,
        target=PartialDate.parse(target) if target else None,
        noted_on=DAY - days(noted),
        source=source,
    )


def signal(code: str, ago: int = 5) -> DeliveredSignal:
    return DeliveredSignal(code, DAY - days(ago))


def contract(family: str, **known: Any) -> HeldContract:
    return HeldContract(f"K-{family}", family, amount=Decimal(90000))._replace(**known)


def facts(**values: str) -> dict[str, ClientFact]:
    return {name: ClientFact(value, None) for name, value in values.items()}


def child(birth: date, name: str = "Alice") -> HouseholdMember:
    return HouseholdMember(Link.CHILD, name, birth)


def refused(
    subject: str, ago: int = 10, reason: RefusalReason = RefusalReason.NOT_NOW
) -> PastSuggestion:
    on = DAY - days(ago)
    return PastSuggestion(ADVISOR, subject, "branch_meeting", on, Answer.NO, on, None, reason)


def proposed(ago: int, advisor: Key = ADVISOR) -> PastSuggestion:
    """A suggestion that was kept so many days ago, of which nothing came."""
    return PastSuggestion(advisor, "annual_review", "branch_meeting", DAY - days(ago))
