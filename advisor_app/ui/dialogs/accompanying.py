"""Who comes along to an appointment, from any page: asked, said, and taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.companions import Companion, Company
from advisor_app.i18n.company_words import company_sentence
from advisor_app.ui.changes import Topic
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.company import CompanyDialog, company_title
from advisor_app.ui.dialogs.refusing import say_refused
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.domain.appointments import Moved

_TOPICS = (Topic.CLIENTS, Topic.APPOINTMENTS)


class Accompanying(QObject):
    """Asks the services for one page; a refusal is said in the question."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def ask(self, ref: str, name: str) -> None:
        """Ask who comes along to an appointment with clients of a name."""

        def known(company: Company) -> None:
            CompanyDialog(self._page, name, company, keep).open()

        def keep(dialog: CompanyDialog, chosen: Companion | None) -> None:
            who, companion = (chosen.ref, chosen.name) if chosen else (None, None)

            def done(moved: "Moved") -> None:
                dialog.done_well()
                self._say(moved, company_sentence(name, companion, moved))

            self._bring(ref, who, done, partial(say_refused, dialog.refuse, self._page.requests))

        page = self._page
        read = Read(lambda services: services.companions.at(ref), known, self._failed)
        ask_when_read(page, page, company_title(name), page.ask, read)

    def _say(self, moved: "Moved", words: str) -> None:
        ref, before, after = moved.after.ref, moved.before.colleague, moved.after.colleague
        if before == after:
            return
        self._tell(moved)
        self._page.requests.say(
            words,
            lambda: self._bring(ref, before, self._tell, self._failed),
            lambda: self._bring(ref, after, self._tell, self._failed),
        )

    def _bring(
        self,
        ref: str,
        colleague: str | None,
        done: "Callable[[Moved], None]",
        failed: Callable[[Exception], None],
    ) -> None:
        page = self._page
        page.ask(page, lambda services: services.moves.come_along(ref, colleague), done, failed)

    def _tell(self, _moved: "Moved") -> None:
        self._page.changes.tell(*_TOPICS)

    def _failed(self, error: Exception) -> None:
        self._page.reload()
        self._page.requests.failed.emit(error)
