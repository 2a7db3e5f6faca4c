"""Life projects as an advisor notes, changes and ends them; every edit can be taken back."""

from dataclasses import dataclass, replace

from advisor_app.domain.codes import ProjectSource, ProjectStatus
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.project_edits import (
    KeptProject,
    ProjectDraft,
    ProjectGone,
    ProjectInUse,
    check_project,
    stage_of,
)
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.projects import life_projects
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage import facts
from advisor_app.storage import project_edits as keeping
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class ProjectEdit:
    """What was done to a project: `before` is None where it is new."""

    ref: str
    client: Key
    before: KeptProject | None


class ProjectEdits:
    """Adds projects, changes them, ends them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, ref: str) -> KeptProject:
        """A project with its inputs; ProjectGone."""
        with self._desk.reading() as transaction:
            return _found(transaction, ref)

    def add(
        self, client: str, draft: ProjectDraft, source: ProjectSource = ProjectSource.CLIENT
    ) -> ProjectEdit:
        """Note a project of a client, by reference, as heard today.

        `source` is who brought it up. Raises NoSuchClient, and what `check_project` raises.
        """
        check_project(draft, life_projects())
        key = new_key()
        with self._desk.writing() as transaction:
            met = client_named(transaction, client)
            kept = KeptProject(
                key=key,
                ref=reference_of("PJ", key),
                client=met.key,
                branch=met.branch,
                draft=_settled(draft),
                noted_on=self._desk.today(),
                source=source,
            )
            keeping.insert_project(transaction, kept)
            self._done(transaction, "project added", kept)
        return ProjectEdit(kept.ref, kept.client, None)

    def edit(self, ref: str, draft: ProjectDraft) -> ProjectEdit:
        """Make a project what the editor says; ProjectGone, and what `check_project` raises."""
        check_project(draft, life_projects())
        with self._desk.writing() as transaction:
            before = _found(transaction, ref)
            self._change(transaction, replace(before, draft=_settled(draft)), "project changed")
        return ProjectEdit(ref, before.client, before)

    def end(self, ref: str, status: ProjectStatus) -> ProjectEdit:
        """Close a project: it came true, or was given up; ProjectGone."""
        with self._desk.writing() as transaction:
            before = _found(transaction, ref)
            draft = _settled(replace(before.draft, status=status))
            self._change(transaction, replace(before, draft=draft), "project ended")
        return ProjectEdit(ref, before.client, before)

    def take_back(self, edit: ProjectEdit) -> None:
        """Undo an edit; ProjectGone, or ProjectInUse where a new project is spoken of by now."""
        with self._desk.writing() as transaction:
            present = _found(transaction, edit.ref)
            if edit.before is not None:
                self._change(transaction, edit.before, "project put back")
                return
            if keeping.is_spoken_of(transaction, present.key):
                raise ProjectInUse(edit.ref)
            keeping.delete_project(transaction, present.key)
            self._done(transaction, "project removed", present)

    def _change(self, transaction: Transaction, kept: KeptProject, action: str) -> None:
        keeping.update_project(transaction, kept)
        self._done(transaction, action, kept)

    def _done(self, transaction: Transaction, action: str, kept: KeptProject) -> None:
        facts.recompute(transaction, [kept.client])
        self._desk.record(transaction, Deed(action, subject=kept.ref, client=kept.client))


def _found(transaction: Transaction, ref: str) -> KeptProject:
    kept = keeping.find_project(transaction, ref)
    if kept is None:
        raise ProjectGone(ref)
    return kept


def _settled(draft: ProjectDraft) -> ProjectDraft:
    """Blank texts are none, and only an open project is at a step."""
    return replace(
        draft,
        stage=stage_of(draft.status, draft.stage),
        note=(draft.note or "").strip() or None,
        next_step=(draft.next_step or "").strip() or None,
        inputs={name: text.strip() for name, text in draft.inputs.items() if text.strip()},
    )
