"""What papers read of `client_facts`, by the names that the bank gives there (docs/paper.md)."""

from datetime import date
from enum import StrEnum

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import complaints


class FactName(StrEnum):
    """The names; a value is told as it was delivered."""

    PRONUNCIATION = "pronunciation"
    ADDRESSED_AS = "addressed_as"
    AVOID = "avoid"
    CONTACT_AVOID = "contact_avoid"
    APPRECIATES = "appreciates"
    COMPLAINT_OUTCOME = "complaint_outcome"
    REPRESENTATIVE = "protection_representative"
    POWERS = "protection_powers"


def told(briefing: Briefing, name: FactName) -> tuple[str, ...]:
    """What is known under a name, the latest first, each once."""
    found = [one for one in briefing.facts if one.name == name and (one.value or "").strip()]
    latest = sorted(found, key=lambda one: one.on or date.min, reverse=True)
    return tuple(dict.fromkeys((one.value or "").strip() for one in latest))


def complaint_outcome(briefing: Briefing, opened: date) -> str:
    """What became of the complaint of a day: what was noted before the next one; else empty."""
    later = [day for day, _settled in complaints(briefing, date.min) if day > opened]
    end = min(later, default=date.max)
    found = [
        one
        for one in briefing.facts
        if one.name == FactName.COMPLAINT_OUTCOME and one.on and opened <= one.on < end
    ]
    latest = max(found, key=lambda one: one.on or date.min, default=None)
    return (latest.value or "").strip() if latest else ""
