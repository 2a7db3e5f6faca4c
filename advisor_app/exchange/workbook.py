"""Reads the sheets of an XLSX workbook as if each were a file; only ever called in the child."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from advisor_app.domain.bank_import import Unreadable, UnreadableFile
from advisor_app.exchange.rows import BATCH_ROWS, RowBatch, RowFile, checked_header
from advisor_app.exchange.workbook_guard import guard

MAX_SHEETS = 200


def open_workbook(path: Path) -> CalamineWorkbook:
    """Open a workbook that is one, has no password and is no bomb. Raises UnreadableFile."""
    guard(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except PasswordError:
        raise UnreadableFile(path.name, Unreadable.PASSWORD) from None
    except CalamineError:
        raise UnreadableFile(path.name, Unreadable.NOT_A_WORKBOOK) from None
    if len(workbook.sheet_names) > MAX_SHEETS:
        raise UnreadableFile(path.name, Unreadable.BOMB)
    return workbook


def open_sheet(path: Path, workbook: CalamineWorkbook, name: str) -> RowFile:
    """One sheet as a header and rows of texts; its lines are the sheet's row numbers."""
    file = f"{path.name}/{name}"
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError:
        raise UnreadableFile(file, Unreadable.NOT_A_WORKBOOK) from None
    rows = enumerate(_texts(sheet), start=1)
    line, first = next(((at, row) for at, row in rows if any(row)), (1, []))
    if not first:
        raise UnreadableFile(file, Unreadable.EMPTY)
    header = checked_header(file, first, line)
    return RowFile(file, _hash(path), "xlsx", "", header, _batches(rows), lambda: None)


def _batches(rows: Iterator[tuple[int, list[str]]]) -> Iterator[RowBatch]:
    while batch := list(islice(rows, BATCH_ROWS)):
        yield RowBatch([row for _, row in batch], [line for line, _ in batch], [], 0)


def _texts(sheet: CalamineSheet) -> Iterator[list[str]]:
    if sheet.start is None:
        return
    for row in sheet.iter_rows():
        yield [value if isinstance(value, str) else cell_text(value) for value in row]


def cell_text(value: Any) -> str:
    """A typed cell as a CSV file would have it."""
    match value:
        case bool():
            text = "true" if value else "false"
        case float():
            text = f"{Decimal(repr(value)).normalize():f}"
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case datetime() | time():
            text = value.isoformat(timespec="minutes")
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            text = f"{minutes // 60:02}:{minutes % 60:02}"
        case _:
            text = str(value)
    return text


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
