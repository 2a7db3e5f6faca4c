"""Papers for the ticked households: sheets, handover sheets, letters, labels, and the list itself."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.keys import Key
from advisor_app.domain.labels import LabelPlace
from advisor_app.domain.people import of_age
from advisor_app.domain.portfolio import PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_view import PortfolioColumn
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.portfolio_words import households_words
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.event_invitation import EventInvitationDialog, invitation_title
from advisor_app.ui.dialogs.labels import LabelsDialog
from advisor_app.ui.dialogs.purpose import PurposeDialog
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.papers_asked import (
    HouseholdPaper,
    InvitationsAsked,
    LabelsAsked,
    ListAsked,
    PapersAsked,
)
from advisor_app.ui.parts.requests import About, Requests, Whom

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services

# More would be printed for nobody to read; a spreadsheet serves for more.
MOST_PAPERS, MOST_LISTED = 500, 2_000


class PaperAsking:
    """Takes the ticked households to the page of papers; `owner` is the page they are ticked on."""

    def __init__(self, owner: QWidget, ask: Ask, requests: Requests) -> None:
        self._owner, self._ask, self._requests = owner, ask, requests

    def sheets(self, keys: Sequence[Key]) -> None:
        """The sheets that prepare a meeting with each."""
        self._for_each(keys, self._requests.print_several.emit)

    def each(self, kind: HouseholdPaper, keys: Sequence[Key]) -> None:
        """A paper of a kind for each."""
        self._for_each(keys, lambda chosen: self._open(PapersAsked(kind, chosen)))

    def labels(self, keys: Sequence[Key]) -> None:
        """An address label for each, once it is said how the sheet lies."""

        def answer(place: LabelPlace) -> None:
            self._for_each(keys, lambda chosen: self._open(LabelsAsked(chosen, place)))

        if self._are_few(keys, MOST_PAPERS):
            LabelsDialog(self._owner, len(keys), answer).open()

    def invitations(self, keys: Sequence[Key]) -> None:
        """A letter to each that invites to an event, once it is said to which."""

        def work(services: "Services") -> tuple["date", tuple[Whom, ...]]:
            return services.today(), _chosen(services, keys)

        def question(found: tuple["date", tuple[Whom, ...]]) -> None:
            today, chosen = found
            whom = households_words(len(chosen))
            EventInvitationDialog(
                self._owner,
                today,
                lambda event, _nobody: self._open(InvitationsAsked(chosen, event)),
                whom=whom,
            ).open()

        if self._are_few(keys, MOST_PAPERS):
            read = Read(work, question, self._requests.failed.emit)
            ask_when_read(self._owner, self._owner, invitation_title(), self._ask, read)

    def listed(
        self,
        keys: Sequence[Key],
        question: PortfolioQuestion,
        columns: Sequence[PortfolioColumn],
    ) -> None:
        """The list as it stands, once it is said what for."""

        def answer(purpose: str) -> None:
            self._open(ListAsked(tuple(keys), question, tuple(columns), purpose))

        if self._are_few(keys, MOST_LISTED):
            title = ngettext(
                "Print {count} household as a list?", "Print {count} households as a list?",
                len(keys),
            ).format(count=len(keys))  # fmt: skip
            told = _("The paper holds the columns that the list shows.")
            PurposeDialog(self._owner, title, told, _("Show the list on paper"), answer).open()

    def menu(
        self,
        keys: Sequence[Key],
        question: PortfolioQuestion,
        columns: Sequence[PortfolioColumn],
        under: QWidget,
    ) -> QMenu:
        """What can be made of the ticked ones besides their sheets."""
        menu = QMenu(under)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, deed in (
            (_("Handover sheets"), partial(self.each, HouseholdPaper.HANDOVER, keys)),
            (_("Introduction letters"), partial(self.each, HouseholdPaper.INTRODUCTION, keys)),
            (_("Invitations to an event…"), partial(self.invitations, keys)),
            (_("Address labels…"), partial(self.labels, keys)),
            (_("The list on paper…"), partial(self.listed, keys, question, columns)),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, do=deed: do())
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        return menu

    def _open(self, about: About) -> None:
        self._requests.open_sheets.emit(about)

    def _for_each(self, keys: Sequence[Key], go: Callable[[tuple[Whom, ...]], None]) -> None:
        if self._are_few(keys, MOST_PAPERS):
            self._ask(
                self._owner,
                lambda services: _chosen(services, keys),
                go,
                self._requests.failed.emit,
            )

    def _are_few(self, keys: Sequence[Key], most: int) -> bool:
        """Whether they can be printed at once; says so where not."""
        if len(keys) <= most:
            return True
        words = _("At most {most} households can be printed at once: choose fewer.")
        self._requests.refused.emit(words.format(most=most))
        return False


def _chosen(services: "Services", keys: Sequence[Key]) -> tuple[Whom, ...]:
    today = services.today()
    return tuple(whom_of(row, today) for row in services.portfolio.rows(keys, threads=False))


def whom_of(row: PortfolioRow, today: "date") -> Whom:
    """The household of a row."""
    return Whom(row.key, joint_name(row.clients), of_age(row.clients, today))
