"""The portfolio as a list: one row a household, what narrows it, and in which order it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.codes import Flag, ProjectStatus, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.people import Person
from advisor_app.domain.thread import ThreadData

# A household's row stands under the state of its most distant adult: the later here, the farther.
DISTANCE = (
    State.MET,
    State.NEW,
    State.DRIFTING,
    State.VOICE_ONLY,
    State.ONLINE_ONLY,
    State.SILENT,
)


class PortfolioOrder(StrEnum):
    """What the rows are sorted by: `LAST_CONTACT` of any kind, `PROJECT` by the nearest target."""

    NAME = "name"
    LAST_CONTACT = "last_contact"
    LAST_MEETING = "last_meeting"
    LAST_DIGITAL = "last_digital"
    PROJECT = "project"
    APPOINTMENT = "appointment"
    TOWN = "town"
    AGE = "age"
    SEGMENT = "segment"
    SINCE = "since"
    PHONE = "phone"
    REF = "ref"


class Facet(StrEnum):
    """What a filter keeps; states widen each other, everything else narrows.

    `NEAR` is near the advisor's branch, among clients who agreed to the use of distance.
    """

    WITH_PROJECT = "with_project"
    ONLINE_ONLY = "online_only"
    NOT_INTRODUCED = "not_introduced"
    NEW = "new"
    MET = "met"
    DRIFTING = "drifting"
    VOICE_ONLY = "voice_only"
    SILENT = "silent"
    ERRANDS_ONLY = "errands_only"
    PROJECT_UNATTENDED = "project_unattended"
    UNANSWERED = "unanswered"
    FOLLOW_UP_DUE = "follow_up_due"
    COMMITMENT_DUE = "commitment_due"
    WITH_APPOINTMENT = "with_appointment"
    WITHOUT_APPOINTMENT = "without_appointment"
    NEAR = "near"


STATE_FACETS = {Facet(state.value): state for state in State}
# Every flag but `online_only`, which is the state's own.
FLAG_FACETS = {Facet(flag.value): flag for flag in Flag if flag is not Flag.ONLINE_ONLY}


@dataclass(frozen=True, slots=True)
class PortfolioQuestion:
    """What narrows and sorts the list.

    `words` are beginnings of words of names, towns, references and projects, or digits of a
    telephone number, in any order.
    """

    words: str = ""
    facets: frozenset[Facet] = frozenset()
    project: str | None = None
    segment: Segment | None = None
    order: PortfolioOrder = PortfolioOrder.LAST_MEETING
    descending: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it leaves anybody out."""
        return bool(self.words.strip() or self.facets or self.project or self.segment)


@dataclass(frozen=True, slots=True)
class PortfolioCounts:
    """How many households the advisor serves, of how many clients.

    And how many rows there would be with one more filter, or with another project or segment.
    """

    households: int
    clients: int
    facets: Mapping[Facet, int] = field(default_factory=dict)
    projects: Mapping[str, int] = field(default_factory=dict)
    segments: Mapping[Segment, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PortfolioList:
    """The rows' keys in order, and the counts; rows are asked for by pages.

    `counted` says how many of the rows are counted.
    """

    keys: Sequence[Key]
    counts: PortfolioCounts
    counted: int


@dataclass(frozen=True, slots=True)
class ProjectBrief:
    """A heard or open project in few words; `when` is None where no target is known.

    It is not `counted` where its client objects to being profiled.
    """

    code: str
    status: ProjectStatus
    when: PartialDate | None
    counted: bool = True


class ComingMeeting(NamedTuple):
    """When the next appointment begins: its instant in seconds since 1970, and its wall time.

    The instant comes first, for branches may lie in several zones.
    """

    start_utc: int
    start: datetime


class PortfolioEntry(NamedTuple):
    """What finding and sorting know of a household, or of one client without a household.

    `clients` are those whom the advisor serves; `words` the folded words that find it, `numbers`
    its telephone numbers' digits without country code and leading zero. `uncounted` are those of
    its clients who object to being profiled: the household is found and served, no figure counts
    them, and no filter holds a household of which nobody else is. `segments` are those of the
    others, where there are any. `near`: Facet.NEAR holds it.
    """

    key: Key
    clients: tuple[Key, ...]
    state: State
    flags: tuple[Flag, ...]
    last_meeting: date | None
    last_contact: date | None
    last_digital: date | None
    projects: tuple[ProjectBrief, ...]
    appointment: ComingMeeting | None
    town: str | None
    segments: tuple[Segment, ...]
    born: date | None
    since: date | None
    ref: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    phone: str | None = None
    uncounted: int = 0
    near: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether somebody of it may be counted."""
        return self.uncounted < len(self.clients)

    @property
    def not_introduced(self) -> bool:
        """Whether somebody of it was never presented to the advisor."""
        return Flag.NOT_INTRODUCED in self.flags


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One household, or one client without a household.

    `key` is the household's or the client's; `clients` are those whom the advisor serves, the
    head first. `last_digital` is the first day of the last month with digital activity.
    """

    key: Key
    clients: tuple[Person, ...]
    state: State
    not_introduced: bool
    last_meeting: date | None
    last_digital: date | None
    projects: tuple[ProjectBrief, ...]
    appointment: datetime | None
    town: str | None
    since: date | None
    thread: ThreadData
    segments: tuple[Segment, ...] = ()
    phone: str | None = None
