"""What is decided of an invented household before its rows are written."""

from typing import NamedTuple

from advisor_app.demo import texts
from advisor_app.domain.codes import State


class Archetype(NamedTuple):
    """The relation that a client shall turn out to have; everything else is drawn around it.

    `taken` means handed over by the former advisor in the autumn before; `standing` is empty for
    most, else no_contact, deceased or closed.
    """

    state: State
    taken: bool = False
    introduced: bool = True
    trait: str = ""
    standing: str = ""


class Depth(NamedTuple):
    """How much a demonstration remembers: months of digital activity, and the rest in full or not.

    In full: the contacts of seven years, and every consent. Else what rules read.
    """

    months: int
    in_full: bool = True


class Person(NamedTuple):
    """One client, or a member who is none (`ref` empty)."""

    ref: str
    title: str
    first_name: str
    last_name: str
    birth: str
    age: int


class Household(NamedTuple):
    """Clients who live together and share a history; all days are counted back from the day.

    `met` and `talked` are None where that never happened. `kit` is a life project's code, `said`
    whether it was said after the last meeting; `done` is a project that came true lately.
    """

    number: int
    portfolio: int
    branch: int
    town: int
    clients: tuple[Person, ...]
    others: tuple[Person, ...]
    archetype: Archetype
    since: int
    met: int | None
    talked: int | None
    online: int | None
    kit: str = ""
    said: bool = False
    done: str = ""
    company: bool = False

    @property
    def manner(self) -> str:
        """How the client wants to be approached: video, home, evening, or as most."""
        return str(texts.table("kits").get(self.kit, {}).get("manner", ""))

    @property
    def ref(self) -> str:
        """The bank's number of the household."""
        return f"H{self.number:06}"
