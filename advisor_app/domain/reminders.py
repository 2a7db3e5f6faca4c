"""Small things that make a client feel known."""

from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key

LONGEST_REMINDER = 200


@dataclass(eq=False)
class ReminderGone(Refused):
    """The reminder is not here any more."""


@dataclass(frozen=True, slots=True)
class KeptReminder:
    """A reminder with all that the store knows of it."""

    key: Key
    branch: Key
    client: Key
    icon: str | None
    text: str
    noted_on: date
    advisor: Key | None

    def written(self, text: str, icon: str | None) -> "KeptReminder":
        """The same one in other words."""
        return replace(self, text=text, icon=icon)
