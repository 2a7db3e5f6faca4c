"""Correcting a client's file, what he asks for, a copy of all that is kept, and its erasure."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from advisor_app.domain.client_edits import ClientDraft, ClientFile
from advisor_app.domain.client_rights import CopyPurpose, ErasureCertificate, ErasureReason
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.i18n.client_rights_words import certificate_lines
from advisor_app.ui.dialogs.client_record import (
    ClientDialog,
    Proposals,
    Standing,
    StandingDialog,
    correction_title,
    standing_title,
)
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.erase import CopyDialog, EraseDialog, erase_title
from advisor_app.ui.dialogs.merge import MergeDialog
from advisor_app.ui.dialogs.proof import ProofDialog
from advisor_app.ui.dialogs.refusing import say_refused
from advisor_app.ui.pages.client.edits import TOUCHED, Edits, Shown
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.tasks import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.ui.pages.client.edits import Undo

    Write = Callable[[Edits, Shown, Person], None]

T = TypeVar("T")


def record_actions(edits: Edits, shown: Shown) -> tuple[Action, ...]:
    """What can be done with the files themselves, of each client of the household."""
    offered: tuple[tuple[str, str, Write], ...] = (
        (_("Correct the file of {name}…"), "pencil", correct_file),
        (_("What {name} asks for…"), "shield", say_standing),
        (_("Save all that is kept about {name}…"), "download", save_copy),
        (_("Merge with another file of {name}…"), "users-round", merge_files),
        (_("Erase the file of {name}…"), "x", erase_file),
    )
    return tuple(
        Action(
            words.format(name=person.name),
            Menu.CLIENT,
            partial(write, edits, shown, person),
            icon=icon,
            group=3,
            under=_("File: {name}").format(name=person.name),
        )
        for person in shown.people
        if person.ref
        for words, icon, write in offered
    )


def correct_file(edits: Edits, shown: Shown, person: Person) -> None:
    """Ask what is to be corrected; only what was changed here is written."""
    ref = str(person.ref)

    def ask(before: ClientFile) -> None:
        def save(dialog: ClientDialog, draft: ClientDraft, _ref: str) -> None:
            def deed(services: "Services") -> "Undo":
                edit = services.client_edits.edit(ref, draft, before.draft)
                return lambda again: again.client_edits.take_back(edit)

            edits.do(dialog, deed, _("The file is corrected."))

        dialog = ClientDialog(edits.page.window(), shown.record.today, save, before)
        edits.ask(dialog, "client", before.key)

    _find(edits, correction_title(), ref, ask)


def say_standing(edits: Edits, shown: Shown, person: Person) -> None:
    """Ask what a client says of proposals and profiling, and whether the file is open."""
    ref = str(person.ref)

    def ask(before: ClientFile) -> None:
        def save(dialog: StandingDialog, standing: Standing) -> None:
            words = _("The choices for this file are kept.")
            edits.do(dialog, lambda services: stand(services, before, standing), words)

        window, today = edits.page.window(), shown.record.today
        dialog = StandingDialog(window, person.name, before, today, save)
        edits.ask(dialog, f"standing {ref}", before.key)

    _find(edits, standing_title(person.name), ref, ask)


def stand(services: "Services", before: ClientFile, standing: Standing) -> "Undo":
    """Keep what differs from before, each with a deed of its own; all of it is undone together."""
    kept, ref, made = services.client_edits, before.ref, []
    stop = standing.proposals is Proposals.NONE
    if stop != before.no_contact:
        made.append(kept.stop(ref, asked=stop))
    if standing.until != before.no_contact_until:
        made.append(kept.wait(ref, standing.until))
    if standing.objects != before.no_profile:
        made.append(kept.profile(ref, objects=standing.objects))
    if standing.status is not before.status:
        made.append(kept.stand(ref, standing.status))

    def undo(again: "Services") -> None:
        for edit in reversed(made):
            again.client_edits.take_back(edit)

    return undo


def merge_files(edits: Edits, _shown: Shown, person: Person) -> None:
    """Ask which other file is the same person's, then make the two one.

    Both files stand beside each other, the other one perhaps not the visitor's: not while discreet.
    """
    if edits.page.requests.must_not_name():
        return
    ref = str(person.ref)

    def save(dialog: MergeDialog, other: str) -> None:
        def deed(services: "Services") -> "Undo":
            edit = services.client_merging.merge(ref, other)
            return lambda again: again.client_merging.take_back(edit)

        edits.do(dialog, deed, _("The two files are one."))

    def look(dialog: MergeDialog, other: str) -> Asked:
        def failed(error: Exception) -> None:
            dialog.miss()
            say_refused(dialog.refuse, edits.page.requests, error)

        return edits.page.ask(
            dialog,
            lambda services: services.client_merging.preview(ref, other),
            partial(dialog.show_both, other),
            failed,
        )

    window = edits.page.window()
    edits.ask(
        MergeDialog(window, person.name, ref, edits.finder(), look, save),
        f"merge {ref}",
        person.key,
    )


def save_copy(edits: Edits, _shown: Shown, person: Person) -> None:
    """Ask what a copy of all that is kept is for, and where to."""
    ref = str(person.ref)

    def save(dialog: CopyDialog, purpose: CopyPurpose, path: Path) -> None:
        def work(services: "Services") -> int:
            from advisor_app.reports.saving import save as write

            return services.client_rights.copy(ref, purpose, lambda data: write(path, data))

        def done(_lines: int) -> None:
            dialog.done_well()
            edits.page.requests.say(_("The copy is saved: {path}").format(path=path))

        edits.page.ask(
            edits.page, work, done, partial(say_refused, dialog.refuse, edits.page.requests)
        )

    CopyDialog(edits.page.window(), person.name, ref, save).open()


def erase_file(edits: Edits, _shown: Shown, person: Person) -> None:
    """Ask, twice, whether all that is kept is to go; show the proof."""
    ref = str(person.ref)

    def ask(held: dict[str, int]) -> None:
        def save(dialog: EraseDialog, reason: ErasureReason) -> None:
            edits.page.ask(
                edits.page,
                lambda services: services.client_rights.erase(ref, reason),
                partial(_erased, edits, dialog),
                partial(say_refused, dialog.refuse, edits.page.requests),
            )

        lines = sum(held.values())
        EraseDialog(edits.page.window(), person.name, ref, lines, save).open()

    _first(edits, erase_title(person.name), lambda services: services.client_rights.held(ref), ask)


def _erased(edits: Edits, dialog: EraseDialog, proof: ErasureCertificate) -> None:
    dialog.done_well()
    edits.page.changes.tell(*TOUCHED)
    title = _("The file is erased")
    edits.page.requests.say_final(title)
    told = _("This is the proof; it stands on the trail too.")
    requests = edits.page.requests

    def keep(path: Path, text: str) -> None:
        def work(_services: "Services") -> None:
            from advisor_app.reports.saving import save as write

            write(path, text.encode())

        said = _("The proof is saved: {path}").format(path=path)
        edits.page.ask(
            edits.page,
            work,
            lambda _nothing: requests.say(said),
            requests.failed.emit,
        )

    ProofDialog(edits.page.window(), title, told, certificate_lines(proof), keep).open()


def _find(edits: Edits, title: str, ref: str, ask: "Callable[[ClientFile], None]") -> None:
    """Read the file as it is now, then ask."""
    _first(edits, title, lambda services: services.client_edits.find(ref), ask)


def _first(
    edits: Edits, title: str, work: "Callable[[Services], T]", ask: "Callable[[T], None]"
) -> None:
    page = edits.page
    read = Read(work, ask, page.requests.failed.emit)
    ask_when_read(page, page.window(), title, page.ask, read)
