"""The outcome of an appointment: what was said of it, and what changes by it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.codes import (
    ConsentUse,
    Flag,
    Introduction,
    Party,
    ProjectStatus,
    State,
)
from advisor_app.domain.commitments import CommitmentDraft
from advisor_app.domain.errors import BadInput
from advisor_app.domain.moments import Moment
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import Stage


class Happened(StrEnum):
    """Whether a meeting took place, and how it did not."""

    IN_PERSON = "in_person"
    BY_PHONE = "by_phone"
    POSTPONED = "postponed"
    MISSED = "missed"


TOOK_PLACE = frozenset({Happened.IN_PERSON, Happened.BY_PHONE})


@dataclass(eq=False)
class NothingToTell(BadInput):
    """What was said, promised or agreed belongs to a meeting that took place."""


@dataclass(eq=False)
class NextDayNotAhead(BadInput):
    """The day agreed for the next meeting lies ahead."""

    day: date


@dataclass(frozen=True, slots=True)
class ProjectMove:
    """What became of a project, by its reference or its code; what is None stays as it was."""

    project: str
    stage: Stage | None = None
    status: ProjectStatus | None = None
    amount: Decimal | None = None
    target: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ConsentWord:
    """What was said of one use; without `client`, a reference, by everybody who was there."""

    use: ConsentUse
    given: bool
    client: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of an appointment; by references.

    `present` is everybody where None, `minutes` what was booked; `colleagues` are advisors who
    were there too, such as the one who served before: whoever was to come along where None.
    `next_day` is agreed for the next meeting.
    Where it was postponed, `text` is why, and `by` wished it.
    """

    happened: Happened
    present: tuple[str, ...] | None = None
    minutes: int | None = None
    text: str | None = None
    colleagues: tuple[str, ...] | None = None
    moves: tuple[ProjectMove, ...] = ()
    promises: tuple[CommitmentDraft, ...] = ()
    consents: tuple[ConsentWord, ...] = ()
    next_day: date | None = None
    remember: str | None = None
    by: Party = Party.CLIENT


@dataclass(frozen=True, slots=True)
class ClientStanding:
    """Where a client stands: state, flags, and how well the present advisor is known.

    `introduction` is None where nobody serves the client.
    """

    client: str
    state: State
    flags: frozenset[Flag]
    introduction: Introduction | None


@dataclass(frozen=True, slots=True)
class StandingChange:
    """One client before and after."""

    before: ClientStanding
    after: ClientStanding

    @property
    def cleared(self) -> frozenset[Flag]:
        """The flags that go."""
        return self.before.flags - self.after.flags

    @property
    def raised(self) -> frozenset[Flag]:
        """The flags that come."""
        return self.after.flags - self.before.flags


@dataclass(frozen=True, slots=True)
class MovedProject:
    """A project as it is after the meeting."""

    ref: str
    code: str
    status: ProjectStatus
    stage: Stage | None
    amount: Decimal | None
    currency: str
    target: PartialDate | None


@dataclass(frozen=True, slots=True)
class OutcomeChanges:
    """What an outcome changes; it is the same before it is kept, as a foretaste, and after.

    `promises` are references, `rest_until` the first day on which the household may be proposed
    something again, `suggestion_done` says that the meeting answered a suggestion.
    """

    appointment: Appointment
    standings: tuple[StandingChange, ...] = ()
    projects: tuple[MovedProject, ...] = ()
    promises: tuple[str, ...] = ()
    first_promise_due: date | None = None
    consents: tuple[ConsentWord, ...] = ()
    follow_up_due: Moment | None = None
    rest_until: date | None = None
    suggestion_done: bool = False
    next_day: date | None = None


def check_outcome(outcome: Outcome, today: date) -> None:
    """Raise NothingToTell or NextDayNotAhead."""
    told = (outcome.moves, outcome.consents, outcome.colleagues, outcome.minutes)
    said = outcome.text if outcome.happened is Happened.MISSED else None
    if outcome.happened not in TOOK_PLACE and (any(told) or said):
        raise NothingToTell
    if outcome.next_day is not None and outcome.next_day <= today:
        raise NextDayNotAhead(outcome.next_day)
