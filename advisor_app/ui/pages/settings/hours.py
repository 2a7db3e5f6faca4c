"""Hours, days away, capacity and rooms: what booking obeys, from the moment it is kept."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.opening import Week
from advisor_app.domain.outside import Outside
from advisor_app.domain.working_plan import WorkingPlan
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.pages.settings.plan_cards import (
    AbsencesCard,
    DatedCard,
    ListCard,
    OutsideCard,
    RhythmCard,
    RoomsCard,
)
from advisor_app.ui.pages.settings.plan_edits import (
    AbsenceEdits,
    DatedEdits,
    ListEdits,
    PlanEdits,
    RoomEdits,
)
from advisor_app.ui.pages.settings.week_card import WeekCard
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor_app.bootstrap import Services


class HoursPane(Pane):
    """Every card is made anew when something is kept."""

    topics = frozenset({Topic.HOURS, Topic.APPOINTMENTS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._edits = PlanEdits(self)
        self._shown: list[QWidget] = []
        self._listed: tuple[tuple[ListCard, ListEdits], ...] = ()
        self.week: WeekCard | None = None
        self.dated: DatedCard | None = None
        self.absences: AbsencesCard | None = None
        self.rooms: RoomsCard | None = None
        self.rhythm: RhythmCard | None = None
        self.outside: OutsideCard | None = None

    def reload(self) -> None:
        """Ask for the plan of now."""
        self.read(_gather, self._show)

    def main_action(self) -> None:
        """Keep the hours: Ctrl+Enter."""
        if self.week is not None:
            self._keep(self.week.week())

    def _show(self, found: "Found") -> None:
        today, plan = found.today, found.plan
        for card in self._shown:
            card.deleteLater()
        self.week, self.rhythm = WeekCard(plan), RhythmCard(plan)
        self.dated, self.absences, self.rooms = DatedCard(plan), AbsencesCard(plan), RoomsCard(plan)
        self._shown = [self.week, self.dated, self.absences, self.rooms, self.rhythm]
        self.outside = None
        if found.outside:
            self.outside = OutsideCard(found.outside)
            self.outside.asked.connect(self.requests.open_client)
            self._shown.insert(0, self.outside)
        for card in self._shown:
            self.add(card)
        self.week.kept.connect(self._keep)
        self.week.given_up.connect(lambda: self._keep({}))
        self.rhythm.capacity_chosen.connect(self._set_capacity)
        self.rhythm.opening_chosen.connect(self._set_opening)
        # Kept here: a signal holds no object that is not Qt's.
        self._listed = (
            (self.dated, DatedEdits(self, self._edits, today, plan)),
            (self.absences, AbsenceEdits(self, self._edits, today, plan)),
            (self.rooms, RoomEdits(self, self._edits)),
        )
        for listed, edits in self._listed:
            listed.added.connect(edits.add)
            listed.changed.connect(edits.change)
            listed.removed.connect(edits.remove)

    def _keep(self, week: Week) -> None:
        card = self.week

        def refused(error: Exception) -> None:
            if isinstance(error, TeteATeteError) and card is not None:
                card.refuse(sentence(error))
            else:
                self.requests.bug.emit(error)

        def done(before: Week) -> None:
            self._edits.changed(
                _("The hours are kept; booking obeys them now."),
                lambda services: services.working_plans.set_week(before),
            )

        self.ask(self, lambda services: services.working_plans.set_week(week), done, refused)

    def _set_capacity(self, meetings: int | None) -> None:
        self._edits.do(
            lambda services: services.working_plans.set_capacity(meetings),
            _("The capacity is kept."),
            lambda before: lambda services: services.working_plans.set_capacity(before),
        )

    def _set_opening(self, code: str) -> None:
        self._edits.do(
            lambda services: services.working_plans.set_opening(code),
            _("The branch's usual hours are kept; booking obeys them now."),
            lambda before: lambda services: services.working_plans.set_opening(before),
        )


class Found(NamedTuple):
    """What the pane shows: the plan, and what no longer fits it."""

    today: date
    plan: WorkingPlan
    outside: tuple[Outside, ...]


def _gather(services: "Services") -> Found:
    return Found(services.today(), services.working_plans.plan(), services.outside.here())
