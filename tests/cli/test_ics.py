"""`ics` inwards on the command line."""

import json
from pathlib import Path

import pytest
from command_line import options_in, small_branch_in
from jsonschema import Draft202012Validator
from small_branch import key
from sqlalchemy import update

from advisor_app.cli.main import main
from advisor_app.storage.schema.clients import client

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "ics.json"
OWN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1@x
DTSTAMP:20260101T000000Z
DTSTART:20260428T080000Z
DTEND:20260428T090000Z
SUMMARY:Dentist
END:VEVENT
BEGIN:VEVENT
UID:2@x
DTSTAMP:20260101T000000Z
DTSTART:20260414T080000Z
DTEND:20260414T090000Z
ATTENDEE:mailto:anne@courrier.example
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with small_branch_in(tmp_path) as transaction:
        its = update(client).where(client.c.id == key("C1"))
        transaction.execute(its.values(email="anne@courrier.example"))
    return [*options_in(tmp_path), "--as", "A1", "ics"]


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.ics"
    path.write_text(OWN)
    return str(path)


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(answer)
    return answer


def test_a_calendar_is_read_and_its_meetings_answered(
    options: list[str], own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--in", own, "--meetings", "--json"]) == 0
    kept = told(capsys)
    assert (kept["name"], kept["events"], kept["busy"]) == ("own.ics", 2, 1)
    (meeting,) = kept["meetings"]  # type: ignore[misc]  # the schema says that it is a list
    assert meeting["client"] == "C1"

    assert main([*options, "--waiting", "--json"]) == 0
    assert told(capsys)["meetings"] == [meeting]
    assert main([*options, "--confirm", meeting["ref"], "--json"]) == 0
    assert told(capsys)["confirmed"] == meeting["ref"]
    assert main([*options, "--dismiss", meeting["ref"]]) == 1
    assert "waits for an answer" in capsys.readouterr().err
    assert main([*options, "--sources", "--json"]) == 0
    assert [one["to_come"] for one in told(capsys)["sources"]] == [1]  # type: ignore[attr-defined, index]  # the schema says so
    assert main([*options, "--forget", "own.ics", "--json"]) == 0
    assert told(capsys) == {"forgotten": "own.ics"}


def test_it_is_said_in_sentences(
    options: list[str], own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--in", own, "--meetings", "--name", "Mine"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Mine: 2 entries were read; when you are busy is kept, not why.\n")
    assert "with Anne C1" in said
    assert "Dentist" not in said
    assert main([*options, "--sources"]) == 0
    assert "Mine: read on " in capsys.readouterr().out
    assert main([*options, "--waiting"]) == 0
    assert "60 minutes" in capsys.readouterr().out
    assert main([*options, "--forget", "Mine"]) == 0
    assert "no longer kept" in capsys.readouterr().out


def test_a_folder_tells_which_files_were_refused(
    options: list[str], own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "calendars"
    folder.mkdir()
    Path(own).rename(folder / "own.ics")
    (folder / "other.ics").write_text("nothing")
    assert main([*options, "--in", str(folder), "--json"]) == 0
    kept = told(capsys)
    assert kept["files"] == 1
    assert [one["why"] for one in kept["refused"]] == ["not_a_calendar"]  # type: ignore[attr-defined, index]  # the schema says so


def test_what_cannot_be_read_is_refused_and_changes_nothing(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.ics").write_text("nothing")
    assert main([*options, "--in", str(tmp_path / "bad.ics")]) == 2
    assert capsys.readouterr().err == (
        "bad.ics is not a calendar that can be read. Nothing was changed.\n"
    )
    assert main([*options, "--in", str(tmp_path / "nowhere")]) == 2
    assert "There is no file or folder nowhere." in capsys.readouterr().err
    assert main([*options, "--sources"]) == 0
    assert capsys.readouterr().out == "No calendar was read yet.\n"


def test_saving_needs_a_place_and_answers_as_json(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main([*options, "--advisor", "A1"])
    assert refused.value.code == 2
    assert "--out is needed" in capsys.readouterr().err
    out = str(tmp_path / "out.ics")
    assert main([*options, "--advisor", "A1", "--out", out, "--json"]) == 0
    assert told(capsys) == {"path": out, "appointments": 0}


def test_a_mail_draft_holds_the_letter_and_sends_nothing(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = options[:-1]
    book = ["book", "C1", "--start", "2026-04-28T10:00", "--minutes", "60", "--json"]
    assert main([*before, *book]) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    letter, out = tmp_path / "letter.pdf", tmp_path / "draft.eml"
    letter.write_bytes(b"%PDF-1.7")
    draft = [*options, "--appointment", ref, "--out", str(out)]
    assert main([*draft, "--letter", str(letter)]) == 0
    text = out.read_text()
    assert "X-Unsent: 1" in text
    assert "Your appointment is on Tuesday 28 April 2026 at 10:00." in text
    assert "text/calendar" in text
    assert 'filename="letter.pdf"' in text
    assert main([*draft, "--letter", str(tmp_path / "nowhere.pdf")]) == 2
    assert "There is no file or folder nowhere.pdf." in capsys.readouterr().err
