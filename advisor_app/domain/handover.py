"""How soon the new advisor must meet a client after a handover, and why (DOMAIN.md, section 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import complaints, last_meeting, protections
from advisor_app.domain.codes import Party, ProjectStatus, Segment
from advisor_app.domain.months import age_on, less_months, plus_months

_SOON, _YEAR, _FIVE_YEARS = 6, 12, 60
_OLD_AGE, _MANY_ADVISORS = 75, 3
_ALIVE = frozenset({ProjectStatus.HEARD, ProjectStatus.OPEN})
_HARD = frozenset({"bereavement", "hard_times"})
_CLOSELY_SERVED = frozenset({Segment.PRIVATE, Segment.PROFESSIONAL})


class Priority(StrEnum):
    """A is met within 30 days, B within 90, C within 180."""

    A = "A"
    B = "B"
    C = "C"


class PriorityReason(StrEnum):
    """Why a client comes first, the strongest reasons first."""

    PROMISE = "promise"
    PROJECT_SOON = "project_soon"
    COMPLAINT = "complaint"
    HARD_TIMES = "hard_times"
    PROTECTED = "protected"
    CLOSELY_SERVED = "closely_served"
    PROJECT = "project"
    NOT_MET = "not_met"
    MANY_ADVISORS = "many_advisors"
    OLD_AGE = "old_age"


@dataclass(frozen=True, slots=True)
class HandoverPriority:
    """The priority and what it rests on."""

    priority: Priority
    reasons: tuple[PriorityReason, ...]


def handover_priority(briefing: Briefing, drift_months: int) -> HandoverPriority:
    """Priority A, B or C; `drift_months` is the segment's time without a meeting.

    The bank's ten per cent of longest or largest relations are not known here, and left out.
    """
    if first := tuple(_first(briefing)):
        return HandoverPriority(Priority.A, first)
    if second := tuple(_second(briefing, drift_months)):
        return HandoverPriority(Priority.B, second)
    return HandoverPriority(Priority.C, ())


def _first(briefing: Briefing) -> Iterator[PriorityReason]:
    today = briefing.today
    if any(one.by is Party.BANK and one.done_on is None for one in briefing.promises):
        yield PriorityReason.PROMISE
    soon = plus_months(today, _SOON)
    alive = [one for one in briefing.projects if one.status in _ALIVE]
    if any(one.target and today <= one.target.first_day <= soon for one in alive):
        yield PriorityReason.PROJECT_SOON
    if complaints(briefing, less_months(today, _YEAR)):
        yield PriorityReason.COMPLAINT
    if any(one.code in _HARD for one in alive):
        yield PriorityReason.HARD_TIMES
    if protections(briefing):
        yield PriorityReason.PROTECTED
    if any(client.segment in _CLOSELY_SERVED for client in briefing.clients):
        yield PriorityReason.CLOSELY_SERVED


def _second(briefing: Briefing, drift_months: int) -> Iterator[PriorityReason]:
    today, met = briefing.today, last_meeting(briefing)
    if any(one.status in _ALIVE for one in briefing.projects):
        yield PriorityReason.PROJECT
    if met is None or met.day <= less_months(today, drift_months):
        yield PriorityReason.NOT_MET
    if advisors_since(briefing, less_months(today, _FIVE_YEARS)) >= _MANY_ADVISORS:
        yield PriorityReason.MANY_ADVISORS
    births = [client.birth_date for client in briefing.clients if client.birth_date]
    if any(age_on(birth, today) >= _OLD_AGE for birth in births):
        yield PriorityReason.OLD_AGE


def advisors_since(briefing: Briefing, day: date) -> int:
    """How many advisors served the first client from a day until today."""
    first = briefing.clients[0].key
    return len(
        {
            one.advisor
            for one in briefing.periods
            if one.client == first and (one.until_day is None or one.until_day >= day)
        }
    )
