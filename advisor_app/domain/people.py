"""People as lists and titles name them: a client, or a household in one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Kind, Title
from advisor_app.domain.keys import Key
from advisor_app.domain.months import age_on
from advisor_app.domain.names import spoken_name

_AGE = 18


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a household; `key` and `ref` are None for who is no client.

    A company's name stands in `last_name`.
    """

    key: Key | None
    ref: str | None
    first_name: str | None
    last_name: str | None
    kind: Kind = Kind.PERSON
    title: Title | None = None
    birth_date: date | None = None

    @property
    def name(self) -> str:
        """First and last name; the reference where neither is known."""
        return spoken_name(self.first_name, self.last_name) or str(self.ref)


def of_age(people: Sequence[Person], today: date) -> tuple[Person, ...]:
    """Who can be invited: adults, companies, and who has no known age; all where nobody is."""
    grown = [
        one for one in people if one.birth_date is None or age_on(one.birth_date, today) >= _AGE
    ]
    return tuple(grown) or tuple(people)
