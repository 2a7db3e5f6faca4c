"""Finds clients and their projects by words, whoever serves them."""

from collections.abc import Iterable, Sequence

from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import PortfolioOrder, PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_words import means, sought
from advisor_app.domain.search import Found, FoundClient, FoundProject
from advisor_app.services.desk import Desk
from advisor_app.services.portfolio import Portfolio
from advisor_app.storage.people import read_groups
from advisor_app.storage.search import find_keys

_CLIENTS = 5
_PROJECTS = 3


class Search:
    """The search of the whole window: one's own clients by all that the portfolio finds them by.

    A colleague's client is found by name and reference, and only named.
    """

    def __init__(self, desk: Desk, portfolio: Portfolio) -> None:
        self._desk, self._portfolio = desk, portfolio

    def find(self, words: str) -> Found:
        """What matches every word, the advisor's own clients first; NoAdvisorYet as the lists."""
        typed = sought(words)
        if not typed.words and not typed.digits:
            return Found((), ())
        own = self._portfolio.first(_by_name(words), _CLIENTS).rows
        clients = [_own(row) for row in own]
        if len(clients) < _CLIENTS:
            known = {row.key for row in own}
            clients += [one for one in self._others(words) if one.key not in known]
        return Found(tuple(clients[:_CLIENTS]), self._projects(own, words))

    def _others(self, words: str) -> list[FoundClient]:
        with self._desk.reading() as transaction:
            keys = find_keys(transaction, words, _CLIENTS + 1)
            groups = read_groups(transaction, keys) if keys else {}
        return [_named(key, groups[key]) for key in keys if key in groups]

    def _projects(self, rows: Iterable[PortfolioRow], words: str) -> tuple[FoundProject, ...]:
        """The projects that the words mean first, then the others of those found."""
        typed, names = sought(words).words, self._portfolio.project_words()
        found = [
            FoundProject(row.key, row.clients[0].last_name or "", brief)
            for row in rows
            for brief in row.projects
            if row.clients
        ]
        found.sort(
            key=lambda one: not any(means(word, names.get(one.project.code, ())) for word in typed)
        )
        return tuple(found[:_PROJECTS])


def _by_name(words: str) -> PortfolioQuestion:
    return PortfolioQuestion(words=words, order=PortfolioOrder.NAME)


def _own(row: PortfolioRow) -> FoundClient:
    return FoundClient(
        row.key,
        row.clients,
        row.state,
        row.not_introduced,
        row.town,
        row.last_meeting,
        row.appointment,
    )


def _named(key: Key, people: Sequence[Person]) -> FoundClient:
    return FoundClient(key, tuple(people))
