"""Reminders of the day before: read and worded on the worker, given and taken back from their rows."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from advisor_app.ui.changes import Topic
from advisor_app.ui.pages.today.words import ReminderWords

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services
    from advisor_app.domain.day_before import Reminder
    from advisor_app.services.day_before import Reminders
    from advisor_app.ui.pages.today.page import TodayPage


class ReminderList(NamedTuple):
    """The rows, what they stand for, when calls are made, and what the subtitle says of them."""

    words: tuple[ReminderWords, ...]
    given: Mapping[str, "Reminder"]
    hours: str
    told: str


class Reminding(QObject):
    """Asks for the reminders of one page, and answers their rows."""

    def __init__(self, page: "TodayPage") -> None:
        super().__init__(page)
        self._page = page
        self._known: Mapping[str, Reminder] = {}
        card = page.board.reminders
        card.opened.connect(page.requests.open_client)
        card.settled.connect(lambda name: self._settle(self._known[name]))
        card.print_asked.connect(lambda name: self._print(self._known[name]))

    def read(self) -> None:
        """Ask for them; the card is away until there are any, or they cannot be read."""
        self._page.ask(self._page, read_reminders, self._hear, self._miss)

    def _miss(self, error: Exception) -> None:
        self._page.board.miss_reminders()
        self._page.requests.failed.emit(error)

    def _hear(self, found: ReminderList) -> None:
        self._known = found.given
        self._page.board.show_reminders(found.words, found.hours, found.told)

    def _print(self, one: "Reminder") -> None:
        from advisor_app.domain.letters import LetterKind
        from advisor_app.i18n.people_words import joint_name
        from advisor_app.ui.parts.papers_asked import LetterAsked

        asked = LetterAsked(LetterKind.REMINDER, one.appointment, joint_name(one.people))
        self._page.requests.open_sheets.emit(asked)

    def _settle(self, one: "Reminder") -> None:
        from advisor_app.i18n.day_before_words import reminded_words
        from advisor_app.i18n.people_words import joint_name

        page, ref = self._page, one.appointment

        def done(before: "Reminders") -> None:
            def take_back() -> None:
                page.ask(page, lambda services: services.days_before.take_back(ref, before), tell)

            tell(None)
            page.requests.say(
                reminded_words(joint_name(one.people)), take_back, lambda: self._settle(one)
            )

        def tell(_nothing: None) -> None:
            page.changes.tell(Topic.APPOINTMENTS)

        def refused(error: Exception) -> None:
            page.reload()
            page.requests.failed.emit(error)

        page.ask(
            page, lambda services: services.days_before.done(ref, one.household), done, refused
        )


def read_reminders(services: "Services") -> ReminderList:
    """Ask whom to remind today, and word it."""
    from advisor_app.domain.day_before import ReminderWay
    from advisor_app.i18n.day_before_words import call_hours_sentence, reminders_to_give

    found = services.days_before.of()
    calls = any(one.way is ReminderWay.CALL for one in found.reminders)
    to_give = sum(one.way is not ReminderWay.NONE for one in found.reminders)
    return ReminderList(
        words=tuple(_words(one, found.day) for one in found.reminders),
        given={one.id: one for one in found.reminders},
        hours=call_hours_sentence(found.call_hours) if calls else "",
        told=reminders_to_give(to_give) if to_give else "",
    )


def _words(one: "Reminder", day: "date") -> ReminderWords:
    from advisor_app.domain.day_before import ReminderWay
    from advisor_app.i18n.day_before_words import place_words, way_sentence, when_words
    from advisor_app.i18n.people_words import joint_name

    return ReminderWords(
        id=one.id,
        key=one.household,
        name=joint_name(one.people),
        when=f"{when_words(one, day)} · {place_words(one)}",
        what=way_sentence(one),
        prints=one.way is ReminderWay.PRINT,
        can_be_given=one.way is not ReminderWay.NONE,
    )
