"""Searching as one types: the list follows every key, and never more than one search waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.states import Stage

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.portfolio import FirstRows


class Searching:
    """Asks the worker; keys that come while it works are answered together, by the last.

    `fits` says how many rows show at once.
    """

    def __init__(
        self,
        owner: QWidget,
        ask: Ask,
        stage: Stage,
        fits: Callable[[], int],
        show: "Callable[[FirstRows], None]",
        failed: Callable[[Exception], None],
    ) -> None:
        self._owner, self._ask, self._stage = owner, ask, stage
        self._fits, self._tell, self._fail = fits, show, failed
        self._busy = False
        self._next: PortfolioQuestion | None = None
        stage.given_up.connect(self._give_up)

    def search(self, question: PortfolioQuestion) -> None:
        """Search now, or as soon as the search before is answered."""
        if self._busy:
            self._next = question
            return
        self._busy = True
        count = self._fits()

        def work(services: "Services") -> "FirstRows":
            return services.portfolio.first(question, count)

        self._stage.wait(self._ask(self._owner, work, self._answered, self._failed))

    def _answered(self, answer: "FirstRows") -> None:
        if not self._go_on():
            self._tell(answer)

    def _failed(self, error: Exception) -> None:
        if not self._go_on():
            self._fail(error)

    def _give_up(self) -> None:
        self._busy, self._next = False, None

    def _go_on(self) -> bool:
        self._busy = False
        question, self._next = self._next, None
        if question is None:
            return False
        self.search(question)
        return True
