"""The letters say the same in every language, and the words of the trade stand once."""

import re

import pytest

from advisor_app.domain.codes import Language
from advisor_app.playbooks.tables import read_csv, read_toml

FIELD = re.compile(r"\{([^{}]*)\}")
LETTERS = ("appointment", "handover", "invitation", "summary", "condolence")


def fields(text: str) -> list[str]:
    return sorted(set(FIELD.findall(text)))


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_has_the_same_fields_in_every_language(letter: str) -> None:
    versions = read_toml("letters.toml")[letter]
    french = fields(versions["fr"]["subject"] + versions["fr"]["body"])
    assert {"greeting", "closing", "advisor_name"} <= set(french)
    for language in Language:
        assert fields(versions[language]["subject"] + versions[language]["body"]) == french


def test_the_reminder_names_no_subject_and_has_the_same_fields_in_every_language() -> None:
    reminder = read_toml("letters.toml")["reminder"]
    expected = ["advisor_name", "date_short", "phone", "place_name", "start", "weekday"]
    assert {language: fields(reminder[language]) for language in Language} == dict.fromkeys(
        Language, expected
    )


@pytest.mark.parametrize("table", ["glossary.csv", "kpis.toml"])
def test_each_code_stands_once(table: str) -> None:
    rows = read_csv(table) if table.endswith(".csv") else read_toml(table)["kpi"]
    codes = [row["id"] for row in rows]
    assert len(codes) == len(set(codes))
