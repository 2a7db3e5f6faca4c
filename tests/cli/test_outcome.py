"""`outcome` on the command line: every option, what is refused, and the answer as JSON."""

import json
from pathlib import Path

import pytest
from command_line import let_live_at, options_in, small_branch_in
from jsonschema import Draft202012Validator
from small_branch import NOW, add_project

from advisor_app.cli.main import main

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "outcome.json"
LATER = NOW.replace(day=28, hour=18, tzinfo=None)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with small_branch_in(tmp_path) as transaction:
        add_project(transaction, "C1", "P1", "first_home", "open")
    return options_in(tmp_path)


@pytest.fixture
def ref(options: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> str:
    """An appointment that is over."""
    book = ["book", "C1|C2", "--start", "2026-04-28T10:00", "--minutes", "60", "--json"]
    assert main([*options, *book]) == 0
    found = str(json.loads(capsys.readouterr().out)["ref"])
    let_live_at(tmp_path, LATER)
    return found


WHOLE = (
    "--held",
    "--minutes=50",
    "--present=C1",
    "--text=They visited a house.",
    "--project=P1=papers",
    "--amount=first_home=279000",
    "--target=P1=2026-09",
    "--we-promise=2026-05-05: Ask for the study",
    "--client-promises=Bring three pay slips",
    "--consent=email=yes",
    "--consent=C2:sms=no",
    "--next=2026-06-02",
    "--remember=Louise is teething",
    "--with=A2",
)


def test_everything_can_be_told(
    options: list[str], ref: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = [one for one in WHOLE if not one.startswith("--amount")]
    assert main([*options, "outcome", ref, *wanted, "--amount=P1=279000", "--json"]) == 0
    said = capsys.readouterr().out
    assert Draft202012Validator(json.loads(SCHEMA.read_text())).is_valid(json.loads(said))
    answer = json.loads(said)
    assert (answer["status"], answer["kept"], len(answer["promises"])) == ("held", True, 2)
    (moved,) = answer["projects"]
    assert (moved["stage"], moved["amount"], moved["target"]) == (3, "279000", "2026-09")
    assert answer["consents"] == [
        {"client": "C1", "use": "email", "given": True},
        {"client": "C2", "use": "sms", "given": False},
    ]
    assert answer["follow_up_due"] == "2026-04-30T11:00"


def test_a_preview_keeps_nothing(
    options: list[str], ref: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "outcome", ref, "--held", "--preview", "--json"]) == 0
    said = capsys.readouterr().out
    assert Draft202012Validator(json.loads(SCHEMA.read_text())).is_valid(json.loads(said))
    assert json.loads(said)["kept"] is False
    assert main([*options, "outcome", ref, "--missed"]) == 0
    assert f"Appointment {ref} was missed." in capsys.readouterr().out


def test_it_says_what_changes(
    options: list[str], ref: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "outcome", ref, "--held", "--text=Il a un cancer."]) == 0
    told = capsys.readouterr()
    assert f"Appointment {ref} took place." in told.out
    assert "No longer without any contact — Last meeting: Tuesday 28 April 2026" in told.out
    assert "1 step in your list" in told.out
    assert "cancer" in told.err


@pytest.mark.parametrize(
    ("wrong", "status", "words"),
    [
        (["--missed", "--project=P1=papers"], 2, "belongs to a meeting that took place"),
        (["--held", "--next=2026-04-28"], 2, "that day is not ahead"),
        (["--held", "--project=P1=soon"], 2, "soon is no step of a project"),
        (["--held", "--project=papers"], 2, "lacks its two sides"),
        (["--held", "--amount=P1=much"], 2, "much is no amount"),
        (["--held", "--amount=P1=NaN"], 2, "NaN is no amount"),
        (["--held", "--target=P1=soon"], 2, "soon is no date"),
        (["--held", "--target=P1=1500"], 2, "is not between"),
        (["--held", "--consent=email=perhaps"], 2, "is no consent"),
        (["--held", "--we-promise=2026-02-30: x"], 2, "is no day"),
        (["--held", "--with=A0"], 1, "no advisor"),
        ([], 2, "One of these must be given"),
        (["--held", "--missed"], 2, "cannot be given together"),
    ],
)
def test_what_is_wrong_is_refused_in_a_sentence(
    options: list[str],
    ref: str,
    wrong: list[str],
    status: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        code: int | str | None = main([*options, "outcome", ref, *wrong])
    except SystemExit as stop:
        code = stop.code
    told = capsys.readouterr().err
    assert (code, words in told) == (status, True), told
