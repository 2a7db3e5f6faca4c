"""What an advisor owes by the end of a day: words after meetings, promises, outcomes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person


class Owing(StrEnum):
    """What is owed."""

    OUTCOME = "outcome"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is owed, and since when or for when.

    `ref` is the appointment's, or the promise's where `owing` says so; `household` is the key that
    the client's page opens under. `what` is the promise's own text, and `minutes` the planned
    length of an appointment whose outcome nobody has told.
    """

    owing: Owing
    ref: str
    household: Key
    people: tuple[Person, ...]
    due: date
    what: str | None = None
    minutes: int | None = None
