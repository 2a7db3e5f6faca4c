"""Gives clients their branch, and their rows with it.

A client whose branch the bank does not name gets that of the present advisor, else the home branch
(FORMAT.md).
"""

from collections.abc import Collection
from datetime import date

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.schema import CreateTable, DropTable

from advisor_app.domain.keys import Key
from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.clients import assignment, client, member
from advisor_app.storage.schema.facts import fact_days, facts
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import project, project_input

_moving = Table(
    "import_client",
    MetaData(),
    Column("id", KeyColumn, primary_key=True),
    prefixes=["TEMPORARY"],
)
_MOVED_WITH_CLIENT = [
    table
    for table in metadata.sorted_tables
    if {"client_id", "branch_id"} <= set(table.c.keys()) and table not in (facts, fact_days)
]


def settle_branches(
    connection: Connection,
    unnamed: Collection[Key],
    renamed: Collection[Key],
    home: Key,
    today: date,
) -> set[Key]:
    """Choose the branch of `unnamed` clients; their rows, and those of `renamed` ones, follow.

    Those whose branch was chosen anew are returned.
    """
    connection.execute(CreateTable(_moving))
    _fill(connection, unnamed)
    chosen = _choose(connection, home, today) if unnamed else set()
    connection.execute(delete(_moving))
    _fill(connection, chosen | set(renamed))
    if chosen or renamed:
        _move_rows(connection)
    connection.execute(DropTable(_moving))
    return chosen


def _fill(connection: Connection, clients: Collection[Key]) -> None:
    if clients:
        connection.execute(insert(_moving), [{"id": key} for key in clients])


def _choose(connection: Connection, home: Key, today: date) -> set[Key]:
    covers = and_(
        assignment.c.client_id == client.c.id,
        assignment.c.from_day <= today,
        or_(assignment.c.until_day.is_(None), assignment.c.until_day >= today),
    )
    of_advisor = (
        select(advisor.c.branch_id)
        .select_from(assignment.join(advisor, advisor.c.id == assignment.c.advisor_id))
        .where(covers)
        .order_by(assignment.c.from_day.desc())
        .limit(1)
        .scalar_subquery()
    )
    right = func.coalesce(of_advisor, literal(home, KeyColumn)).label("right")
    ours = and_(client.c.id.in_(select(_moving.c.id)), client.c.branch_id != right)
    rows = connection.execute(select(client.c.id.label("key"), right).where(ours)).all()
    if rows:
        one = update(client).where(client.c.id == bindparam("key"))
        changes = [{"key": key, "right": branch} for key, branch in rows]
        connection.execute(one.values(branch_id=bindparam("right")), changes)
    return {row.key for row in rows}


def _move_rows(connection: Connection) -> None:
    moving = select(_moving.c.id)
    for table in _MOVED_WITH_CLIENT:
        of_client = (
            select(client.c.branch_id).where(client.c.id == table.c.client_id).scalar_subquery()
        )
        where = and_(table.c.client_id.in_(moving), table.c.branch_id != of_client)
        connection.execute(update(table).where(where).values(branch_id=of_client))
    _move_people_without_file(connection)
    _move_inputs(connection)


def _move_people_without_file(connection: Connection) -> None:
    """A member who is no client goes with the household's clients."""
    of_household = (
        select(client.c.branch_id)
        .where(client.c.household_id == member.c.household_id)
        .order_by(client.c.branch_id.desc())  # PostgreSQL has no greatest of keys
        .limit(1)
        .scalar_subquery()
    )
    households = select(client.c.household_id).where(client.c.id.in_(select(_moving.c.id)))
    where = and_(
        member.c.client_id.is_(None),
        member.c.household_id.in_(households),
        of_household.is_not(None),
    )
    connection.execute(update(member).where(where).values(branch_id=of_household))


def _move_inputs(connection: Connection) -> None:
    """A project's known figures go with the project."""
    moving = select(project.c.id).where(project.c.client_id.in_(select(_moving.c.id)))
    of_project = (
        select(project.c.branch_id)
        .where(project.c.id == project_input.c.project_id)
        .scalar_subquery()
    )
    where = and_(project_input.c.project_id.in_(moving), project_input.c.branch_id != of_project)
    connection.execute(update(project_input).where(where).values(branch_id=of_project))
