"""The portfolio as a list: one row a household, what narrows it, and in which order it stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advisor_app.domain.codes import ProjectStatus, Segment, State
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
    """What the rows are sorted by."""

    NAME = "name"
    LAST_MEETING = "last_meeting"
    LAST_DIGITAL = "last_digital"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class PortfolioQuestion:
    """What narrows and sorts the list; `words` are parts of names or of a town."""

    words: str = ""
    with_project: bool = False
    online_only: bool = False
    not_introduced: bool = False
    met: bool = False
    project: str | None = None
    segment: Segment | None = None
    order: PortfolioOrder = PortfolioOrder.LAST_MEETING
    descending: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioCounts:
    """How many households the advisor serves, of how many clients, and how many each chip holds."""

    households: int
    clients: int
    with_project: int
    online_only: int
    not_introduced: int


@dataclass(frozen=True, slots=True)
class PortfolioList:
    """The rows' keys in order, and the counts; rows are asked for by pages."""

    keys: tuple[Key, ...]
    counts: PortfolioCounts


@dataclass(frozen=True, slots=True)
class ProjectBrief:
    """A heard or open project in few words; `when` is None where no target is known."""

    code: str
    status: ProjectStatus
    when: PartialDate | None


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
