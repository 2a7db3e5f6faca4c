"""`passphrase` and `init --recovery`, as somebody types them."""

import re
from pathlib import Path

import pytest

from advisor_app.cli.main import main
from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language

CODE = re.compile(r"^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$", re.MULTILINE)


@pytest.fixture(autouse=True)
def english() -> None:
    set_language(Language.EN)


def secret(path: Path, words: str) -> str:
    path.write_text(words + "\n", encoding="utf-8")
    path.chmod(0o600)
    return str(path)


def run(folder: Path, passphrase: str, *words: str) -> int:
    store = ["--lang", "en", "--store", str(folder / "a.store")]
    return main([*store, "--passphrase-file", str(folder / passphrase), *words])


def test_a_forgotten_passphrase_is_replaced_with_the_printed_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret(tmp_path / "old", "old words")
    secret(tmp_path / "lost", "what was it")
    new = secret(tmp_path / "new", "new words")
    assert run(tmp_path, "old", "init", "--recovery") == 0
    (code,) = CODE.findall(capsys.readouterr().out)
    assert run(tmp_path, "lost", "check") == 2
    paper = secret(tmp_path / "code", code.lower())
    command = ("passphrase", "--new-passphrase-file", new, "--recovery-code-file", paper)
    assert run(tmp_path, "lost", *command) == 0
    (fresh,) = CODE.findall(capsys.readouterr().out)
    assert fresh != code
    assert run(tmp_path, "new", "check") == 0
    assert run(tmp_path, "old", "check") == 2


def test_the_passphrase_is_changed_by_who_knows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret(tmp_path / "old", "old words")
    new = secret(tmp_path / "new", "new words")
    blank = secret(tmp_path / "blank", "")
    assert run(tmp_path, "old", "init") == 0
    assert run(tmp_path, "old", "passphrase", "--new-passphrase-file", blank) == 2
    assert run(tmp_path, "new", "passphrase", "--new-passphrase-file", new) == 2
    assert run(tmp_path, "old", "passphrase") == 2
    assert not CODE.findall(capsys.readouterr().out)
    assert run(tmp_path, "old", "passphrase", "--new-passphrase-file", new) == 0
    assert run(tmp_path, "new", "check") == 0


def test_a_slip_in_the_code_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret(tmp_path / "old", "old words")
    new = secret(tmp_path / "new", "new words")
    assert run(tmp_path, "old", "init") == 0
    paper = secret(tmp_path / "code", "ABCD-EFGH")
    command = ("passphrase", "--new-passphrase-file", new, "--recovery-code-file", paper)
    assert run(tmp_path, "old", *command) == 2
    assert "14 groups" in capsys.readouterr().err
