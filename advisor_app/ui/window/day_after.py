"""The day after a meeting: a word to the client, drafted, printed or mailed, and marked as sent."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.drafts import DraftPlace
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.letters import LetterKind
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.follow_up import FollowUpDialog, WordDraft, WordWays, follow_up_title
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.parts.requests import Requests, Whom
from advisor_app.ui.window.mail_out import draft_mail
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_SENT = (Topic.CLIENTS, Topic.APPOINTMENTS)


class DayAfter:
    """Opens the word of one appointment, and does what its buttons say."""

    def __init__(
        self, owner: QObject, shell: Shell, ask: Ask, changes: Changes, requests: Requests
    ) -> None:
        self._owner, self._shell, self._ask = owner, shell, ask
        self._changes, self._requests = changes, requests

    def open(self, appointment: str, whom: Whom) -> None:
        """Draft the word, and show it to be changed."""

        def show(draft: WordDraft) -> None:
            ways = WordWays(
                partial(self._print, appointment, whom),
                partial(self._mail, appointment),
                partial(self._sent, appointment, whom),
            )
            dialog = FollowUpDialog(self._shell, whom.title, draft, ways)
            place = DraftPlace(f"follow-up of {appointment}", whom.people[0].key)
            Drafting(dialog, self._ask, place).open()

        read = Read(partial(drafted, appointment), show, self._failed)
        ask_when_read(self._owner, self._shell, follow_up_title(whom.title), self._ask, read)

    def _print(self, appointment: str, whom: Whom, dialog: FollowUpDialog) -> None:
        subject, text = dialog.subject.text(), dialog.text.toPlainText()
        dialog.leave()
        asked = LetterAsked(LetterKind.SUMMARY, appointment, whom.title, subject, text)
        self._requests.open_sheets.emit(asked)

    def _mail(self, appointment: str, dialog: FollowUpDialog) -> None:
        subject, text = dialog.subject.text(), dialog.text.toPlainText()
        make = partial(as_mail, appointment, subject, text)
        draft_mail(dialog, self._ask, self._requests, make, partial(self._refused, dialog))

    def _sent(self, appointment: str, whom: Whom, dialog: FollowUpDialog) -> None:
        def done(_nothing: object) -> None:
            dialog.done_well()
            self._tell_sent(appointment, whom)

        self._ask(self._shell, partial(sent, appointment), done, partial(self._refused, dialog))

    def _tell_sent(self, appointment: str, whom: Whom) -> None:
        words = _("{name}: the summary is sent.").format(name=whom.title)

        def take_back() -> None:
            self._do(partial(reopened, appointment))

        def again() -> None:
            self._ask(
                self._shell,
                partial(sent, appointment),
                lambda _nothing: self._tell_sent(appointment, whom),
                self._failed,
            )

        self._changes.tell(*_SENT)
        self._requests.say(words, take_back, again)

    def _do(self, work: "partial[None]") -> None:
        self._ask(self._shell, work, lambda _nothing: self._changes.tell(*_SENT), self._failed)

    def _refused(self, dialog: FollowUpDialog, error: Exception) -> None:
        if isinstance(error, TeteATeteError):
            dialog.refuse(sentence(error))
        else:
            self._requests.bug.emit(error)

    def _failed(self, error: Exception) -> None:
        self._requests.failed.emit(error)


def drafted(appointment: str, services: "Services") -> WordDraft:
    """What would be written, in the client's language; on the worker."""
    from advisor_app.i18n import language
    from advisor_app.i18n.formats import LANGUAGES
    from advisor_app.reports.papers import draft_word

    briefing = services.letters.for_appointment(appointment, LetterKind.SUMMARY)
    kept = services.summaries.kept(appointment)
    subject, text = draft_word(briefing, kept, services.today())
    spoken = briefing.clients[0].language or language()
    by_mail = bool(services.summaries.addressed(appointment).receivers)
    return WordDraft(subject, text, LANGUAGES[spoken], by_mail)


def as_mail(appointment: str, subject: str, text: str, services: "Services") -> bytes:
    """The word as a mail draft to those who agreed to e-mail; on the worker."""
    from advisor_app.exchange.mail_draft import MailWords, word_draft

    parties = services.summaries.addressed(appointment)
    services.summaries.mail_drafted(appointment)
    return word_draft(MailWords(subject, text), parties.sender, parties.receivers)


def sent(appointment: str, services: "Services") -> None:
    """Keep that the word left: what it was due for is done."""
    services.appointments.follow_up_sent(appointment)


def reopened(appointment: str, services: "Services") -> None:
    """Take back that it left."""
    services.owed.reopen(appointment)
