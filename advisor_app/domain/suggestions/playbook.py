"""What the trade's tables say about signals, rituals and events, as the rules read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from advisor_app.domain.codes import Segment
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.retirement import RetirementAge
from advisor_app.domain.segments import FatigueRules, SegmentRules


class SignalSource(StrEnum):
    """Where a signal comes from; the letter of the table.

    Payment patterns ship switched off: they need the approval of the bank's data-protection
    officer, and are never mentioned (DOMAIN.md, sections 2 and 7.2).
    """

    DECLARED = "D"
    DATE = "C"
    STEP = "B"
    NOTIFIED = "P"
    PAYMENTS = "T"


class Mention(StrEnum):
    """Whether a fact may be spoken of: openly, without citing it, or not at all."""

    OPEN = "open"
    NEUTRAL = "neutral"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Signal:
    """One of the 84: what it announces and how strongly (1 to 5).

    `lead_days`: from knowing to the best meeting. `countries` empty means everywhere.
    """

    code: str
    project: str
    source: SignalSource
    label: LocalText
    rule: str
    strength: int
    lead_days: tuple[int, int]
    mention: Mention
    default_on: bool
    countries: frozenset[str]

    @property
    def said(self) -> bool:
        """Whether it is the client's own word about the project."""
        return self.source is SignalSource.DECLARED and self.strength == STRONGEST


STRONGEST = 5


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold besides a rule's own test; empty fields ask for nothing.

    `facts` maps a client fact's name to the values that it may have.
    """

    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    age: tuple[int, int] | None = None
    segments: frozenset[Segment] = frozenset()
    without_projects: frozenset[str] = frozenset()
    without_families: frozenset[str] = frozenset()


NO_CONDITIONS = Conditions()


@dataclass(frozen=True, slots=True)
class SignalRule:
    """How one signal is computed; which fields count depends on `kind` (`signal_rules.toml`)."""

    signal: str
    kind: str
    reads: str
    conditions: Conditions = NO_CONDITIONS
    families: frozenset[str] = frozenset()
    fact: str = ""
    other_fact: str = ""
    values: frozenset[str] = frozenset()
    ages: tuple[int, ...] = ()
    years: int = 0
    months: tuple[int, ...] = ()
    days: tuple[int, int] = (0, 0)
    since: date | None = None
    limit: Decimal = Decimal(0)
    least: Decimal = Decimal(0)


class CountsAs(StrEnum):
    """What a ritual is worth to the relation."""

    FACE = "face"
    REMOTE = "remote"
    LIGHT = "light"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Ritual:
    """A form that a contact takes; minutes of the client's and of the advisor's time."""

    code: str
    label: LocalText
    counts_as: CountsAs
    duration_min: int
    advisor_cost_min: int
    use: str


@dataclass(frozen=True, slots=True)
class EventTheme:
    """A client event of the catalogue; `months` are those in which it is held."""

    code: str
    projects: frozenset[str]
    title: LocalText
    months: frozenset[int]


@dataclass(frozen=True, slots=True)
class KeyBirthday:
    """A birthday that opens or closes a right; `country` None means everywhere."""

    age: int
    country: str | None
    meaning: LocalText
    project: str


@dataclass(frozen=True, slots=True)
class Playbooks:
    """The tables that suggestions are made from."""

    projects: Mapping[str, LifeProject]
    signals: Mapping[str, Signal]
    signal_rules: tuple[SignalRule, ...]
    forbidden: frozenset[str]
    not_meaningful: frozenset[str]
    rituals: Mapping[str, Ritual]
    events: tuple[EventTheme, ...]
    key_birthdays: tuple[KeyBirthday, ...]
    retirement_ages: tuple[RetirementAge, ...]
    segments: Mapping[Segment, SegmentRules]
    fatigue: FatigueRules


@dataclass(frozen=True, slots=True)
class SuggestionPolicy:
    """What a bank may set: the weights of the order, distances, and signals switched on.

    `signals_on` adds payment patterns that were approved; `draw_share` is the probability with
    which each place of the list is drawn from outside the usual circle.
    """

    never_met: float = 1.3
    losing_touch: float = 1.2
    recently_in_touch: float = 0.6
    said: float = 1.5
    occasion: float = 0.7
    out_of_window: float = 0.5
    waiting: float = 1.2
    recent_days: int = 90
    voice_months: int = 12
    draw_share: float = 0.1
    far_km: float = 40.0
    signals_on: frozenset[str] = frozenset()


STANDARD_POLICY = SuggestionPolicy()
