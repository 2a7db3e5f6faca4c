"""What is said of how to use the program, and of wrong usage, in the language asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app.cli.main import main, opens_the_window
from advisor_app.cli.parser import language_asked_for
from advisor_app.domain.codes import Language

ROOT = Path(__file__).resolve().parents[2]


def stopped(arguments: list[str]) -> int | str | None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code


COMMANDS = [
    "init",
    "demo",
    "import",
    "today",
    "flags",
    "suggest",
    "why",
    "note",
    "slots",
    "book",
    "move",
    "confirm",
    "cancel",
    "outcome",
    "follow-up",
    "ics",
    "calendar",
    "brief",
    "daypack",
    "check",
    "backup",
    "restore",
    "passphrase",
]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_everywhere(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(["--lang=en", *command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("usage: advisor-app")
    assert "show this help and stop" in said


def test_help_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    stopped(["--lang=fr", "--help"])
    assert stopped(["--lang", "en", "--help"]) == 0
    assert "the store's file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (["init", "--country", "x"], "--country cannot be x; choose one of"),
        (["flags", "--policy", "x"], "x names no rules; give standard"),
        (["book", "C1", "--start", "x", "--minutes", "x"], "--minutes cannot be x; give a whole"),
        (["flags", "--on"], "--on needs a value."),
        (["flags", "--json=3"], "--json takes no value, but 3 was given."),
        (["brief", "--out=x", "--client=1", "--appointment=2"], "cannot be given together."),
        (["import"], "One of these must be given: "),
        (["note", "C1"], "These must be given: --channel."),
        (["flags", "--none"], "This means nothing here: --none."),
        (["import", "--", "a", "b"], "This means nothing here: b."),
        (
            ["flags", "--on", "2026-02-31"],
            "flags: 2026-02-31 is no day; write it as in 2026-04-23.",
        ),
        (["suggest", "--on", "20260423"], "20260423 is no day"),
        (
            ["why", "C1", "--on", "9999-12-31"],
            "The year of 9999-12-31 is not between 1800 and 2999",
        ),
        (["flags", "--on", "0001-01-01"], "The year of 0001-01-01 is not between 1800 and 2999."),
        (["daypack", "--advisor=A", "--out=x", "--on="], " is no day"),
        (["suggest", "--limit", "-1"], "-1 is no whole number from 0 on."),
        (["suggest", "--limit", "x"], "x is no whole number from 0 on."),
        (["demo", "--clients", "0"], "0 is no whole number from 1 on."),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(
    wrong: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stopped(["--lang=en", *wrong]) == 2
    heard = capsys.readouterr()
    assert sentence in heard.err
    assert "usage: advisor-app" in heard.err
    assert heard.out == ""


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "de", "flags"], Language.DE),
        (["--lang=nl", "flags", "--on", "x"], Language.NL),
        (["flags"], None),
        (["--lang"], None),
        (["--lang", "xx"], None),
    ],
)
def test_the_language_is_known_before_the_rest(
    arguments: list[str], language: Language | None
) -> None:
    assert language_asked_for(arguments) is language


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--store", "x", "--as=A1", "--lang", "en", "--passphrase-file=y"], True),
        (["today"], False),
        (["--store", "x", "flags"], False),
        (["--help"], False),
        (["--version"], False),
        (["--store"], False),
        (["--lang", "xx"], False),
        (["--colour"], False),
    ],
)
def test_the_window_alone_reads_no_commands(words: list[str], *, window: bool) -> None:
    assert opens_the_window(words) is window


def test_the_window_alone_imports_no_commands() -> None:
    script = (
        "import sys; from advisor_app.cli.main import main; "
        "main([]); sys.exit('advisor_app.cli.commands' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, env={})
    assert done.returncode == 0
