"""Writes the batches of one import, and counts what became of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.domain.bank_records import ClientRecord
from advisor_app.domain.keys import Key
from advisor_app.storage.importing import late_index
from advisor_app.storage.importing.branches import settle_branches
from advisor_app.storage.importing.bulk import insert_many
from advisor_app.storage.importing.calendar_guard import guard_calendar, unguard_calendar
from advisor_app.storage.importing.fold import fold_names
from advisor_app.storage.importing.keys import Keys
from advisor_app.storage.importing.links import LINKS, write_links
from advisor_app.storage.importing.merge import Merged, Rows, merge_rows
from advisor_app.storage.importing.moved import count_changes, told_to_come
from advisor_app.storage.importing.shapes import Shaper
from advisor_app.storage.importing.targets import TARGETS, Target
from advisor_app.storage.schema.clients import household

# What a table's rows can be called in others: the names of `Keys`.
_NAMED = {
    "branches": "branch",
    "rooms": "room",
    "advisors": "advisor",
    "clients": "client",
    "projects": "project",
}
# After these, every client has the assignments that decide his branch.
_BEFORE_BRANCHES = frozenset(
    {"branches", "rooms", "advisors", "working_hours", "closing_days", "clients", "members"}
    | {"assignments"}
)


_NAMES = frozenset({"first_name", "last_name"})
_BRANCH_OF_CLIENT = ClientRecord._fields.index("branch")
_HOUSEHOLD = {"clients": ClientRecord._fields.index("household"), "members": 0}


@dataclass(frozen=True, slots=True)
class Written:
    """Rows of the store: how many are new, changed, and as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class BankWriter:
    """One import's way into the store, inside the caller's transaction.

    Batches come in an order in which references point backwards, and hold only rows that were
    checked: references that exist, identities that no other row of the file has.
    """

    def __init__(self, connection: Connection, home: Key, zone: str, today: date) -> None:
        self._connection = connection
        self._today = today
        self._home = home
        self._keys = Keys(connection)
        self._shaper = Shaper(self._keys, home, zone)
        self._empty: dict[str, bool] = {}
        self._put_off = False
        self._unnamed: set[Key] = set()
        self._renamed: set[Key] = set()
        self._touched: set[Any] = set()

    def begin(self, table: str) -> None:
        """A new file's turn: what the files before it wrote is there now."""
        self._empty[table] = self._is_empty(TARGETS[table])
        if table == "appointments":
            unguard_calendar(self._connection)
        if table == late_index.TABLE and self._empty[table] and not self._put_off:
            self._put_off = late_index.put_off(self._connection)
        if table not in _BEFORE_BRANCHES:
            self._settle()

    def write(self, batch: ColumnBatch) -> Written:
        """Write one batch."""
        if batch.table not in self._empty:
            self.begin(batch.table)
        self._make_households(batch)
        rows = self._shaper.rows(batch)
        merged = self._put(batch, rows)
        self._link(batch, rows, merged)
        if batch.table == "clients" and len(batch.present & _NAMES) == 1:
            fold_names(self._connection, _at(merged.keys, merged.changed))
        named = _NAMED.get(batch.table)
        if named:
            self._keys.add(named, rows.columns["ref"], merged.keys)
        self._note(batch, rows, merged)
        return Written(len(merged.new), len(merged.changed), len(merged.unchanged))

    def finish(self) -> set[Key]:
        """The clients whose facts must be made anew."""
        if self._put_off:
            late_index.make_up(self._connection)
            self._put_off = False
        self._settle()
        guard_calendar(self._connection)
        return self._touched

    def _is_empty(self, target: Target) -> bool:
        first = select(target.table.c[target.identity[0]]).limit(1)
        return self._connection.execute(first).first() is None

    def _put(self, batch: ColumnBatch, rows: Rows) -> Merged:
        target = TARGETS[batch.table]
        count = len(batch.columns[0])
        keys: Sequence[Any] = self._keys.fresh(count) if "id" in target.table.c else ()
        if not self._empty[batch.table]:
            before = told_to_come(self._connection) if batch.table == "appointments" else {}
            merged = merge_rows(self._connection, target, rows, keys or [None] * count)
            if before:
                count_changes(self._connection, before, _at(merged.keys, merged.changed))
            return merged
        identified = {**rows.columns, "id": keys} if keys else rows.columns
        insert_many(self._connection, target.table, identified)
        return Merged(new=range(count), keys=list(keys))

    def _link(self, batch: ColumnBatch, rows: Rows, merged: Merged) -> None:
        """Write the further advisors, or the clients; a row whose links changed has changed."""
        link = LINKS.get(batch.table)
        if link is None:
            return
        there = [merged.keys[place] for place in (*merged.changed, *merged.unchanged)]
        change = write_links(
            self._connection, link, self._keys, batch, merged.keys, rows.columns["branch_id"], there
        )
        more = [place for place in merged.unchanged if merged.keys[place] in change.parents]
        merged.changed += more
        merged.unchanged = [place for place in merged.unchanged if place not in set(more)]
        if link.named == "client":
            merged.left_clients |= change.children

    def _note(self, batch: ColumnBatch, rows: Rows, merged: Merged) -> None:
        """Remember whose facts these rows change."""
        if batch.table == "clients":
            self._keys.learn_branches(rows.columns["ref"], rows.columns["branch_id"])
            self._note_clients(batch, merged)
        clients = merged.keys if batch.table == "clients" else rows.columns.get("client_id")
        if clients is not None:
            new = merged.new
            self._touched.update(clients if len(new) == len(clients) else _at(clients, new))
            self._touched.update(_at(clients, merged.changed))
        self._touched |= merged.left_clients
        self._touched.discard(None)

    def _note_clients(self, batch: ColumnBatch, merged: Merged) -> None:
        """Clients whose branch is not named get one later; those named anew take rows along."""
        told = batch.columns[_BRANCH_OF_CLIENT]
        is_told, new, changed = "branch" in batch.present, set(merged.new), set(merged.changed)
        for place, (ref, key) in enumerate(zip(told, merged.keys, strict=True)):
            if ref is None and (is_told or place in new):
                self._unnamed.add(key)
            elif place in changed:
                self._renamed.add(key)

    def _settle(self) -> None:
        if self._unnamed or self._renamed:
            self._touched |= settle_branches(
                self._connection, self._unnamed, self._renamed, self._home, self._today
            )
            self._unnamed, self._renamed = set(), set()
            self._keys.forget_branches()

    def _make_households(self, batch: ColumnBatch) -> None:
        """A household is whatever clients and members name as theirs."""
        place = _HOUSEHOLD.get(batch.table)
        if place is None:
            return
        known = self._keys.of("household")
        new = [ref for ref in dict.fromkeys(batch.columns[place]) if ref not in known]
        keys = self._keys.fresh(len(new))
        insert_many(self._connection, household, {"id": keys, "ref": new})
        self._keys.add("household", new, keys)


def _at(column: Sequence[Any], places: Iterable[int]) -> list[Any]:
    return [column[place] for place in places]
