"""What is changed of days away, hours of some days and rooms: asked, kept, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.opening import DatedHours
from advisor_app.domain.working_plan import Absence, AbsenceDraft, Room, RoomDraft, WorkingPlan
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.i18n.working_plan_words import absence_added
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.absence import AbsenceDialog
from advisor_app.ui.dialogs.dated_hours import DatedHoursDialog
from advisor_app.ui.dialogs.room import RoomDialog
from advisor_app.ui.pages.settings.pane import Pane

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

Work = Callable[["Services"], Any]


class Asking(Protocol):
    """A dialog that waits for what becomes of its answer."""

    def refuse(self, sentence: str) -> None:
        """Say why not."""

    def done_well(self) -> None:
        """Close."""


class ListEdits(Protocol):
    """What a card's rows ask for."""

    def add(self) -> None:
        """Ask for one more."""

    def change(self, item: Any, /) -> None:
        """Ask what changes of one."""

    def remove(self, item: Any, /) -> None:
        """Let one go."""


class PlanEdits:
    """Carries changes out for a pane, which loads again after each."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane

    def answer(self, dialog: Asking, work: Work, done: Callable[[Any], None]) -> None:
        """Carry out what a dialog asked; it stays open, and says why, where it is refused."""

        def refused(error: Exception) -> None:
            if isinstance(error, TeteATeteError):
                dialog.refuse(sentence(error))
            else:
                self._pane.requests.bug.emit(error)

        def kept(result: object) -> None:
            dialog.done_well()
            done(result)

        self._pane.ask(self._pane, work, kept, refused)

    def do(self, work: Work, said: str, undo: Callable[[Any], Work] | None = None) -> None:
        """Carry out what needs no question; `undo` takes what it gave back."""

        def done(result: object) -> None:
            self.changed(said, undo(result) if undo is not None else None)

        self._pane.ask(self._pane, work, done, self.refused)

    def changed(self, said: str, undo: Work | None = None) -> None:
        """Say what was kept, with the way back."""

        def take_back(work: Work) -> None:
            self._pane.ask(self._pane, work, lambda _done: self._tell(), self.refused)

        if undo is None:
            self._pane.requests.say_final(said)
        else:
            self._pane.requests.say(said, lambda: take_back(undo))
        self._tell()

    def refused(self, error: Exception) -> None:
        """Say why not, and show what holds."""
        if isinstance(error, TeteATeteError):
            self._pane.requests.refused.emit(sentence(error))
            self._pane.reload()
        else:
            self._pane.requests.bug.emit(error)

    def _tell(self) -> None:
        self._pane.changes.tell(Topic.HOURS, Topic.APPOINTMENTS, Topic.SUGGESTIONS)


class AbsenceEdits:
    """Days away."""

    def __init__(self, pane: Pane, edits: PlanEdits, today: date, plan: WorkingPlan) -> None:
        self._pane, self._edits, self._today, self._plan = pane, edits, today, plan

    def add(self) -> None:
        """Ask for new ones."""

        def answer(dialog: AbsenceDialog, draft: AbsenceDraft) -> None:
            self._edits.answer(
                dialog,
                lambda services: services.working_plans.add_absence(draft),
                lambda added: self._edits.changed(
                    absence_added(added[1]),
                    lambda services: services.working_plans.remove_absence(added[0]),
                ),
            )

        self._open(answer, None)

    def change(self, absence: Absence) -> None:
        """Ask what changes of those that are kept."""

        def answer(dialog: AbsenceDialog, draft: AbsenceDraft) -> None:
            self._edits.answer(
                dialog,
                lambda services: services.working_plans.change_absence(absence.key, draft),
                lambda before: self._edits.changed(
                    absence_added(before[1]),
                    lambda services: services.working_plans.change_absence(absence.key, before[0]),
                ),
            )

        self._open(answer, absence.draft)

    def remove(self, absence: Absence) -> None:
        """Open the days again."""
        self._edits.do(
            lambda services: services.working_plans.remove_absence(absence.key),
            _("The days are open for booking again."),
            lambda draft: lambda services: services.working_plans.add_absence(draft),
        )

    def _open(
        self, answer: Callable[[AbsenceDialog, AbsenceDraft], None], known: AbsenceDraft | None
    ) -> None:
        window, colleagues = self._pane.window(), self._plan.colleagues
        AbsenceDialog(window, self._today, colleagues, answer, known).open()


class DatedEdits:
    """Days with hours of their own."""

    def __init__(self, pane: Pane, edits: PlanEdits, today: date, plan: WorkingPlan) -> None:
        self._pane, self._edits, self._today, self._plan = pane, edits, today, plan

    def add(self) -> None:
        """Ask for new ones."""
        self._open(None)

    def change(self, known: DatedHours) -> None:
        """Ask what changes of those that are kept."""
        self._open(known)

    def remove(self, known: DatedHours) -> None:
        """Bring the usual hours back."""
        self._edits.do(
            lambda services: services.working_plans.set_dated(replace(known, spans=())),
            _("The usual hours hold on these days again."),
            lambda _before: lambda services: services.working_plans.set_dated(known),
        )

    def _open(self, known: DatedHours | None) -> None:
        def answer(dialog: DatedHoursDialog, told: DatedHours) -> None:
            self._edits.answer(
                dialog,
                lambda services: services.working_plans.set_dated(told, known),
                lambda before: self._edits.changed(
                    _("The hours are kept; booking obeys them now."),
                    lambda services: _bring_back(services, told, known, before),
                ),
            )

        week = self._plan.own or self._plan.usual
        DatedHoursDialog(self._pane.window(), self._today, week, answer, known).open()


class RoomEdits:
    """The rooms of the branch."""

    def __init__(self, pane: Pane, edits: PlanEdits) -> None:
        self._pane, self._edits = pane, edits

    def add(self) -> None:
        """Ask for a new one."""
        self._open(None)

    def change(self, room: Room) -> None:
        """Ask what changes of one."""
        self._open(room)

    def remove(self, room: Room) -> None:
        """Let a room go."""
        self._edits.do(
            lambda services: services.working_plans.remove_room(room.ref),
            _("{room} is removed.").format(room=room.draft.name),
            lambda draft: lambda services: services.working_plans.add_room(draft),
        )

    def _open(self, room: Room | None) -> None:

        def answer(dialog: RoomDialog, draft: RoomDraft) -> None:
            if room is None:
                self._edits.answer(
                    dialog, lambda services: services.working_plans.add_room(draft), added
                )
            else:
                ref = room.ref
                self._edits.answer(
                    dialog,
                    lambda services: services.working_plans.change_room(ref, draft),
                    lambda before: changed(ref, before),
                )

        def added(ref: str) -> None:
            self._edits.changed(
                _("The room is kept."), lambda services: services.working_plans.remove_room(ref)
            )

        def changed(ref: str, before: RoomDraft) -> None:
            self._edits.changed(
                _("The room is kept."),
                lambda services: services.working_plans.change_room(ref, before),
            )

        RoomDialog(self._pane.window(), room.draft if room else None, answer).open()


def _bring_back(
    services: "Services", told: DatedHours, known: DatedHours | None, before: DatedHours | None
) -> None:
    """What was changed from, and what stood on the very days of what was told."""
    stood = [one for one in (known, before) if one is not None]
    services.working_plans.set_dated(replace(told, spans=()))
    for one in stood:
        services.working_plans.set_dated(one)
