"""What the trade's tables say about the course of a meeting (DOMAIN.md, section 8)."""

from dataclasses import dataclass

from advisor_app.domain.local_text import LocalText


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A document that a client may be asked to bring; `if_any` where not everybody has one."""

    code: str
    label: LocalText
    if_any: bool


@dataclass(frozen=True, slots=True)
class FollowUpTask:
    """What is owed after a meeting, within so many hours."""

    code: str
    label: LocalText
    delay_hours: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a meeting should leave behind."""

    least: LocalText
    best: LocalText


@dataclass(frozen=True, slots=True)
class HandoverField:
    """What stands on a handover sheet under a label, in at most so many characters."""

    code: str
    label: LocalText
    most: int
