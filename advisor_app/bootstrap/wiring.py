"""What every part of the wiring stands on: the desk of one advisor."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.codes import Language

if TYPE_CHECKING:
    from advisor_app.domain.organisation import Advisor
    from advisor_app.services.desk import Desk


class Wiring:
    """One advisor at one store, at the present moment."""

    def __init__(self, desk: "Desk", language: Language | None) -> None:
        self._desk = desk
        self.language = language

    @property
    def advisor(self) -> "Advisor | None":
        """Who works here: `--as`, or the one chosen at first run."""
        return self._desk.advisor

    def now(self) -> datetime:
        """The present moment in the bank's zone; the demonstration's own in its store."""
        return self._desk.now()

    def today(self) -> date:
        """The present day in the bank's zone."""
        return self._desk.today()

    def give_way(self, wait: Callable[[], None]) -> None:
        """Call `wait` before each statement, as `storage.store.Store.give_way`."""
        self._desk.store.give_way(wait)

    def cut_short(self) -> None:
        """End the reading that goes on, from any thread; what writes is left alone."""
        self._desk.store.reads.cut_short()
