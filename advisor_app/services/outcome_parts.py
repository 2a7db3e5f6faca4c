"""The parts of an outcome besides the contact: projects, promises, consents, what to remember."""

from collections.abc import Sequence
from dataclasses import replace

from advisor_app.domain.client_page import ConsentLine
from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.commitments import Commitment, check_commitment
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchProject
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.outcome import ConsentWord, MovedProject, Outcome, ProjectMove
from advisor_app.domain.project_edits import KeptProject, check_project, stage_of
from advisor_app.domain.reminders import LONGEST_REMINDER
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.projects import life_projects
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named, project_named
from advisor_app.storage import commitments, consents, reminders
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.parties import MetClient
from advisor_app.storage.project_edits import read_project, update_project
from advisor_app.storage.store import Transaction

SOURCE = "meeting"


def colleagues_named(
    transaction: Transaction, refs: Sequence[str] | None
) -> tuple[Key, ...] | None:
    """The advisors who were there too, None where nobody said; NoSuchAdvisor."""
    return None if refs is None else tuple(_colleague(transaction, one) for one in refs)


def _colleague(transaction: Transaction, ref: str) -> Key:
    found = find_advisor(transaction, ref)
    if found is None:
        raise NoSuchAdvisor(ref)
    return found.key


def moved_projects(
    transaction: Transaction, kept: KeptAppointment, moves: Sequence[ProjectMove]
) -> tuple[KeptProject, ...]:
    """The projects that moved, as they were before; NoSuchProject or AmbiguousProject."""
    found = []
    for move in moves:
        key = project_named(transaction, kept.clients, move.project)
        if key is None:
            raise NoSuchProject(move.project)
        found.append(read_project(transaction, key))
    return tuple(found)


def keep_moves(
    desk: Desk,
    transaction: Transaction,
    projects: Sequence[KeptProject],
    moves: Sequence[ProjectMove],
) -> tuple[MovedProject, ...]:
    """Write what became of each project; what `check_project` raises."""
    return tuple(
        _moved(desk, transaction, kept, move) for kept, move in zip(projects, moves, strict=True)
    )


def _moved(
    desk: Desk, transaction: Transaction, kept: KeptProject, move: ProjectMove
) -> MovedProject:
    """A project that is put on a step is open from then on."""
    before = kept.draft
    status = move.status or (ProjectStatus.OPEN if move.stage else before.status)
    draft = replace(
        before,
        status=status,
        stage=stage_of(status, move.stage or before.stage),
        amount=before.amount if move.amount is None else move.amount,
        target=move.target or before.target,
    )
    check_project(draft, life_projects())
    update_project(transaction, replace(kept, draft=draft))
    desk.record(transaction, Deed("project changed", subject=kept.ref, client=kept.client))
    figures = (draft.stage, draft.amount, draft.currency, draft.target)
    return MovedProject(kept.ref, draft.code, draft.status, *figures)


def keep_promises(
    desk: Desk, transaction: Transaction, kept: KeptAppointment, outcome: Outcome
) -> tuple[str, ...]:
    """Write the promises of both sides, in the file of the first who came; their references."""
    refs = []
    for draft in outcome.promises:
        check_commitment(draft)
        client = _first(transaction, kept, outcome)
        key = new_key()
        refs.append(reference_of("CM", key))
        made = Commitment(key, refs[-1], client.key, draft.by, draft.what.strip(), draft.due)
        commitments.insert_commitment(transaction, made, client.branch, kept.key)
        desk.record(transaction, Deed("promise noted", subject=made.ref, client=client.key))
    return tuple(refs)


def keep_consents(
    desk: Desk,
    transaction: Transaction,
    there: Sequence[MetClient],
    words: Sequence[ConsentWord],
) -> tuple[ConsentWord, ...]:
    """One word of each client who was there, or of the one who is named; NoSuchClient."""
    said = [
        (met, replace(word, client=met.ref))
        for word in words
        for met in ((client_named(transaction, word.client),) if word.client else there)
    ]
    for met, word in said:
        line = ConsentLine(word.use, word.given, desk.today(), SOURCE)
        consents.write_consent(transaction, met, line)
        action = "consent given" if word.given else "consent withdrawn"
        desk.record(transaction, Deed(action, subject=word.use.value, client=met.key))
    return tuple(word for _met, word in said)


def keep_reminder(
    desk: Desk, transaction: Transaction, kept: KeptAppointment, outcome: Outcome
) -> None:
    """Write the one thing to remember, in the file of the first who came; TextTooLong."""
    text = (outcome.remember or "").strip()
    if not text:
        return
    if len(text) > LONGEST_REMINDER:
        raise TextTooLong(len(text), LONGEST_REMINDER)
    client = _first(transaction, kept, outcome).key
    by = desk.advisor.key if desk.advisor else None
    reminders.write_reminder(transaction, client, text, None, desk.today(), by)
    desk.record(transaction, Deed("reminder noted", client=client))


def _first(transaction: Transaction, kept: KeptAppointment, outcome: Outcome) -> MetClient:
    return client_named(transaction, (outcome.present or kept.appointment.clients)[0])
