"""Hours, days away, capacity and rooms: what booking obeys, from the moment it is kept."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.opening import Week
from advisor_app.domain.working_plan import Absence, AbsenceDraft, Room, RoomDraft, WorkingPlan
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.i18n.working_plan_words import absence_added
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.absence import AbsenceDialog
from advisor_app.ui.dialogs.room import RoomDialog
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.pages.settings.plan_cards import AbsencesCard, RhythmCard, RoomsCard
from advisor_app.ui.pages.settings.week_card import WeekCard
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor_app.bootstrap import Services

Work = Callable[["Services"], Any]


class Asking(Protocol):
    """A dialog that waits for what becomes of its answer."""

    def refuse(self, sentence: str) -> None:
        """Say why not."""

    def done_well(self) -> None:
        """Close."""


class HoursPane(Pane):
    """Every card is made anew when something is kept."""

    topics = frozenset({Topic.HOURS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._today: date | None = None
        self._shown: list[QWidget] = []
        self.week: WeekCard | None = None
        self.absences: AbsencesCard | None = None
        self.rooms: RoomsCard | None = None
        self.rhythm: RhythmCard | None = None

    def reload(self) -> None:
        """Ask for the plan of now."""
        self.ask(self, _gather, self._show)

    def main_action(self) -> None:
        """Keep the hours: Ctrl+Enter."""
        if self.week is not None:
            self._keep(self.week.week())

    def _show(self, found: tuple[date, WorkingPlan]) -> None:
        self._today, plan = found
        for card in self._shown:
            card.deleteLater()
        self.week, self.rhythm = WeekCard(plan), RhythmCard(plan)
        self.absences, self.rooms = AbsencesCard(plan), RoomsCard(plan)
        self._shown = [self.week, self.absences, self.rooms, self.rhythm]
        for card in self._shown:
            self.add(card)
        self.week.kept.connect(self._keep)
        self.week.given_up.connect(lambda: self._keep({}))
        self.rhythm.capacity_chosen.connect(self._set_capacity)
        self.rhythm.opening_chosen.connect(self._set_opening)
        self.absences.added.connect(self._add_absence)
        self.absences.removed.connect(self._remove_absence)
        self.rooms.added.connect(lambda: self._edit_room(None))
        self.rooms.changed.connect(self._edit_room)
        self.rooms.removed.connect(self._remove_room)

    def _keep(self, week: Week) -> None:
        card = self.week

        def refused(error: Exception) -> None:
            if isinstance(error, TeteATeteError) and card is not None:
                card.refuse(sentence(error))
            else:
                self.requests.bug.emit(error)

        def done(_nothing: None) -> None:
            self._changed(_("The hours are kept; booking obeys them now."))

        self.ask(self, lambda services: services.working_plans.set_week(week), done, refused)

    def _set_capacity(self, meetings: int | None) -> None:
        self._do(
            lambda services: services.working_plans.set_capacity(meetings),
            _("The capacity is kept."),
        )

    def _set_opening(self, code: str) -> None:
        self._do(
            lambda services: services.working_plans.set_opening(code),
            _("The branch's usual hours are kept; booking obeys them now."),
        )

    def _add_absence(self) -> None:
        def answer(dialog: AbsenceDialog, draft: AbsenceDraft) -> None:
            self._answer(
                dialog,
                lambda services: services.working_plans.add_absence(draft),
                lambda added: self._changed(absence_added(added[1])),
            )

        if self._today is not None:
            AbsenceDialog(self.window(), self._today, answer).open()

    def _remove_absence(self, absence: Absence) -> None:
        self._do(
            lambda services: services.working_plans.remove_absence(absence.key),
            _("The days are open for booking again."),
            lambda services: services.working_plans.add_absence(absence.draft),
        )

    def _edit_room(self, room: Room | None) -> None:
        def answer(dialog: RoomDialog, draft: RoomDraft) -> None:
            def work(services: "Services") -> object:
                if room is None:
                    return services.working_plans.add_room(draft)
                return services.working_plans.change_room(room.ref, draft)

            self._answer(dialog, work, lambda _kept: self._changed(_("The room is kept.")))

        RoomDialog(self.window(), room.draft if room else None, answer).open()

    def _remove_room(self, room: Room) -> None:
        self._do(
            lambda services: services.working_plans.remove_room(room.ref),
            _("{room} is removed.").format(room=room.draft.name),
            lambda services: services.working_plans.add_room(room.draft),
        )

    def _answer(self, dialog: Asking, work: Work, done: Callable[[Any], None]) -> None:
        def refused(error: Exception) -> None:
            if isinstance(error, TeteATeteError):
                dialog.refuse(sentence(error))
            else:
                self.requests.bug.emit(error)

        def kept(result: object) -> None:
            dialog.done_well()
            done(result)

        self.ask(self, work, kept, refused)

    def _do(self, work: Work, said: str, undo: Work | None = None) -> None:
        back = partial(self._do, undo, _("Taken back.")) if undo is not None else None
        self.ask(self, work, lambda _done: self._changed(said, back), self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, TeteATeteError):
            self.requests.refused.emit(sentence(error))
            self.reload()
        else:
            self.requests.bug.emit(error)

    def _changed(self, said: str, undo: Callable[[], None] | None = None) -> None:
        self.requests.say(said, undo)
        self.changes.tell(Topic.HOURS, Topic.APPOINTMENTS, Topic.SUGGESTIONS)


def _gather(services: "Services") -> tuple[date, WorkingPlan]:
    return services.today(), services.working_plans.plan()
