"""Where each table of a bank folder lies in the store.

A record's fields map, in their order, to columns here; a reference becomes the key of the row that
it names. What else a row needs is made in `shapes`.
"""

from dataclasses import dataclass

from sqlalchemy import Table

from advisor_app.storage.schema.calendar import appointment, commitment
from advisor_app.storage.schema.clients import assignment, client, client_fact, consent, member
from advisor_app.storage.schema.contacts import digital_month, touchpoint
from advisor_app.storage.schema.organisation import (
    advisor,
    branch,
    closing_days,
    room,
    working_hours,
)
from advisor_app.storage.schema.projects import contract, project, project_input, signal


@dataclass(frozen=True, slots=True)
class Target:
    """A table of the store, and the columns that say which row of it is meant.

    `owner` is the column by which the rows of a batch are looked up. `references` maps fields to
    the tables whose keys they become, in a column of the same name with `_id`; `renamed` fields
    lie in a column of another name.
    """

    table: Table
    identity: tuple[str, ...]
    references: dict[str, str]
    renamed: dict[str, str]

    @property
    def owner(self) -> str:
        """The first column of the identity that is never blank."""
        return next(name for name in self.identity if not self.table.c[name].nullable)

    def column(self, field: str) -> str:
        """Where a field lies."""
        return self.renamed.get(field, f"{field}_id" if field in self.references else field)


def _target(
    table: Table,
    *identity: str,
    references: tuple[str, ...] = (),
    renamed: dict[str, str] | None = None,
) -> Target:
    return Target(table, identity, {name: name for name in references}, renamed or {})


_ON = {"on": "on_day"}

TARGETS = {
    "branches": _target(branch, "ref"),
    "rooms": _target(room, "ref", references=("branch",)),
    "advisors": _target(advisor, "ref", references=("branch",)),
    "working_hours": _target(
        working_hours, "advisor_id", "weekday", "from_time", references=("advisor",)
    ),
    "closing_days": Target(
        closing_days,
        ("from_day", "branch_id", "advisor_id"),
        {"branch": "branch", "advisor": "advisor", "substitute": "advisor"},
        {},
    ),
    "clients": _target(client, "ref", references=("household", "branch")),
    "members": _target(
        member,
        "household_id",
        "client_id",
        "first_name",
        "last_name",
        "birth_date",
        references=("household", "client"),
    ),
    "assignments": _target(assignment, "client_id", "from_day", references=("client", "advisor")),
    "projects": _target(project, "ref", references=("client",)),
    "project_inputs": _target(project_input, "project_id", "name", references=("project",)),
    "touchpoints": _target(touchpoint, "ref", references=("client", "project")),
    "digital": _target(digital_month, "client_id", "month", references=("client",)),
    "signals": _target(signal, "client_id", "code", "on_day", references=("client",), renamed=_ON),
    "contracts": _target(contract, "ref", references=("client",)),
    "client_facts": _target(
        client_fact, "client_id", "name", "on_day", references=("client",), renamed=_ON
    ),
    "consents": _target(consent, "client_id", "use", "on_day", references=("client",), renamed=_ON),
    "appointments": _target(appointment, "ref", references=("advisor", "room", "project")),
    "commitments": _target(commitment, "ref", references=("client",)),
}
# Counted months lie where the months lie that a bank counted itself.
TARGETS["digital_events"] = TARGETS["digital"]
