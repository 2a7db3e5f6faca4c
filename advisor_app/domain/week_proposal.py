"""A week that is proposed: who is met when and why, and who finds no time in it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advisor_app.domain.codes import Place
from advisor_app.domain.errors import BadInput, TeteATeteError
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.working_plan import DayLoad, WeekLoad


class WhyThen(StrEnum):
    """What speaks for a meeting's time."""

    PREFERRED = "preferred"
    ON_THE_WAY = "on_the_way"
    FITS = "fits"


class WhyLeft(StrEnum):
    """Why somebody is met another week."""

    NO_TIME = "no_time"
    OTHERS_FIRST = "others_first"
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A suggestion at a time, what speaks for the time, and where a visit leads."""

    suggestion: Suggestion
    start: Moment
    place: Place
    minutes: int
    why: WhyThen
    town: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A suggestion that the week has no time for, and why."""

    suggestion: Suggestion
    why: WhyLeft


@dataclass(frozen=True, slots=True)
class WeekProposal:
    """One advisor's week from its Monday on: the free times, the meetings in order, the others."""

    advisor: Advisor
    zone: str
    monday: date
    times: tuple[Moment, ...]
    meetings: tuple[PlannedMeeting, ...]
    left: tuple[LeftOut, ...]

    def clients(self) -> list[Key]:
        """Everybody whom the proposal names."""
        met = [one.suggestion.client for one in self.meetings]
        return met + [one.suggestion.client for one in self.left]


@dataclass(frozen=True, slots=True)
class WeekEdit:
    """What the advisor changes in a proposal, by references: who is left out, who comes when.

    The times are naive, on the wall of the branch; somebody who was left out may be given one.
    `forms` gives a client another ritual, by its code, and with it another place and length.
    """

    without: frozenset[str] = frozenset()
    at: tuple[tuple[str, datetime], ...] = ()
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekCheck:
    """What speaks against a plan as it stands: what booking refuses, by the client's reference.

    `days` and `week` count what there would be, with the meetings that stand already.
    """

    refused: tuple[tuple[str, TeteATeteError], ...]
    days: tuple[DayLoad, ...]
    week: WeekLoad


@dataclass(eq=False)
class NotInTheWeek(BadInput):
    """The reference is nobody's whom the week's proposal weighs."""

    ref: str


@dataclass(eq=False)
class NoAppointmentForm(BadInput):
    """The ritual is none, or takes no appointment: a card, a letter, a word when passing by."""

    ritual: str
