"""What was promised, by the bank or by the client: kept by its day, late, or given up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.codes import Party
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key

LONGEST_PROMISE = 300


class Ending(StrEnum):
    """How a promise ends."""

    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(eq=False)
class NothingPromised(BadInput):
    """A promise says what is promised."""


@dataclass(eq=False)
class NoSuchCommitment(Refused):
    """There is no promise of this reference."""

    ref: str


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A promise as somebody writes it."""

    by: Party
    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise that is kept in the store; `ended_on` is None while it stands."""

    key: Key
    ref: str
    client: Key
    by: Party
    what: str
    due: date | None
    ended_on: date | None = None
    dropped: bool = False

    @property
    def ending(self) -> Ending | None:
        """How it ended; None while it stands."""
        if self.ended_on is None:
            return None
        return Ending.DROPPED if self.dropped else Ending.KEPT

    def is_late(self, today: date) -> bool:
        """Whether it stands although its day has passed."""
        return self.ended_on is None and self.due is not None and self.due < today


def check_commitment(draft: CommitmentDraft) -> None:
    """Raise NothingPromised or TextTooLong."""
    if not draft.what.strip():
        raise NothingPromised
    if len(draft.what) > LONGEST_PROMISE:
        raise TextTooLong(len(draft.what), LONGEST_PROMISE)
