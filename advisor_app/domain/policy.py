"""The bank's thresholds by segment (PRODUCT.md, "Presence"); two built-in starting points."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from advisor_app.domain.codes import Segment
from advisor_app.domain.errors import Refused
from advisor_app.domain.months import less_months
from advisor_app.domain.segments import SegmentRules

SENIOR_AGE = 70
# Facts keep so many days of errands and of unanswered letters; no policy can ask for more.
COUNTED_AT_MOST = 8
COMMERCIAL_SEGMENTS = tuple(segment for segment in Segment if segment is not Segment.SENIOR)


@dataclass(eq=False)
class UnknownPolicy(Refused):
    """No policy has this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How long, how many and how soon, for one segment; months are calendar months.

    Raises ValueError for a negative length, or a count that facts could not answer.
    """

    grace_months: int = 3
    met_months: int = 12
    online_only_months: int = 18
    voice_months: int = 12
    digital_months: int = 6
    introduction_days: int = 60
    errands: int = 3
    unanswered: int = 3
    project_lead_months: int = 12

    def __post_init__(self) -> None:
        """Refuse what has no meaning."""
        if min(getattr(self, field.name) for field in fields(self)) < 0:
            raise ValueError("a threshold is never negative")
        if not (0 < self.errands <= COUNTED_AT_MOST and 0 < self.unanswered <= COUNTED_AT_MOST):
            raise ValueError(f"counts are from 1 to {COUNTED_AT_MOST}")

    def stricter(self, other: "Thresholds") -> "Thresholds":
        """The smaller of the two, field by field."""
        names = (field.name for field in fields(self))
        return Thresholds(
            **{name: min(getattr(self, name), getattr(other, name)) for name in names}
        )


@lru_cache(maxsize=64)
def stricter(one: Thresholds, other: Thresholds) -> Thresholds:
    """The smaller of the two, field by field."""
    names = (field.name for field in fields(Thresholds))
    return Thresholds(**{name: min(getattr(one, name), getattr(other, name)) for name in names})


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds of every commercial segment, and those that bind as well from the 70th birthday.

    A client without a segment reads as `mass`.
    """

    name: str
    by_segment: Mapping[Segment, Thresholds]

    def thresholds(self, segment: Segment | None, *, senior: bool) -> Thresholds:
        """What holds for a client of this segment."""
        own = self.by_segment[segment or Segment.MASS]
        return stricter(own, self.by_segment[Segment.SENIOR]) if senior else own


def senior_born_by(day: date) -> date:
    """Who was born on this day or earlier has had the 70th birthday by `day`."""
    return less_months(day, SENIOR_AGE * 12)


def reseau(rules: Mapping[Segment, SegmentRules]) -> Policy:
    """The built-in policy of a branch network, from the rhythm of the segments."""
    return Policy(
        "reseau",
        MappingProxyType(
            {
                segment: replace(
                    Thresholds(),
                    met_months=rules[segment].review_months,
                    online_only_months=rules[segment].online_only_months,
                )
                for segment in Segment
            }
        ),
    )


STANDARD = Policy("standard", MappingProxyType(dict.fromkeys(Segment, Thresholds())))
