"""States and flags of a client on a day (PRODUCT.md, "Presence"): limits, results, evidence.

The rule itself is one statement of storage over kept facts; this module gives it the day's
limits and gives back what it found, as values. Since when is told by `presence_runs`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from advisor_app.domain.codes import Announced, Flag, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months, plus_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.policy import COMMERCIAL_SEGMENTS, Policy, Thresholds

PROJECT_EXPIRY_MONTHS = 12
# Of what is owed after a meeting, the written follow-up (`follow_ups.csv`).
FOLLOW_UP = "summary"


@dataclass(frozen=True, slots=True)
class Limits:
    """The dates that a day and thresholds make; each limit day itself is within.

    `new_after` is the one exception: a client since that day is not new any more.
    """

    new_after: date
    met_from: date
    drifting_from: date
    voice_from: date
    digital_from: date
    assigned_by: date
    project_by: date
    errands: int
    unanswered: int


@lru_cache(maxsize=256)
def limits(day: date, thresholds: Thresholds) -> Limits:
    """The limit dates of one day."""
    return Limits(
        new_after=less_months(day, thresholds.grace_months),
        met_from=less_months(day, thresholds.met_months),
        drifting_from=less_months(day, thresholds.online_only_months),
        voice_from=less_months(day, thresholds.voice_months),
        digital_from=less_months(day, thresholds.digital_months),
        assigned_by=day - timedelta(days=thresholds.introduction_days),
        project_by=plus_months(day, thresholds.project_lead_months),
        errands=thresholds.errands,
        unanswered=thresholds.unanswered,
    )


def limits_by_segment(day: date, policy: Policy) -> dict[tuple[Segment, bool], Limits]:
    """The limits of every commercial segment, before and from the 70th birthday."""
    return {
        (segment, senior): limits(day, policy.thresholds(segment, senior=senior))
        for segment in COMMERCIAL_SEGMENTS
        for senior in (False, True)
    }


def expired_before(day: date) -> date:
    """A project whose target's last possible day lies before this one has expired by `day`."""
    return less_months(day, PROJECT_EXPIRY_MONTHS)


class Restraint(StrEnum):
    """Why a client carries no flag and gets no suggestion."""

    DECEASED = "deceased"
    CLOSED = "closed"
    NO_CONTACT = "no_contact"


class OnlineOnly(NamedTuple):
    """Evidence: the last of each kind of contact.

    `last_digital_month` is the month's first day; `online_contacts` counts log-ins, messages and
    operations of the months that still count, and what the client wrote, within `digital_months`.
    """

    last_meeting: date | None
    last_talk: date | None
    last_digital_month: date | None
    online_contacts: int


class NotIntroduced(NamedTuple):
    """Evidence: the advisor's reference and name, since when, and how it was announced.

    `changes_without_meeting` counts the changes of advisor, the present one and those just before
    it, in whose time the client did not meet the advisor who came.
    """

    advisor: str
    advisor_name: str
    from_day: date
    announced: Announced | None
    changes_without_meeting: int


@dataclass(frozen=True, slots=True)
class ErrandsOnly:
    """Evidence: how many operations face to face, and on which days, each day once."""

    count: int
    days: tuple[date, ...]


class ProjectUnattended(NamedTuple):
    """Evidence: the project that comes first by its target, those without one last."""

    project: str
    code: str
    target: PartialDate | None
    noted_on: date | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Evidence: how many letters, the first of them, and when the client last answered."""

    count: int
    first: date
    last_answer: date | None


class FollowUpDue(NamedTuple):
    """Evidence: the appointment's reference and when its follow-up was due, in wall time."""

    appointment: str
    due: datetime


class CommitmentDue(NamedTuple):
    """Evidence: the commitment's reference, what was promised, and for when."""

    commitment: str
    what: str
    due: date


Evidence: TypeAlias = (
    OnlineOnly
    | NotIntroduced
    | ErrandsOnly
    | ProjectUnattended
    | Unanswered
    | FollowUpDue
    | CommitmentDue
)


class RaisedFlag(NamedTuple):
    """A flag that a client carries; `since` is the first day of the present unbroken run."""

    flag: Flag
    since: date | None
    evidence: Evidence


class Presence(NamedTuple):
    """One client on one day; `since` is the first day of the present unbroken run of the state."""

    key: Key
    ref: str
    state: State
    since: date | None
    flags: tuple[RaisedFlag, ...] = ()
    restraint: Restraint | None = None
