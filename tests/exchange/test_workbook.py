"""Workbooks as a bank makes them, and as somebody makes them who means harm."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from bank.folders import TODAY, read

from advisor_app.domain.bank_import import KnownStore, Unreadable, UnreadableFile, Why
from advisor_app.exchange.bank_files import Job
from advisor_app.exchange.child import read_in_child


def make(path: Path, **sheets: list[list[object]]) -> Path:
    """A workbook with these sheets; dates and times as typed cells."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        clock = book.add_format({"num_format": "hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    match value:
                        case datetime():
                            sheet.write_datetime(at, column, value, moment)
                        case date():
                            sheet.write_datetime(at, column, value, day)
                        case time():
                            sheet.write_datetime(at, column, value, clock)
                        case str():
                            sheet.write_string(at, column, value)
                        case _:
                            sheet.write(at, column, value)
    return path


def why(path: Path) -> Unreadable:
    """Why a workbook cannot be read, by the child."""
    with pytest.raises(UnreadableFile) as caught:
        list(read_in_child(Job(path, None, KnownStore(), TODAY), patience=20))
    return caught.value.why


def test_sheets_are_read_as_files(tmp_path: Path) -> None:
    path = make(
        tmp_path / "bank.xlsx",
        clients=[
            ["ref", "last_name", "birth_date", "no_contact", "latitude"],
            [7, "=1+1", date(1980, 5, 4), True, 48.5],
            ["C2", "Petit", date(2030, 1, 1), False, None],
        ],
        advisors=[["ref", "last_name"], ["A1", "Martin"]],
        working_hours=[
            ["advisor", "weekday", "from", "until"],
            ["A1", 1, time(9), time(12, 30)],
        ],
        touchpoints=[
            ["ref", "client", "at", "channel", "minutes"],
            ["T1", 7, datetime(2026, 1, 2, 10, 30), "phone", 20],  # noqa: DTZ001 sheets know no zone
        ],
        digital=[["client", "month", "logins"], [7, date(2026, 3, 1), 4]],
        notes=[["whatever"]],
    )
    told = read(path)
    (client,) = told.records["clients"]
    assert (client.ref, client.last_name, client.birth_date) == ("7", "=1+1", "1980-05-04")
    assert (client.no_contact, client.latitude) == (True, 48.5)
    assert told.records["working_hours"][0][1:] == (1, "09:00", "12:30")
    assert told.records["touchpoints"][0].at == "2026-01-02T10:30"
    assert told.records["digital"][0].month == "2026-03"
    assert told.unknown == ["bank.xlsx/notes"]
    assert [(one.file, one.line, one.why) for one in told.refusals] == [
        ("bank.xlsx/clients", 3, Why.BORN_IN_FUTURE)
    ]


def test_a_workbook_alone_in_a_folder_is_found(tmp_path: Path) -> None:
    make(tmp_path / "bank.xlsx", clients=[["ref", "last_name"], ["C1", "Durand"]])
    assert [client.ref for client in read(tmp_path).records["clients"]] == ["C1"]


def test_the_header_may_stand_lower_down(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [], ["ref", "last_name"], ["C1", ""], ["C2", "Petit"]]
    told = read(make(tmp_path / "bank.xlsx", clients=rows))
    assert [(one.line, one.why) for one in told.refusals] == [(4, Why.MISSING_NAME)]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no zip", b"ref,last_name\nC1,Durand\n", b"\xd0\xcf\x11\xe0rest"]
)
def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bank.xlsx"
    path.write_bytes(content)
    assert why(path) is (Unreadable.NOT_A_WORKBOOK if content else Unreadable.EMPTY)


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "bank.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert why(path) is Unreadable.NOT_A_WORKBOOK


def test_a_damaged_workbook_is_no_workbook(tmp_path: Path) -> None:
    path = make(tmp_path / "bank.xlsx", clients=[["ref", "last_name"], ["C1", "Durand"]])
    rewrite(path, {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"})
    assert why(path) is Unreadable.NOT_A_WORKBOOK


def test_a_workbook_with_a_password_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bank.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert why(path) is Unreadable.PASSWORD


def rewrite(path: Path, parts: dict[str, bytes]) -> None:
    """Put other parts into a workbook."""
    with zipfile.ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**old, **parts}.items():
            archive.writestr(name, content)


def bank(path: Path) -> Path:
    return make(path, clients=[["ref", "last_name"], ["C1", "Durand"]])


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = bank(tmp_path / "bank.xlsx")
    rewrite(path, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (200 << 20)})
    assert path.stat().st_size < 1 << 20
    assert why(path) is Unreadable.BOMB


def test_thousands_of_parts_are_a_bomb(tmp_path: Path) -> None:
    path = bank(tmp_path / "bank.xlsx")
    rewrite(path, {f"xl/more/{i}.xml": b"" for i in range(2_001)})
    assert why(path) is Unreadable.BOMB


def test_one_cell_at_the_far_end_is_not_made_room_for(tmp_path: Path) -> None:
    path = bank(tmp_path / "bank.xlsx")
    cells = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
        b'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    rewrite(path, {"xl/worksheets/sheet1.xml": cells})
    assert path.stat().st_size < 10_000
    assert why(path) is Unreadable.TOO_MANY_CELLS


@pytest.mark.parametrize(
    "name", ["xmlbomb.xml", "quadratic.xml", "external_file.xml", "cyclic.xml"]
)
def test_hostile_xml_inside_a_workbook_is_read_or_refused(
    name: str, tmp_path: Path, shared: Path
) -> None:
    hostile = (shared / "data/xml_hostile/pypi_defusedxml/xmltestdata" / name).read_bytes()
    path = bank(tmp_path / "bank.xlsx")
    rewrite(path, {"xl/sharedStrings.xml": hostile, "xl/worksheets/sheet1.xml": hostile})
    assert why(path) in {Unreadable.NOT_A_WORKBOOK, Unreadable.EMPTY}


def test_a_sheet_may_be_written_in_memory_too(tmp_path: Path) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Clients").write_row(0, 0, ["REF", "Last_Name"])
    (tmp_path / "bank.xlsx").write_bytes(content.getvalue())
    assert read(tmp_path / "bank.xlsx").read == {}
