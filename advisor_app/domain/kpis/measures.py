"""What a figure of the report is: shares, counts and averages, rounded as `kpis.toml` says."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_TENTH = Decimal("0.1")


class Kpi(StrEnum):
    """The nineteen figures of `kpis.toml`, in its order."""

    MET_12M = "met_12m"
    DRIFT_SHARE = "drift_share"
    NEVER_MET = "never_met"
    INTRO_RATE_90 = "intro_rate_90"
    HANDOVER_ATTRITION = "handover_attrition"
    SUGGESTION_ACCEPTANCE = "suggestion_acceptance"
    DECLINE_REASONS = "decline_reasons"
    PROPOSAL_TO_MEETING = "proposal_to_meeting"
    NO_SHOW = "no_show"
    FOLLOW_UP_48 = "follow_up_48"
    PROMISES_KEPT = "promises_kept"
    PREPARED_RATE = "prepared_rate"
    MEANINGFUL_SHARE = "meaningful_share"
    DEFLECTED = "deflected"
    PROJECT_COVERAGE = "project_coverage"
    CONTACT_PRESSURE = "contact_pressure"
    CAPACITY_USE = "capacity_use"
    EVENT_CONVERSION = "event_conversion"
    EQUITY = "equity"


class Part(StrEnum):
    """What a figure says besides its first share."""

    MAIN = "main"
    PRIORITY_A = "priority_a"
    NOT_TRANSFERRED = "not_transferred"
    UNDECIDED = "undecided"
    CANCELLED = "cancelled"
    ON_AVERAGE = "on_average"
    MET_AFTER = "met_after"
    COST_PER_MEETING = "cost_per_meeting"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Share:
    """So much of so much; the whole of a capacity may be a fraction."""

    part: int
    whole: Decimal

    def percent(self) -> Decimal | None:
        """Rounded half up to one decimal; None where the whole is nothing: never 0 %."""
        if self.whole == 0:
            return None
        return (Decimal(self.part) * 100 / self.whole).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Counted:
    """A plain number; None where nothing can be said."""

    number: Decimal | None


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a figure: which part of it, or of which group (a segment, a band, a reason)."""

    of: str
    value: Share | Counted


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with all that it says, the first part first."""

    kpi: Kpi
    told: tuple[Told, ...]

    @property
    def share(self) -> Share | Counted:
        """Its first value."""
        return self.told[0].value


def share(part: int, whole: int) -> Share:
    """So many of so many."""
    return Share(part, Decimal(whole))


def average(total: Decimal, many: int) -> Counted:
    """Rounded half up to one decimal; None of nobody."""
    if not many:
        return Counted(None)
    return Counted((total / many).quantize(_TENTH, ROUND_HALF_UP))


def measure(kpi: Kpi, main: Share | Counted, *others: Told) -> Measure:
    """A figure whose first value is its main one."""
    return Measure(kpi, (Told(Part.MAIN, main), *others))
