"""Reads one file's batches into checked columns of one table."""

from collections.abc import Sequence
from datetime import date

from advisor_app.domain.bank_import import Refusal, Unreadable, UnreadableFile, Why
from advisor_app.exchange.batch_check import BatchCheck, CheckedRows, Rules
from advisor_app.exchange.cells import cells_of
from advisor_app.exchange.identities import seen_for
from advisor_app.exchange.known import Known
from advisor_app.exchange.mapping import FileMap
from advisor_app.exchange.rows import RowBatch, RowFile
from advisor_app.exchange.vocabularies import Vocabularies


class TableReader:
    """One file on its way into one table.

    Raises UnreadableFile where the file lacks a column that every new row needs.
    """

    def __init__(
        self,
        file: RowFile,
        file_map: FileMap,
        known: Known,
        vocabularies: Vocabularies,
        today: date,
    ) -> None:
        self._table = file_map.table
        self._file = file.file
        self._width = len(file.header)
        self._map = file_map
        self._count = 0
        cells = [
            cells_of(column, vocabularies, today, file_map.date_format)
            for column in self._table.columns
        ]
        self._rules = Rules(self._file, file_map, cells, known, seen_for(self._table))
        self._refuse_missing_columns(known)

    @property
    def present(self) -> frozenset[str]:
        """The record's fields that the file has."""
        return self._rules.present

    @property
    def unknown(self) -> tuple[str, ...]:
        """Columns of the file that are left unread."""
        return self._map.unknown

    def _refuse_missing_columns(self, known: Known) -> None:
        """A column may be absent where the rows may be known already by their reference."""
        may_be_known = self._table.name in known.refs and bool(self._map.makers[0])
        for column, maker in zip(self._table.columns, self._map.makers, strict=True):
            if column.required and maker is None and not may_be_known:
                facts = {"column": column.name}
                raise UnreadableFile(self._file, Unreadable.NO_COLUMN, facts=facts)

    def read(self, batch: RowBatch) -> CheckedRows:
        """Check one batch."""
        rows, lines = _without_blank_rows(batch)
        checked = CheckedRows(len(rows) + len(batch.refusals), list(batch.refusals))
        first = self._count + 1
        self._count += checked.read
        kept = self._kept(rows, lines, checked)
        if kept:
            whole = len(kept) == len(rows)
            theirs = list(zip(*(rows if whole else [rows[i] for i in kept]), strict=True))
            check = BatchCheck(
                self._rules, theirs, [first + i for i in kept], [lines[i] for i in kept]
            )
            check.run(checked)
        return checked

    def _kept(
        self, rows: list[list[str]], lines: Sequence[int], checked: CheckedRows
    ) -> Sequence[int]:
        """The places of the rows that are as wide as the header and that a profile asks for."""
        kept: Sequence[int] = range(len(rows))
        if not set(map(len, rows)) <= {self._width}:
            kept = [i for i in kept if self._is_even(rows, i, lines[i], checked)]
        wide = len(kept)
        for place, values in self._map.where:
            kept = [i for i in kept if rows[i][place].strip() in values]
        checked.skipped = wide - len(kept)
        return kept

    def _is_even(self, rows: list[list[str]], at: int, line: int, checked: CheckedRows) -> bool:
        row = rows[at]
        if len(row) > self._width and not any(map(str.strip, row[self._width :])):
            rows[at] = row[: self._width]  # only blank cells stand too far right
        elif len(row) != self._width:
            why = Why.TOO_WIDE if len(row) > self._width else Why.TOO_SHORT
            facts = {"cells": str(len(row)), "columns": str(self._width)}
            checked.refusals.append(Refusal(self._file, line, None, None, why, facts))
            return False
        return True


def _without_blank_rows(batch: RowBatch) -> tuple[list[list[str]], list[int]]:
    if all(map(any, batch.rows)):
        return batch.rows, batch.lines
    kept = [place for place, row in enumerate(batch.rows) if any(map(str.strip, row))]
    return [batch.rows[i] for i in kept], [batch.lines[i] for i in kept]
