from pathlib import Path

import pytest
from bank.folders import read, write_folder

from advisor_app.domain.bank_import import KnownStore, Unreadable, UnreadableFile, Why
from advisor_app.domain.bank_records import RECORD_TYPES, ClientRecord, TouchpointRecord
from advisor_app.exchange.tables import TABLES

CLIENTS = "ref,last_name\nC1,Durand\nC2,Petit\n"


def test_columns_stand_in_the_order_of_the_records() -> None:
    renamed = {
        "working_hours": {"from": "from_time", "until": "until_time"},
        "closing_days": {"from": "from_day", "until": "until_day"},
        "assignments": {"from": "from_day", "until": "until_day"},
        "touchpoints": {"advisor": "advisors"},
        "appointments": {"client": "clients"},
    }
    for name, record in RECORD_TYPES.items():
        names = renamed.get(name, {})
        columns = tuple(names.get(column.name, column.name) for column in TABLES[name].columns)
        assert columns == record._fields


def test_a_blank_cell_is_the_default_and_an_absent_column_is_told(tmp_path: Path) -> None:
    told = read(write_folder(tmp_path, clients="ref;last_name;status;no_contact\nC1;Durand;;\n"))
    assert told.records["clients"] == [ClientRecord("C1", last_name="Durand")]
    assert told.present["clients"] == {"ref", "last_name", "status", "no_contact"}


def test_values_come_in_their_canonical_form(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        clients="ref,last_name,country,latitude,no_contact\n C1 , Durand ,fr,48.85,Oui\n",
        advisors="ref,last_name\nA1,Martin\nA2,Roux\n",
        touchpoints="ref,client,advisor,at,channel,minutes\nT1,C1,A1 | A2,2026-01-02 9:05,Phone,20\n",
    )
    told = read(folder)
    (client,) = told.records["clients"]
    assert (client.ref, client.last_name, client.country) == ("C1", "Durand", "FR")
    assert (client.latitude, client.no_contact) == (48.85, True)
    assert told.records["touchpoints"] == [
        TouchpointRecord("T1", "C1", "A1|A2", "2026-01-02T09:05", "phone", minutes=20)
    ]


def test_unknown_columns_and_files_are_told_and_left_unread(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, clients="ref,last_name,shoe size\nC1,Durand,42\n", notes="x\n")
    told = read(folder)
    assert told.files[0].unknown_columns == ("shoe size",)
    assert told.unknown == ["notes.csv"]
    assert told.refusals == []


def test_formulas_and_sql_are_text(tmp_path: Path) -> None:
    evil = "=HYPERLINK(1)", "'); DROP TABLE client; --", "<b>x</b>"
    rows = "".join(f'C{i},"{text}"\n' for i, text in enumerate(evil))
    told = read(write_folder(tmp_path, clients="ref,last_name\n" + rows))
    assert tuple(client.last_name for client in told.records["clients"]) == evil


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffref,last_name\nC1,Éva\n".encode(), "utf-8-sig"),
        ("ref,last_name\nC1,Éva\n".encode(), "utf-8"),
        ("ref,last_name\nC1,Éva\n".encode("cp1252"), "cp1252"),
        ("ref,last_name\nC1,Éva\n".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "ref,last_name\nC1,Éva\n".encode("utf-16-be"), "utf-16"),
        ("ref,last_name\nC1,Éva\n".encode("utf-32"), "utf-32"),
    ],
)
def test_encodings_are_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    told = read(write_folder(tmp_path, clients=data))
    assert told.records["clients"][0].last_name == "Éva"
    assert told.files[0].encoding == encoding


@pytest.mark.parametrize("text", ["sep=;\nref;last_name\nC1;a,b\n", "ref;last_name\r\nC1;a,b\r\n"])
def test_delimiters_are_found(tmp_path: Path, text: str) -> None:
    told = read(write_folder(tmp_path, clients=text))
    assert told.records["clients"][0].last_name == "a,b"


def test_lines_are_counted_over_blank_and_folded_rows(tmp_path: Path) -> None:
    text = 'ref,last_name,birth_date\n\nC1,"two\nlines",\n\nC2,Petit,1990-02-31\n'
    told = read(write_folder(tmp_path, clients=text))
    assert [(one.line, one.column, one.value) for one in told.refusals] == [
        (6, "birth_date", "1990-02-31")
    ]
    assert told.read["clients"] == 2


def test_later_assignments_close_earlier_ones_on_the_eve(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        clients=CLIENTS,
        advisors="ref,last_name\nA1,Martin\nA2,Roux\n",
        assignments="client,advisor,from,until\nC1,A2,2024-03-01,\nC1,A1,2020-01-01,\n",
    )
    told = read(folder)
    rows = [(one.advisor, one.from_day, one.until_day) for one in told.records["assignments"]]
    assert rows == [("A1", "2020-01-01", "2024-02-29"), ("A2", "2024-03-01", None)]


def test_a_stored_assignment_is_closed_by_a_row_of_the_file(tmp_path: Path) -> None:
    known = KnownStore(
        advisors=("A1", "A2"),
        clients=("C1",),
        assignments=(("C1", "A1", "2020-01-01", None, "letter"),),
    )
    folder = write_folder(tmp_path, assignments="client,advisor,from\nC1,A2,2024-03-01\n")
    rows = [tuple(one)[:4] for one in read(folder, known).records["assignments"]]
    assert rows == [
        ("C1", "A1", "2020-01-01", "2024-02-29"),
        ("C1", "A2", "2024-03-01", None),
    ]


def test_a_code_names_the_only_living_project(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        clients=CLIENTS,
        projects="ref,client,code,status\nP1,C1,first_home,open\nP2,C1,first_home,done\n"
        "P3,C2,first_home,open\nP4,C2,first_home,heard\n",
        touchpoints="ref,client,at,channel,project\nT1,C1,2026-01-02,phone,first_home\n"
        "T2,C2,2026-01-02,phone,first_home\nT3,C1,2026-01-02,phone,P2\n",
    )
    told = read(folder)
    assert [one.project for one in told.records["touchpoints"]] == ["P1", "P2"]
    assert [(one.line, one.why) for one in told.refusals] == [(3, Why.TWO_PROJECTS)]


def test_digital_events_are_counted_into_months(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        clients=CLIENTS,
        digital_events="client,on,kind\nC1,2026-01-02,login\nC1,2026-01-31,login\n"
        "C1,2026-01-05,message\nC2,2026-02-01,operation\n",
    )
    assert [tuple(one) for one in read(folder).records["digital_events"]] == [
        ("C1", "2026-01", 2, 1, 0),
        ("C2", "2026-02", 0, 0, 1),
    ]


def test_a_known_client_needs_no_name_in_later_files(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, clients="ref,email\nC1,a@example.org\nC9,b@example.org\n")
    told = read(folder, KnownStore(clients=("C1",)))
    assert [one.ref for one in told.records["clients"]] == ["C1"]
    assert [(one.line, one.why) for one in told.refusals] == [(3, Why.MISSING_NAME)]


def test_a_single_file_is_a_folder_with_nothing_else_in_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, clients=CLIENTS, advisors="broken")
    assert len(read(folder / "clients.csv").records["clients"]) == 2


def test_without_clients_there_is_nothing_to_hold_on_to(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, advisors="ref,last_name\nA1,Martin\n")
    with pytest.raises(UnreadableFile) as caught:
        read(folder)
    assert caught.value.why is Unreadable.NO_CLIENTS
