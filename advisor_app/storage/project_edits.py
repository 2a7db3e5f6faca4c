"""Life projects as an advisor writes them: added, changed, put back as they were."""

from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, delete, exists, insert, or_, select, update

from advisor_app.domain.codes import ProjectSource, ProjectStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import KeptProject, ProjectDraft, Stage
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.contacts import former_contact, touchpoint
from advisor_app.storage.schema.projects import project, project_input
from advisor_app.storage.schema.suggestions import suggestion

_SPEAK_OF_IT = (touchpoint, former_contact, appointment, suggestion)


def find_project(connection: Connection, ref: str) -> KeptProject | None:
    """The project of a reference, with all its inputs."""
    query = select(project.c.id).where(project.c.ref == ref)
    key = connection.execute(query).scalar()
    return None if key is None else read_project(connection, key)


def read_project(connection: Connection, key: Key) -> KeptProject:
    """The project of a key that the store gave, with all its inputs."""
    query = select(project).where(project.c.id == key)
    return _kept(connection.execute(query).mappings().one(), read_inputs(connection, key))


def read_inputs(connection: Connection, key: Key) -> dict[str, str]:
    """The texts of a project's inputs by name."""
    query = select(project_input.c.name, project_input.c.value).where(
        project_input.c.project_id == key, project_input.c.value.is_not(None)
    )
    return {row.name: row.value for row in connection.execute(query)}


def insert_project(connection: Connection, kept: KeptProject) -> None:
    """Write a project that is not there yet."""
    connection.execute(
        insert(project).values(
            id=kept.key,
            ref=kept.ref,
            branch_id=kept.branch,
            client_id=kept.client,
            noted_on=kept.noted_on,
            source=kept.source.value if kept.source else None,
            **_columns(kept.draft),
        )
    )
    _write_inputs(connection, kept)


def update_project(connection: Connection, kept: KeptProject) -> None:
    """Make a project what is said; its reference, client and first day stay."""
    connection.execute(
        update(project).where(project.c.id == kept.key).values(**_columns(kept.draft))
    )
    connection.execute(delete(project_input).where(project_input.c.project_id == kept.key))
    _write_inputs(connection, kept)


def is_spoken_of(connection: Connection, key: Key) -> bool:
    """Whether a contact, an appointment or a suggestion is about the project."""
    spoken = or_(*(exists().where(table.c.project_id == key) for table in _SPEAK_OF_IT))
    return bool(connection.execute(select(spoken)).scalar())


def delete_project(connection: Connection, key: Key) -> None:
    """Remove a project that nothing speaks of."""
    connection.execute(delete(project_input).where(project_input.c.project_id == key))
    connection.execute(delete(project).where(project.c.id == key))


def _columns(draft: ProjectDraft) -> dict[str, object]:
    target = draft.target
    return {
        "code": draft.code,
        "status": draft.status.value,
        "target": str(target) if target else None,
        "target_from": target.first_day if target else None,
        "amount": draft.amount,
        "currency": draft.currency,
        "note": draft.note,
        "stage": draft.stage.value if draft.stage else None,
        "next_step": draft.next_step,
        "next_step_on": draft.next_step_on,
    }


def _write_inputs(connection: Connection, kept: KeptProject) -> None:
    rows = [
        {"project_id": kept.key, "branch_id": kept.branch, "name": name, "value": value}
        for name, value in kept.draft.inputs.items()
    ]
    if rows:
        connection.execute(insert(project_input), rows)


def _kept(row: RowMapping, inputs: Mapping[str, str]) -> KeptProject:
    draft = ProjectDraft(
        code=row["code"],
        status=ProjectStatus(row["status"]),
        target=PartialDate.parse(row["target"]) if row["target"] else None,
        amount=row["amount"],
        currency=row["currency"] or "EUR",
        note=row["note"],
        stage=Stage(row["stage"]) if row["stage"] else None,
        next_step=row["next_step"],
        next_step_on=row["next_step_on"],
        inputs=inputs,
    )
    source = ProjectSource(row["source"]) if row["source"] else None
    ids = (row["id"], row["ref"], row["client_id"], row["branch_id"])
    return KeptProject(*ids, draft, row["noted_on"], source)
