"""Makes papers on the worker, one after the other, the one that somebody looks at first."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.ui.pages.sheets.paper import Made, Paper
from advisor_app.ui.parts.page import Ask


class Press(QObject):
    """Keeps what it made. Between two papers the worker is free for what else is asked.

    `refused` gives a paper that cannot be, and why; `failed` what nobody expected; `went_on` how
    many of how many are done.
    """

    made = Signal(int)
    refused = Signal(int, object)
    failed = Signal(object)
    went_on = Signal(int, int)

    def __init__(self, owner: QObject, ask: Ask) -> None:
        super().__init__(owner)
        self._ask = ask
        self._papers: Sequence[Paper] = ()
        self._ready: dict[int, Made] = {}
        self._waiting: list[int] = []
        self._without: set[int] = set()
        self._order = 0
        self._busy = False
        self._then: tuple[list[int], Callable[[list[Made]], None]] | None = None
        self._choices = EVERYTHING

    def begin(self, papers: Sequence[Paper], choices: SheetChoices) -> None:
        """Forget what was before, and make these, from the first one that is wanted on."""
        self._papers, self._then = papers, None
        self._from_the_start(choices)

    def choose(self, choices: SheetChoices) -> None:
        """Make the same papers as is chosen now; what was to be printed waits for the new ones."""
        if choices != self._choices:
            self._from_the_start(choices)

    def _from_the_start(self, choices: SheetChoices) -> None:
        self._order += 1
        self._choices, self._busy = choices, False
        self._ready, self._without = {}, set()
        self._waiting = list(range(len(self._papers)))

    def want(self, place: int) -> None:
        """Make this one next; `made` comes for one that is made already, too."""
        if place in self._ready:
            self.made.emit(place)
        elif place < len(self._papers) and place not in self._without:
            self._put_first([place])
            self._go_on()

    def gather(self, places: Sequence[int], then: Callable[[list[Made]], None]) -> None:
        """Make these if they are not yet, then give them in order.

        Those that cannot be are left out; where none can be, nothing is given.
        """
        self._then = (list(places), then)
        left = [one for one in places if one not in self._ready and one not in self._without]
        self._put_first(left)
        self._go_on()

    def stop(self) -> None:
        """Make no more, but for what is asked for again."""
        self._waiting, self._then = [], None
        self._tell()

    def made_of(self, place: int) -> Made | None:
        """What was made of a paper; None until then."""
        return self._ready.get(place)

    def _put_first(self, places: Sequence[int]) -> None:
        self._waiting = [*places, *(one for one in self._waiting if one not in places)]

    def _go_on(self) -> None:
        self._hand_out()
        if self._busy or not self._waiting:
            return
        self._busy = True
        place, order = self._waiting.pop(0), self._order

        def done(made: Made) -> None:
            if order == self._order:
                title = made.title or self._papers[place].title
                self._ready[place] = replace(made, title=title)
                self.made.emit(place)
                self._next()

        def failed(error: Exception) -> None:
            if order != self._order:
                return
            self._without.add(place)
            if isinstance(error, TeteATeteError):
                self.refused.emit(place, error)
            else:
                self.failed.emit(error)
            self._next()

        make, choices = self._papers[place].make, self._choices
        self._ask(self, lambda services: make(services, choices), done, failed)

    def _next(self) -> None:
        self._busy = False
        self._tell()
        self._go_on()

    def _tell(self) -> None:
        done = len(self._ready) + len(self._without)
        left = len(self._waiting) + int(self._busy)
        self.went_on.emit(done, done + left)

    def _hand_out(self) -> None:
        """Give what was gathered, once all of it is there."""
        if self._then is None:
            return
        places, then = self._then
        if all(one in self._ready or one in self._without for one in places):
            self._then = None
            if made := [self._ready[one] for one in places if one in self._ready]:
                then(made)
