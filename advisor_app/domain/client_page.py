"""One household on its page: who they are, why to see them, what they plan, what was said."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from advisor_app.domain.codes import (
    Channel,
    ConsentUse,
    Direction,
    Link,
    Nature,
    Place,
    ProjectStatus,
    State,
)
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.people import Person
from advisor_app.domain.presence import RaisedFlag, Restraint
from advisor_app.domain.project_edits import Stage
from advisor_app.domain.thread import ThreadData


@dataclass(frozen=True, slots=True)
class HouseholdPerson:
    """A person of the household and how he is tied to its head."""

    person: Person
    link: Link


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """The latest word on one use."""

    use: ConsentUse
    given: bool
    on: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A life project of one of the clients, with the inputs of its figures that are known."""

    ref: str
    code: str
    status: ProjectStatus
    target: PartialDate | None
    noted_on: date | None
    amount: Decimal | None
    currency: str
    note: str | None
    inputs: tuple[tuple[str, str], ...]
    client: Person
    stage: Stage | None = None
    next_step: str | None = None
    next_step_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact that happened; `at` is its time of day where known."""

    day: date
    at: str | None
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None
    subject: str | None
    note: str | None
    advisor: str | None
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """The next appointment, or the latest past one that nobody has written up yet.

    `advisor` is whose meeting it is, and `colleague` comes along, both by name.
    """

    ref: str
    start: datetime
    end: datetime
    place: Place
    room: str | None
    people: tuple[Person, ...]
    printed_on: date | None
    is_past: bool
    agreed: bool = True
    advisor: str = ""
    colleague: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpCard:
    """A word that is owed after a meeting: of which appointment, held when, and due when."""

    ref: str
    held_on: date
    due: datetime
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A small thing that makes a client feel known."""

    icon: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Everything that the page of one household shows.

    `clients` are those whom the bank serves, the head first; `people` is everybody, clients
    included. `restraint` is why nothing is proposed to them, or None. `no_profile` tells whether
    one of them objects to being profiled.
    """

    key: Key
    clients: tuple[Person, ...]
    people: tuple[HouseholdPerson, ...]
    state: State
    not_introduced: bool
    town: str | None
    since: date | None
    phone: str | None
    email: str | None
    occupation: str | None
    preferred_channel: str | None
    preferred_time: str | None
    consents: tuple[ConsentLine, ...]
    thread: ThreadData
    projects: tuple[ProjectCard, ...]
    contacts: tuple[ContactLine, ...]
    appointment: AppointmentCard | None
    reminders: tuple[Reminder, ...]
    flags: tuple[RaisedFlag, ...] = ()
    restraint: Restraint | None = None
    no_profile: bool = False
    follow_ups: tuple[FollowUpCard, ...] = ()
    introductions: tuple[tuple[Person, IntroductionSteps], ...] = ()
