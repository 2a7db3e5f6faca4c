import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from advisor_app.domain.export import ExportTable
from advisor_app.exchange.export_file import csv_bytes, defused, xlsx_bytes

HOSTILE = [
    '=HYPERLINK("http://evil","x")',
    "+33 4 65 71 20 14",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r\n=1+1",
    "  =1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    "|cmd",
    "%0A=1",
]


def table(*cells: str | int | date | None) -> ExportTable:
    return ExportTable("Portfolio", tuple(f"h{place}" for place in range(len(cells))), [cells])


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_table_as_text_is_a_formula(text: str) -> None:
    _heading, row = read_csv(csv_bytes(table(text, 'Léa; "Bertin"')))
    assert row[0].startswith("'")
    assert row[1] == 'Léa; "Bertin"'


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text: str) -> None:
    data = xlsx_bytes(table(text, "http://evil"))
    rows = load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[1][0].strip() == text.strip()
    assert b"<f>" not in unzipped(data)
    assert b"hyperlink" not in unzipped(data)


def unzipped(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)


@given(st.text(max_size=40))
def test_a_defused_text_is_one_line_and_begins_as_no_formula(text: str) -> None:
    told = defused(text)
    assert "\n" not in told
    assert "\r" not in told
    assert told.lstrip()[:1] not in set("=+-@")


def test_days_are_days_and_numbers_are_numbers() -> None:
    cells = table(date(2026, 4, 23), 7, None, "x")
    assert read_csv(csv_bytes(cells))[1] == ["2026-04-23", "7", "", "x"]
    rows = load_workbook(io.BytesIO(xlsx_bytes(cells))).get_sheet_by_index(0).to_python()
    assert rows[1] == [date(2026, 4, 23), 7.0, "", "x"]


def test_a_title_that_no_workbook_may_have_is_mended() -> None:
    data = xlsx_bytes(ExportTable("a/b[c]:*?'" + "x" * 50, ("h",), []))
    assert load_workbook(io.BytesIO(data)).sheet_names == [("abc" + "x" * 50)[:31]]


def test_a_moment_keeps_its_hour_in_either_form() -> None:
    moment = datetime(2026, 5, 5, 9, 30)  # noqa: DTZ001 wall time
    assert read_csv(csv_bytes(table(moment)))[1] == ["2026-05-05 09:30"]
    (_headings, row) = (
        load_workbook(io.BytesIO(xlsx_bytes(table(moment)))).get_sheet_by_index(0).to_python()
    )
    assert row == [moment]
