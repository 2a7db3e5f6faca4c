"""What an advisor may write about a life project, and how far an open one has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum

from advisor_app.domain.codes import ProjectSource, ProjectStatus
from advisor_app.domain.contacts import LONGEST_TEXT, TextTooLong
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate

MOST_AMOUNT = Decimal(10) ** 12
LONGEST_STEP = 200


class Stage(IntEnum):
    """The six steps of an open project, in their order."""

    LISTEN = 1
    FIGURES = 2
    PAPERS = 3
    CHOICE = 4
    DECISION = 5
    FOLLOW_THROUGH = 6


@dataclass(eq=False)
class UnknownProjectKind(BadInput):
    """The catalogue has no life project or occasion of this code."""

    code: str


@dataclass(eq=False)
class AmountOutOfBounds(BadInput):
    """An amount is neither negative nor beyond a thousand billion."""

    amount: Decimal


@dataclass(eq=False)
class ProjectGone(Refused):
    """The project is not here any more: it was removed meanwhile."""

    ref: str


@dataclass(eq=False)
class ProjectInUse(Refused):
    """Contacts, appointments or suggestions speak of the project: it can be dropped, not removed."""

    ref: str


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """A project as its editor says it; `inputs` are the texts of the figures' inputs by name.

    `stage` and the next step mean something only while it is heard or open.
    """

    code: str
    status: ProjectStatus = ProjectStatus.HEARD
    target: PartialDate | None = None
    amount: Decimal | None = None
    currency: str = "EUR"
    note: str | None = None
    stage: Stage | None = None
    next_step: str | None = None
    next_step_on: date | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptProject:
    """A project with all that the store knows of it: what an undo puts back."""

    key: Key
    ref: str
    client: Key
    branch: Key
    draft: ProjectDraft
    noted_on: date | None
    source: ProjectSource | None


def check_project(draft: ProjectDraft, known: Mapping[str, object]) -> None:
    """Raise UnknownProjectKind, AmountOutOfBounds or TextTooLong; `known` is the catalogue."""
    if draft.code not in known:
        raise UnknownProjectKind(draft.code)
    if draft.amount is not None and not 0 <= draft.amount <= MOST_AMOUNT:
        raise AmountOutOfBounds(draft.amount)
    for text, longest in ((draft.note, LONGEST_TEXT), (draft.next_step, LONGEST_STEP)):
        if text is not None and len(text) > longest:
            raise TextTooLong(len(text), longest)


def stage_of(status: ProjectStatus, stage: Stage | None) -> Stage | None:
    """The step that an open project is at, the first where nobody said; none for the others."""
    return (stage or Stage.LISTEN) if status is ProjectStatus.OPEN else None
