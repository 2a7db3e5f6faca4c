"""Who waits for a time: shown free times, given one, or given back; on the worker."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.agenda import WeekPlan, minutes_of, wall_at
from advisor_app.i18n import _
from advisor_app.ui.changes import Topic
from advisor_app.ui.pages.agenda.waiting import WaitingCard
from advisor_app.ui.parts.page import Page
from advisor_app.ui.parts.week import FreeBlock, WeekView

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.ui.pages.agenda.reading import Waiting

_HALF_HOUR = timedelta(minutes=30)


class Placing(QObject):
    """Between the list at the right and the week: the row in front has its free times dashed."""

    def __init__(self, page: Page, week: WeekView, waiting: WaitingCard) -> None:
        super().__init__(page)
        self._page, self._week, self._waiting = page, week, waiting
        waiting.picked.connect(lambda _one: self.show_free())
        waiting.left.connect(self.show_free)
        waiting.placing.connect(lambda one: page.requests.propose.emit(one.whom))
        waiting.given_back.connect(self._give_back)
        week.pointed.connect(self._point)
        week.taken.connect(self._take)
        week.dropped.connect(self._drop)
        page.requests.discretion.changed.connect(lambda _on: self.show_free())

    def show_free(self) -> None:
        """Show when the one in front could be met in these days; nothing while it is discreet."""
        one, plan = self._waiting.chosen(), self._week.plan()
        if one is None or not plan.days or self._page.requests.discretion.on:
            self._week.show_free(())
            return

        def read(services: "Services") -> tuple[FreeBlock, ...]:
            from advisor_app.ui.pages.agenda.reading import read_free

            return read_free(services, one.whom, plan)

        def show(blocks: tuple[FreeBlock, ...]) -> None:
            if self._is_still(one, plan):
                self._week.show_free(blocks)

        # Whom nobody serves has no free times, and is told so when he is placed.
        self._page.ask(self._page, read, show, lambda _refused: self._week.show_free(()))

    def _is_still(self, one: "Waiting", plan: WeekPlan) -> bool:
        return self._waiting.chosen() is one and self._week.plan() is plan

    def _point(self, at: datetime) -> None:
        """A dashed time was clicked: it is for the one in front."""
        block, one = self._week.free_at(at), self._waiting.chosen()
        if block is not None and one is not None:
            start = wall_at(block.day, block.when.start)
            self._page.requests.propose.emit(replace(one.whom, start=start))

    def _take(self, start: datetime) -> None:
        """An empty half-hour: for who is to be placed, else for somebody to be named."""
        one = self._waiting.chosen()
        if one is None or self._page.requests.discretion.on:  # who is chosen is folded
            self._page.requests.book_at.emit(start)
        else:
            begins = self._begins(start)
            self._page.requests.propose.emit(replace(one.whom, start=begins))

    def _begins(self, start: datetime) -> datetime:
        """When the dashed time begins that begins in a half-hour, else the half-hour itself."""
        first, last = minutes_of(start.time()), minutes_of((start + _HALF_HOUR).time())
        for block in self._week.scene.free:
            if block.day == start.date() and first <= block.when.start < last:
                return wall_at(block.day, block.when.start)
        return start

    def _drop(self, token: str, start: datetime) -> None:
        one = self._waiting.dragged(token)
        if one is not None:
            self._page.requests.propose.emit(replace(one.whom, start=start))

    def _give_back(self, one: "Waiting") -> None:
        """Put it back among the suggestions; undo lets it wait again."""
        kept, page = one.accepted, self._page
        if kept is None:
            return

        def told(_answer: object) -> None:
            page.changes.tell(Topic.SUGGESTIONS)

        def done(_nothing: object) -> None:
            told(None)
            page.requests.say(
                _("{name} is among the suggestions again.").format(name=one.title), undo
            )

        def undo() -> None:
            page.ask(
                page,
                lambda services: services.placing.accept_again(kept),
                told,
                page.requests.failed.emit,
            )

        page.ask(
            page,
            lambda services: services.placing.take_back(kept.answer),
            done,
            page.requests.failed.emit,
        )
