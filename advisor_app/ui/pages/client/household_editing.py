"""Who joins the household shown, who leaves it, and how its people are tied to each other."""

from typing import TYPE_CHECKING

from advisor_app.domain.client_record import HouseholdMember
from advisor_app.domain.codes import Link
from advisor_app.domain.households import MemberDraft
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.dialogs.household import JoinDialog, MemberDialog, TieDialog
from advisor_app.ui.pages.client.edits import Edits, Shown

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.households import HouseholdEdit
    from advisor_app.ui.pages.client.edits import Undo


def let_join(edits: Edits, shown: Shown) -> None:
    """Ask which client of the bank joins."""
    head = shown.people[0]

    def save(dialog: JoinDialog, ref: str, link: Link, may_know: bool) -> None:
        def deed(services: "Services") -> "Undo":
            return _undo(services.households.join(ref, str(head.ref), link, may_know=may_know))

        edits.do(dialog, deed, _("The client is of the household now."))

    barred = [one.ref for one in shown.people]
    name = joint_name(shown.people)
    dialog = JoinDialog(edits.page.window(), name, barred, edits.finder(), save)
    edits.ask(dialog, f"join {head.ref}", head.key)


def add_person(edits: Edits, shown: Shown) -> None:
    """Ask who else lives there without being a client."""
    head = shown.people[0]

    def save(dialog: MemberDialog, draft: MemberDraft) -> None:
        def deed(services: "Services") -> "Undo":
            return _undo(services.households.add(str(head.ref), draft))

        edits.do(dialog, deed, _("The person is of the household now."))

    name = joint_name(shown.people)
    dialog = MemberDialog(edits.page.window(), name, shown.record.today, save)
    edits.ask(dialog, f"person of {head.ref}", head.key)


def change_member(edits: Edits, shown: Shown, member: HouseholdMember) -> None:
    """Ask how somebody is tied to the head, or whether he is of the household no longer."""
    person = member.person
    ref = str(person.ref or shown.people[0].ref)

    def save(dialog: TieDialog, link: Link) -> None:
        def deed(services: "Services") -> "Undo":
            return _undo(services.households.tie(ref, member.key, link))

        edits.do(dialog, deed, _("The tie to the household is kept."))

    def remove(dialog: TieDialog) -> None:
        def deed(services: "Services") -> "Undo":
            kept = services.households
            leaves = person.key is not None
            return _undo(kept.leave(ref) if leaves else kept.remove(ref, member.key))

        words = _("{name} is no longer of the household.").format(name=person.name)
        edits.do(dialog, deed, words)

    stays = person.key is not None and len(shown.people) == 1
    dialog = TieDialog(edits.page.window(), member, save, None if stays else remove)
    edits.ask(dialog, f"tie {member.key.hex()}", shown.people[0].key)


def _undo(edit: "HouseholdEdit") -> "Undo":
    return lambda services: services.households.take_back(edit)
