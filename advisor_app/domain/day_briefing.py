"""Everything known that can stand in one day pack: the meetings, what else is due, whom to call."""

from dataclasses import dataclass
from datetime import date, datetime, time

from advisor_app.domain.briefing import BookedVisit, BriefedClient, Briefing, HouseholdMember
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor, Branch


@dataclass(frozen=True, slots=True)
class OwedFollowUp:
    """A follow-up that was not sent yet; `due` is wall time."""

    appointment: Key
    kind: str
    due: datetime


@dataclass(frozen=True, slots=True)
class OwedPromise:
    """Something that the bank promised and has not done."""

    client: Key
    what: str
    due: date


@dataclass(frozen=True, slots=True)
class Task:
    """Something due, with the clients it is due to; `what` is None for a written follow-up."""

    clients: tuple[BriefedClient, ...]
    what: str | None
    due: date


@dataclass(frozen=True, slots=True)
class ProposedCall:
    """A call that the day's suggestions propose, and why in one sentence."""

    client: Key
    reason: str


@dataclass(frozen=True, slots=True)
class DayCall:
    """A call to make, with the client whom it is to."""

    client: BriefedClient
    reason: str


@dataclass(frozen=True, slots=True)
class NextDay:
    """The next day on which the advisor works, and who comes then, in order of time."""

    day: date
    visits: tuple[tuple[BookedVisit, tuple[BriefedClient, ...]], ...]


@dataclass(frozen=True, slots=True)
class DayBriefing:
    """An advisor's day: the meetings in order of time, what else is due, the working spans.

    `members` are the households of the clients who are not met that day: a reason or a promise may
    name them.
    """

    day: date
    code: str
    advisor: Advisor
    branch: Branch | None
    meetings: tuple[Briefing, ...]
    tasks: tuple[Task, ...]
    hours: tuple[tuple[time, time], ...]
    calls: tuple[DayCall, ...]
    next_day: NextDay | None
    members: tuple[HouseholdMember, ...] = ()
