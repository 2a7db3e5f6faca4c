"""`init`, and how every command ends."""

from pathlib import Path

import pytest

from advisor_app.cli.main import main


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    secret = tmp_path / "passphrase"
    secret.write_text("a good passphrase\nnot this\n")
    secret.chmod(0o600)
    return ["--store", str(tmp_path / "new.store"), "--passphrase-file", str(secret), "--lang=en"]


def test_init_makes_a_store_once(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, "init"]) == 0
    assert "new.store" in capsys.readouterr().out
    assert main([*options, "init"]) == 2
    assert "not touched" in capsys.readouterr().err


def test_a_passphrase_that_others_may_read_is_refused(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").chmod(0o644)
    assert main([*options, "init"]) == 2
    assert "Others may read" in capsys.readouterr().err
    assert not (tmp_path / "new.store").exists()


def test_a_missing_passphrase_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none"
    assert main(["--lang=en", "--passphrase-file", str(missing), "init"]) == 2
    assert str(missing) in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "\n", "\nsecond line\n"])
def test_a_blank_passphrase_protects_nothing_and_is_refused(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (tmp_path / "passphrase").write_text(content)
    assert main([*options, "init"]) == 2
    assert "protect nothing" in capsys.readouterr().err
    assert not (tmp_path / "new.store").exists()
