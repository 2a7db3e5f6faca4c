"""The rest that a household is left in (DOMAIN.md, section 4): one list of rests for all of it.

A rest keeps every subject back but those that it spares: care (bereavement and hard times) where
a death or a difficulty asks for it, a contract's own dates, small attentions, and what the client
asked for himself since.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule

CARE = frozenset({"bereavement", "hard_times"})


class Rest(NamedTuple):
    """One rest; `until` is the first day on which it holds no more, where that is known.

    `only` limits it to one subject; `spares` names the subjects that it lets pass, `contracts`
    and `light` whether contract dates and small attentions pass, `said_since` lets pass what the
    client asked for on that day or later.
    """

    rule: Rule
    since: date | None = None
    until: date | None = None
    number: int | None = None
    about: str | None = None
    only: str | None = None
    spares: frozenset[str] = frozenset()
    contracts: bool = False
    light: bool = False
    said_since: date | None = None

    def kept(self, subject: str | None = None) -> Kept:
        """The rule with the facts that its sentence needs."""
        values: dict[str, date | int | str | None] = {
            "since": self.since,
            "until": self.until,
            "number": self.number,
            "about": self.about,
        }
        known = {name: value for name, value in values.items() if value is not None}
        return Kept(self.rule, subject, known)


def held_back_by(
    rests: Sequence[Rest], subject: str, facts: Sequence[Fact], book: RuleBook, *, light: bool
) -> list[Rest]:
    """The rests that keep a subject back; `light` says that it is a small attention."""
    if not rests:
        return []
    contract_date = book.playbooks.projects[subject].contract_date
    asked = max((fact.on for fact in facts if fact.said and fact.on), default=date.min)
    return [
        rest
        for rest in rests
        if rest.only in {None, subject}
        and subject not in rest.spares
        and not (rest.contracts and contract_date)
        and not (rest.light and light)
        and not (rest.said_since is not None and asked >= rest.said_since)
    ]


def lasts(day: date | None, days: int, book: RuleBook) -> bool:
    """Whether a rest of so many days, begun on that day, still lasts."""
    return day is not None and timedelta(0) <= book.day - day < timedelta(days=days)


def lasting(rule: Rule, since: date, days: int) -> Rest:
    """A rest of so many days, begun on that day."""
    return Rest(rule, since, since + timedelta(days=days))


HouseholdRule: TypeAlias = Callable[[Sequence[ClientDossier], RuleBook], Iterator[Rest]]
