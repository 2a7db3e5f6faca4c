"""Everything known that can stand on one briefing sheet, read in one go and never written."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.bank_identity import PLAIN, BankIdentity
from advisor_app.domain.codes import (
    Announced,
    Channel,
    ConsentUse,
    Direction,
    Kind,
    Language,
    Link,
    Nature,
    Party,
    Place,
    ProjectSource,
    ProjectStatus,
    Segment,
    Title,
)
from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.partial_date import PartialDate


@dataclass(eq=False)
class NoSuchAppointment(Refused):
    """No appointment has this reference."""

    ref: str


@dataclass(eq=False)
class NobodyServes(Refused):
    """No advisor serves this client, and none was named: nobody to prepare a meeting for."""

    ref: str


@dataclass(frozen=True, slots=True)
class BriefedClient:
    """A client whom the meeting is with; a company's name stands in `last_name`.

    `namesake` says that another client of the bank bears the same name.
    """

    key: Key
    ref: str
    kind: Kind
    title: Title | None
    first_name: str | None
    last_name: str | None
    birth_date: date | None
    language: Language | None
    branch: Key
    household: Key | None
    since: date | None
    occupation: str | None
    preferred_channel: str | None
    preferred_time: str | None
    street: str | None
    postal_code: str | None
    city: str | None
    country: str | None
    phone: str | None
    segment: Segment | None
    no_profile: bool
    namesake: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """A person of the household, a client of the bank or not."""

    link: Link
    first_name: str | None
    last_name: str | None
    birth_date: date | None
    client: Key | None
    may_know: bool


@dataclass(frozen=True, slots=True)
class ServedPeriod:
    """One advisor's time with a client; both ends included."""

    client: Key
    advisor: Key
    name: str
    from_day: date
    until_day: date | None
    announced: Announced | None


@dataclass(frozen=True, slots=True)
class PastContact:
    """A touchpoint on or before the day; `advisors` are keys with names."""

    client: Key
    day: date
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None
    one_to_one: bool
    subject: str | None
    advisors: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class DigitalMonth:
    """Log-ins, messages and operations of a month, added up over the clients met."""

    first_day: date
    count: int


@dataclass(frozen=True, slots=True)
class BriefedProject:
    """A life project with the inputs of its figures, by name."""

    key: Key
    ref: str
    client: Key
    code: str
    status: ProjectStatus
    target: PartialDate | None
    amount: Decimal | None
    currency: str
    noted_on: date | None
    source: ProjectSource | None
    note: str | None
    inputs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Something held; `rate` is a ratio. Amounts are for figures alone, never printed by account."""

    ref: str
    client: Key
    family: str
    opened_on: date | None
    ends_on: date | None
    amount: Decimal | None
    rate: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class LatestConsent:
    """A client's last word on one use."""

    client: Key
    use: ConsentUse
    given: bool
    on: date


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment; done ones have their day.

    `made_on` is the day of the meeting at which it was promised, where the program wrote it up.
    """

    client: Key
    by: Party
    what: str
    due: date | None
    done_on: date | None
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One more thing known of a client, as delivered."""

    client: Key
    name: str
    value: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Recollection:
    """A small thing that makes a client feel known."""

    client: Key
    icon: str | None
    text: str


class Access(StrEnum):
    """How somebody who cannot climb steps gets in; nothing is said where it is not known."""

    STEP_FREE = "step_free"
    ON_REQUEST = "on_request"


class Company(NamedTuple):
    """The colleague who comes along to a meeting."""

    key: Key
    name: str


@dataclass(frozen=True, slots=True)
class BookedVisit:
    """The appointment that is prepared; wall times of the branch.

    `access` is that of the room, or of another one of the branch; `colleague` comes along. `host`
    is whose meeting it is, by name, in the day of an advisor who only comes along. `zone` is that of
    the wall times.
    """

    key: Key
    ref: str
    start: datetime
    end: datetime
    place: Place
    room: str | None
    project: Key | None
    suggested: str | None
    access: Access | None = None
    colleague: Company | None = None
    host: str | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the best suggestion says of a meeting that is not booked yet.

    `subject` is a code of the catalogue, `reason` one sentence in the reader's language.
    """

    subject: str
    project_ref: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """One meeting to prepare; nothing in it lies after `today` but what is planned.

    `code` is the paper's own, `clients` are those who are met, `advisor` is who will meet them,
    `follow_up_due` is the wall time by which the visit's written follow-up is owed. Nothing personal of household members who are not met is in
    it, but their names and ages. `bank` is how it presents itself, on letters alone.
    `asked_by_letter` is the day on which a letter about the visit last left the printer.
    """

    today: date
    code: str
    advisor: Advisor
    branch: Branch | None
    visit: BookedVisit | None
    follow_up_due: datetime | None
    proposal: Proposal | None
    clients: tuple[BriefedClient, ...]
    members: tuple[HouseholdMember, ...]
    periods: tuple[ServedPeriod, ...]
    contacts: tuple[PastContact, ...]
    months: tuple[DigitalMonth, ...]
    projects: tuple[BriefedProject, ...]
    holdings: tuple[Holding, ...]
    consents: tuple[LatestConsent, ...]
    promises: tuple[Promise, ...]
    facts: tuple[KnownFact, ...]
    recollections: tuple[Recollection, ...]
    bank: BankIdentity = PLAIN
    asked_by_letter: date | None = None
