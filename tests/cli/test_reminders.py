"""`reminders`: by call or on paper, by consent; done once; again when the meeting moves."""

import json
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from command_line import kept_store_in, options_in, small_branch_in
from jsonschema import Draft202012Validator
from small_branch import BRANCH, NOW, add_client, add_consent, key, settle
from sqlalchemy import update

from advisor_app.cli.main import main
from advisor_app.domain.day_before import NoReminder
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.day_before import DaysBefore
from advisor_app.services.desk import Desk
from advisor_app.storage.schema.clients import client
from advisor_app.storage.store import Store
from advisor_app.storage.trail import read_entries

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "reminders.json"
FRIDAY = "2026-04-24"


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """C1 agreed to calls, C2 refused them, C3 refused letters too; all of A1's, who works here."""
    with small_branch_in(tmp_path) as transaction:
        add_client(transaction, "C9", "A1")
        transaction.execute(update(client).values(mobile="+33600000000"))
        for name, use, given in (
            ("C1", "phone", True),
            ("C2", "phone", False),
            ("C3", "phone", False),
            ("C3", "letter", False),
        ):
            add_consent(transaction, name, use, date(2026, 1, 5), given=given)
    return [*options_in(tmp_path), "--as=A1"]


def book(options: list[str], name: str, start: str, *more: str) -> str:
    """Book half an hour; the reference."""
    said = StringIO()
    with redirect_stdout(said):
        words = ["book", name, "--start", start, "--minutes", "30", *more, "--json"]
        assert main([*options, *words]) == 0
    return str(json.loads(said.getvalue())["ref"])


def told(options: list[str], capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*options, "reminders", *more, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert Draft202012Validator(json.loads(SCHEMA.read_text())).is_valid(answer)
    assert isinstance(answer, dict)
    return answer


def ways(answer: dict[str, Any]) -> dict[str, str]:
    return {one["clients"][0]: one["way"] for one in answer["reminders"]}


def test_each_is_reminded_as_he_agreed(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    book(options, "C1", f"{FRIDAY}T10:00")
    book(options, "C2", f"{FRIDAY}T11:00")
    book(options, "C3", f"{FRIDAY}T14:30")
    book(options, "C9", f"{FRIDAY}T16:00", "--place", "phone")
    answer = told(options, capsys)
    assert ways(answer) == {"C1": "call", "C2": "print", "C3": "none"}
    assert (answer["day"], answer["until"]) == ("2026-04-23", FRIDAY)
    assert answer["call_hours"][0] == {"from": "10:00", "until": "13:00"}
    assert told(options, capsys, "--day", "2026-04-22")["reminders"] == []


def test_a_wish_stands_for_the_consent_or_against_any_reminder(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    book(options, "C9", f"{FRIDAY}T10:00", "--reminder", "call")
    book(options, "C1", f"{FRIDAY}T11:00", "--reminder", "none")
    assert ways(told(options, capsys)) == {"C9": "call"}


def test_what_is_done_leaves_the_list_and_comes_back_when_it_moves(
    options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ref = book(options, "C1", f"{FRIDAY}T10:00")
    answer = told(options, capsys, "--done", ref)
    assert (answer["reminders"], answer["done"]) == ([], 1)
    with kept_store_in(tmp_path) as store, store.reading() as transaction:
        deed = read_entries(transaction, key("C1"), 1)[0]
    assert (deed.action, deed.subject, deed.client) == ("appointment reminded", ref, key("C1"))
    assert main([*options, "move", ref, "--start", f"{FRIDAY}T15:00"]) == 0
    assert ways(told(options, capsys)) == {"C1": "call"}


def test_what_was_done_is_taken_back(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ref = book(options, "C1", f"{FRIDAY}T10:00")
    assert told(options, capsys, "--done", ref)["reminders"] == []
    answer = told(options, capsys, "--undone", ref)
    assert (ways(answer), answer["done"]) == ({"C1": "call"}, 0)
    assert main([*options, "reminders", "--undone", ref]) == 1
    assert "there is nothing to take back" in capsys.readouterr().err
    assert main([*options, "reminders", "--undone", "RV-NONE"]) == 1
    assert "RV-NONE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("zone", "clock", "to_come"),
    [("America/Guadeloupe", "10:00", True), ("Indian/Reunion", "11:30", False)],
)
def test_what_is_over_is_told_by_the_branchs_clock(
    store: Store, zone: str, clock: str, *, to_come: bool
) -> None:
    morning = NOW.replace(hour=5)
    with store.writing() as transaction:
        settle(transaction, replace(BRANCH, zone=zone))
        add_consent(transaction, "C1", "phone", date(2026, 1, 5), given=True)
        transaction.execute(update(client).values(mobile="+33600000000"))
    start = datetime.fromisoformat(f"2026-04-23T{clock}")
    booked = Appointments(Desk(store, lambda: morning)).book(BookingOrder(("C1",), start, 30))
    days = DaysBefore(Desk(store, lambda: NOW))
    if to_come:
        assert days.done(booked.ref)
    else:
        with pytest.raises(NoReminder):
            days.done(booked.ref)


def test_it_is_said_in_words(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    book(options, "C1", f"{FRIDAY}T10:00")
    capsys.readouterr()
    assert main([*options, "reminders"]) == 0
    said = capsys.readouterr().out
    assert "1 reminder to give" in said
    assert "Call Anne C1 on +33600000000" in said
    assert main([*options, "reminders", "--day", "2026-04-25"]) == 0
    assert "Nobody is to be reminded" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["C3", "RV-NONE"])
def test_nobody_is_reminded_against_his_will_or_of_what_is_unknown(
    options: list[str], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    ref = book(options, name, f"{FRIDAY}T10:00") if name == "C3" else name
    assert main([*options, "reminders", "--done", ref]) == 1
    said = capsys.readouterr().err
    assert "Nobody is to be reminded" in said or "no appointment" in said


def test_the_paper_says_when_and_nothing_of_what(options: list[str], tmp_path: Path) -> None:
    ref = book(options, "C2", f"{FRIDAY}T10:00")
    paper = tmp_path / "reminder.pdf"
    words = ["print", "reminder", "--appointment", ref, "--out", str(paper)]
    assert main([*options, *words]) == 0
    assert paper.read_bytes().startswith(b"%PDF")
    refused = book(options, "C3", f"{FRIDAY}T14:30")
    words = ["print", "reminder", "--appointment", refused, "--out", str(paper)]
    assert main([*options, *words]) == 1
