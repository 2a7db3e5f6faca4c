"""A whole week planned from the agenda: read, changed, kept and taken back, on the worker."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.week_words import kept_week_words
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.week_draft import WeekDraft
from advisor_app.ui.dialogs.week_plan import WeekAsker, WeekPlanDialog
from advisor_app.ui.parts.page import Page
from advisor_app.ui.parts.projects import short_project_names
from advisor_app.ui.tasks import Asked

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.appointments import Appointment
    from advisor_app.domain.week_proposal import WeekEdit, WeekProposal

_TOPICS = (Topic.APPOINTMENTS, Topic.SUGGESTIONS)


class Planning(QObject):
    """Asks the services for the dialog; what was kept can be undone in one go."""

    def __init__(self, page: Page, today: date) -> None:
        super().__init__(page)
        self._page, self._today = page, today

    def open(self, day: date) -> None:
        """Open the week of a day; it names other clients, so not while somebody is beside."""
        if self._page.requests.discretion.on:
            self._page.requests.refused.emit(
                _("The plan of a week names your clients: leave the discreet mode first.")
            )
            return
        asker = WeekAsker(self._read, self._edit, self._keep)
        WeekPlanDialog(self._page, day, self._today, asker).open()

    def _read(self, dialog: WeekPlanDialog, day: date) -> Asked:
        def failed(error: Exception) -> None:
            dialog.show_failed(self._said(error))

        return self._page.ask(
            dialog, lambda services: planned(services, day), dialog.show_draft, failed
        )

    def _edit(self, dialog: WeekPlanDialog, draft: WeekDraft, edit: "WeekEdit") -> None:
        self._page.ask(
            dialog,
            lambda services: edited(services, draft, edit),
            dialog.show_draft,
            lambda error: dialog.refuse(self._said(error)),
        )

    def _keep(self, dialog: WeekPlanDialog, proposal: "WeekProposal") -> None:
        def done(kept: "tuple[Appointment, ...]") -> None:
            dialog.done_well()
            self._told(proposal, kept)

        self._page.ask(
            dialog,
            lambda services: services.week_planner.keep(proposal),
            done,
            lambda error: dialog.refuse(self._said(error)),
        )

    def _told(self, proposal: "WeekProposal", kept: "tuple[Appointment, ...]") -> None:
        page = self._page
        page.changes.tell(*_TOPICS)

        def take_back() -> None:
            page.ask(
                page,
                lambda services: services.week_planner.take_back(kept),
                lambda _nothing: page.changes.tell(*_TOPICS),
                page.requests.failed.emit,
            )

        def again() -> None:
            page.ask(
                page,
                lambda services: services.week_planner.keep(proposal),
                lambda booked: self._told(proposal, booked),
                page.requests.failed.emit,
            )

        page.requests.say(kept_week_words(len(kept)), take_back, again)

    def _said(self, error: Exception) -> str:
        if isinstance(error, TeteATeteError):
            return sentence(error)
        self._page.requests.bug.emit(error)
        return _("Something went wrong. Nothing was saved.")


def planned(services: "Services", day: date) -> WeekDraft:
    """The best plan of a day's week."""
    return _draft(services, services.week_planner.propose(day), day)


def edited(services: "Services", draft: WeekDraft, edit: "WeekEdit") -> WeekDraft:
    """The plan with a change."""
    proposal = services.week_planner.edited(draft.proposal, edit)
    return _draft(services, proposal, proposal.monday)


def _draft(services: "Services", proposal: "WeekProposal", day: date) -> WeekDraft:
    return WeekDraft(
        proposal=proposal,
        check=services.week_planner.check(proposal),
        plan=services.agenda.week(day),
        names=short_project_names(),
        named=services.suggesting.named(proposal.clients()),
        today=services.today(),
    )
