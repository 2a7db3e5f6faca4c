"""Tables as files for a spreadsheet: CSV and XLSX, in which no cell is ever a formula.

A spreadsheet runs what begins with `=`, `+`, `-` or `@`, and some skip blanks or control characters
before it (OWASP, "CSV injection"): in CSV such a text gets an apostrophe in front; in XLSX every
text is written as text.
"""

import csv
import io
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from advisor_app.domain.export import Cell, ExportTable

# What starts a formula, also in the full width forms that some spreadsheets take for it.
_STARTERS = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20")
_WIDEST = 48
_LONGEST_TITLE = 31
_NOT_IN_TITLES = frozenset("[]:*?/\\'")


def csv_bytes(table: ExportTable) -> bytes:
    """UTF-8 with its mark and semicolons, as spreadsheets open it; ISO days, one line a row."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([defused(heading) for heading in table.headings])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: ExportTable) -> bytes:
    """One sheet with its headings held and a filter on them; days are days, texts are texts."""
    import xlsxwriter

    made = io.BytesIO()
    harmless = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, {"in_memory": True, **harmless})
    sheet = book.add_worksheet(_title(table.title))
    bold, days = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    moments = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for column, heading in enumerate(table.headings):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, _width(table, column))
    for line, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, line, column, cell, days, moments)
    sheet.freeze_panes(1, 0)
    if table.headings:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    book.close()
    return made.getvalue()


FORMS: dict[str, Callable[[ExportTable], bytes]] = {"csv": csv_bytes, "xlsx": xlsx_bytes}


def defused(text: str) -> str:
    """A text on one line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    bare = "".join(char for char in line if unicodedata.category(char)[0] != "C").lstrip()
    clean = "".join(char for char in line if unicodedata.category(char) != "Cc")
    return f"'{clean}" if bare[:1] in _STARTERS else clean


def _plain(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if isinstance(cell, int) else defused(cell)


def _write(sheet: Any, line: int, column: int, cell: Cell, days: Any, moments: Any) -> None:
    if isinstance(cell, datetime):
        sheet.write_datetime(line, column, cell, moments)
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, datetime.combine(cell, time()), days)
    elif isinstance(cell, int):
        sheet.write_number(line, column, cell)
    elif cell:
        sheet.write_string(line, column, cell)


def _width(table: ExportTable, column: int) -> int:
    shown = [str(row[column]) for row in table.rows[:200] if row[column] is not None]
    return min(max(len(text) for text in (table.headings[column], *shown)) + 2, _WIDEST)


def _title(text: str) -> str:
    bare = "".join(char for char in text if char not in _NOT_IN_TITLES)
    return bare[:_LONGEST_TITLE] or "1"
