"""The segments' rhythm and the fatigue rules, from `segments.toml`."""

from functools import cache
from typing import Any

from advisor_app.domain.codes import Segment
from advisor_app.domain.segments import FatigueRules, SegmentRules
from advisor_app.playbooks.tables import local_text, read_toml


@cache
def segment_rules() -> dict[Segment, SegmentRules]:
    """The rules of each segment, `SENIOR` (the overlay from the 70th birthday) among them."""
    rules = (_segment(row) for row in read_toml("segments.toml")["segment"])
    return {one.segment: one for one in rules}


@cache
def fatigue_rules() -> FatigueRules:
    """How long a household is left alone, and after what (DOMAIN.md, sections 4 and 7.3)."""
    row = read_toml("segments.toml")["fatigue"]
    return FatigueRules(
        max_attempts_per_proposal=row["max_attempts_per_proposal"],
        min_days_between_attempts=row["min_days_between_attempts"],
        days_after_refusal=row["days_after_refusal"],
        days_after_theme_refusal=row["days_after_theme_refusal"],
        days_after_meeting=row["days_after_meeting"],
        days_after_no_show=row["days_after_no_show"],
        days_around_complaint=row["days_before_and_after_complaint"],
        days_after_death_in_household=row["days_after_death_in_household"],
        days_after_rejected_payment=row["days_after_rejected_payment"],
        legal_calls_max_per_30_days=row["legal_calls_max_per_30_days"],
        legal_days_after_refusal_phone=row["legal_days_after_refusal_phone"],
        automated_messages_weight=row["automated_messages_weight"],
    )


def _segment(row: dict[str, Any]) -> SegmentRules:
    low, high = row["portfolio"]
    return SegmentRules(
        segment=Segment(row["code"]),
        label=local_text(row["label"]),
        review_months=row["review_months"],
        drift_months=row["drift_months"],
        online_only_months=row["online_only_months"],
        max_proposals_12m=row["max_proposals_12m"],
        min_days_between_proposals=row["min_days_between_proposals"],
        preferred=tuple(row["preferred"]),
        portfolio=(low, high),
    )
