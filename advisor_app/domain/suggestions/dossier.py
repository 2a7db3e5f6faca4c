"""What the rules of suggestions are told about one client and the household around.

Storage fills these for many clients at once. Rows are tuples because hundreds of thousands pass.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from advisor_app.domain.codes import (
    Announced,
    Answer,
    ConsentUse,
    Flag,
    Kind,
    Link,
    ProjectSource,
    ProjectStatus,
    Segment,
    State,
    Title,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.answers import RefusalReason


class KnownProject(NamedTuple):
    """A life project; `attended_on` is the last meeting or talk about it since it was noted."""

    ref: str
    code: str
    status: ProjectStatus
    target: PartialDate | None = None
    noted_on: date | None = None
    source: ProjectSource | None = None
    attended_on: date | None = None


class DeliveredSignal(NamedTuple):
    """A signal as the bank's systems delivered it."""

    code: str
    on: date
    value: str | None = None


class HeldContract(NamedTuple):
    """Something the client holds; `rate` is a ratio."""

    ref: str
    family: str
    opened_on: date | None = None
    ends_on: date | None = None
    amount: Decimal | None = None
    rate: Decimal | None = None


class ClientFact(NamedTuple):
    """One more thing known of the client, as delivered."""

    value: str | None
    on: date | None = None


class Contacts(NamedTuple):
    """Recent contacts, counted; days are the latest first.

    `attempts`: written by the bank, not automated, since the client last answered. `wrote`: what
    the client wrote within 30 days. `calls_30_days` and `automated_12_months` are the bank's.
    `gesture_on`: the last letter, card or call that went out.
    """

    attempts: tuple[date, ...] = ()
    wrote: tuple[date, ...] = ()
    calls_30_days: int = 0
    automated_12_months: int = 0
    gesture_on: date | None = None


NO_CONTACTS = Contacts()


class PastSuggestion(NamedTuple):
    """A suggestion that was kept, and what became of it."""

    advisor: Key
    subject: str
    ritual: str
    made_on: date
    answer: Answer | None = None
    answered_on: date | None = None
    until: date | None = None
    reason: RefusalReason | None = None


class HouseholdMember(NamedTuple):
    """A partner or a child of the household, a client or not."""

    link: Link
    first_name: str | None = None
    birth_date: date | None = None


class ClientDossier(NamedTuple):
    """One client on one day.

    `served` is false for members of a household whom the asking advisor does not serve: they only
    count for the rest of the household. `distance_km` and `on_the_way` (a visit of the advisor's
    nearby within two weeks) are known only with the client's consent to proximity. `former_here`
    says that the advisor before, who has met the client, still serves clients of the bank.
    `household_death` is the last day on which another client of the household died.
    """

    key: Key
    ref: str
    advisor: Key | None = None
    household: Key | None = None
    served: bool = True
    kind: Kind = Kind.PERSON
    title: Title | None = None
    name: str = ""
    sort_name: str = ""
    birth_date: date | None = None
    segment: Segment | None = None
    country: str | None = None
    since: date | None = None
    no_profile: bool = False
    preferred_channel: str | None = None
    state: State = State.MET
    restraint: Restraint | None = None
    no_contact_until: date | None = None
    flags: frozenset[Flag] = frozenset()
    errand_days: tuple[date, ...] = ()
    assigned_from: date | None = None
    announced: Announced | None = None
    last_meeting: date | None = None
    last_meeting_with_advisor: date | None = None
    last_talk: date | None = None
    former_here: bool = False
    projects: tuple[KnownProject, ...] = ()
    signals: tuple[DeliveredSignal, ...] = ()
    contracts: tuple[HeldContract, ...] = ()
    facts: Mapping[str, ClientFact] = MappingProxyType({})
    consents: Mapping[ConsentUse, bool] = MappingProxyType({})
    contacts: Contacts = NO_CONTACTS
    past: tuple[PastSuggestion, ...] = ()
    members: tuple[HouseholdMember, ...] = ()
    appointment_on: date | None = None
    missed_on: date | None = None
    household_death: date | None = None
    distance_km: float | None = None
    on_the_way: bool = False

    @property
    def met_advisor(self) -> bool:
        """Whether the present advisor has met the client, or nobody had to be introduced."""
        if Flag.NOT_INTRODUCED in self.flags:
            return False
        return self.last_meeting is not None

    def fact_day(self, name: str) -> date | None:
        """The day that a fact states, else the day on which it was noted."""
        fact = self.facts.get(name)
        if fact is None:
            return None
        try:
            return date.fromisoformat(fact.value or "")
        except ValueError:
            return fact.on

    def fact_number(self, name: str) -> Decimal | None:
        """The number that a fact states, or None."""
        fact = self.facts.get(name)
        if fact is None or fact.value is None:
            return None
        try:
            return Decimal(fact.value)
        except ArithmeticError:
            return None
