"""Branches and advisors, by reference and by key."""

from sqlalchemy import Connection, Row, insert, select

from advisor_app.domain.codes import Role
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.storage.schema.organisation import advisor, branch


def find_advisor(connection: Connection, ref: str) -> Advisor | None:
    """The advisor of a reference."""
    row = connection.execute(select(advisor).where(advisor.c.ref == ref)).one_or_none()
    return None if row is None else _advisor(row)


def read_advisor(connection: Connection, key: Key) -> Advisor:
    """The advisor of a key that the store gave."""
    return _advisor(connection.execute(select(advisor).where(advisor.c.id == key)).one())


def list_advisors(connection: Connection) -> list[Advisor]:
    """Every advisor, by name."""
    by_name = select(advisor).order_by(advisor.c.last_name, advisor.c.first_name, advisor.c.ref)
    return [_advisor(row) for row in connection.execute(by_name)]


def read_branch(connection: Connection, key: Key) -> Branch:
    """The branch of a key that the store gave."""
    return _branch(connection.execute(select(branch).where(branch.c.id == key)).one())


def find_branch(connection: Connection, ref: str) -> Branch | None:
    """The branch of a reference."""
    row = connection.execute(select(branch).where(branch.c.ref == ref)).one_or_none()
    return None if row is None else _branch(row)


def list_branches(connection: Connection) -> list[Branch]:
    """Every branch, by name."""
    by_name = select(branch).order_by(branch.c.name, branch.c.ref)
    return [_branch(row) for row in connection.execute(by_name)]


def write_branch(connection: Connection, made: Branch) -> None:
    """Keep a new branch."""
    values = {name: getattr(made, name) for name in Branch.__slots__ if name != "key"}
    connection.execute(insert(branch).values(id=made.key, **values))


def _advisor(row: "Row[tuple[object, ...]]") -> Advisor:
    values = row._mapping  # noqa: SLF001 SQLAlchemy's public name for a row's columns
    return Advisor(
        key=values["id"],
        ref=values["ref"],
        first_name=values["first_name"],
        last_name=values["last_name"],
        branch=values["branch_id"],
        email=values["email"],
        phone=values["phone"],
        role=Role(values["role"]),
        capacity_week=values["capacity_week"],
    )


def _branch(row: "Row[tuple[object, ...]]") -> Branch:
    values = row._mapping  # noqa: SLF001 SQLAlchemy's public name for a row's columns
    return Branch(
        key=values["id"],
        ref=values["ref"],
        name=values["name"],
        street=values["street"],
        postal_code=values["postal_code"],
        city=values["city"],
        country=values["country"],
        latitude=values["latitude"],
        longitude=values["longitude"],
        zone=values["zone"],
        opening=values["opening"],
    )
