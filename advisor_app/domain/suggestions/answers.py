"""What an advisor may answer to a suggestion (DOMAIN.md, section 2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.codes import Answer
from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key


class RefusalReason(StrEnum):
    """Why the client, or the advisor, said no.

    `NOT_NOW` leaves the household alone for 90 days; `NO_SUCH_PROJECT` leaves the theme alone for
    365 days, and says nothing against another.
    """

    NOT_NOW = "not_now"
    NO_SUCH_PROJECT = "no_such_project"


@dataclass(eq=False)
class LaterNeedsADay(Refused):
    """Later was answered without a day, or with one that is not ahead."""

    until: date | None


@dataclass(eq=False)
class NoNeedsAReason(Refused):
    """No was answered without a reason."""


@dataclass(frozen=True, slots=True)
class AcceptedSuggestion:
    """A suggestion that was accepted and waits for a time.

    `key` is what it is kept under, `answer` what takes the acceptance back; `project` is a
    reference.
    """

    key: Key
    answer: Key
    client: Key
    household: Key | None
    ritual: str
    subject: str
    project: str | None
    on: date


@dataclass(frozen=True, slots=True)
class SuggestionAnswer:
    """An answer on a day; raises `Refused` where it is not complete."""

    answer: Answer
    on: date
    until: date | None = None
    reason: RefusalReason | None = None

    def __post_init__(self) -> None:
        """Refuse a later without a day ahead and a no without a reason."""
        if self.answer is Answer.LATER and (self.until is None or self.until <= self.on):
            raise LaterNeedsADay(self.until)
        if self.answer is Answer.NO and self.reason is None:
            raise NoNeedsAReason
