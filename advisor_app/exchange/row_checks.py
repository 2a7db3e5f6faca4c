"""The rules that a row must keep beyond the forms of its cells; pure functions over columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from advisor_app.domain.bank_import import Why
from advisor_app.exchange.columns import Form, Table
from advisor_app.exchange.known import Known

Columns = Sequence[Sequence[Any]]


class Fault(NamedTuple):
    """What is wrong with the row at a place of a batch; `column` is a name of ours."""

    place: int
    column: str | None
    why: Why
    facts: Mapping[str, str]


def missing_values(
    table: Table, columns: Columns, known: Known, present: frozenset[str]
) -> Iterator[Fault]:
    """Blanks where a value is required; a row that is known already may lack whole columns."""
    for place_of_column, column in enumerate(table.columns):
        if not column.required:
            continue
        values = columns[place_of_column]
        if None not in values:
            continue
        for place, value in enumerate(values):
            if value is not None:
                continue
            absent = table.fields[place_of_column] not in present
            if not (absent and columns[0][place] in known.refs.get(table.name, ())):
                yield Fault(place, column.name, Why.MISSING_VALUE, {})


def unknown_references(table: Table, columns: Columns, known: Known) -> Iterator[Fault]:
    """References to rows that neither the store nor the files have."""
    for column, values in zip(table.columns, columns, strict=True):
        if column.refers is None:
            continue
        refs = known.refs[column.refers]
        facts = {"table": column.refers}
        distinct = set(values) - refs - {None}
        if column.form is Form.REFS:
            distinct = {value for value in distinct if not refs.issuperset(value.split("|"))}
        if distinct:
            for place, value in enumerate(values):
                if value in distinct:
                    yield Fault(place, column.name, Why.UNKNOWN_REFERENCE, facts)


def resolve_projects(table: Table, columns: list[Sequence[Any]], known: Known) -> Iterator[Fault]:
    """Put references in the place of codes; a code must name the client's only living project."""
    at = next((i for i, column in enumerate(table.columns) if column.form is Form.PROJECT), None)
    if at is None or not set(columns[at]) - known.refs["projects"] - {None}:
        return
    clients, told = columns[table.index("client")], list(columns[at])
    columns[at] = told
    for place, value in enumerate(told):
        if value is None or value in known.refs["projects"]:
            continue
        found = known.projects_of_code(clients[place] or "", value)
        if len(found) == 1:
            told[place] = found.pop()
        else:
            why = Why.TWO_PROJECTS if found else Why.NO_SUCH_PROJECT
            yield Fault(place, "project", why, {})


def _nameless(columns: Columns, known: Known, present: frozenset[str]) -> Iterator[Fault]:
    refs, first, last = columns[0], columns[3], columns[4]
    is_told = {"first_name", "last_name"} <= present
    clients = known.refs["clients"]
    for place, names in enumerate(zip(first, last, strict=True)):
        if names == (None, None) and (is_told or refs[place] not in clients):
            yield Fault(place, "last_name", Why.MISSING_NAME, {})


def _owners(columns: Columns, _known: Known, _present: frozenset[str]) -> Iterator[Fault]:
    for place, (branch, advisor) in enumerate(zip(columns[0], columns[1], strict=True)):
        if (branch is None) == (advisor is None):
            yield Fault(place, "branch", Why.NOT_ONE_OWNER, {})


def _no_member(columns: Columns, _known: Known, _present: frozenset[str]) -> Iterator[Fault]:
    for place, person in enumerate(zip(*columns[1:4], strict=True)):
        if person == (None, None, None):
            yield Fault(place, "client", Why.NO_MEMBER, {})


def _ends_after(start: int, end: int, *, same: bool) -> "RowCheck":
    """The end lies after the start, or on it where `same`."""

    def check(columns: Columns, _known: Known, _present: frozenset[str]) -> Iterator[Fault]:
        for place, (low, high) in enumerate(zip(columns[start], columns[end], strict=True)):
            if low and high and (high < low or (high == low and not same)):
                yield Fault(place, None, Why.ENDS_BEFORE_START, {"start": low, "end": high})

    return check


RowCheck = Callable[[Columns, Known, frozenset[str]], Iterator[Fault]]

ROW_CHECKS: dict[str, tuple[RowCheck, ...]] = {
    "working_hours": (_ends_after(2, 3, same=False),),
    "closing_days": (_owners, _ends_after(2, 3, same=True)),
    "clients": (_nameless,),
    "members": (_no_member,),
    "assignments": (_ends_after(2, 3, same=True),),
    "appointments": (_ends_after(3, 4, same=False),),
}
