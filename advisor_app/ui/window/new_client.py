"""Adding a client by hand, from wherever one is."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.client_edits import ClientDraft
from advisor_app.domain.drafts import DraftPlace
from advisor_app.i18n import _
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.client_record import ClientDialog
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.refusing import say_refused
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from advisor_app.services.client_edits import ClientEdit


@dataclass(frozen=True, slots=True)
class NewClient:
    """Asks who it is, adds him, and opens his page."""

    shell: Shell
    ask: Ask
    changes: Changes
    requests: Requests

    def open(self, today: date) -> None:
        """Open the question; what is typed is kept as a draft."""
        dialog = ClientDialog(self.shell, today, self._save)
        Drafting(dialog, self.ask, DraftPlace("new client", None)).open()

    def _save(self, dialog: ClientDialog, draft: ClientDraft, ref: str) -> None:
        self.ask(
            self.shell,
            lambda services: services.client_edits.add(draft, ref),
            partial(self._saved, dialog, draft, ref),
            partial(say_refused, dialog.refuse, self.requests),
        )

    def _saved(
        self, dialog: ClientDialog, draft: ClientDraft, ref: str, edit: "ClientEdit"
    ) -> None:
        dialog.done_well()
        self._added(draft, ref, edit)

    def _added(self, draft: ClientDraft, ref: str, edit: "ClientEdit") -> None:
        def take_back() -> None:
            self.ask(
                self.shell,
                lambda services: services.client_edits.take_back(edit),
                lambda _nothing: self.changes.tell(Topic.CLIENTS),
                self.requests.failed.emit,
            )

        def again() -> None:
            self.ask(
                self.shell,
                lambda services: services.client_edits.add(draft, ref),
                partial(self._added, draft, ref),
                self.requests.failed.emit,
            )

        self.changes.tell(Topic.CLIENTS)
        self.requests.open_client.emit(edit.client)
        self.requests.say(_("The client is added."), take_back, again)
