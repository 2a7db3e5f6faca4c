"""How often a segment's clients are met, and how much contact a household bears.

The values are the bank's to change; `playbooks.segments` reads the ones that ship
(DOMAIN.md, section 4). Months are calendar months.
"""

from dataclasses import dataclass

from advisor_app.domain.codes import Segment
from advisor_app.domain.local_text import LocalText


@dataclass(frozen=True, slots=True)
class SegmentRules:
    """One segment's rhythm; `preferred` holds ritual codes, the best first."""

    segment: Segment
    label: LocalText
    review_months: int
    drift_months: int
    online_only_months: int
    max_proposals_12m: int
    min_days_between_proposals: int
    preferred: tuple[str, ...]
    portfolio: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FatigueRules:
    """The rest that a household is left in; a campaign message counts for a share of a proposal."""

    max_attempts_per_proposal: int
    min_days_between_attempts: int
    days_after_refusal: int
    days_after_theme_refusal: int
    days_after_meeting: int
    days_after_no_show: int
    days_around_complaint: int
    days_after_death_in_household: int
    days_after_rejected_payment: int
    legal_calls_max_per_30_days: int
    legal_days_after_refusal_phone: int
    automated_messages_weight: float
