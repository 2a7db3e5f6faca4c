"""Reads one CSV file strictly: a damaged row is refused, a damaged file is not trusted at all."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from advisor_app.domain.bank_import import Refusal, Unreadable, UnreadableFile, Why
from advisor_app.exchange.encodings import Inspection, inspect
from advisor_app.exchange.rows import BATCH_ROWS, RowBatch, RowFile, checked_header

DELIMITERS = ",;\t"
MAX_CELL = 131_072
_EXCEL_HINT = "sep="


def open_csv(path: Path, encoding: str | None = None, delimiter: str | None = None) -> RowFile:
    """Open a CSV file; what is not told is found. Raises UnreadableFile."""
    found = inspect(path, encoding)
    text = path.open(encoding=found.encoding, newline="")
    try:
        first, skipped = _first_line(text, path.name, found)
        chosen = delimiter or _told_by_excel(first) or _found_delimiter(first)
        reading = _Reading(path.name, text, first, chosen, found, skipped)
        header = checked_header(path.name, reading.header(), skipped + 1)
    except BaseException:
        text.close()
        raise
    return RowFile(
        path.name, found.sha256, found.encoding, chosen, header, reading.batches(), text.close
    )


def _first_line(text: TextIOWrapper, file: str, found: Inspection) -> tuple[str, int]:
    """The first line with something on it, and how many blank ones stand before it."""
    try:
        for skipped, line in enumerate(text):
            if line.strip("\r\n\t ,;\0\ufeff"):
                return line, skipped
    except UnicodeError:
        facts = {"encoding": found.encoding}
        raise UnreadableFile(file, Unreadable.WRONG_ENCODING, facts=facts) from None
    raise UnreadableFile(file, Unreadable.EMPTY)


def _told_by_excel(first: str) -> str | None:
    """The delimiter that a first line such as `sep=;` names."""
    bare = first.strip()
    is_hint = bare.lower().startswith(_EXCEL_HINT) and len(bare) == len(_EXCEL_HINT) + 1
    return bare[-1] if is_hint else None


def _found_delimiter(first: str) -> str:
    outside = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


class _Reading:
    """One file's rows, as they come."""

    def __init__(
        self,
        file: str,
        text: TextIOWrapper,
        first: str,
        delimiter: str,
        found: Inspection,
        skipped: int,
    ) -> None:
        csv.field_size_limit(MAX_CELL)
        self._file = file
        self._text = text
        self._bytes = cast("BinaryIO", text.buffer)
        self._found = found
        self._before = skipped + (1 if _told_by_excel(first) else 0)
        lines = text if _told_by_excel(first) else chain([first], text)
        self._reader: Any = csv.reader(lines, delimiter=delimiter, strict=True)
        self._ended = False
        self._last = 0  # the line of the file on which the row before ended

    def header(self) -> list[str]:
        """The first row."""
        try:
            row: list[str] = next(self._reader)
        except StopIteration:
            raise UnreadableFile(self._file, Unreadable.EMPTY) from None
        except csv.Error:
            raise UnreadableFile(self._file, Unreadable.OPEN_QUOTE, self._line()) from None
        if any("\0" in cell for cell in row):
            raise UnreadableFile(self._file, Unreadable.NUL_BYTES, self._line())
        return row

    def _line(self) -> int:
        return int(self._reader.line_num) + self._before

    def batches(self) -> Iterator[RowBatch]:
        """The rows after the header, thousands at a time."""
        with self._text:
            while not self._ended:
                yield self._batch()

    def _batch(self) -> RowBatch:
        batch = RowBatch([], [], [], 0)
        while len(batch.rows) < BATCH_ROWS and not self._ended:
            try:
                self._fill(batch)
            except csv.Error as error:
                batch.refusals.append(self._refusal(error))
            except UnicodeError:
                facts = {"encoding": self._found.encoding}
                raise UnreadableFile(
                    self._file, Unreadable.WRONG_ENCODING, self._line() + 1, facts
                ) from None
        if self._found.has_nul:
            batch = self._without_nul(batch)
        return batch._replace(position=self._bytes.tell())

    def _fill(self, batch: RowBatch) -> None:
        """Read on until the batch is full or the file ends; the hot loop."""
        reader, before = self._reader, self._before + 1
        add_row, add_line = batch.rows.append, batch.lines.append
        left = BATCH_ROWS - len(batch.rows)
        self._last = reader.line_num
        for row in reader:
            add_row(row)
            add_line(self._last + before)
            self._last = reader.line_num
            left -= 1
            if not left:
                return
        self._ended = True

    def _refusal(self, error: csv.Error) -> Refusal:
        """A row that breaks within its own line is refused; beyond it, nothing can be trusted."""
        begins = self._last + self._before + 1
        at_end = "end of data" in str(error)
        if at_end or self._line() > begins:
            raise UnreadableFile(self._file, Unreadable.OPEN_QUOTE, begins) from None
        if "field larger" in str(error):
            facts = {"limit": str(MAX_CELL)}
            return Refusal(self._file, begins, None, None, Why.CELL_TOO_LONG, facts)
        return Refusal(self._file, begins, None, None, Why.BROKEN_QUOTE)

    def _without_nul(self, batch: RowBatch) -> RowBatch:
        clean = RowBatch([], [], batch.refusals, batch.position)
        for row, line in zip(batch.rows, batch.lines, strict=True):
            if any("\0" in cell for cell in row):
                clean.refusals.append(Refusal(self._file, line, None, None, Why.NUL_BYTE))
            else:
                clean.rows.append(row)
                clean.lines.append(line)
        return clean
