"""Checks one batch of rows, column by column.

Whole columns are read at once; only a column with something wrong in it is gone through cell by
cell, to name the row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from advisor_app.domain.bank_import import Refusal, Why
from advisor_app.exchange.cells import BadCell, Cells
from advisor_app.exchange.columns import Form
from advisor_app.exchange.identities import Seen
from advisor_app.exchange.known import Known
from advisor_app.exchange.mapping import FileMap, Maker
from advisor_app.exchange.row_checks import (
    ROW_CHECKS,
    Fault,
    missing_values,
    resolve_projects,
    unknown_references,
)

# Their texts are nearly all different: remembering them costs more than it saves.
_FREE_TEXT = frozenset({Form.TEXT, Form.PROJECT})


@dataclass(slots=True)
class CheckedRows:
    """What became of one batch: the counts, and the accepted columns with their lines."""

    read: int
    refusals: list[Refusal]
    skipped: int = 0
    columns: list[Sequence[Any]] = field(default_factory=list)
    lines: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What every batch of one file is checked by."""

    file: str
    map: FileMap
    cells: Sequence[Cells]
    known: Known
    seen: Seen

    @property
    def present(self) -> frozenset[str]:
        """The record's fields that the file has."""
        fields = zip(self.map.table.fields, self.map.makers, strict=True)
        return frozenset(name for name, maker in fields if maker is not None)


class BatchCheck:
    """One batch: their columns in, ours out, with the first fault of each bad row."""

    def __init__(
        self,
        rules: Rules,
        theirs: Sequence[Sequence[str]],
        numbers: Sequence[int],
        lines: Sequence[int],
    ) -> None:
        self._rules = rules
        self._table = rules.map.table
        self._theirs = theirs
        self._numbers = numbers
        self._lines = lines
        self._bad: dict[int, Refusal] = {}
        self._columns: list[Sequence[Any]] = []

    def run(self, checked: CheckedRows) -> None:
        """Read the cells, then check the rows; what passes is known from then on."""
        self._columns = [self._column(at) for at in range(len(self._table.columns))]
        self._check_rows()
        self._refuse_second_ones()
        checked.refusals += self._bad.values()
        checked.refusals.sort(key=lambda refusal: refusal.line)
        checked.columns = [self._good(column) for column in self._columns]
        checked.lines = self._good(self._lines)
        known = self._rules.known
        known.learn(self._table.name, checked.columns, self._rules.present)

    def _column(self, at: int) -> Sequence[Any]:
        column, maker = self._table.columns[at], self._rules.map.makers[at]
        if maker is None:
            return [column.default] * len(self._lines)
        cells = self._rules.cells[at]
        try:
            texts = maker(self._theirs, self._numbers)
            if column.form in _FREE_TEXT:
                return [text.strip() or column.default for text in texts]
            return list(map(cells.__getitem__, texts))
        except BadCell:
            return [self._cell(at, maker, place) for place in range(len(self._lines))]

    def _cell(self, at: int, maker: Maker, place: int) -> Any:
        text: str | None = None
        try:
            row = [column[place : place + 1] for column in self._theirs]
            (text,) = maker(row, self._numbers[place : place + 1])
            return self._rules.cells[at][text]
        except BadCell as error:
            told = error.text if text is None else text
            fault = Fault(place, self._table.columns[at].name, error.why, error.facts)
            self._refuse(fault, told, error.proposal)
            return None

    def _check_rows(self) -> None:
        columns, known, present = self._columns, self._rules.known, self._rules.present
        self._refuse_all(missing_values(self._table, columns, known, present))
        self._refuse_all(unknown_references(self._table, columns, known))
        self._refuse_all(resolve_projects(self._table, columns, known))
        for check in ROW_CHECKS.get(self._table.name, ()):
            self._refuse_all(check(columns, known, present))

    def _refuse_second_ones(self) -> None:
        """A bad row is not met: a good one with the same identity may still follow."""
        places = self._good(range(len(self._lines)))
        for second in self._rules.seen.second_ones([self._good(one) for one in self._columns]):
            name = self._table.identity[0]
            self._refuse_all([Fault(places[second], name, Why.TWICE, {})])

    def _refuse_all(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            value = self._columns[self._table.index(fault.column)] if fault.column else None
            told = None if value is None else value[fault.place]
            self._refuse(fault, None if told is None else str(told), None)

    def _refuse(self, fault: Fault, value: str | None, proposal: str | None) -> None:
        label = self._rules.map.labels[self._table.index(fault.column)] if fault.column else None
        self._bad.setdefault(
            fault.place,
            Refusal(
                self._rules.file,
                self._lines[fault.place],
                label,
                value,
                fault.why,
                fault.facts,
                proposal,
            ),
        )

    def _good(self, values: Sequence[Any]) -> Sequence[Any]:
        if not self._bad:
            return values
        return list(compress(values, (place not in self._bad for place in range(len(values)))))
