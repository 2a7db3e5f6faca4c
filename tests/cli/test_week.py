"""`week` on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from command_line import new_store_in, options_in
from jsonschema import Draft202012Validator
from poured import batches_of, pour

from advisor_app.cli.main import main
from advisor_app.domain import bank_records as rows

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "week.json"
BANK = (
    rows.AdvisorRecord("A1", "Claire", "Morvan"),
    *(rows.ClientRecord(f"C{n}", last_name=f"Martin {n}", since="2010-01-01") for n in range(1, 4)),
    *(rows.AssignmentRecord(f"C{n}", "A1", "2015-01-01") for n in range(1, 4)),
    *(
        rows.TouchpointRecord(f"T{n}", f"C{n}", "A1", f"2024-0{n}-10", "branch")
        for n in range(1, 4)
    ),
)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with new_store_in(tmp_path) as store:
        pour(store, batches_of(*BANK), date(2026, 4, 23))
    return [*options_in(tmp_path), "week", "--advisor", "A1"]


def test_the_week_is_said_in_sentences(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(options) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Week of Monday 27 April 2026, Claire Morvan: 3 meetings for ")
    assert len(said) == 4


def test_the_week_is_edited_and_kept(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    edit = ["--without", "C2", "--at", "C1=2026-04-29T16:00", "--keep", "--json"]
    assert main([*options, *edit]) == 0
    told = json.loads(capsys.readouterr().out)
    description = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert Draft202012Validator(description).is_valid(told)
    by_client = {one["client"]: one for one in told["meetings"]}
    assert by_client.keys() == {"C1", "C3"}
    assert by_client["C1"]["start"] == "2026-04-29T16:00"
    assert all(one["appointment"] for one in told["meetings"])
    assert told["left"] == [{"client": "C2", "why": "taken_out"}]


@pytest.mark.parametrize(
    ("edit", "status", "sentence"),
    [
        (["--without", "C9"], 2, "C9 is not among those whom the plan of this week weighs."),
        (["--at", "C1"], 2, "“C1” is no client and time"),
        (["--at", "C1=noon"], 2, "“noon” is no date and time"),
        (["--form", "C1"], 2, "“C1” is no client and form"),
        (["--form", "C1=a_dance"], 2, "“a_dance” is no form that an appointment takes."),
        (["--at", "C1=2026-05-01T10:00", "--keep"], 1, "Nobody can be met on"),
    ],
)
def test_what_cannot_be_is_refused(
    options: list[str],
    capsys: pytest.CaptureFixture[str],
    edit: list[str],
    status: int,
    sentence: str,
) -> None:
    try:
        assert main([*options, *edit]) == status
    except SystemExit as stopped:
        assert stopped.code == status  # noqa: PT017 the parser itself stops
    assert sentence in capsys.readouterr().err
