"""How every edit of the page is done: asked of the worker, told, and taken back with Undo."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.client_record import ClientRecord
from advisor_app.domain.drafts import DraftPlace
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.keys import Key
from advisor_app.domain.letter_offers import LetterOffer
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.accompanying import Accompanying
from advisor_app.ui.dialogs.appointment_steps import AppointmentSteps
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.figures import Known
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.client_choice import Finder
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.ui.tasks import Asked

    Undo = Callable[[Services], object]
    Deed = Callable[[Services], Undo]

# What an edit of a client touches: states and flags follow from it, and suggestions from them.
TOUCHED = (Topic.CLIENTS, Topic.CONTACTS, Topic.SUGGESTIONS)


class Question(Protocol):
    """A dialog that waits for the answer of the worker."""

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, and stay open."""

    def done_well(self) -> None:
        """It is saved."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows now.

    `names` are the projects' names by code, `why` the sentence of what would be proposed.
    `letters` are those that fit their case.
    `discreet` is whether somebody sits beside the advisor (DESIGN.md, principle 8).
    """

    page: ClientPage
    record: ClientRecord
    names: dict[str, str]
    known: Known
    why: str = ""
    discreet: bool = False
    letters: tuple[LetterOffer, ...] = ()

    def is_of(self, key: Key | None) -> bool:
        """Whether a key is the household's, or one of its clients'."""
        return key == self.page.key or any(one.key == key for one in self.people)

    @property
    def people(self) -> tuple[Person, ...]:
        """The clients of the household, the head first."""
        return self.page.clients


class Edits:
    """The one way in which the page changes something."""

    def __init__(self, page: Page) -> None:
        self.page, self.steps = page, AppointmentSteps(page)
        self.company = Accompanying(page)

    def ask(self, question: FormDialog, form: str, client: Key | None) -> None:
        """Open a question, whose draft is kept under the form's name."""
        Drafting(question, self.page.ask, DraftPlace(form, client)).open()

    def finder(self) -> Finder:
        """How a question finds the client that it asks about."""
        return Finder(self._find, self.page.requests.discretion)

    def _find(
        self,
        owner: QWidget,
        words: str,
        done: "Callable[[list[Person]], None]",
        missed: "Callable[[Exception], None]",
    ) -> "Asked":
        """Find clients by words, whoever serves them, for a question that asks about one."""

        def work(services: "Services") -> list[Person]:
            return [one for found in services.search.find(words).clients for one in found.clients]

        def failed(error: Exception) -> None:
            missed(error)
            self.page.requests.failed.emit(error)

        return self.page.ask(owner, work, done, failed)

    def do(self, question: Question | None, deed: "Deed", words: str) -> None:
        """Do something on the worker; a refusal is said where the question stands."""

        def done(undo: "Undo") -> None:
            if question is not None:
                question.done_well()
            self._tell(words, undo, deed)

        def failed(error: Exception) -> None:
            expected = isinstance(error, TeteATeteError)
            said = (
                sentence(error)
                if isinstance(error, TeteATeteError)
                else _("Something went wrong. Nothing was saved.")
            )
            if question is not None:
                question.refuse(said)
            else:
                self.page.requests.refused.emit(said)
            if not expected:
                self.page.requests.bug.emit(error)

        self.page.ask(self.page, deed, done, failed)

    def _tell(self, words: str, undo: "Undo", deed: "Deed") -> None:
        page = self.page

        def take_back() -> None:
            page.ask(
                page, undo, lambda _nothing: page.changes.tell(*TOUCHED), page.requests.failed.emit
            )

        page.changes.tell(*TOUCHED)
        page.requests.say(words, take_back, lambda: self.do(None, deed, words))
