"""The tabs of a client's page: exchanges, household, documents, history, signals."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from advisor_app.domain.attentions import Attention
from advisor_app.domain.client_page import ConsentLine, ProjectCard
from advisor_app.domain.codes import Channel, Direction, Link, Nature
from advisor_app.domain.commitments import Commitment
from advisor_app.domain.keys import Key
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.people import Person


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a contact says; `at` is its time of day where known, `project` a reference."""

    day: date
    at: str | None
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None
    subject: str | None
    note: str | None
    advisor: str | None
    project: str | None
    project_code: str | None
    counts_as: str | None


@dataclass(frozen=True, slots=True)
class FormerExchange:
    """What a contact said before a correction."""

    corrected_at: datetime
    by: str | None
    why: str | None
    day: date
    channel: Channel
    minutes: int | None
    subject: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A contact of one or several of the household: `refs` are the parts that each had."""

    refs: tuple[str, ...]
    exchange: Exchange
    formers: tuple[FormerExchange, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """A person of the household: how he is tied to its head, and whether he may know."""

    key: Key
    person: Person
    link: Link
    may_know: bool


@dataclass(frozen=True, slots=True)
class ClientIdentity:
    """What the bank knows of how to reach a client, and what he agreed to."""

    person: Person
    language: str | None
    segment: str | None
    since: date | None
    email: str | None
    phone: str | None
    mobile: str | None
    street: str | None
    postal_code: str | None
    city: str | None
    country: str | None
    occupation: str | None
    preferred_channel: str | None
    preferred_time: str | None
    consents: tuple[ConsentLine, ...]


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A contract that a client holds."""

    ref: str
    client: Person
    family: str
    opened_on: date | None
    ends_on: date | None
    amount: Decimal | None
    rate: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that was printed or saved."""

    kind: PaperKind
    made_at: datetime
    purpose: str
    pages: int
    advisor: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What somebody did with the file: the deed's code, what it was about, and why."""

    at: datetime
    who: str
    action: str
    subject: str | None
    why: str | None
    detail: str | None

    @property
    def hidden(self) -> tuple[str, ...]:
        """What a paper did not show, in the words of `SheetChoices.hidden`."""
        told = json.loads(self.detail) if self.detail else {}
        return tuple(told.get("hidden", ()))


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A dated fact from the bank's systems, with its strength from 1 to 5."""

    code: str
    on: date
    value: str | None
    client: Person


@dataclass(frozen=True, slots=True)
class NotedReminder:
    """A small thing to remember, which can be changed."""

    key: Key
    client: Key
    icon: str | None
    text: str
    noted_on: date


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """Everything that the tabs of one household's page show beyond the overview.

    `year` and `ceiling` are those of small attentions: a calendar year, an amount a person.
    """

    key: Key
    today: date
    country: str
    projects: tuple[ProjectCard, ...]
    entries: tuple[TimelineEntry, ...]
    commitments: tuple[Commitment, ...]
    attentions: tuple[Attention, ...]
    ceiling: Decimal
    members: tuple[HouseholdMember, ...]
    identities: tuple[ClientIdentity, ...]
    contracts: tuple[ContractLine, ...]
    papers: tuple[PaperLine, ...]
    history: tuple[HistoryLine, ...]
    signals: tuple[SignalLine, ...]
    reminders: tuple[NotedReminder, ...]
