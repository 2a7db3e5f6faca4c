"""The life projects and occasions that a meeting can be about (DOMAIN.md, section 2)."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.local_text import LocalText


class Tone(StrEnum):
    """How a subject is spoken of."""

    JOYFUL = "joyful"
    NEUTRAL = "neutral"
    CAREFUL = "careful"
    GRAVE = "grave"


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of a meeting's course; `item` is an id of `agenda_items.csv`."""

    item: str
    minutes: int


@dataclass(frozen=True, slots=True)
class LifeProject:
    """What is known of one kind of life project, or of an occasion (`occasion` is true).

    Ritual, document, product, figure and follow-up codes are those of the tables beside it.
    `restraint_days`: how long after the event is known nothing else is proposed. `lead_days`: from
    knowing to the best meeting, earliest and latest. `first_gesture` comes before any meeting, `gesture_when_done` when it has come true.
    `short` is the label where there is no room for it.
    """

    code: str
    order: int
    occasion: bool
    tone: Tone
    segments: tuple[str, ...]
    restraint_days: int
    lead_days: tuple[int, int]
    ritual: str
    ritual_alternatives: tuple[str, ...]
    first_gesture: str | None
    gesture_when_done: str | None
    duration_min: int
    prep_min: int
    present: tuple[str, ...]
    agenda: tuple[AgendaStep, ...]
    documents: tuple[str, ...]
    products: tuple[str, ...]
    figures: tuple[str, ...]
    follow_up: tuple[str, ...]
    only_if_said: bool
    no_call: bool
    contract_date: bool
    label: LocalText
    short: LocalText
    summary: LocalText
    questions: tuple[LocalText, ...]
    sensitive: tuple[LocalText, ...]
