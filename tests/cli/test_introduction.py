"""`introduction`: announced by hand, presented with the former advisor, then acquainted."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command_line import kept_store_in, options_in, small_branch_in
from jsonschema import Draft202012Validator
from small_branch import BRANCH, add_client, key
from sqlalchemy import insert, update

from advisor_app.cli.main import main
from advisor_app.domain.keys import new_key
from advisor_app.storage import facts
from advisor_app.storage.schema.clients import assignment
from advisor_app.storage.schema.contacts import further_advisor, touchpoint

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "introduction.json"


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """C1 has been served by A1 since February, before by A2; nobody serves C9."""
    with small_branch_in(tmp_path) as transaction:
        add_client(transaction, "C9", None)
        add_client(transaction, "C4", "A2")
        transaction.execute(update(assignment).values(from_day=date(2026, 2, 1)))
        row = {"id": new_key(), "branch_id": BRANCH.key, "client_id": key("C1")}
        spell = {"from_day": date(2020, 1, 1), "until_day": date(2026, 1, 31)}
        transaction.execute(insert(assignment).values(**row, **spell, advisor_id=key("A2")))
    return options_in(tmp_path)


def told(options: list[str], capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    assert main([*options, "introduction", "C1", *more, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert Draft202012Validator(json.loads(SCHEMA.read_text())).is_valid(answer)
    assert isinstance(answer, dict)
    return answer


def meet(tmp_path: Path, on: date, *others: str, by: str = "A1") -> None:
    """Write a meeting of C1 with one advisor, and with others of the bank."""
    with kept_store_in(tmp_path) as store, store.writing() as transaction:
        row = {"id": new_key(), "branch_id": BRANCH.key, "client_id": key("C1")}
        kind = {"channel": "branch", "nature": "conversation", "direction": "out"}
        transaction.execute(
            insert(touchpoint).values(**row, **kind, ref=f"T{on}", advisor_id=key(by), on_day=on)
        )
        for other in others:
            transaction.execute(
                insert(further_advisor).values(touchpoint_id=row["id"], advisor_id=key(other))
            )
        facts.recompute(transaction, None)


def test_it_goes_from_step_to_step_with_its_days(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = told(options, capsys)
    assert (first["step"], first["former"], first["three_way_first"]) == ("unannounced", "A2", True)
    second = told(options, capsys, "--announced", "letter", "--on", "2026-03-02")
    assert (second["step"], second["told_on"]) == ("announced", "2026-03-02")
    meet(tmp_path, date(2026, 3, 10), "A2")
    third = told(options, capsys)
    assert (third["step"], third["presented_on"]) == ("presented", "2026-03-10")
    assert third["three_way_first"] is False
    meet(tmp_path, date(2026, 4, 8))
    last = told(options, capsys)
    assert (last["step"], last["acquainted_on"]) == ("acquainted", "2026-04-08")


def test_it_is_said_in_words(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, "introduction", "C1"]) == 0
    said = capsys.readouterr().out
    assert "Not announced" in said
    assert "Camille A2" in said


def test_whom_nobody_serves_has_no_introduction(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "introduction", "C9"]) == 1
    assert "no change of advisor to announce" in capsys.readouterr().err


def test_a_meeting_of_three_is_offered_first_at_a_time_that_both_advisors_have(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    meet(tmp_path, date(2024, 5, 14), by="A2")

    def answer(*words: str) -> Any:
        assert main([*options, "--as=A1", *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    first = next(one for one in answer("suggest")["suggestions"] if one["client"] == "C1")
    assert (first["subject"], first["ritual"]) == ("get_acquainted", "joint_intro")
    found = answer("slots", "C1", "--from-suggestion")
    assert found["advisors"] == ["A1", "A2"]
    offered = found["offers"][0]["start"]
    taken = answer("book", "C3", "--advisor=A2", "--minutes=45", "--start", offered[:16])
    assert taken["advisor"] == "A2"
    again = answer("slots", "C1", "--from-suggestion")
    assert offered not in [start for day in again["days"] for start in day["starts"]]
    assert offered in [
        start
        for day in answer("slots", "C1", "--minutes=45", "--advisor=A1")["days"]
        for start in day["starts"]
    ]
