"""`suggest` and `why`: text, JSON by its schema, refusals in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import new_store_in, options_in
from jsonschema import Draft202012Validator
from paper.reading import read
from poured import pour
from small_branch import NOW

from advisor_app.cli.main import main
from advisor_app.demo.portfolio import demonstration

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("suggest")
    with new_store_in(folder) as store:
        pour(store, demonstration(120), NOW.date())
    return options_in(folder)


def answer(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    assert main([*command, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def check(found: Any, schema: str) -> None:
    described = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(described)
    assert [error.message for error in Draft202012Validator(described).iter_errors(found)] == []


def test_the_list_obeys_its_schema(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, *options, "--lang=en", "suggest", "--advisor", "A01")
    check(found, "suggest.schema.json")
    assert len(found["suggestions"]) == 5
    assert found["valid"] > 5
    clients = [one["client"] for one in found["suggestions"]]
    assert len(set(clients)) == 5


def test_why_obeys_its_schema_for_whoever_is_asked_about(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(1, 121, 7):
        found = answer(capsys, *options, "--lang=en", "why", f"C{number:06}")
        check(found, "why.schema.json")
        assert found["place"] or found["kept_back"]


def test_the_same_seed_gives_the_same_answer(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    command = [*options, "--lang=fr", "suggest", "--advisor", "A01", "--seed", "3"]
    assert answer(capsys, *command) == answer(capsys, *command)


def test_the_list_reads_as_text(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, "--lang=en", "suggest", "--advisor", "A01", "--limit", "3"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("1. ")
    assert "other suggestions" in printed
    assert "{" not in printed


def test_why_reads_as_text(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, "--lang=en", "why", "C000003"]) == 0
    assert "{" not in capsys.readouterr().out


def test_a_sheet_without_an_appointment_is_about_the_best_suggestion(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = answer(capsys, *options, "--lang=en", "suggest", "--advisor", "A01", "--limit", "1")
    (suggestion,) = first["suggestions"]
    target = tmp_path / "sheet.pdf"
    command = ["brief", "--client", suggestion["client"], "--out", str(target)]
    assert main([*options, "--lang=en", *command]) == 0
    printed = " ".join(" ".join(read(target.read_bytes()).pages).split())
    assert suggestion["sentence"].split(".")[0] in printed


@pytest.mark.parametrize("command", [["suggest", "--advisor", "A99"], ["why", "C999999"]])
def test_an_unknown_reference_is_refused(
    options: list[str], command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--lang=en", *command]) == 1
    assert "reference" in capsys.readouterr().err
