"""From the bank's references to the store's keys, for every row of an import."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from advisor_app.domain.keys import Key, following, new_key
from advisor_app.storage.schema.clients import client, household
from advisor_app.storage.schema.organisation import advisor, branch, room
from advisor_app.storage.schema.projects import project

_NAMED: dict[str, Table] = {
    "branch": branch,
    "room": room,
    "advisor": advisor,
    "household": household,
    "client": client,
    "project": project,
}


class Keys:
    """Every reference of the store, read when first asked for, and those given since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._maps: dict[str, dict[str | None, Key | None]] = {}
        self._last = new_key()
        self._branches: dict[str, Key] | None = None
        self._homes: dict[Key, Key] | None = None
        self._projects: dict[str, Key] | None = None

    def of(self, name: str) -> dict[str | None, Key | None]:
        """The keys of a table's references; None stays None."""
        known = self._maps.get(name)
        if known is None:
            table = _NAMED[name]
            rows = self._connection.execute(select(table.c.ref, table.c.id))
            known = self._maps[name] = {None: None, **{ref: key for ref, key in rows}}  # noqa: C416 a Row is no pair
        return known

    def has(self, name: str) -> bool:
        """Whether rows of this table can be referred to."""
        return name in _NAMED

    def add(self, name: str, refs: Iterable[str], keys: Iterable[Key]) -> None:
        """Learn the references of rows just written."""
        self.of(name).update(zip(refs, keys, strict=True))

    def resolve(self, name: str, refs: Sequence[str | None]) -> list[Any]:
        """The keys of references that were checked; KeyError for one that was not."""
        return list(map(self.of(name).__getitem__, refs))

    def fresh(self, count: int) -> list[Key]:
        """New keys, each greater than the ones before."""
        made = following(self._last, count)
        self._last = made[-1] if made else self._last
        return made

    def branch_of(self) -> dict[str, Key]:
        """The branch of every client, by the client's reference."""
        if self._branches is None:
            rows = self._connection.execute(select(client.c.ref, client.c.branch_id))
            self._branches = {ref: key for ref, key in rows}  # noqa: C416 a Row is no pair
        return self._branches

    def learn_branches(self, refs: Iterable[str], branches: Iterable[Key]) -> None:
        """Take the branches of clients just written."""
        self._homes = None
        self.branch_of().update(zip(refs, branches, strict=True))

    def branch_of_project(self) -> dict[str, Key]:
        """The branch of every project's client, by the project's reference."""
        if self._projects is not None:
            return self._projects
        rows = self._connection.execute(select(project.c.ref, project.c.branch_id))
        self._projects = {ref: key for ref, key in rows}  # noqa: C416 a Row is no pair
        return self._projects

    def branch_of_household(self) -> dict[Key, Key]:
        """The branch of one of every household's clients, by the household's key."""
        if self._homes is not None:
            return self._homes
        living = select(client.c.household_id, client.c.branch_id)
        rows = self._connection.execute(living.where(client.c.household_id.is_not(None)))
        self._homes = {home: key for home, key in rows}  # noqa: C416 a Row is no pair
        return self._homes

    def forget_branches(self) -> None:
        """Read the clients' branches anew: they were set by a statement."""
        self._branches = self._homes = self._projects = None
