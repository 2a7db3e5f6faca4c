"""A suggestion, as the advisor sees it, with all that explains it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.codes import Channel, Kind, Place, State, Title
from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.calls import CallBasis
from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.forms import FormReason
from advisor_app.domain.suggestions.rules import Kept


class Part(StrEnum):
    """One part of the order; all are multiplied."""

    STRENGTH = "strength"
    SAID = "said"
    PROJECT = "project"
    TIME = "time"
    RELATION = "relation"


class RankPart(NamedTuple):
    """A part and its weight; the strength is the sum of the facts'."""

    part: Part
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A ritual proposed to one client, for the whole household.

    `subject` is a life project's or occasion's code, `project` the reference of the project that
    it is about, where there is one. `reasons` are the facts it stands on, the strongest first.
    `deadline` is the first day that one of them sets, `minutes` the client's time. `attendees` are roles of `projects.toml`, `prepare` ids of
    `documents.csv`, `event` an id of `event_catalogue.csv`. Calls are made within
    `calls.CALL_HOURS`, on `call_basis`. `drawn` says that it fell outside the usual circle.
    """

    client: Key
    ref: str
    household: Key | None
    advisor: Key | None
    ritual: str
    subject: str
    project: str | None
    reasons: tuple[Fact, ...]
    form_reason: FormReason
    from_day: date
    until_day: date
    deadline: date
    minutes: int
    attendees: tuple[str, ...]
    place: Place | None
    prepare: tuple[str, ...]
    prepare_minutes: int
    call_basis: CallBasis | None
    event: str | None
    state: State
    last_meeting: date | None
    kind: Kind
    title: Title | None
    sort_name: str
    parts: tuple[RankPart, ...]
    drawn: bool = False

    @property
    def score(self) -> float:
        """What orders the list; never shown."""
        return product_of(self.parts)


def product_of(parts: Iterable[RankPart]) -> float:
    """All parts, multiplied."""
    product = 1.0
    for part in parts:
        product *= part.weight
    return product


# The way that each ritual usually takes; whatever is not named here happens at the branch.
_USUAL_CHANNELS = {
    "home_visit": Channel.HOME,
    "workplace_visit": Channel.WORKPLACE,
    "phone_meeting": Channel.PHONE,
    "courtesy_call": Channel.PHONE,
    "video_meeting": Channel.VIDEO,
    "handwritten_card": Channel.CARD,
    "small_gift": Channel.CARD,
    "condolence_letter": Channel.LETTER,
    "event_invitation": Channel.LETTER,
}


def usual_channel(ritual: str) -> Channel:
    """The channel of the contact that carrying out a ritual leaves behind."""
    return _USUAL_CHANNELS.get(ritual, Channel.BRANCH)


class Named(NamedTuple):
    """How a client is called, and how words agree."""

    ref: str
    name: str
    kind: Kind
    title: Title | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was weighed for one client: suggestions, the best first, and what was kept back."""

    client: Key
    ref: str
    suggestions: tuple[Suggestion, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a client is, or is not, on the day's list.

    `place` counts from 1 on the list shown, `rank` among all the valid ones of the advisor.
    """

    client: Key
    ref: str
    on: date
    place: int | None
    rank: int | None
    suggestion: Suggestion | None
    kept: tuple[Kept, ...]
