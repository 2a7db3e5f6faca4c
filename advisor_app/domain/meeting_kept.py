"""What was kept of a meeting that took place: what the word to the client is written from."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.commitments import Commitment
from advisor_app.domain.errors import Refused
from advisor_app.domain.project_edits import ProjectDraft


@dataclass(eq=False)
class NothingHeld(Refused):
    """The program did not record that this appointment took place: there is nothing to sum up."""

    ref: str


@dataclass(frozen=True, slots=True)
class MeetingKept:
    """The project that it was about, as it stands; promises that still stand; the next day."""

    project: ProjectDraft | None
    promises: tuple[Commitment, ...]
    next_day: date | None
