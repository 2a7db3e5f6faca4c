"""Many sheets on all processors: while one is waited for, the next are read, worded and drawn."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.briefing import Briefing
    from advisor_app.reports.drawing import Drawers
    from advisor_app.reports.sheet_data import SheetData

    Worder = Callable[[Whom, Services], tuple[Briefing, SheetData]]

# So many sheets are worth the second that processes take to begin.
MANY = 16
_AHEAD = 3


class Ahead:
    """The sheets of some households, made on the worker in about their order.

    Nothing is begun beside what is asked for but the three after it; the processes end with this.
    `word` reads and words one, and may refuse it.
    """

    def __init__(self, chosen: Sequence[Whom], word: "Worder") -> None:
        self._chosen, self._word = chosen, word
        self._begun: dict[int, Callable[[], Made]] = {}
        self._seen: set[int] = set()
        self._drawers: Drawers | None = None

    def make(self, place: int, services: "Services") -> Made:
        """One of the sheets, by its place; raises as `word` does for it."""
        for one in range(place, min(place + 1 + _AHEAD, len(self._chosen))):
            if one not in self._begun and (one == place or one not in self._seen):
                self._seen.add(one)
                self._begun[one] = self._begin(self._chosen[one], services)
        return self._begun.pop(place)()

    def _begin(self, whom: Whom, services: "Services") -> Callable[[], Made]:
        from advisor_app.reports.drawing import Drawers
        from advisor_app.reports.sheet import PAGES

        try:
            briefing, data = self._word(whom, services)
        except Exception as error:  # noqa: BLE001 it is told when this one's turn has come
            return partial(_fail, error)
        self._drawers = self._drawers or Drawers()
        wait = self._drawers.begin(data)
        printed = partial(services.sheets.sheet_printed, briefing)
        return lambda: Made(wait(), PAGES, printed)


def _fail(error: Exception) -> Made:
    raise error
