"""One test per kind of bad input: a sentence, and nothing worse."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bank.folders import read, write_folder

from advisor_app.domain.bank_import import KnownStore, Unreadable, UnreadableFile, Why
from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.i18n.calendar_words import NOT_READ
from advisor_app.i18n.import_wording import FAULTS, UNREADABLES, WHYS, refusal_sentence
from advisor_app.i18n.wording import sentence

CLIENTS = "ref,last_name,birth_date\nC1,Durand,\n"
ADVISORS = "ref,last_name\nA1,Martin\nA2,Roux\n"
TOUCH = "ref,client,at,channel,minutes,project\n"
DOCS = Path(__file__).parents[2] / "docs" / "bad-input.md"

REFUSED: dict[str, tuple[dict[str, str | bytes], Why, str]] = {
    "too wide": (
        {"clients": CLIENTS + "C2,Petit, Anne,1990-01-01\n"},
        Why.TOO_WIDE,
        (
            "The row has 4 cells and the header only 3; a text that holds the delimiter must stand in "
            "quotes."
        ),
    ),
    "too short": (
        {"clients": CLIENTS + "C2,Petit\n"},
        Why.TOO_SHORT,
        "The row has 2 cells and the header 3.",
    ),
    "NUL byte": (
        {"clients": CLIENTS + "C2,Pe\0tit,\n"},
        Why.NUL_BYTE,
        "The row holds a NUL byte, which is no text.",
    ),
    "broken quote": (
        {"clients": CLIENTS + 'C2,"Petit" Anne,\n'},
        Why.BROKEN_QUOTE,
        "A quoted text goes on after its closing quote; a quote inside a text is written twice.",
    ),
    "a 30 MB cell": (
        {"clients": CLIENTS + f"C2,{'x' * 30_000_000},\n"},
        Why.CELL_TOO_LONG,
        "A cell is longer than 131072 characters.",
    ),
    "no reference": (
        {"clients": CLIENTS + ",Petit,\n"},
        Why.MISSING_VALUE,
        "The column ref is blank, and this row needs it.",
    ),
    "no name": ({"clients": CLIENTS + "C2,,\n"}, Why.MISSING_NAME, "The client has no name."),
    "no date": (
        {"clients": CLIENTS + "C2,Petit,23/04/1990\n"},
        Why.NOT_A_DATE,
        "“23/04/1990” in birth_date is not a date such as 2026-04-23. Perhaps 1990-04-23 is meant.",
    ),
    "31 February": (
        {"clients": CLIENTS + "C2,Petit,1990-02-31\n"},
        Why.NO_SUCH_DAY,
        "The calendar has no day 1990-02-31 (birth_date). Perhaps 1990-02-28 is meant.",
    ),
    "a far year": (
        {"clients": CLIENTS + "C2,Petit,0190-02-01\n"},
        Why.FAR_YEAR,
        "The year of 0190-02-01 in birth_date is not between 1800 and 2999.",
    ),
    "birth in the future": (
        {"clients": CLIENTS + "C2,Petit,2026-04-24\n"},
        Why.BORN_IN_FUTURE,
        "The birth date 2026-04-24 lies in the future.",
    ),
    "no moment": (
        {"clients": CLIENTS, "touchpoints": TOUCH + "T1,C1,2026-01-02T25:00,phone,,\n"},
        Why.NOT_A_MOMENT,
        "“2026-01-02T25:00” in at is not a date and time such as 2026-04-23T10:30.",
    ),
    "no time": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "working_hours": "advisor,weekday,from,until\nA1,1,nine,12:00\n",
        },
        Why.NOT_A_TIME,
        "“nine” in from is not a time such as 09:30.",
    ),
    "no month": (
        {"clients": CLIENTS, "digital": "client,month,logins\nC1,3/2026,1\n"},
        Why.NOT_A_MONTH,
        "“3/2026” in month is not a month such as 2026-04. Perhaps 2026-03 is meant.",
    ),
    "no partial date": (
        {"clients": CLIENTS, "projects": "ref,client,code,target\nP1,C1,first_home,soon\n"},
        Why.NOT_A_PARTIAL_DATE,
        "“soon” in target is neither a year, nor a month such as 2027-04, nor a date.",
    ),
    "no whole number": (
        {"clients": CLIENTS, "touchpoints": TOUCH + "T1,C1,2026-01-02,phone,-5,\n"},
        Why.NOT_A_WHOLE_NUMBER,
        "“-5” in minutes is not a whole number from 0 to 1000000.",
    ),
    "no decimal": (
        {"clients": CLIENTS, "contracts": 'ref,client,family,amount\nK1,C1,mortgage,"1 000,5"\n'},
        Why.NOT_A_DECIMAL,
        "“1 000,5” in amount is not a number such as 1234.50. Perhaps 1000.5 is meant.",
    ),
    "no coordinate": (
        {"clients": "ref,last_name,latitude\nC1,Durand,\nC2,Petit,91\n"},
        Why.NOT_A_COORDINATE,
        "“91” in latitude is not a number from -90 to 90.",
    ),
    "no boolean": (
        {"clients": "ref,last_name,no_contact\nC1,Durand,\nC2,Petit,perhaps\n"},
        Why.NOT_A_BOOLEAN,
        "“perhaps” in no_contact is neither yes nor no.",
    ),
    "no currency": (
        {"clients": CLIENTS, "contracts": "ref,client,family,currency\nK1,C1,mortgage,€\n"},
        Why.NOT_A_CURRENCY,
        "“€” in currency is not a currency code such as EUR.",
    ),
    "no country": (
        {"clients": "ref,last_name,country\nC1,Durand,\nC2,Petit,France\n"},
        Why.NOT_A_COUNTRY,
        "“France” in country is not a country code such as FR.",
    ),
    "no zone": (
        {"clients": CLIENTS, "branches": "ref,name,zone\nB1,Lyon,../etc/hostname\n"},
        Why.NOT_A_ZONE,
        "“../etc/hostname” in zone is not a time zone such as Europe/Paris.",
    ),
    "unknown code": (
        {"clients": CLIENTS, "touchpoints": TOUCH + "T1,C1,2026-01-02,telephone,,\n"},
        Why.UNKNOWN_CODE,
        "The code “telephone” in channel is unknown. Perhaps phone is meant.",
    ),
    "unknown client": (
        {"clients": CLIENTS, "touchpoints": TOUCH + "T1,C9,2026-01-02,phone,,\n"},
        Why.UNKNOWN_REFERENCE,
        "“C9” in client is neither in the file clients nor in the store.",
    ),
    "two rows with one ref": (
        {"clients": CLIENTS + "C1,Petit,\n"},
        Why.TWICE,
        "An earlier row of the file is about the same thing (ref C1).",
    ),
    "ends before it starts": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "assignments": "client,advisor,from,until\nC1,A1,2020-05-01,2020-04-30\n",
        },
        Why.ENDS_BEFORE_START,
        "The row ends (2020-04-30) before it starts (2020-05-01).",
    ),
    "overlapping assignments": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "assignments": "client,advisor,from,until\nC1,A1,2020-01-01,2022-12-31\n"
            "C1,A2,2022-06-01,\n",
        },
        Why.OVERLAP,
        "The assignment overlaps the one to A1 from 2020-01-01 until 2022-12-31.",
    ),
    "an advisor in two places": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "appointments": "ref,client,advisor,start,end\n"
            "V1,C1,A1,2026-05-05T10:00,2026-05-05T11:00\n"
            "V2,C1,A1,2026-05-05T10:30,2026-05-05T11:30\n",
        },
        Why.TAKEN,
        "A1 has the appointment V1 already, from 2026-05-05T10:00 to 2026-05-05T11:00.",
    ),
    "a time that does not exist": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "appointments": "ref,client,advisor,start,end\n"
            "V1,C1,A1,2027-03-28T02:30,2027-03-28T03:30\n",
        },
        Why.GAP,
        (
            "“2027-03-28T02:30” in start does not exist: the clocks jump over it when summer time "
            "begins. Perhaps 2027-03-28T03:30 is meant."
        ),
    ),
    "two owners": (
        {
            "clients": CLIENTS,
            "advisors": ADVISORS,
            "closing_days": "branch,advisor,from,until\n,,2026-05-01,2026-05-02\n",
        },
        Why.NOT_ONE_OWNER,
        "Exactly one of branch and advisor must be given.",
    ),
    "nobody": (
        {"clients": CLIENTS, "members": "household,client,last_name\nH1,,\n"},
        Why.NO_MEMBER,
        "The member is neither a client nor has a name.",
    ),
    "no such project": (
        {"clients": CLIENTS, "touchpoints": TOUCH + "T1,C1,2026-01-02,phone,,first_home\n"},
        Why.NO_SUCH_PROJECT,
        (
            "“first_home” is neither a project's reference nor the code of a heard or open project of "
            "this client."
        ),
    ),
    "two projects": (
        {
            "clients": CLIENTS,
            "projects": "ref,client,code\nP1,C1,first_home\nP2,C1,first_home\n",
            "touchpoints": TOUCH + "T1,C1,2026-01-02,phone,,first_home\n",
        },
        Why.TWO_PROJECTS,
        (
            "The client has several heard or open projects of the kind “first_home”: "
            "give the reference."
        ),
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_row_is_refused_with_a_sentence(kind: str, tmp_path: Path) -> None:
    files, why, expected = REFUSED[kind]
    told = read(write_folder(tmp_path, **files))
    (refusal,) = told.refusals
    assert refusal.why is why
    with speaking(Language.EN):
        assert refusal_sentence(refusal) == expected
    assert [client.ref for client in told.records["clients"]] == ["C1"]


def test_a_map_without_default_refuses_what_is_outside_it(tmp_path: Path) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text(
        '[[files.clients]]\npath = "*.csv"\n[files.clients.columns]\nref = "n"\n'
        'last_name = "name"\ntitle = { from = "sex", map = { M = "mr" } }\n'
    )
    folder = write_folder(tmp_path / "bank", people="n,name,sex\n1,Durand,M\n2,Petit,X\n")
    told = read(folder, profile=profile)
    assert [(one.line, one.column, one.value, one.why) for one in told.refusals] == [
        (3, "sex", "X", Why.UNMAPPED)
    ]


def gone(folder: Path) -> Path:
    return folder / "nowhere"


def no_files(folder: Path) -> Path:
    folder.mkdir()
    return folder


def without_clients(folder: Path) -> Path:
    return write_folder(folder, advisors=ADVISORS)


def a_folder_for_a_file(folder: Path) -> Path:
    (folder / "clients.csv").mkdir(parents=True)
    return folder


def data(content: str | bytes) -> Callable[[Path], Path]:
    return lambda folder: write_folder(folder, clients=content)


UNREADABLE: dict[str, tuple[Callable[[Path], Path], Unreadable, str]] = {
    "missing": (gone, Unreadable.MISSING, "There is no file or folder nowhere."),
    "nothing to read": (
        no_files,
        Unreadable.NOTHING_TO_READ,
        "bank holds no file of a bank folder, such as clients.csv, and no workbook.",
    ),
    "no clients": (
        without_clients,
        Unreadable.NO_CLIENTS,
        "bank holds no clients, and the store has none yet.",
    ),
    "no plain file": (
        a_folder_for_a_file,
        Unreadable.NOT_A_FILE,
        "clients.csv is not a plain file.",
    ),
    "empty": (data(""), Unreadable.EMPTY, "The file clients.csv is empty."),
    "blank": (data("\n \n"), Unreadable.EMPTY, "The file clients.csv is empty."),
    "no header": (
        data("C1,Durand,1990-01-01\nC2,Petit,1991-01-01\n"),
        Unreadable.NO_HEADER,
        "The first line of clients.csv is no header: no column there has a name that we know.",
    ),
    "a column twice": (
        data("ref,last_name,ref\nC1,Durand,C2\n"),
        Unreadable.COLUMN_TWICE,
        "The header of clients.csv names the column ref twice.",
    ),
    "no needed column": (
        data("last_name\nDurand\n"),
        Unreadable.NO_COLUMN,
        "The file clients.csv has no column ref, which it needs.",
    ),
    "UTF-16 without its mark": (
        data("ref,last_name\nC1,Durand\n".encode("utf-16-le")),
        Unreadable.UTF16_WITHOUT_MARK,
        "clients.csv looks like UTF-16 without its byte order mark: save it as UTF-8.",
    ),
    "wrong encoding": (
        data(b"ref,last_name\nC1,\x81\x8d\n"),
        Unreadable.WRONG_ENCODING,
        "The text of clients.csv cannot be read as UTF-8, cp1252.",
    ),
    "broken UTF-16": (
        data("ref,last_name\nC1,Durand\n".encode("utf-16")[:-1] + b"\xd8"),
        Unreadable.WRONG_ENCODING,
        "The text of clients.csv cannot be read as utf-16.",
    ),
    "NUL bytes in the header": (
        data("ref,last\0_name\nC1,Durand\n"),
        Unreadable.NUL_BYTES,
        "The header of clients.csv holds NUL bytes: it is no text file.",
    ),
    "a quote never closed": (
        data('ref,last_name\nC1,Durand\nC2,"Petit\nC3,Roy\n'),
        Unreadable.OPEN_QUOTE,
        (
            "A quote opened on line 3 of clients.csv is not closed: from there on, no row can be told "
            "from another."
        ),
    ),
    "a quote closed far away": (
        data('ref,last_name\nC1,Durand\nC2,"Petit\nC3,"Roy"\n'),
        Unreadable.OPEN_QUOTE,
        (
            "A quote opened on line 3 of clients.csv is not closed: from there on, no row can be told "
            "from another."
        ),
    ),
    "an endless line": (
        data(b"ref,last_name\n" + b"x" * (65 << 20)),
        Unreadable.LINE_TOO_LONG,
        "A line of clients.csv is longer than 64 megabytes.",
    ),
    "too many columns": (
        data(",".join(f"c{i}" for i in range(1001)) + "\n"),
        Unreadable.TOO_MANY_COLUMNS,
        "clients.csv has more than 1000 columns.",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_trusted_stops_the_import(kind: str, tmp_path: Path) -> None:
    make, why, expected = UNREADABLE[kind]
    with pytest.raises(UnreadableFile) as caught:
        read(make(tmp_path / "bank"))
    assert caught.value.why is why
    with speaking(Language.EN):
        assert sentence(caught.value) == f"{expected} Nothing was written."


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS)
    (folder / "clients.csv").chmod(0)
    with pytest.raises(UnreadableFile) as caught:
        read(folder)
    assert caught.value.why is Unreadable.NO_PERMISSION


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has named pipes among files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "clients.csv")
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path)
    assert caught.value.why is Unreadable.NOT_A_FILE


def test_a_later_overlap_is_refused_against_the_store_too(tmp_path: Path) -> None:
    known = KnownStore(
        advisors=("A1", "A2"),
        clients=("C1",),
        assignments=(("C1", "A1", "2020-01-01", "2022-12-31", None),),
    )
    folder = write_folder(tmp_path, assignments="client,advisor,from\nC1,A2,2022-06-01\n")
    assert [one.why for one in read(folder, known).refusals] == [Why.OVERLAP]


def test_every_reason_has_a_sentence() -> None:
    assert set(WHYS) == set(Why)
    assert set(UNREADABLES) == set(Unreadable)


def test_the_document_holds_every_reason_with_its_sentence() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in DOCS.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    told = {code.strip("`"): text for code, _kind, text in rows}
    groups = {"": WHYS | UNREADABLES, "profile: ": FAULTS, "calendar: ": NOT_READ}
    worded = {
        f"{of}{reason.value}": text
        for of, group in groups.items()
        for reason, text in group.items()
    }
    assert told == worded
    assert csv.field_size_limit() == 131_072
