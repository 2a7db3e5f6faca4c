"""Reminders, corrections, consents and preferences: the rest of what the page writes."""

from typing import TYPE_CHECKING

from advisor_app.domain.client_page import ConsentLine
from advisor_app.domain.client_record import (
    ClientIdentity,
    HouseholdMember,
    NotedReminder,
    TimelineEntry,
)
from advisor_app.domain.codes import ConsentUse
from advisor_app.i18n import _
from advisor_app.i18n.record_words import consent_change
from advisor_app.ui.dialogs.consent import ConsentDialog, PreferencesDialog
from advisor_app.ui.dialogs.correction import CorrectionDialog
from advisor_app.ui.dialogs.reminder import ReminderDialog, ReminderWish
from advisor_app.ui.pages.client.edits import Edits, Shown

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.consents import Preferences
    from advisor_app.services.corrections import Corrected
    from advisor_app.services.reminders import ReminderEdit
    from advisor_app.ui.pages.client.edits import Undo


def write_reminder(edits: Edits, shown: Shown, before: NotedReminder | None = None) -> None:
    """Ask what is to be remembered, or let it be changed or forgotten."""

    def save(dialog: ReminderDialog, wish: ReminderWish) -> None:
        def deed(services: "Services") -> "Undo":
            reminders = services.reminders
            if before is None:
                return _undo_reminder(reminders.note(wish.client, wish.text, wish.icon))
            return _undo_reminder(reminders.change(before.key, wish.text, wish.icon))

        edits.do(dialog, deed, _("The thing to remember is noted."))

    def remove(dialog: ReminderDialog) -> None:
        if before is not None:
            key = before.key
            edits.do(
                dialog,
                lambda services: _undo_reminder(services.reminders.remove(key)),
                _("The thing to remember is forgotten."),
            )

    window = edits.page.window()
    forget = None if before is None else remove
    dialog = ReminderDialog(window, shown.people, save, before, forget)
    form = f"reminder {before.key.hex()}" if before else f"reminder of {shown.people[0].ref}"
    edits.ask(dialog, form, shown.people[0].key)


def correct_contact(edits: Edits, shown: Shown, entry: TimelineEntry) -> None:
    """Ask what is to be corrected; what stood there before is kept."""

    def save(dialog: CorrectionDialog, corrected: "Corrected") -> None:
        def deed(services: "Services") -> "Undo":
            correction = services.corrections.correct(entry.refs, corrected)
            return lambda again: again.corrections.take_back(correction)

        edits.do(dialog, deed, _("The note is corrected; what it said before is kept."))

    projects = [(shown.names.get(card.code, card.code), card.ref) for card in shown.record.projects]
    dialog = CorrectionDialog(edits.page.window(), entry, projects, save)
    edits.ask(dialog, f"correction {entry.refs[0]}", shown.people[0].key)


def say_consent(edits: Edits, shown: Shown, identity: ClientIdentity, use: ConsentUse) -> None:
    """Ask what a client says on a use."""
    ref = identity.person.ref
    if ref is None:
        return

    def save(dialog: ConsentDialog, given: bool, source: str) -> None:
        def deed(services: "Services") -> "Undo":
            edit = services.consents.say(ref, use, given=given, source=source)
            return lambda again: again.consents.take_back(edit)

        line = ConsentLine(use, given, shown.record.today)
        edits.do(dialog, deed, consent_change(line))

    dialog = ConsentDialog(edits.page.window(), identity, use, save)
    edits.ask(dialog, f"consent {use.value} {ref}", identity.person.key)


def say_preferences(edits: Edits, identity: ClientIdentity) -> None:
    """Ask how a client prefers to be met."""
    ref = identity.person.ref
    if ref is None:
        return

    def save(dialog: PreferencesDialog, preferences: "Preferences") -> None:
        def deed(services: "Services") -> "Undo":
            before = services.consents.prefer(ref, preferences)
            return lambda again: again.consents.prefer(ref, before)

        edits.do(dialog, deed, _("The preferences are kept."))

    dialog = PreferencesDialog(edits.page.window(), identity, save)
    edits.ask(dialog, f"preferences {ref}", identity.person.key)


def let_know(edits: Edits, member: HouseholdMember) -> None:
    """Turn round whether somebody of the household may know."""
    may = not member.may_know
    sentence = _("{name} may know.") if may else _("{name} is told nothing any more.")

    def deed(services: "Services") -> "Undo":
        before = services.consents.let_know(member.key, may=may)
        return lambda again: again.consents.know_as_before(member.key, before=before)

    edits.do(None, deed, sentence.format(name=member.person.name))


def _undo_reminder(edit: "ReminderEdit") -> "Undo":
    return lambda services: services.reminders.take_back(edit)
