"""Many sheets on all processors: while one is waited for, the next are read, worded and drawn."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.i18n import language
from advisor_app.ui.pages.sheets.paper import Made, printer_of
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.briefing import Briefing, Proposal
    from advisor_app.domain.keys import Key
    from advisor_app.reports.drawing import Drawers
    from advisor_app.reports.sheet_data import SheetData

    Worder = Callable[[Whom, Services, SheetChoices], tuple[Briefing, SheetData]]

# So many sheets are worth the second that processes take to begin.
MANY = 16
_AHEAD = 3
# What is proposed to so many households at once takes as long as to four, one by one.
_TOGETHER = 20


class Proposing:
    """Reads and words the sheets of households; what is proposed is asked for several at once."""

    def __init__(self, chosen: Sequence[Whom]) -> None:
        self._keys = [one.key for whom in chosen for one in whom.people if one.ref == whom.refs[0]]
        self._known: dict[Key, Proposal | None] = {}

    def word(
        self, whom: Whom, services: "Services", choices: SheetChoices
    ) -> "tuple[Briefing, SheetData]":
        """The meeting with one household, and what its sheet draws; raises as `for_client`."""
        from advisor_app.reports.papers import word_sheet

        propose = partial(self._proposed, services)
        briefing = services.sheets.for_client(whom.refs[0], propose)
        printer, now = printer_of(services), services.now()
        return briefing, word_sheet(briefing, now, language(), printer, choices)

    def _proposed(self, services: "Services", key: "Key") -> "Proposal | None":
        if key not in self._known:
            at = self._keys.index(key)
            keys = [one for one in self._keys[at : at + _TOGETHER] if one is not None]
            self._known |= services.suggesting.proposals(keys, language())
        return self._known.pop(key)


class Ahead:
    """The sheets of some households, made on the worker in about their order.

    Nothing is begun beside what is asked for but the three after it; the processes end with this.
    `word` reads and words one, and may refuse it.
    """

    def __init__(self, chosen: Sequence[Whom], word: "Worder") -> None:
        self._chosen, self._word = chosen, word
        self._begun: dict[int, Callable[[], Made]] = {}
        self._seen: set[int] = set()
        self._choices = EVERYTHING
        self._drawers: Drawers | None = None

    def make(self, place: int, services: "Services", choices: SheetChoices = EVERYTHING) -> Made:
        """One of the sheets, by its place; raises as `word` does for it.

        What was begun with other choices is of no use any more.
        """
        if choices != self._choices:
            self._choices, self._begun, self._seen = choices, {}, set()
        for one in range(place, min(place + 1 + _AHEAD, len(self._chosen))):
            if one not in self._begun and (one == place or one not in self._seen):
                self._seen.add(one)
                self._begun[one] = self._begin(self._chosen[one], services)
        return self._begun.pop(place)()

    def _begin(self, whom: Whom, services: "Services") -> Callable[[], Made]:
        from advisor_app.reports.drawing import Drawers
        from advisor_app.reports.sheet import PAGES

        choices = self._choices
        try:
            briefing, data = self._word(whom, services, choices)
        except Exception as error:  # noqa: BLE001 it is told when this one's turn has come
            return partial(_fail, error)
        self._drawers = self._drawers or Drawers()
        wait = self._drawers.begin(data)
        printed = partial(services.sheets.sheet_printed, briefing, choices)
        title = data.names if choices.initials else ""
        return lambda: Made(wait(), PAGES, printed, title=title)


def _fail(error: Exception) -> Made:
    raise error
