"""What pages ask for and the services do: book, note, put off, dismiss; each answer is told."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from advisor_app.domain.drafts import DraftPlace
from advisor_app.domain.errors import Refused, TeteATeteError
from advisor_app.domain.letters import LetterKind
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.why_words import WhyWords
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.booking_form import BookingChoices
from advisor_app.ui.dialogs.booking_wish import Wish
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.contact import ContactDialog, ContactNote, contact_title
from advisor_app.ui.dialogs.dismiss import Dismissal, DismissDialog
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.how import HowDialog
from advisor_app.ui.dialogs.later import LaterDialog, later_title
from advisor_app.ui.dialogs.outcome import OutcomeDialog, OutcomeFacts, outcome_title
from advisor_app.ui.dialogs.propose import Booker, ProposeDialog, propose_title
from advisor_app.ui.dialogs.told import ToldDialog
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.requests import Requests, Whom
from advisor_app.ui.tasks import Asked
from advisor_app.ui.window import deeds
from advisor_app.ui.window.mail_out import draft_mail
from advisor_app.ui.window.shell import Shell, of_session

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.outcome import Outcome
    from advisor_app.domain.snooze_days import SnoozeDay

T = TypeVar("T")
_BOOKED = (Topic.APPOINTMENTS, Topic.SUGGESTIONS)
_TOLD = (Topic.CLIENTS, Topic.CONTACTS, Topic.APPOINTMENTS, Topic.SUGGESTIONS)
_NOTED = (Topic.CONTACTS, Topic.APPOINTMENTS, Topic.SUGGESTIONS)


class Counter(QObject):
    """Asks the questions, then the services; a refusal is said where the question stands."""

    def __init__(
        self, shell: Shell, ask: Ask, changes: Changes, requests: Requests, today: date
    ) -> None:
        super().__init__(shell)
        of_session(self)
        self._shell, self._ask = shell, ask
        self._changes, self._requests, self._today = changes, requests, today

    def propose(self, whom: Whom) -> None:
        """Ask when, then book."""

        def open_dialog(choices: BookingChoices) -> None:
            booker = Booker(self._book, self._find, self._read_week, self._weigh, self._accept)
            dialog = ProposeDialog(self._shell, whom, self._today, choices, booker)
            dialog.beside.view.be_discreet(self._requests.discretion.on)
            dialog.open()

        self._open(
            propose_title(whom.title), partial(deeds.booking_choices, whom=whom), open_dialog
        )

    def book_at(self, start: datetime) -> None:
        """A time was picked in the agenda: ask who comes."""
        from advisor_app.ui.window.picked_time import PickedTime

        PickedTime(self._shell, self._ask, self._requests, self._today).open(start)

    def _find(self, dialog: ProposeDialog, wish: Wish) -> Asked:
        """What has no answer, such as times for a client whom nobody serves, stays unsaid."""
        free = dialog.form.free

        def failed(error: Exception) -> None:
            if isinstance(error, Refused):
                free.leave()
            else:
                free.miss()
                self.failed(error)

        work = partial(deeds.free_times, wish=wish)
        return self._ask(dialog, work, dialog.show_free, failed)

    def _read_week(self, dialog: ProposeDialog, day: date) -> Asked:
        def failed(error: Exception) -> None:
            could_not_be_read(dialog.beside.stage)
            self.failed(error)

        return self._ask(
            dialog,
            lambda services: deeds.week_plan(services, day),
            lambda found: dialog.show_plan(*found),
            failed,
        )

    def _weigh(self, dialog: ProposeDialog, day: date) -> None:
        self._ask(
            dialog,
            lambda services: deeds.loads(services, day),
            lambda words: dialog.show_full(day, words),
            lambda _refused: None,
        )

    def _accept(self, dialog: ProposeDialog, whom: Whom) -> None:
        dialog.done_well()
        self.accept(whom)

    def _book(self, dialog: ProposeDialog, wish: Wish) -> None:
        def done(booked: deeds.Booked) -> None:
            dialog.done_well()
            words = _("{name}: {day} at {time}.").format(
                name=wish.whom.title,
                day=long_date(wish.start.date()),
                time=clock(wish.start.time()),
            )
            self._told(words, _BOOKED, booked.undo)
            self._draft(booked.ref, wish)

        self._do(lambda services: deeds.book(services, wish), done, dialog.refuse)

    def _draft(self, ref: str, wish: Wish) -> None:
        """Draft the mail and the letter that were asked for with a booking."""
        kind = LetterKind.APPOINTMENT if wish.until is None else LetterKind.PROPOSAL
        if wish.mail:
            make = partial(deeds.invitation_mail, ref, kind if wish.letter else None)
            draft_mail(self._shell, self._ask, self._requests, make, self.failed)
        if wish.letter:
            self._requests.open_sheets.emit(LetterAsked(kind, ref, wish.whom.title))

    def note(self, whom: Whom) -> None:
        """Ask what happened, then record it."""

        def open_dialog(projects: list[tuple[str, str]]) -> None:
            dialog = ContactDialog(self._shell, whom, self._today, projects, self._save)
            place = DraftPlace(f"contact of {whom.refs[0]}", whom.people[0].key)
            Drafting(dialog, self._ask, place).open()

        self._open(contact_title(whom.title), partial(deeds.projects, whom=whom), open_dialog)

    def _save(self, dialog: ContactDialog, note: ContactNote) -> None:
        def saved(undo: "Callable[[Services], None]") -> None:
            dialog.done_well()
            told(undo)

        def told(undo: "Callable[[Services], None]") -> None:
            words = _("Noted for {name}.").format(name=note.whom.title)
            self._told(
                words, _NOTED, undo, lambda: self._do(work, told, self._requests.refused.emit)
            )

        work = partial(deeds.note, noted=note)
        self._do(work, saved, dialog.refuse)

    def write_up(self, appointment: str, whom: Whom) -> None:
        """A past appointment: ask how it went, and show what the answers will change."""

        def save(dialog: OutcomeDialog, outcome: "Outcome") -> None:
            def saved(undo: "Callable[[Services], None] | None") -> None:
                dialog.done_well()
                self._told(_("Noted for {name}.").format(name=whom.title), _TOLD, undo)

            self._do(
                lambda services: deeds.tell(services, appointment, outcome), saved, dialog.refuse
            )

        def look(dialog: OutcomeDialog, outcome: "Outcome") -> Asked:
            def failed(error: Exception) -> None:
                if isinstance(error, Refused):
                    dialog.show_changes(())
                else:
                    could_not_be_read(dialog.changes.stage)
                    self.failed(error)

            work = partial(deeds.foretaste, appointment=appointment, outcome=outcome)
            return self._ask(dialog, work, dialog.show_changes, failed)

        def open_dialog(facts: OutcomeFacts) -> None:
            dialog = OutcomeDialog(self._shell, whom, self._today, facts, save, look)
            place = DraftPlace(f"outcome of {appointment}", whom.people[0].key)
            Drafting(dialog, self._ask, place).open()

        work = partial(deeds.write_up, appointment=appointment, whom=whom)
        self._open(outcome_title(whom.title), work, open_dialog)

    def follow_up(self, appointment: str, whom: Whom) -> None:
        """The word of the day after: draft it, and see to it that it leaves."""
        from advisor_app.ui.window.day_after import DayAfter

        DayAfter(self, self._shell, self._ask, self._changes, self._requests).open(
            appointment, whom
        )

    def later(self, whom: Whom) -> None:
        """Ask until when, then put the suggestion off."""

        def answer(until: date) -> None:
            words = _("{name} comes back on {day}.").format(name=whom.title, day=long_date(until))
            self._answer(lambda services: deeds.later(services, whom, until), words)

        def ask(days: "tuple[SnoozeDay, ...]") -> None:
            LaterDialog(self._shell, whom.title, self._today, days, answer).open()

        self._open(later_title(whom.title), lambda services: services.snoozing.days(), ask)

    def dismiss(self, whom: Whom) -> None:
        """Ask why, then dismiss the suggestion."""

        def answer(reason: Dismissal) -> None:
            words = _("{name} has left the list.").format(name=whom.title)
            self._answer(lambda services: deeds.dismiss(services, whom, reason), words)

        DismissDialog(self._shell, whom.title, answer).open()

    def accept(self, whom: Whom) -> None:
        """Let a suggestion wait for a time in the agenda."""
        words = _("{name} waits in the agenda for a time.").format(name=whom.title)
        self._answer(lambda services: deeds.accept(services, whom), words)

    def _answer(self, work: "Callable[[Services], Callable[[Services], None]]", words: str) -> None:
        def done(undo: "Callable[[Services], None]") -> None:
            self._told(words, (Topic.SUGGESTIONS,), undo, lambda: self._answer(work, words))

        self._do(work, done, self._requests.refused.emit)

    def explain(self, title: str, text: str) -> None:
        """Say in plain words how something is made."""
        ToldDialog(self._shell, title, "", [text]).open()

    def explain_row(self, whom: Whom, total: int) -> None:
        """Say how the list is made, and how one of its rows came there, of so many ranked."""

        def show(why: WhyWords) -> None:
            HowDialog(self._shell, whom.title, why).open()

        self._open(_("How this list is made"), partial(deeds.why, whom=whom, total=total), show)

    def failed(self, error: Exception) -> None:
        """Something was refused, or went wrong."""
        if isinstance(error, TeteATeteError):
            self._requests.refused.emit(sentence(error))
        else:
            self._requests.bug.emit(error)

    def _open(
        self, title: str, work: "Callable[[Services], T]", open_dialog: Callable[[T], None]
    ) -> None:
        """Read what a question begins with, then open it."""
        ask_when_read(self, self._shell, title, self._ask, Read(work, open_dialog, self.failed))

    def _do(
        self,
        work: "Callable[[Services], T]",
        done: Callable[[T], None],
        refused: Callable[[str], None],
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, TeteATeteError):
                refused(sentence(error))
            else:
                refused(_("Something went wrong. Nothing was saved."))
                self._requests.bug.emit(error)

        self._ask(self._shell, work, done, failed)

    def _told(
        self,
        words: str,
        topics: tuple[Topic, ...],
        undo: "Callable[[Services], None] | None",
        redo: Callable[[], None] | None = None,
    ) -> None:
        self._changes.tell(*topics)

        def take_back() -> None:
            if undo is not None:
                self._ask(
                    self._shell, undo, lambda _nothing: self._changes.tell(*topics), self.failed
                )

        if undo is None:
            self._requests.say_final(words)
        else:
            self._requests.say(words, take_back, redo)
