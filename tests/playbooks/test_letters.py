"""The letters say the same in every language, and the words of the trade stand once."""

import re

import pytest

from advisor_app.domain.codes import Language
from advisor_app.playbooks.tables import read_csv, read_toml

FIELD = re.compile(r"\{([^{}]*)\}")
LETTERS = ("appointment", "handover", "invitation", "summary", "condolence")
OWN_LETTERS = ("proposal", "missed", "late_introduction", "reminder", "day_invitation")


def fields(text: str) -> list[str]:
    return sorted(set(FIELD.findall(text)))


@pytest.mark.parametrize("letter", LETTERS + OWN_LETTERS)
def test_a_letter_has_the_same_fields_in_every_language(letter: str) -> None:
    table = "letters.toml" if letter in LETTERS else "letter_words.toml"
    versions = read_toml(table)[letter]
    french = fields(versions["fr"]["subject"] + versions["fr"]["body"])
    assert {"greeting", "closing", "advisor_name"} <= set(french)
    for language in Language:
        assert fields(versions[language]["subject"] + versions[language]["body"]) == french


def test_the_letters_own_words_have_the_same_fields_but_for_names_that_french_leaves_out() -> None:
    for group, codes in read_toml("letter_words.toml").items():
        if group in {*OWN_LETTERS, "greeting"}:
            continue
        for texts in codes.values():
            assert len({tuple(fields(text)) for text in texts.values()}) == 1, texts


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
