"""The bank's own rules: a copy of a policy, edited by segment, kept as numbered versions.

A version is never changed: whoever wants other rules, or earlier ones again, makes a new one. The
newest is in force; before the first, `standard` is (PRODUCT.md, "Presence").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from types import MappingProxyType

from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.policy import COUNTED_AT_MOST, Policy, Thresholds

REASON_AT_MOST = 500
# From the least to the most that has a meaning; months beyond ten years are a slip of the hand.
ALLOWED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "grace_months": (0, 24),
        "met_months": (1, 120),
        "online_only_months": (1, 120),
        "voice_months": (0, 120),
        "digital_months": (0, 120),
        "introduction_days": (0, 730),
        "errands": (1, COUNTED_AT_MOST),
        "unanswered": (1, COUNTED_AT_MOST),
        "project_lead_months": (0, 120),
    }
)
# What a screen offers for the months of "online only", and for each other threshold; a file may
# ask for any value that is allowed.
STOPS = (12, 18, 24, 30, 36)
OFFERED: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "introduction_days": (0, 30, 60, 90, 180),
        "project_lead_months": (3, 6, 12, 18, 24),
        "errands": (2, 3, 4, 5),
        "unanswered": (2, 3, 4, 5),
        "met_months": (6, 9, 12, 18, 24),
        "voice_months": (6, 12, 18, 24),
        "digital_months": (3, 6, 12),
        "grace_months": (0, 3, 6, 12),
    }
)


@dataclass(eq=False)
class OutOfRange(Refused):
    """A threshold has a value without meaning."""

    name: str
    value: int
    least: int
    most: int


@dataclass(eq=False)
class MetAfterOnlineOnly(Refused):
    """A segment's clients would count as met for longer than they may go unseen."""

    segment: Segment
    met_months: int
    online_only_months: int


@dataclass(eq=False)
class ReasonNeeded(Refused):
    """New rules need a reason, for those who read it later."""


@dataclass(eq=False)
class ReasonTooLong(Refused):
    """The reason is longer than what is kept."""

    most: int = REASON_AT_MOST


@dataclass(eq=False)
class NothingChanges(Refused):
    """The rules are those in force already."""


@dataclass(eq=False)
class PolicyMoved(Refused):
    """Somebody applied other rules since these were looked at; `number` is what is in force."""

    number: int


@dataclass(eq=False)
class BadPolicyFile(BadInput):
    """A file of rules cannot be understood; `where` names the place in it."""

    where: str


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """Rules as they were applied: `made_at` is aware, `author` a name, `restores` a number."""

    number: int
    policy: Policy
    made_at: datetime
    author: str | None
    reason: str
    restores: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One threshold of one segment that differs."""

    segment: Segment
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FlagCounts:
    """How many clients carry each flag, of how many who may be met."""

    clients: int
    flags: Mapping[Flag, int]

    def of(self, flag: Flag) -> int:
        """How many carry one flag."""
        return self.flags.get(flag, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two sets of rules, and what each would flag today."""

    before: Policy
    after: Policy
    differences: tuple[Difference, ...]
    counts_before: FlagCounts
    counts_after: FlagCounts


def threshold_names() -> tuple[str, ...]:
    """The thresholds, in the order of PRODUCT.md."""
    return tuple(field.name for field in fields(Thresholds))


def edited(policy: Policy, segments: Iterable[Segment], name: str, value: int) -> Policy:
    """The policy with one threshold changed for some segments; OutOfRange as `checked`."""
    check_value(name, value)
    changed = {
        segment: replace(policy.by_segment[segment], **{name: value}) for segment in segments
    }
    return Policy(policy.name, MappingProxyType({**policy.by_segment, **changed}))


def check_value(name: str, value: int) -> None:
    """Raise OutOfRange for a value without meaning."""
    least, most = ALLOWED[name]
    if not least <= value <= most:
        raise OutOfRange(name, value, least, most)


def checked(policy: Policy) -> Policy:
    """The policy, where every segment's thresholds have a meaning together.

    Raises OutOfRange or MetAfterOnlineOnly.
    """
    for segment, own in policy.by_segment.items():
        for name in threshold_names():
            check_value(name, getattr(own, name))
        if own.met_months > own.online_only_months:
            raise MetAfterOnlineOnly(segment, own.met_months, own.online_only_months)
    return policy


def checked_reason(reason: str) -> str:
    """The reason on one line; ReasonNeeded where it says nothing, ReasonTooLong beyond what fits."""
    told = " ".join(reason.split())
    if not told:
        raise ReasonNeeded
    if len(told) > REASON_AT_MOST:
        raise ReasonTooLong
    return told


def differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """Every threshold that differs, by segment and then in the order of PRODUCT.md."""
    return tuple(
        Difference(segment, name, was, becomes)
        for segment in Segment
        for name in threshold_names()
        for was in (getattr(before.by_segment[segment], name),)
        for becomes in (getattr(after.by_segment[segment], name),)
        if was != becomes
    )
