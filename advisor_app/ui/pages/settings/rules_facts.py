"""What the pane of rules asks of the services; every function runs on the worker."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.codes import Flag, Role, Segment
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy, Thresholds
from advisor_app.domain.policy_version import STOPS, Comparison, FlagCounts, PolicyVersion, edited

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

MONTHS = "online_only_months"


@dataclass(frozen=True, slots=True)
class RulesFacts:
    """The rules in force and their history; `whole_bank` says whose clients are counted."""

    in_force: Policy
    number: int
    versions: tuple[tuple[PolicyVersion, datetime], ...]
    counts: FlagCounts
    meetings: int
    whole_bank: bool
    today: date


@dataclass(frozen=True, slots=True)
class DraftCounts:
    """What a draft would flag, and what its slider would at each stop."""

    counts: FlagCounts
    stops: tuple[tuple[int, int], ...]


def gather(services: "Services") -> RulesFacts:
    """The rules of now."""
    policies = services.policies
    zone = services.now().tzinfo
    in_force = policies.in_force()
    whose = counted(services)
    return RulesFacts(
        in_force=in_force,
        number=policies.number(),
        versions=tuple((one, one.made_at.astimezone(zone)) for one in policies.versions()),
        counts=policies.counts(in_force, whose),
        meetings=policies.meetings_of_late(),
        whole_bank=whose is None,
        today=services.today(),
    )


def count_draft(services: "Services", draft: Policy, segments: tuple[Segment, ...]) -> DraftCounts:
    """What the draft flags, then each stop."""
    whose = counted(services)
    stops = (
        (stop, services.policies.counts(edited(draft, segments, MONTHS, stop), whose))
        for stop in STOPS
    )
    return DraftCounts(
        services.policies.counts(draft, whose),
        tuple((stop, counts.of(Flag.ONLINE_ONLY)) for stop, counts in stops),
    )


def compare(services: "Services", before: str, after: str) -> Comparison:
    """Two sets of rules by their names, over the clients that the pane counts."""
    policies = services.policies
    return policies.compare(policies.named(before), policies.named(after), counted(services))


def whom_it_touches(services: "Services", before: Policy, after: Policy) -> list[tuple[str, Key]]:
    """The names and keys of those whom a change newly flags as online only, or flags no longer."""
    return services.policies.whom_it_touches(before, after, Flag.ONLINE_ONLY, counted(services))


def counted(services: "Services") -> str | None:
    """Whose clients are counted: an advisor's own; the whole bank's where no advisor works."""
    advisor = services.advisor
    return advisor.ref if advisor is not None and advisor.role is Role.ADVISOR else None


def shown(policy: Policy, segment: Segment | None) -> Thresholds:
    """The thresholds of a segment; those of most clients where every segment is meant."""
    return policy.by_segment[segment or Segment.MASS]


def segments_differ(policy: Policy, name: str) -> bool:
    """Whether a threshold is not the same for every segment."""
    return len({getattr(own, name) for own in policy.by_segment.values()}) > 1


def meant(segment: Segment | None) -> tuple[Segment, ...]:
    """The segments that a change is for."""
    return tuple(Segment) if segment is None else (segment,)
