"""A branch with two advisors, two rooms and three clients, for tests of the calendar."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.organisation import Branch
from advisor_app.storage.organisation import write_branch
from advisor_app.storage.schema.clients import assignment, client, consent
from advisor_app.storage.schema.organisation import advisor, closing_days, room, working_hours
from advisor_app.storage.schema.projects import project

PARIS = "Europe/Paris"
NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo(PARIS))


def key(text: str) -> Key:
    """The same key for the same name."""
    return Key(text.encode().rjust(16, b"0"))


BRANCH = Branch(key("branch"), "B1", "Centre")


def settle(connection: Connection, branch: Branch = BRANCH) -> None:
    """Write the branch, advisors A1 and A2, rooms R1 and R2, clients C1 to C3, all of A1."""
    write_branch(connection, branch)
    for name in ("A1", "A2"):
        connection.execute(
            insert(advisor).values(
                id=key(name), ref=name, first_name="Camille", last_name=name, branch_id=branch.key
            )
        )
    for name in ("R1", "R2"):
        connection.execute(
            insert(room).values(id=key(name), ref=name, branch_id=branch.key, name=f"Room {name}")
        )
    for name in ("C1", "C2", "C3"):
        add_client(connection, name, "A1")


def add_client(
    connection: Connection, name: str, served_by: str | None, status: str = "active"
) -> None:
    """Write a client, and who has served him since 2020."""
    row = {"id": key(name), "ref": name, "branch_id": BRANCH.key, "last_name": name}
    connection.execute(
        insert(client).values(**row, first_name="Anne", sort_name=name, status=status)
    )
    if served_by is not None:
        connection.execute(
            insert(assignment).values(
                id=new_key(),
                branch_id=BRANCH.key,
                client_id=key(name),
                advisor_id=key(served_by),
                from_day=date(2020, 1, 1),
            )
        )


def add_consent(connection: Connection, name: str, use: str, on: date, *, given: bool) -> None:
    """Write a client's word on a use."""
    row = {"id": new_key(), "branch_id": BRANCH.key, "client_id": key(name)}
    connection.execute(insert(consent).values(**row, use=use, given=given, on_day=on))


def add_project(connection: Connection, name: str, ref: str, code: str, status: str) -> None:
    """Write a client's project."""
    row = {"id": key(ref), "branch_id": BRANCH.key, "client_id": key(name), "ref": ref}
    connection.execute(insert(project).values(**row, code=code, status=status))


def add_hours(connection: Connection, name: str, weekday: int, start: str, end: str) -> None:
    """Write a span of an advisor's own hours."""
    connection.execute(
        insert(working_hours).values(
            advisor_id=key(name), weekday=weekday, from_time=start, until_time=end
        )
    )


def add_closing(
    connection: Connection,
    start: date,
    end: date,
    reason: str | None,
    of: str | None = None,
    substitute: str | None = None,
) -> None:
    """Write days away of an advisor, or of the branch."""
    owner = {"branch_id": BRANCH.key} if of is None else {"advisor_id": key(of)}
    if substitute is not None:
        owner["substitute_id"] = key(substitute)
    connection.execute(
        insert(closing_days).values(
            id=new_key(), from_day=start, until_day=end, reason=reason, **owner
        )
    )
