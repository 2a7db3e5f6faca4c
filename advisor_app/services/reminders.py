"""Small things to remember about a client ("À se rappeler")."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.reminders import LONGEST_REMINDER, KeptReminder, ReminderGone
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import reminders as keeping
from advisor_app.storage.briefing import find_client
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class ReminderEdit:
    """What was done: `before` is None where it is new, `after` where it went."""

    before: KeptReminder | None
    after: KeptReminder | None


class Reminders:
    """What an advisor wants to remember about a client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(
        self, client_ref: str, text: str, icon: str | None = None, noted_on: date | None = None
    ) -> ReminderEdit:
        """Keep one, noted today unless another day is said; NoSuchClient, TextTooLong.

        `icon` is the name of a file of `resources/icons`.
        """
        _check(text)
        advisor = self._desk.advisor
        with self._desk.writing() as transaction:
            client = find_client(transaction, client_ref)
            if client is None:
                raise NoSuchClient(client_ref)
            day = noted_on or self._desk.today()
            by = advisor.key if advisor else None
            made = keeping.write_reminder(transaction, client, text, icon, day, by)
            self._desk.record(transaction, Deed("reminder noted", client=client))
            return ReminderEdit(None, keeping.find_reminder(transaction, made))

    def change(self, key: Key, text: str, icon: str | None) -> ReminderEdit:
        """Write one anew; ReminderGone, TextTooLong."""
        _check(text)
        with self._desk.writing() as transaction:
            before = _found(transaction, key)
            after = before.written(text, icon)
            keeping.change_reminder(transaction, after)
            self._desk.record(transaction, Deed("reminder changed", client=before.client))
        return ReminderEdit(before, after)

    def remove(self, key: Key) -> ReminderEdit:
        """Forget one; ReminderGone."""
        with self._desk.writing() as transaction:
            before = _found(transaction, key)
            keeping.remove_reminder(transaction, key)
            self._desk.record(transaction, Deed("reminder removed", client=before.client))
        return ReminderEdit(before, None)

    def take_back(self, edit: ReminderEdit) -> None:
        """Undo an edit; ReminderGone."""
        with self._desk.writing() as transaction:
            if edit.after is not None:
                keeping.remove_reminder(transaction, _found(transaction, edit.after.key).key)
            if edit.before is not None:
                keeping.put_reminder_back(transaction, edit.before)
            about = edit.before or edit.after
            client = about.client if about else None
            action = "reminder put back" if edit.before else "reminder removed"
            self._desk.record(transaction, Deed(action, client=client))


def _check(text: str) -> None:
    if len(text) > LONGEST_REMINDER:
        raise TextTooLong(len(text), LONGEST_REMINDER)


def _found(transaction: Transaction, key: Key) -> KeptReminder:
    found = keeping.find_reminder(transaction, key)
    if found is None:
        raise ReminderGone
    return found
