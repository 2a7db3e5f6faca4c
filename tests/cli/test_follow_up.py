"""The day after: a draft in the client's language from what was kept, and saying that it left."""

import json
from pathlib import Path

import pytest
from command_line import let_live_at, options_in, small_branch_in
from small_branch import NOW, add_project
from sqlalchemy import update

from advisor_app.cli.main import main
from advisor_app.storage.schema.clients import client

LATER = NOW.replace(day=28, hour=18, tzinfo=None)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with small_branch_in(tmp_path) as transaction:
        transaction.execute(update(client).values(language="en"))
        add_project(transaction, "C1", "P1", "first_home", "open")
        add_project(transaction, "C1", "P2", "bereavement", "open")
    return [*options_in(tmp_path), "--lang=fr"]


def meeting(options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> str:
    book = ["book", "C1", "--start", "2026-04-28T10:00", "--minutes", "60", "--json"]
    assert main([*options, *book]) == 0
    let_live_at(tmp_path, LATER)
    return str(json.loads(capsys.readouterr().out)["ref"])


def held(options: list[str], ref: str, project: str) -> None:
    told = [
        f"--project={project}=figures",
        f"--target={project}=2026-09",
        "--we-promise=2026-05-05: Ask for the study",
        "--client-promises=Bring three pay slips",
        "--next=2026-06-02",
        "--text=Louise is teething.",
    ]
    assert main([*options, "outcome", ref, "--held", *told]) == 0


def test_the_draft_says_what_was_kept_and_no_word_of_the_note(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ref = meeting(options, capsys, tmp_path)
    held(options, ref, "P1")
    capsys.readouterr()
    assert main([*options, "follow-up", ref, "--draft"]) == 0
    text = capsys.readouterr().out
    for part in (
        "Following our meeting of Tuesday 28 April 2026",
        "September 2026",
        "Put it in figures",
        "Ask for the study (by Tuesday 5 May 2026)",
        "Bring three pay slips",
        "Tuesday 2 June 2026",
        "Camille A1",
    ):
        assert part in text
    assert "teething" not in text


def test_grief_is_not_named(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ref = meeting(options, capsys, tmp_path)
    held(options, ref, "P2")
    capsys.readouterr()
    assert main([*options, "follow-up", ref, "--draft", "--json"]) == 0
    text = json.loads(capsys.readouterr().out)["text"]
    assert "September 2026" not in text
    assert "Bring three pay slips" in text


def test_the_letter_is_saved_and_the_follow_up_marked(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ref = meeting(options, capsys, tmp_path)
    held(options, ref, "P1")
    out = tmp_path / "summary.pdf"
    assert main([*options, "print", "summary", "--appointment", ref, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert main([*options, "--lang=en", "follow-up", ref]) == 0
    assert capsys.readouterr().out == f"The summary of the appointment {ref} is marked as sent.\n"


def test_without_an_outcome_there_is_nothing_to_sum_up(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ref = meeting(options, capsys, tmp_path)
    assert main([*options, "--lang=en", "follow-up", ref, "--draft"]) == 1
    assert "tell its outcome first" in capsys.readouterr().err
