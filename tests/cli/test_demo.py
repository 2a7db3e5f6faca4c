"""`demo` makes a store that the other commands then read."""

import json
from pathlib import Path

import pytest

from advisor_app.cli.main import main


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("one two three\n", encoding="utf-8")
    passphrase.chmod(0o600)
    return ["--store", str(tmp_path / "demo.store"), "--passphrase-file", str(passphrase)]


def test_the_store_lives_at_its_own_day(
    store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*store, "--lang", "en", "demo", "--clients", "40", "--day", "2027-03-16"]) == 0
    assert "40 invented clients" in capsys.readouterr().out
    assert main([*store, "flags", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["on"] == "2027-03-16"
    assert len(answer["clients"]) == 40


def test_a_store_that_stands_there_is_left_alone(
    store: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*store, "demo", "--clients", "3"]) == 0
    assert main([*store, "demo", "--clients", "5"]) == 2
    capsys.readouterr()
    assert main([*store, "flags", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["clients"]) == 3


def test_a_failure_leaves_no_half_store(store: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("advisor_app.demo.make.fill", fails)
    assert main([*store, "demo", "--clients", "3"]) == 130
    assert not Path(store[1]).exists()


@pytest.mark.parametrize(
    "wrong", [["--clients", "0"], ["--clients", "many"], ["--day", "2026-02-31"]]
)
def test_wrong_usage_is_refused(store: list[str], wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([*store, "demo", *wrong])
    assert end.value.code == 2
    assert not Path(store[1]).exists()
