"""Adding, changing and closing a life project."""

from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.client_page import ProjectCard
from advisor_app.domain.codes import ProjectStatus
from advisor_app.i18n import _
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.project import ProjectDialog, ProjectWish, project_title
from advisor_app.ui.pages.client.edits import Edits, Shown

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.project_edits import KeptProject
    from advisor_app.services.project_edits import ProjectEdit
    from advisor_app.ui.pages.client.edits import Undo


def add_project(edits: Edits, shown: Shown) -> None:
    """Ask which project, then keep it."""

    def save(dialog: ProjectDialog, wish: ProjectWish) -> None:
        def deed(services: "Services") -> "Undo":
            return _undo(services.project_edits.add(wish.client, wish.draft, wish.source))

        name = shown.names.get(wish.draft.code, wish.draft.code)
        edits.do(dialog, deed, _("{project}: added.").format(project=name))

    window = edits.page.window()
    dialog = ProjectDialog(window, shown.people, shown.names, shown.known, save)
    edits.ask(dialog, f"project of {shown.people[0].ref}", shown.people[0].key)


def edit_project(edits: Edits, shown: Shown, card: ProjectCard) -> None:
    """Open a project's editor with what is kept of it now."""

    def save(dialog: ProjectDialog, wish: ProjectWish) -> None:
        def deed(services: "Services") -> "Undo":
            return _undo(services.project_edits.edit(card.ref, wish.draft))

        name = shown.names.get(wish.draft.code, wish.draft.code)
        edits.do(dialog, deed, _("{project}: changed.").format(project=name))

    def open_dialog(kept: "KeptProject") -> None:
        window = edits.page.window()
        dialog = ProjectDialog(window, shown.people, shown.names, shown.known, save, kept)
        edits.ask(dialog, f"project {kept.ref}", kept.client)

    page = edits.page
    read = Read(
        lambda services: services.project_edits.find(card.ref),
        open_dialog,
        page.requests.failed.emit,
    )
    ask_when_read(page, page.window(), project_title(), page.ask, read)


def end_project(edits: Edits, shown: Shown, card: ProjectCard, status: ProjectStatus) -> None:
    """Close a project: it came true, or was given up."""
    name = shown.names.get(card.code, card.code)
    came_true = status is ProjectStatus.DONE
    words = _("{project}: it came true.") if came_true else _("{project}: given up.")

    def deed(services: "Services") -> "Undo":
        return _undo(services.project_edits.end(card.ref, status))

    edits.do(None, deed, words.format(project=name))


def _undo(edit: "ProjectEdit") -> "Undo":
    return partial(_take_back, edit)


def _take_back(edit: "ProjectEdit", services: "Services") -> None:
    services.project_edits.take_back(edit)
