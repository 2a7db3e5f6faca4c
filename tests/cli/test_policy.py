"""`policy`: text, JSON by its schema, refusals in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"
Ask = Callable[..., Any]
SCHEMA = json.loads((SCHEMAS / "policy.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def options(demonstrated: list[str]) -> list[str]:
    return [*demonstrated, "policy"]


def rules(tmp_path: Path, text: str, name: str = "rules.toml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def check(answer: str, part: str) -> Any:
    found = json.loads(answer)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator({**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{part}"}]}).validate(found)
    return found


def test_rules_are_shown_compared_applied_and_taken_back(ask: Ask, tmp_path: Path) -> None:
    shown = check(ask("show", "--json"), "shown")
    assert shown["policy"] == "standard"
    assert "All segments: 18 months" in ask("show")
    compared = check(ask("compare", "standard", "reseau", "--json"), "compared")
    assert {"segment": "mass", "threshold": "met_months", "before": 12, "after": 24} in compared[
        "differences"
    ]
    file = rules(tmp_path, "[all]\nonline_only_months = 24\n")
    dry = check(ask("apply", file, "--dry-run", "--json"), "compared")
    assert dry["version"] is None
    assert "Version 1 is in force." in ask("apply", file, "--reason", "Longer")
    assert "Longer" in ask("show")
    back = check(ask("revert", "0", "--reason", "Back", "--json"), "compared")
    assert (back["before"], back["after"], back["version"]) == ("v1", "v2", 2)
    versions = check(ask("show", "v1", "--json"), "shown")["versions"]
    assert [one["restores"] for one in versions] == [0, None]


def test_what_show_prints_can_be_applied_again(ask: Ask, tmp_path: Path) -> None:
    shown = check(ask("show", "reseau", "--json"), "shown")
    file = rules(tmp_path, json.dumps(shown["file"]), "rules.json")
    compared = check(ask("apply", file, "--dry-run", "--json"), "compared")
    told = check(ask("compare", "present", "reseau", "--json"), "compared")
    assert compared["differences"] == told["differences"]
    assert compared["flags"] == told["flags"]


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("[all]\nmet_months = 3", 1, "Say why, in a few words"),
        ('reason = "x"\n[all]\nmet_months = 121', 1, "is not between 1 and"),
        ('reason = "x"\n[all]\nmet_months = 24', 1, "The first must not be longer"),
        ('reason = "x"\n[all]\n', 1, "in force already"),
        ("[all", 2, "rules.toml"),
        ("[every]", 2, "every"),
        ("", 1, "Say why"),
        ("x" * 70_000, 2, "rules.toml"),
    ],
)
def test_each_bad_file_is_refused_in_words(
    ask: Ask, tmp_path: Path, text: str, status: int, said: str
) -> None:
    assert said in ask("apply", rules(tmp_path, text), status=status)


def test_a_missing_or_deep_file_is_refused(ask: Ask, tmp_path: Path) -> None:
    assert "cannot be understood" in ask("apply", str(tmp_path / "none.toml"), status=2)
    deep = rules(tmp_path, "[" * 30_000, "deep.json")
    assert "cannot be understood" in ask("apply", deep, status=2)
    listed = rules(tmp_path, "[]", "list.json")
    assert "cannot be understood" in ask("apply", listed, status=2)


def test_unknown_versions_are_refused(ask: Ask) -> None:
    assert "no policy named v77" in ask("show", "v77", status=1)
    assert "no policy named v77" in ask("revert", "77", "--reason", "x", status=1)
