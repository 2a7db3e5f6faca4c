"""A time was picked in the agenda before anybody was: asks who comes, then goes on as for him."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from advisor_app.ui.dialogs.who_comes import WhoComesDialog
from advisor_app.ui.parts.client_choice import Finder
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.window.found_entries import whom_of
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.domain.people import Person
    from advisor_app.domain.search import Found, FoundClient
    from advisor_app.ui.tasks import Asked


@dataclass(slots=True)
class PickedTime:
    """Remembers who was found, so that the household is known once somebody is chosen."""

    shell: Shell
    ask: Ask
    requests: Requests
    today: date
    found: "dict[str, FoundClient]" = field(default_factory=dict)

    def open(self, start: datetime) -> None:
        """Ask who comes at a wall time."""

        def choose(ref: str) -> None:
            whom = whom_of(self.found[ref], self.today)
            if self.requests.discretion.on:  # whoever is named alone is who sits here
                self.requests.open_client.emit(whom.key)
            self.requests.propose.emit(replace(whom, start=start))

        finder = Finder(self._find, self.requests.discretion)
        WhoComesDialog(self.shell, start, finder, choose).open()

    def _find(
        self,
        owner: QWidget,
        words: str,
        show: "Callable[[list[Person]], None]",
        missed: "Callable[[Exception], None]",
    ) -> "Asked":
        def hear(found: "Found") -> None:
            people = []
            for one in found.clients:
                for person in one.clients:
                    if person.ref:
                        self.found[person.ref] = one
                        people.append(person)
            show(people)

        def failed(error: Exception) -> None:
            missed(error)
            self.requests.failed.emit(error)

        return self.ask(owner, lambda services: services.search.find(words), hear, failed)
