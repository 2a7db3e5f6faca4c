"""What the search finds: households first, then life projects."""

from dataclasses import dataclass
from datetime import date, datetime

from advisor_app.domain.codes import State
from advisor_app.domain.keys import Key
from advisor_app.domain.names import folded
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import ProjectBrief


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A household that matches; `key` opens its page.

    `state` is None where somebody else serves it.
    """

    key: Key
    clients: tuple[Person, ...]
    state: State | None = None
    not_introduced: bool = False
    town: str | None = None
    last_meeting: date | None = None
    appointment: datetime | None = None


@dataclass(frozen=True, slots=True)
class FoundProject:
    """A project of one of the households found."""

    key: Key
    name: str
    project: ProjectBrief


@dataclass(frozen=True, slots=True)
class Found:
    """What the words find, the best first."""

    clients: tuple[FoundClient, ...]
    projects: tuple[FoundProject, ...]


def is_named(name: str, words: str) -> bool:
    """Whether words name somebody: each begins a word of the name, accents and case left aside."""
    parts, asked = folded(name).split(), folded(words).split()
    return bool(asked) and all(any(part.startswith(word) for part in parts) for word in asked)
