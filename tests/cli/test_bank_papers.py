"""The bank's own settings, protected papers and the manager's report, from the command line."""

import getpass
import io
import logging
from pathlib import Path

import pikepdf
import pytest
from command_line import new_store_in, options_in
from paper.reading import read
from paper.store import fill
from PIL import Image
from pypdfium2 import PdfDocument

from advisor_app.cli.main import main

WORD = "dix-sept pélicans"


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with new_store_in(tmp_path) as store:
        fill(store)
    return options_in(tmp_path)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "word"
    file.write_text(f"{WORD}\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def letter(options: list[str], out: Path, *more: str) -> int:
    command = ["print", "appointment", "--appointment", "RV1", "--out", str(out), *more]
    return main([*options, *command])


def test_a_letter_carries_the_banks_name_its_logo_and_its_legal_line(
    options: list[str], tmp_path: Path
) -> None:
    Image.new("RGB", (60, 40), (18, 93, 84)).save(tmp_path / "logo.png")
    told = (
        'name = "Banque de l’Orme"\nlogo = "logo.png"\ncolour = "#125D54"\n'
        'legal = "Société anonyme inventée."\n'
    )
    (tmp_path / "bank.toml").write_text(told, encoding="utf-8")
    out = tmp_path / "x.pdf"
    assert letter(options, out) == 0
    document = PdfDocument(out)
    page = document[0].get_textpage()
    text = page.get_text_range()
    page.close()
    document.close()
    assert "Banque de l’Orme" in text
    assert "Société anonyme inventée." in text
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
        content = pdf.pages[0].Contents.read_bytes()
    assert b".070588 .364706 .329412 rg" in content


def test_wrong_settings_are_told_and_nothing_is_written(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bank.toml").write_text('logo = "none.png"\n')
    out = tmp_path / "x.pdf"
    assert letter(options, out) == 2
    assert "none.png is not beside" in capsys.readouterr().err
    assert not out.exists()


def test_a_paper_is_locked_with_the_passphrase_of_a_file(
    options: list[str],
    tmp_path: Path,
    word: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    out = tmp_path / "x.pdf"
    assert letter(options, out, "--protect-with", str(word)) == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password=WORD) as opened:
        assert opened.encryption.bits == 256
    said = capsys.readouterr()
    assert WORD not in said.out + said.err + caplog.text


@pytest.mark.parametrize(
    "command",
    [
        ["brief", "--appointment", "RV1"],
        ["daypack", "--advisor", "A1", "--on", "2026-04-23"],
        ["print", "handover", "--client", "C1"],
        ["print", "labels", "--client", "C1"],
        ["print", "report", "--advisor", "A1", "--from", "2026-01-01", "--to", "2026-03-31"],
        ["print", "list", "--purpose", "review"],
    ],
)
def test_where_the_bank_asks_for_it_no_paper_is_saved_open(
    options: list[str],
    tmp_path: Path,
    word: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    (tmp_path / "bank.toml").write_text("protect = true\n")
    monkeypatch.setattr("sys.stdin", io.StringIO())  # nobody can be asked
    out = tmp_path / "x.pdf"
    assert main([*options, "--as", "A1", *command, "--out", str(out)]) == 1
    assert "--protect-with" in capsys.readouterr().err
    assert not out.exists()
    locked = [*command, "--out", str(out), "--protect-with", str(word)]
    assert main([*options, "--as", "A1", *locked]) == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)


class Terminal(io.StringIO):
    """Somebody who can be asked."""

    def isatty(self) -> bool:
        return True


def test_who_sits_there_is_asked(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bank.toml").write_text("protect = true\n")
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _words: WORD)
    out = tmp_path / "x.pdf"
    assert letter(options, out) == 0
    with pikepdf.open(out, password=WORD) as opened:
        assert opened.encryption.bits == 256


def test_a_short_passphrase_is_refused(
    options: list[str], tmp_path: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word.write_text("short\n")
    out = tmp_path / "x.pdf"
    assert letter(options, out, "--protect-with", str(word)) == 1
    assert "at least 10 characters" in capsys.readouterr().err
    assert not out.exists()


def test_a_report_is_saved_of_the_branch_of_who_works_here(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"
    days = ["--from", "2026-01-01", "--to", "2026-03-31", "--out", str(out)]
    assert main([*options, "--as", "A1", "print", "report", *days, "--language", "de"]) == 0
    assert read(out.read_bytes()).language == "de"
    assert len(read(out.read_bytes()).pages) == 1
    assert main([*options, "print", "report", "--branch", "nowhere", *days]) == 1
    assert "no branch with the reference nowhere" in capsys.readouterr().err
    backwards = ["--from", "2026-03-31", "--to", "2026-01-01", "--out", str(out)]
    assert main([*options, "print", "report", "--advisor", "A1", *backwards]) == 1
    assert "nothing to count" in capsys.readouterr().err
