"""Rows that several advisors, or several clients, share."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, select

from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.storage.importing.bulk import insert_many
from advisor_app.storage.importing.keys import Keys
from advisor_app.storage.importing.merge import chunks
from advisor_app.storage.schema.calendar import attendee
from advisor_app.storage.schema.contacts import further_advisor


@dataclass(frozen=True, slots=True)
class Link:
    """Where the references that a field joins by `|` lie, but for the first `kept` of them."""

    table: Table
    parent: str
    child: str
    named: str
    place: int
    field: str
    kept: int


LINKS = {
    "touchpoints": Link(
        further_advisor, "touchpoint_id", "advisor_id", "advisor", 2, "advisors", kept=1
    ),
    "appointments": Link(attendee, "appointment_id", "client_id", "client", 1, "clients", kept=0),
}


@dataclass(frozen=True, slots=True)
class LinkChange:
    """The parents whose links were changed, and the children who came or went."""

    parents: set[Any]
    children: set[Any]


def write_links(
    connection: Connection,
    link: Link,
    keys: Keys,
    batch: ColumnBatch,
    parents: Sequence[Any],
    branches: Sequence[Any],
    there: Collection[Any],
) -> LinkChange:
    """Make the links of the `parents` as the batch says; `there` are those that had links before.

    Parents that the batch says nothing about keep theirs.
    """
    if link.field not in batch.present:
        return LinkChange(set(), set())
    wanted = _wanted(link, keys, batch, parents, branches)
    before = _before(connection, link, there)
    gone, come = before - wanted.keys(), wanted.keys() - before
    _delete(connection, link, gone)
    _insert(connection, link, [(*pair, wanted[pair]) for pair in come])
    return LinkChange({pair[0] for pair in gone | come}, {pair[1] for pair in gone | come})


def _wanted(
    link: Link, keys: Keys, batch: ColumnBatch, parents: Sequence[Any], branches: Sequence[Any]
) -> dict[tuple[Any, Any], Any]:
    of = keys.of(link.named)
    rows = zip(parents, batch.columns[link.place], branches, strict=True)
    return {
        (parent, of[ref]): branch
        for parent, refs, branch in rows
        if refs and (not link.kept or "|" in refs)
        for ref in refs.split("|")[link.kept :]
    }


def _before(connection: Connection, link: Link, there: Collection[Any]) -> set[tuple[Any, Any]]:
    parent, child = link.table.c[link.parent], link.table.c[link.child]
    found: set[tuple[Any, Any]] = set()
    for some in chunks(sorted(there)):
        rows = connection.execute(select(parent, child).where(parent.in_(some)))
        found.update((one, other) for one, other in rows)
    return found


def _delete(connection: Connection, link: Link, pairs: Collection[tuple[Any, Any]]) -> None:
    if pairs:
        where = and_(
            link.table.c[link.parent] == bindparam("parent"),
            link.table.c[link.child] == bindparam("child"),
        )
        gone = [{"parent": parent, "child": child} for parent, child in pairs]
        connection.execute(delete(link.table).where(where), gone)


def _insert(connection: Connection, link: Link, rows: Sequence[tuple[Any, Any, Any]]) -> None:
    if rows:
        parents, children, branches = zip(*rows, strict=True)
        columns = {link.parent: parents, link.child: children}
        if "branch_id" in link.table.c:
            columns["branch_id"] = branches
        insert_many(connection, link.table, columns)
