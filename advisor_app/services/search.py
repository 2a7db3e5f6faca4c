"""Finds clients and their projects by words, whoever serves them."""

from collections.abc import Sequence

from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.search import Found, FoundClient, FoundProject
from advisor_app.services.desk import Desk
from advisor_app.services.portfolio import asking
from advisor_app.storage.people import read_groups
from advisor_app.storage.portfolio import read_rows
from advisor_app.storage.search import find_keys, find_projects

_CLIENTS = 5
_PROJECTS = 3


class Search:
    """The search of the whole window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, words: str) -> Found:
        """What matches every word, the advisor's own clients first; NoAdvisorYet as the lists."""
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            keys = find_keys(transaction, words, ask.advisor, _CLIENTS)
            rows = {row.key: row for row in read_rows(transaction, ask, keys)}
            groups = read_groups(transaction, [key for key in keys if key not in rows])
            projects = find_projects(transaction, keys)
        clients = tuple(_found(key, rows.get(key), groups.get(key, ())) for key in keys)
        names = {one.key: one.clients[0].last_name or "" for one in clients if one.clients}
        found = (FoundProject(key, names.get(key, ""), brief) for key, brief in projects)
        return Found(clients, tuple(found)[:_PROJECTS])


def _found(key: Key, row: PortfolioRow | None, people: Sequence[Person]) -> FoundClient:
    """The household of a row, or of a colleague's client, of whom only the names are told."""
    if row is None:
        return FoundClient(key, tuple(people))
    return FoundClient(
        key,
        row.clients,
        row.state,
        row.not_introduced,
        row.town,
        row.last_meeting,
        row.appointment,
    )
