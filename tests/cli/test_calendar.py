"""`calendar` on the command line, with a real Radicale and a keyring of the test's own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from memory_keyring import Memory, remembering
from radicale_server import ACCOUNT, PASSWORD, Radicale, radicale

from advisor_app.cli.main import main

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "calendar.json"


@pytest.fixture
def memory() -> Iterator[Memory]:
    with remembering() as made:
        yield made


@pytest.fixture
def options(options: list[str]) -> list[str]:
    return [*options, "--as", "A1"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with radicale(tmp_path) as running:
        running.make_calendar()
        yield running


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(answer)
    return answer


@pytest.fixture
def connected(
    options: list[str],
    server: Radicale,
    memory: Memory,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> list[str]:
    secret = tmp_path / "password"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o600)
    connect = [*options, "calendar", "connect", server.address, "--account", ACCOUNT]
    assert main([*connect, "--password-file", str(secret), "--json"]) == 0
    assert told(capsys) == {"calendar": server.calendar, "password_kept": True}
    assert list(memory.kept.values()) == [PASSWORD]
    return options


def booked(options: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    book = ["book", "C1", "--start", "2026-04-28T10:00", "--minutes", "60", "--json"]
    assert main([*options, *book]) == 0
    ref: str = json.loads(capsys.readouterr().out)["ref"]
    return ref


def test_a_change_there_is_chosen_about(
    connected: list[str], server: Radicale, capsys: pytest.CaptureFixture[str]
) -> None:
    calendar = [*connected, "calendar"]
    ref = booked(connected, capsys)
    assert main([*calendar, "sync", "--json"]) == 0
    assert told(capsys)["sent"] == 1

    ((name, text),) = server.entries().items()
    server.ask("PUT", f"{ACCOUNT}/own/{name}", text.replace("T100000", "T103000"))
    assert main([*calendar, "sync"]) == 0
    assert "choose which side holds" in capsys.readouterr().out
    assert main([*calendar, "conflicts", "--json"]) == 0
    told(capsys)
    assert main([*calendar, "conflicts"]) == 0
    said = capsys.readouterr().out
    assert "  Here: Tuesday 28 April 2026 from 10:00 to 11:00\n" in said
    assert "  In your calendar: Tuesday 28 April 2026 from 10:30 to " in said
    assert main([*calendar, "keep", "theirs", ref, "--json"]) == 0
    assert told(capsys) == {"kept": "theirs", "appointment": ref}
    assert main([*calendar, "keep", "mine", ref]) == 1
    assert "Nothing is to choose" in capsys.readouterr().err


def test_what_waits_without_a_network_is_said_and_the_calendar_let_go(
    connected: list[str],
    server: Radicale,
    memory: Memory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    calendar = [*connected, "calendar"]
    booked(connected, capsys)
    server.stop()
    assert main([*calendar, "sync"]) == 0
    assert "1 appointment waits to be sent" in capsys.readouterr().out

    assert main([*calendar, "disconnect", "--json"]) == 0
    told(capsys)
    assert memory.kept == {}
    assert main([*calendar, "sync"]) == 1
    assert "No calendar is connected" in capsys.readouterr().err


def test_what_cannot_be_connected_is_said(
    options: list[str], memory: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    connect = [*options, "calendar", "connect", "--account", "x"]
    assert main([*connect, "https://calendar.example"]) == 1
    assert "keeps no password" in capsys.readouterr().err
    memory.kept["tete-a-tete calendar", "x http://calendar.example"] = "secret"
    assert main([*connect, "http://calendar.example"]) == 2
    assert "must begin with https://" in capsys.readouterr().err
