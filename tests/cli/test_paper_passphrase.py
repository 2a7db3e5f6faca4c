"""The passphrase of a paper is told to nobody: not on the screen, in a log, a report or the store."""

import getpass
import logging
from pathlib import Path

import pikepdf
import pytest
from command_line import PASSPHRASE, kept_store_in, new_store_in, options_in
from paper.store import fill
from stored_words import tables_with

from advisor_app.cli.main import BUG, main

WORD = "dix-sept pélicans"
PAPERS = {
    "brief": ["brief", "--appointment", "RV1"],
    "daypack": ["daypack", "--advisor", "A1", "--on", "2026-04-23"],
    "letter": ["print", "appointment", "--appointment", "RV1"],
    "list": ["print", "list", "--purpose", "A test"],
}


class Heard:
    """Everything that was said, printed or logged."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        self._capsys, self._caplog = capsys, caplog

    def all(self) -> str:
        said = self._capsys.readouterr()
        return said.out + said.err + self._caplog.text


@pytest.fixture
def heard(capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> Heard:
    caplog.set_level(logging.DEBUG)
    return Heard(capsys, caplog)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with new_store_in(tmp_path) as store:
        fill(store)
    return [*options_in(tmp_path), "--as", "A1"]


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "word"
    file.write_text(f"{WORD}\n", encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.mark.parametrize("name", PAPERS)
def test_a_passphrase_from_a_file_is_told_to_nobody(
    options: list[str], tmp_path: Path, word: Path, heard: Heard, name: str
) -> None:
    out = tmp_path / "x.pdf"
    command = [*PAPERS[name], "--out", str(out), "--protect-with", str(word)]
    assert main([*options, *command]) == 0
    pikepdf.open(out, password=WORD).close()
    said = heard.all()
    assert str(out) in said
    assert WORD not in said
    assert PASSPHRASE not in said
    with kept_store_in(tmp_path) as store:
        assert tables_with(store, WORD) == []
        assert tables_with(store, "Fournier") != []


def test_a_passphrase_that_is_typed_is_told_to_nobody(
    options: list[str], tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bank.toml").write_text("protect = true\n")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _question: WORD)
    out = tmp_path / "x.pdf"
    assert main([*options, *PAPERS["letter"], "--out", str(out)]) == 0
    pikepdf.open(out, password=WORD).close()
    assert WORD not in heard.all()


def test_a_passphrase_that_is_too_short_is_refused_without_being_repeated(
    options: list[str], tmp_path: Path, word: Path, heard: Heard
) -> None:
    word.write_text("pélican\n", encoding="utf-8")
    command = [*PAPERS["brief"], "--out", str(tmp_path / "x.pdf"), "--protect-with", str(word)]
    assert main([*options, *command]) == 1
    assert "pélican" not in heard.all()


@pytest.mark.parametrize(
    "place", ["pikepdf.Encryption", "advisor_app.reports.saving._replace", "pikepdf.Pdf.save"]
)
def test_a_mistake_of_the_program_is_reported_without_the_passphrase(
    options: list[str],
    tmp_path: Path,
    word: Path,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    def wrong(*_words: object, **_more: object) -> None:
        raise RuntimeError(WORD) from ValueError(WORD)

    monkeypatch.setattr(place, wrong)
    out = tmp_path / "x.pdf"
    command = [*PAPERS["brief"], "--out", str(out), "--protect-with", str(word)]
    assert main([*options, *command]) == BUG
    said = heard.all()
    assert "RuntimeError" in said
    assert "ValueError" in said
    assert WORD not in said
    assert not out.exists()
