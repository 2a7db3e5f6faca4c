"""Screens refresh themselves: who changed something says what, who shows it loads again."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Topic(StrEnum):
    """What a change touches."""

    CLIENTS = "clients"
    CONTACTS = "contacts"
    APPOINTMENTS = "appointments"
    SUGGESTIONS = "suggestions"
    DOCUMENTS = "documents"
    HOURS = "hours"


class Changes(QObject):
    """The place where changes are told; it lives on the GUI thread."""

    told = Signal(object)

    def tell(self, *topics: Topic) -> None:
        """Say what changed, after the commit."""
        self.told.emit(frozenset(topics))

    def watch(self, topics: Iterable[Topic], reload: Callable[[], None]) -> None:
        """Call `reload` after every change that touches one of the topics."""
        wanted = frozenset(topics)

        def hear(changed: frozenset[Topic]) -> None:
            if wanted & changed:
                reload()

        self.told.connect(hear)
