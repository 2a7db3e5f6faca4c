"""Turns checked columns of a bank's files into columns of the store."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import Any
from zoneinfo import ZoneInfo

from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.domain.bank_records import RECORD_TYPES
from advisor_app.domain.keys import Key
from advisor_app.domain.names import folded_name
from advisor_app.domain.partial_date import PartialDate
from advisor_app.storage.importing.keys import Keys
from advisor_app.storage.importing.merge import Rows
from advisor_app.storage.importing.targets import TARGETS, Target

Columns = dict[str, Sequence[Any]]
# Columns made from others: they are told where all the fields that they are made from are.
Made = Mapping[tuple[str, ...], tuple[str, ...]]
_FIELDS = {name: record._fields for name, record in RECORD_TYPES.items()}
_FIELDS["digital_events"] = _FIELDS["digital"]
_DAY, _TIME = slice(0, 10), slice(11, 16)


class Shaper:
    """Shapes batches for one store: its home branch, and the zone of its wall times."""

    def __init__(self, keys: Keys, home: Key, zone: str) -> None:
        self._keys = keys
        self._home = home
        self._zone = zone

    def rows(self, batch: ColumnBatch) -> Rows:
        """The rows of one batch; links to several advisors or clients are not among them."""
        target, fields = TARGETS[batch.table], _FIELDS[batch.table]
        told = dict(zip(fields, batch.columns, strict=True))
        columns: Columns = {}
        for field, values in told.items():
            named = target.references.get(field)
            columns[target.column(field)] = self._keys.resolve(named, values) if named else values
        shape = _SHAPES.get(batch.table)
        made = shape(self, columns, told) if shape else {}
        if "branch_id" in target.table.c and "branch_id" not in columns:
            columns["branch_id"] = self._branches(told)
            made = {**made, ("client",): ("branch_id",)}  # whose a row is decides where it lies
        return Rows(columns, _present(target, batch.present, made))

    def _branches(self, told: dict[str, Sequence[Any]]) -> list[Key]:
        """The branch that each row of client data lies in: its client's."""
        if "project" in told and "client" not in told and "clients" not in told:
            return self._branches_of_projects(told["project"])
        branch_of, home = self._keys.branch_of(), self._home
        clients = told.get("client") or [one.partition("|")[0] for one in told["clients"]]
        return list(map(branch_of.get, clients, repeat(home)))

    def _branches_of_projects(self, refs: Sequence[str]) -> list[Key]:
        branch_of = self._keys.branch_of_project()
        return [branch_of[ref] for ref in refs]

    def months(self, columns: Columns, _told: Columns) -> Made:
        """A month is kept as its first day."""
        days = {month: f"{month}-01" for month in set(columns["month"])}
        columns["month"] = list(map(days.__getitem__, columns["month"]))
        return {}

    def advisor(self, columns: Columns, _told: Columns) -> Made:
        """An advisor works somewhere: at the home branch unless it is said where."""
        columns["branch_id"] = [key or self._home for key in columns["branch_id"]]
        return {}

    def client(self, columns: Columns, told: Columns) -> Made:
        """The names as they are searched and ordered; a branch, even if only for now."""
        names = zip(columns["last_name"], columns["first_name"], strict=True)
        columns["folded_name"] = columns["sort_name"] = [folded_name(*name) for name in names]
        branch_of, home = self._keys.branch_of(), self._home
        columns["branch_id"] = [
            key or branch_of.get(ref, home)
            for ref, key in zip(told["ref"], columns["branch_id"], strict=True)
        ]
        names_made = ("folded_name", "sort_name")
        return {("first_name", "last_name"): names_made}

    def touchpoint(self, columns: Columns, _told: Columns) -> Made:
        """The day and the time apart; the first advisor, of several."""
        at = columns.pop("at")
        columns["on_day"] = [moment[_DAY] for moment in at]
        columns["at_time"] = [moment[_TIME] or None for moment in at]
        advisors = columns.pop("advisors")
        first = {one: one.partition("|")[0] if one else None for one in set(advisors)}
        keys = self._keys.of("advisor")
        of = {one: keys[ref] for one, ref in first.items()}
        columns["advisor_id"] = list(map(of.__getitem__, advisors))
        return {("at",): ("on_day", "at_time"), ("advisors",): ("advisor_id",)}

    def project(self, columns: Columns, _told: Columns) -> Made:
        """The first day that the target may mean."""
        columns["target_from"] = [
            PartialDate.parse(target).first_day.isoformat() if target else None
            for target in columns["target"]
        ]
        return {("target",): ("target_from",)}

    def appointment(self, columns: Columns, told: Columns) -> Made:
        """Wall times with their zone, fold and instant; no more time is kept free around them."""
        del columns["clients"]
        count = len(told["ref"])
        zone = ZoneInfo(self._zone)
        columns["zone"] = list(repeat(self._zone, count))
        for end in ("start", "end"):
            walls = columns.pop(end)
            columns[f"{end}_wall"] = walls
            columns[f"{end}_fold"] = list(repeat(0, count))
            columns[f"{end}_utc"] = [_instant(wall, zone) for wall in walls]
        columns["busy_from"], columns["busy_until"] = columns["start_utc"], columns["end_utc"]
        return {
            ("start",): ("start_wall", "start_fold", "start_utc", "busy_from", "zone"),
            ("end",): ("end_wall", "end_fold", "end_utc", "busy_until"),
        }

    def member(self, columns: Columns, _told: Columns) -> Made:
        """The branch of the household's clients; names only where the person is no client."""
        for name in ("first_name", "last_name", "birth_date"):
            people = zip(columns["client_id"], columns[name], strict=True)
            columns[name] = [None if client else value for client, value in people]
        branches = self._keys.branch_of_household()
        columns["branch_id"] = [
            branches.get(household, self._home) for household in columns["household_id"]
        ]
        return {}


def _present(target: Target, fields: frozenset[str], made: Made) -> frozenset[str]:
    """The columns that the file has something to say about."""
    columns = {target.column(field) for field in fields}
    for sources, ours in made.items():
        if fields.issuperset(sources):
            columns.update(ours)
    return frozenset(columns)


def _instant(wall: str, zone: ZoneInfo) -> int:
    return int(datetime.fromisoformat(wall).replace(tzinfo=zone).timestamp())


_Shape = Callable[[Shaper, Columns, Columns], Made]
_SHAPES: dict[str, _Shape] = {
    "advisors": Shaper.advisor,
    "clients": Shaper.client,
    "members": Shaper.member,
    "projects": Shaper.project,
    "touchpoints": Shaper.touchpoint,
    "digital": Shaper.months,
    "digital_events": Shaper.months,
    "appointments": Shaper.appointment,
}
