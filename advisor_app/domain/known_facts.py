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
    JOINT_HOLDER = "joint_holder"
    OTHER_BANK = "other_bank"
    DOCUMENT_ASKED = "document_asked"
    DOCUMENT_RECEIVED = "document_received"


def told(briefing: Briefing, name: FactName) -> tuple[str, ...]:
    """What is known under a name, the latest first, each once."""
    found = [one for one in briefing.facts if one.name == name and (one.value or "").strip()]
    latest = sorted(found, key=lambda one: one.on or date.min, reverse=True)
    return tuple(dict.fromkeys((one.value or "").strip() for one in latest))


def days_of(briefing: Briefing, name: FactName) -> dict[str, date]:
    """The latest day of each value under a name; what has no day, or a later one, is left out."""
    found: dict[str, date] = {}
    for one in briefing.facts:
        if one.name == name and one.value and one.on and one.on <= briefing.today:
            found[one.value.strip()] = max(one.on, found.get(one.value.strip(), one.on))
    return found


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
