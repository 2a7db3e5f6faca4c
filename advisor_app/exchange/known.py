"""What references may point to: the store's rows and those read so far."""

from collections.abc import Iterable, Sequence
from typing import Any

from advisor_app.domain.bank_import import KnownStore
from advisor_app.domain.codes import ProjectStatus

LIVING = frozenset({ProjectStatus.HEARD.value, ProjectStatus.OPEN.value})
_HEARD = ProjectStatus.HEARD.value


class Known:
    """References of the store and of the files, as they are read."""

    def __init__(self, store: KnownStore) -> None:
        self.refs: dict[str, set[str]] = {
            "branches": set(store.branches),
            "rooms": set(store.rooms),
            "advisors": set(store.advisors),
            "clients": set(store.clients),
            "projects": {project[0] for project in store.projects},
        }
        self._projects: dict[str, tuple[str, str, str]] = {}
        self._living: dict[tuple[str, str], set[str]] = {}
        for ref, client, code, status in store.projects:
            self._set_project(ref, client, code, status)
        self.assignments: dict[str, list[tuple[str, str, str | None, str | None]]] = {}
        for client, *period in store.assignments:
            advisor, from_day, until_day, announced = period
            known = self.assignments.setdefault(client, [])
            known.append((str(advisor), str(from_day), until_day, announced))

    def learn(self, table: str, columns: Sequence[Sequence[Any]], present: frozenset[str]) -> None:
        """Take the references of rows that were accepted."""
        if table in self.refs:
            self.refs[table].update(columns[0])
        if table == "projects":
            self._learn_projects(zip(*columns[:4], strict=True), present)

    def _learn_projects(self, rows: Iterable[Any], present: frozenset[str]) -> None:
        for ref, client, code, status in rows:
            before = self._projects.get(ref)
            if before is None:
                self._set_project(ref, client, code, status)
                continue
            self._forget_project(ref, before)
            told = zip(("client", "code", "status"), (client, code, status), before, strict=True)
            self._set_project(ref, *(new if name in present else old for name, new, old in told))

    def _set_project(self, ref: str, client: str, code: str, status: str) -> None:
        self._projects[ref] = (client, code, status)
        if status in LIVING:
            self._living.setdefault((client, code), set()).add(ref)

    def _forget_project(self, ref: str, before: tuple[str, str, str]) -> None:
        client, code, _ = before
        self._living.get((client, code), set()).discard(ref)

    def projects_of_code(self, clients: str, code: str) -> set[str]:
        """The heard and open projects of this code; `clients` are joined by `|`."""
        found: set[str] = set()
        for client in clients.split("|"):
            found |= self._living.get((client, code), set())
        return found
