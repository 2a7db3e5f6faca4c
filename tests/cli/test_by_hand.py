"""`project`, `commitment` and `hours`: each deed with its JSON by its schema, refusals in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advisor_app.cli.main import main

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def options(demonstrated: list[str]) -> list[str]:
    told = [*demonstrated, "--as", "A01"]
    assert main([*told, "client", "add", "--ref", "N1", "--last-name", "Doe"]) == 0
    return told


def answer(ask: Ask, name: str, *words: str) -> Any:
    found = json.loads(ask(name, *words, "--json"))
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(found)
    return found


def test_a_project_is_noted_changed_and_ended(ask: Ask) -> None:
    words = ("--code", "first_home", "--target", "2027-04", "--amount", "210000")
    made = answer(ask, "project", "add", "N1", *words, "--input", "income=2400")
    assert (made["new"], made["status"], made["target"]) == (True, "heard", "2027-04")
    assert made["inputs"] == {"income": "2400"}
    ref = made["ref"]
    told = ("--status", "open", "--stage", "2", "--next-step", "Papers", "--input", "income=")
    opened = answer(ask, "project", "edit", ref, *told)
    assert (opened["stage"], opened["next_step"], opened["inputs"]) == (2, "Papers", {})
    assert (opened["target"], opened["amount"]) == ("2027-04", "210000")
    emptied = answer(ask, "project", "edit", ref, "--clear", "target", "--clear", "amount")
    assert (emptied["target"], emptied["amount"], emptied["next_step"]) == (None, None, "Papers")
    ended = answer(ask, "project", "end", ref, "--status", "dropped")
    assert (ended["status"], ended["stage"]) == ("dropped", None)
    assert ref in ask("project", "edit", ref, "--note", "Later")
    assert ask("check")


def test_a_promise_is_noted_changed_kept_and_reopened(ask: Ask) -> None:
    made = answer(ask, "commitment", "add", "N1", "--what", "Send the table", "--due", "2026-05-01")
    assert (made["by"], made["due"], made["ending"]) == ("bank", "2026-05-01", None)
    ref = made["ref"]
    changed = answer(ask, "commitment", "edit", ref, "--by", "client", "--no-day")
    assert (changed["by"], changed["what"], changed["due"]) == ("client", "Send the table", None)
    assert answer(ask, "commitment", "keep", ref)["ending"] == "kept"
    assert answer(ask, "commitment", "reopen", ref)["ending"] is None
    assert answer(ask, "commitment", "drop", ref)["ending"] == "dropped"
    assert ref in ask("commitment", "reopen", ref)


def test_hours_and_capacity_are_kept_and_given_back(ask: Ask) -> None:
    before = answer(ask, "hours")
    spans = ("--span", "1=09:00-12:00", "--span", "1=14:00-17:00", "--span", "2=09:00-12:00")
    own = answer(ask, "hours", *spans, "--capacity", "12")
    assert (own["own"], own["capacity_week"]) == (True, 12)
    assert own["week"]["1"] == [
        {"from": "09:00", "until": "12:00"},
        {"from": "14:00", "until": "17:00"},
    ]
    assert "Monday  09:00-12:00  14:00-17:00" in ask("hours")
    back = answer(ask, "hours", "--as-branch", "--no-capacity")
    assert (back["own"], back["capacity_week"]) == (False, None)
    assert "No capacity is told." in ask("hours")
    assert before["advisor"] == back["advisor"]
    late = answer(ask, "hours", "--dated", "2027-08-03=17:00-20:00", "--of-branch")
    assert late["dated"] == [
        {
            "from": "2027-08-03",
            "until": "2027-08-03",
            "of_advisor": False,
            "hours": [{"from": "17:00", "until": "20:00"}],
        }
    ]
    assert "17:00-20:00" in ask(
        "hours", "--dated", "2027-08-02..2027-08-21=09:00-12:00,13:00-14:00"
    )
    assert answer(ask, "hours", "--dated", "2027-08-03", "--of-branch")["dated"] != late["dated"]


def test_days_away_are_kept_and_opened_again(ask: Ask) -> None:
    away = ("--away", "2026-07-01/2026-07-14", "--because", "Leave")
    told = answer(ask, "hours", *away)["away"]
    whole = {
        "from": "2026-07-01",
        "until": "2026-07-14",
        "reason": "Leave",
        "whole_branch": False,
        "substitute": None,
    }
    assert whole in told
    closed = answer(ask, "hours", "--closed", "2026-05-15")["away"]
    assert {"2026-05-15"} == {one["from"] for one in closed if one["whole_branch"]} - {
        one["from"] for one in told
    }
    assert "Leave" in ask("hours")
    again = answer(ask, "hours", "--open-again", "2026-07-01/2026-07-14")["away"]
    assert whole not in again
    assert ask("hours", "--open-again", "2026-07-01/2026-07-14", status=1).strip()


def test_rooms_come_change_and_go(ask: Ask) -> None:
    before = answer(ask, "hours")["rooms"]
    made = answer(ask, "hours", "--add-room", "Garden", "--seats", "4", "--step-free")["rooms"]
    (room,) = (one for one in made if one not in before)
    assert (room["name"], room["seats"], room["step_free"]) == ("Garden", 4, True)
    changed = answer(ask, "hours", "--change-room", room["ref"], "--name", "Court")["rooms"]
    assert {**room, "name": "Court"} in changed
    assert "Court" in ask("hours")
    assert answer(ask, "hours", "--remove-room", room["ref"])["rooms"] == before


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("project", "add", "NOBODY", "--code", "first_home"), 1, "NOBODY"),
        (("project", "add", "N1", "--code", "no_such"), 2, "no_such"),
        (
            ("project", "add", "N1", "--code", "first_home", "--target", "soon"),
            2,
            "soon is no date",
        ),
        (("project", "add", "N1", "--code", "first_home", "--amount", "nan"), 2, "not a number"),
        (("project", "add", "N1", "--code", "first_home", "--amount", "-1"), 2, ""),
        (("project", "add", "N1", "--code", "first_home", "--input", "x"), 2, "x is no input"),
        (("project", "edit", "NONE", "--note", "x"), 1, ""),
        (("project", "end", "NONE"), 1, ""),
        (("commitment", "add", "NOBODY", "--what", "x"), 1, "NOBODY"),
        (("commitment", "add", "N1", "--what", " "), 2, ""),
        (("commitment", "edit", "NONE", "--what", "x"), 1, "NONE"),
        (("commitment", "keep", "NONE"), 1, "NONE"),
        (("hours", "--span", "monday"), 2, "monday is no span"),
        (("hours", "--span", "8=09:00-10:00"), 2, "is no span"),
        (("hours", "--span", "1=10:00-09:00"), 1, "end before they begin"),
        (("hours", "--dated", "in August=09:00-12:00"), 2, "are no hours of some days"),
        (("hours", "--dated", "2027-08-02=12:00-09:00"), 1, "end before they begin"),
        (("hours", "--capacity", "61"), 1, ""),
        (("hours", "--away", "2026-07-14/2026-07-01"), 1, ""),
        (("hours", "--away", "July"), 2, "July is no day"),
        (("hours", "--change-room", "NONE", "--name", "x"), 1, "NONE"),
        (("hours", "--add-room", " "), 1, "Give the room a name"),
        (("project", "edit", "NONE", "--clear", "code"), 2, ""),
    ],
)
def test_what_cannot_be_is_said(ask: Ask, words: tuple[str, ...], status: int, told: str) -> None:
    said = ask(*words, status=status)
    assert said.strip()
    assert told in said
