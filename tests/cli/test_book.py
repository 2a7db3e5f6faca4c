"""`book` and `note` on the command line."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from advisor_app.cli.main import main

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
BOOK = ["book", "C1", "--start", "2026-04-28T10:00", "--minutes", "60"]


def obeys(schema: str, text: str) -> bool:
    description = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    return Draft202012Validator(description).is_valid(json.loads(text))


def test_booking_says_what_was_booked(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK]) == 0
    said = capsys.readouterr().out
    assert "28 April 2026, from 10:00 to 11:00. At the branch. Reference: RV" in said


def test_a_collision_is_refused_with_the_other_appointment(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK, "--json"]) == 0
    booked = capsys.readouterr().out
    assert obeys("appointment.json", booked)
    again = ["book", "C2", "--start", "2026-04-28T10:30", "--minutes", "30"]
    assert main([*options, *again]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Camille A1 has an appointment already on ")
    assert json.loads(booked)["ref"] in said
    assert "free again from 11:15" in said


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        (["--start", "2026-04-27T10:00"], 1, "There are no hours on"),
        (["--start", "2026-05-01T10:00"], 1, "it is a holiday (Labour Day)"),
        (["--start", "2026-04-28T08:00"], 1, "09:00 to 12:30, 14:00 to 18:00"),
        (["--start", "2026-04-22T10:00"], 1, "is over already"),
        (["--start", "2028-04-25T10:00"], 1, "up to"),
        (["--start", "2027-03-28T02:30"], 1, "does not exist"),
        (["--start", "2026-02-30T10:00"], 2, "is no date and time"),
        (["--start", "tomorrow"], 2, "is no date and time"),
        (["--minutes", "0"], 2, "cannot take 0 minutes"),
        (["--advisor", "A0"], 1, "no advisor"),
        (["--room", "R0"], 1, "no room R0"),
        (["--step-free"], 1, "no room without steps for 2 people"),
        (["--step-free", "--room", "R1"], 1, "Room R1 cannot be reached without steps"),
        (["--project", "works"], 1, "no heard or open project"),
        (["--place", "home"], 1, "not agreed to visits at home"),
    ],
)
def test_every_refusal_has_its_status_and_sentence(
    options: list[str],
    capsys: pytest.CaptureFixture[str],
    changed: list[str],
    status: int,
    words: str,
) -> None:
    assert main([*options, *BOOK, *changed]) == status
    assert words in capsys.readouterr().err


def test_a_suggestion_is_answered_once(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK, "--from-suggestion"]) == 0
    assert "Reference: RV" in capsys.readouterr().out
    again = ["book", "C1", "--start", "2026-04-28T15:00", "--minutes", "30", "--from-suggestion"]
    assert main([*options, *again]) == 1
    assert "no suggestion for the client C1 today" in capsys.readouterr().err


def test_an_unknown_client_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["book", "C0", "--start", "2026-04-28T10:00", "--minutes", "60"]
    assert main([*options, *command]) == 1
    assert "no client with the reference C0" in capsys.readouterr().err


def test_a_note_says_its_reference_and_its_cautions(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    note = ["note", "C1", "--channel", "branch", "--minutes", "30", "--text", "a crazy idea"]
    assert main([*options, *note]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("The contact was noted. Reference: TP")
    assert "“crazy”: a note does not judge." in said.err
    assert main([*options, *note, "--json"]) == 0
    assert obeys("note.json", capsys.readouterr().out)


def test_a_note_about_what_is_still_to_come_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    note = ["note", "C1", "--channel", "phone", "--at", "2026-05-04T10:00"]
    assert main([*options, *note]) == 1
    assert "still to come" in capsys.readouterr().err


def test_free_times_are_told_with_those_to_propose(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    slots = ["slots", "C1", "--minutes", "60", "--weeks", "2"]
    assert main([*options, *slots, "--json"]) == 0
    assert obeys("slots.json", capsys.readouterr().out)
    assert main([*options, *slots]) == 0
    said = capsys.readouterr().out
    assert "Friday 24 April 2026 at 10:30: the soonest." in said
    assert "Thursday 30 April 2026: 10:45 to 11:15; 15:00 to 17:15." in said
    assert "Friday 1 May 2026: holiday (Labour Day)." in said


def test_an_appointment_goes_from_a_proposal_to_a_follow_up_that_was_sent(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> str:
        assert main([*options, *words]) == 0
        return capsys.readouterr().out

    ref = json.loads(run(*BOOK, "--propose-until", "2026-04-27T18:00", "--json"))["ref"]
    assert run("confirm", ref) == f"Appointment {ref} is confirmed.\n"
    assert "29 April 2026, from 15:00 to 16:00" in run("move", ref, "--start", "2026-04-29T15:00")
    with_json = run("move", ref, "--start", "2026-04-23T14:00", "--json")
    assert obeys("appointment.json", with_json)
    assert json.loads(with_json)["sequence"] == 2
    assert main([*options, "outcome", ref, "--held"]) == 1
    assert "nobody can say yet" in capsys.readouterr().err


def test_a_colleague_is_brought_along_and_taken_off(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK, "--json"]) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    assert main([*options, "move", ref, "--colleague", "A2"]) == 0
    assert capsys.readouterr().out == f"A2 comes along to appointment {ref}.\n"
    assert main([*options, "move", ref, "--alone", "--json"]) == 0
    answer = capsys.readouterr().out
    assert obeys("appointment.json", answer)
    assert (json.loads(answer)["colleague"], json.loads(answer)["sequence"]) == (None, 2)
    assert main([*options, "move", ref, "--alone"]) == 0
    assert capsys.readouterr().out == f"Nobody comes along to appointment {ref}.\n"
    assert main([*options, "move", ref, "--colleague", "A9"]) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    "words", [["--alone", "--minutes", "30"], [], ["--alone", "--colleague", "A2"]]
)
def test_company_and_time_are_changed_one_after_the_other(
    options: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*options, "move", "RV1", *words])
    assert left.value.code == 2
    assert "--start" in capsys.readouterr().err


def test_giving_up_an_appointment_says_so(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK, "--json"]) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    assert main([*options, "cancel", ref, "--by", "client", "--because", "Malade"]) == 0
    assert capsys.readouterr().out == f"Appointment {ref} is cancelled; its time is free again.\n"
    assert main([*options, "move", ref, "--start", "2026-04-29T15:00"]) == 1
    assert "was cancelled: book another one" in capsys.readouterr().err


def test_a_calendar_is_saved_whole_or_for_one_appointment(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, *BOOK, "--json"]) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    whole, one = tmp_path / "whole.ics", tmp_path / "one.ics"
    assert main([*options, "ics", "--advisor", "A1", "--out", str(whole)]) == 0
    assert main([*options, "ics", "--appointment", ref, "--out", str(one)]) == 0
    assert whole.read_bytes().count(b"BEGIN:VEVENT") == one.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert main([*options, "ics", "--advisor", "A9", "--out", str(whole)]) == 1
    assert "reference A9" in capsys.readouterr().err


def test_a_week_beyond_the_capacity_is_booked_and_told(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--as", "A1", "hours", "--capacity", "1"]) == 0
    assert main([*options, *BOOK]) == 0
    assert capsys.readouterr().err == ""
    again = ["book", "C2", "--start", "2026-04-29T10:00", "--minutes", "60", "--json"]
    assert main([*options, *again]) == 0
    said = capsys.readouterr()
    assert obeys("appointment.json", said.out)
    assert "now holds 2 appointments, and 1 can be held well" in said.err


def test_a_series_shows_what_does_not_fit_and_books_nothing(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    series = ["book", "C1", "--start", "2026-04-24T10:00", "--minutes", "60", "--every", "1w"]
    series += ["--times", "3"]
    assert main([*options, *series]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("at 10:00: it fits.")
    assert "does not fit. Nobody can be met on Friday 1 May 2026" in said[1]
    assert said[3] == "Nothing was booked."
    assert main([*options, *series, "--fitting", "--json"]) == 0
    told = capsys.readouterr().out
    assert obeys("series.json", told)
    assert [bool(one["appointment"]) for one in json.loads(told)["dates"]] == [True, False, False]
    assert main([*options, *BOOK, "--every", "1w", "--check"]) == 0
    assert "Nothing was booked." in capsys.readouterr().out


def test_a_series_says_what_it_makes_too_full(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--as", "A1", "hours", "--capacity", "1"]) == 0
    assert main([*options, "book", "C2", "--start", "2026-04-29T14:00", "--minutes", "30"]) == 0
    capsys.readouterr()
    series = [*BOOK, "--every", "1w", "--times", "2"]
    assert main([*options, *series, "--check"]) == 0
    first, second, _nothing = capsys.readouterr().out.splitlines()
    full = "That makes 2 appointments that week, and 1 can be held well."
    assert first.endswith(f"at 10:00: it fits. {full}")
    assert second.endswith("at 10:00: it fits.")
    assert main([*options, *series, "--json"]) == 0
    told = capsys.readouterr().out
    assert obeys("series.json", told)
    assert [one["too_full"] for one in json.loads(told)["dates"]] == [full, None]
    assert all(one["appointment"] for one in json.loads(told)["dates"])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (["--every", "often"], "“often” is no rhythm: write it as 6m, 1w or 10d."),
        (["--every", "1w", "--times", "40"], "A series cannot have 40 dates: it has from 2 to 26."),
    ],
)
def test_what_is_no_series_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str], wrong: list[str], sentence: str
) -> None:
    assert main([*options, *BOOK, *wrong]) == 2
    assert capsys.readouterr().err.strip() == sentence


def test_hours_say_which_booked_meetings_no_longer_fit(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*words: str) -> dict[str, Any]:
        assert main([*options, "--as", "A1", *words, "--json"]) == 0
        return cast("dict[str, Any]", json.loads(capsys.readouterr().out))

    ref = told("book", "C1", "--start", "2026-04-28T15:00", "--minutes", "60")["ref"]
    assert told("hours")["outside"] == []
    changed = told("hours", "--span", "2=09:00-12:00")
    assert obeys("hours.json", json.dumps(changed))
    assert changed["outside"] == [
        {
            "appointment": ref,
            "advisor": "Camille A1",
            "start": "2026-04-28T15:00",
            "end": "2026-04-28T16:00",
            "why": "The hours of that day are 09:00 to 12:00.",
        }
    ]
    assert main([*options, "--as", "A1", "hours"]) == 0
    assert f"{ref}  Tuesday 28 April 2026, 15:00 to 16:00" in capsys.readouterr().err
    assert told("hours", "--as-branch")["outside"] == []
