"""What becomes of an appointment, from any page: confirmed, missed, given up; each taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.appointments import Cancellation
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.i18n import _
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.cancelling import CancellingDialog
from advisor_app.ui.dialogs.refusing import say_refused
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

    Step = Callable[[Services], AppointmentStatus]

_TOPICS = (Topic.CLIENTS, Topic.CONTACTS, Topic.APPOINTMENTS, Topic.SUGGESTIONS)


class AppointmentSteps(QObject):
    """Asks the services for one page; a refusal is said, and the page shows what is true."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def confirm(self, ref: str, name: str) -> None:
        """The client agreed."""
        self._do(partial(_confirmed, ref), ref, _("{name}: confirmed.").format(name=name))

    def miss(self, ref: str, name: str) -> None:
        """The client did not come."""
        self._do(partial(_missed, ref), ref, _("{name}: did not come.").format(name=name))

    def cancel(self, ref: str, name: str) -> None:
        """Ask whose doing it is, then give the time back."""

        def give_up(dialog: CancellingDialog, why: Cancellation) -> None:
            words = _("{name}: cancelled.").format(name=name)
            step = partial(_cancelled, ref, why)
            self._do(
                step,
                ref,
                words,
                dialog.done_well,
                partial(say_refused, dialog.refuse, self._page.requests),
            )

        CancellingDialog(self._page, name, give_up).open()

    def _do(
        self,
        step: "Step",
        ref: str,
        words: str,
        well: Callable[[], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        page = self._page

        def done(before: AppointmentStatus) -> None:
            if well is not None:
                well()
            page.changes.tell(*_TOPICS)
            page.requests.say(words, partial(take_back, before), again)

        def take_back(before: AppointmentStatus) -> None:
            page.ask(
                page,
                lambda services: services.steps_back.take_back(ref, before),
                lambda _answer: page.changes.tell(*_TOPICS),
                self._failed,
            )

        def again() -> None:
            self._do(step, ref, words)

        page.ask(page, step, done, failed or self._failed)

    def _failed(self, error: Exception) -> None:
        self._page.reload()
        self._page.requests.failed.emit(error)


def _confirmed(ref: str, services: "Services") -> AppointmentStatus:
    before = services.appointments.find(ref).status
    services.appointments.confirm(ref)
    return before


def _missed(ref: str, services: "Services") -> AppointmentStatus:
    before = services.appointments.find(ref).status
    services.appointments.miss(ref)
    return before


def _cancelled(ref: str, why: Cancellation, services: "Services") -> AppointmentStatus:
    before = services.appointments.find(ref).status
    services.appointments.cancel(ref, why)
    return before
