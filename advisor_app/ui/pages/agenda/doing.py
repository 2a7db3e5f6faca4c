"""What is done to an appointment from the agenda: moved, confirmed, given up, and taken back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.agenda import Depends, PlannedMeeting
from advisor_app.i18n.agenda_words import depends_lines, moved_words
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.working_plan_words import full_sentences
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.accompanying import Accompanying
from advisor_app.ui.dialogs.appointment_steps import AppointmentSteps
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.moving import MovingDialog, moving_title
from advisor_app.ui.dialogs.refusing import say_refused
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

Refuse = Callable[[str], None]


class Doing(QObject):
    """Asks the services for one page; a refusal is said, and the page shows what is true."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._steps = page, AppointmentSteps(page)
        self._company = Accompanying(page)

    def move(self, one: PlannedMeeting, start: datetime) -> None:
        """Say what depends on the time, where anything does, then move."""
        if self._must_not():
            return
        words = moved_words(joint_name(one.visit.people), start)

        def depend(depends: Depends) -> None:
            if not depends:
                self._move(one, start, self._page.requests.refused.emit, _nothing)
                return
            MovingDialog(
                self._page,
                words,
                depends_lines(depends),
                lambda dialog: self._move(one, start, dialog.refuse, dialog.done_well),
            ).open()

        ref = one.visit.ref
        read = Read(lambda services: services.agenda.depends(ref), depend, self._failed)
        ask_when_read(self._page, self._page, moving_title(), self._page.ask, read)

    def accompany(self, one: PlannedMeeting) -> None:
        """Ask who else of the bank comes."""
        if not self._must_not():
            self._company.ask(one.visit.ref, joint_name(one.visit.people))

    def confirm(self, one: PlannedMeeting) -> None:
        """The client agreed."""
        if not self._must_not():
            self._steps.confirm(one.visit.ref, joint_name(one.visit.people))

    def miss(self, one: PlannedMeeting) -> None:
        """The client did not come."""
        if not self._must_not():
            self._steps.miss(one.visit.ref, joint_name(one.visit.people))

    def cancel(self, one: PlannedMeeting) -> None:
        """Ask whose doing it is, then give the time back."""
        if not self._must_not():
            self._steps.cancel(one.visit.ref, joint_name(one.visit.people))

    def _must_not(self) -> bool:
        """Every answer names whom the meeting is with: the page shows again what is true."""
        refused = self._page.requests.must_not_name()
        if refused:
            self._page.reload()
        return refused

    def _move(
        self, one: PlannedMeeting, start: datetime, refuse: Refuse, well: Callable[[], None]
    ) -> None:
        visit = one.visit

        def done(full: str) -> None:
            well()
            self._page.changes.tell(Topic.APPOINTMENTS)
            words = moved_words(joint_name(visit.people), start)
            self._page.requests.say(f"{words} {full}".rstrip(), take_back, again)

        def take_back() -> None:
            self._put(visit.ref, visit.start, self._told, self._failed)

        def again() -> None:
            self._move(one, start, self._page.requests.refused.emit, _nothing)

        self._put(visit.ref, start, done, partial(say_refused, refuse, self._page.requests))

    def _put(
        self,
        ref: str,
        start: datetime,
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._page.ask(self._page, lambda services: _moved(services, ref, start), done, failed)

    def _told(self, _full: str) -> None:
        self._page.changes.tell(Topic.APPOINTMENTS)

    def _failed(self, error: Exception) -> None:
        self._page.reload()
        self._page.requests.failed.emit(error)


def _moved(services: "Services", ref: str, start: datetime) -> str:
    """Move, and give back what it makes too full, in words."""
    from advisor_app.services.moving import MoveOrder

    after = services.moves.move(MoveOrder(ref, start)).after
    return " ".join(full_sentences(*services.capacities.loads_of(after)))


def _nothing() -> None:
    """Nothing was open that must close."""
