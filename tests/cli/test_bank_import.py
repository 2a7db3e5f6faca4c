"""`import` as a script sees it: counts, refused rows, exit statuses."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bank.folders import write_folder
from command_line import options_in

from advisor_app.cli.bank_import import lines_of
from advisor_app.cli.main import main
from advisor_app.domain.bank_import import ImportReport, TableCount, Why
from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "import.json"
CLIENTS = "ref,last_name\nC1,Durand\nC2,\n"


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    told = options_in(tmp_path)
    assert main([*told, "init"]) == 0
    return told


def report_of(capsys: pytest.CaptureFixture[str]) -> Any:
    """What was printed, held against its schema."""
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))
    return report


def test_the_report_is_json_by_its_schema(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS, odd="x\n")
    capsys.readouterr()
    assert main([*options, "import", str(folder), "--json"]) == 0
    report = report_of(capsys)
    assert report["written"]
    assert report["tables"]["clients"] == {
        "read": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "skipped": 0,
        "refused": 1,
    }
    (refused,) = report["refused"]
    assert (refused["file"], refused["line"], refused["why"]) == (
        "clients.csv",
        3,
        Why.MISSING_NAME.value,
    )
    assert report["unknown_files"] == ["odd.csv"]


@pytest.mark.parametrize(
    ("more", "status", "written"),
    [(["--strict"], 2, False), (["--dry-run"], 0, False), ([], 0, True)],
)
def test_exit_status_and_what_was_written(
    options: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    status: int,
    *,
    written: bool,
) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS)
    capsys.readouterr()
    assert main([*options, "import", str(folder), "--json", *more]) == status
    assert report_of(capsys)["written"] is written


def test_no_usable_row_is_bad_input(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "bank", clients="ref,last_name\nC1,\n")
    assert main([*options, "import", str(folder)]) == 2
    told = capsys.readouterr()
    assert "Line 2 of clients.csv is refused. The client has no name." in told.out
    assert "Not one row can be used" in told.err


def test_a_missing_folder_is_bad_input(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "import", str(tmp_path / "nowhere")]) == 2
    assert "no file or folder nowhere" in capsys.readouterr().err


def test_undo_takes_back_and_then_has_nothing_left(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS)
    assert main([*options, "import", str(folder)]) == 0
    assert main([*options, "import", "--undo"]) == 0
    assert "The import of bank was taken back." in capsys.readouterr().out
    assert main([*options, "import", "--undo"]) == 1
    assert "no import to take back" in capsys.readouterr().err


def test_a_profile_is_followed(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text(
        '[[files.clients]]\npath = "people.csv"\n[files.clients.columns]\nref = "n"\n'
        'last_name = "name"\n'
    )
    folder = write_folder(tmp_path / "bank", people="n,name\n1,Durand\n")
    capsys.readouterr()
    assert main([*options, "import", str(folder), "--profile", str(profile), "--json"]) == 0
    assert report_of(capsys)["tables"]["clients"]["new"] == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_counts_stand_apart_under_their_heads(language: Language) -> None:
    counted = {"clients": TableCount(1, 2, 3, 4, 5, 6)}
    with speaking(language):
        heads, counts, *_others = lines_of(
            ImportReport(written=True, tables=counted, files=(), refusals=()), written=True
        )
    assert len(heads) == len(counts)
    for number in "123456":
        end = counts.index(number) + 1
        assert not heads[end - 1].isspace()
        assert heads[end : end + 2].strip() == ""
