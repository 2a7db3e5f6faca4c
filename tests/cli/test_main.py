"""How every command ends."""

import pytest

from advisor_app.cli import init, main


def test_a_bug_is_said_without_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_access: object, _arguments: object) -> int:
        raise RuntimeError("Gérard Lemoine")

    monkeypatch.setattr(init, "run", fail)
    assert main.main(["--lang=en", "init"]) == main.BUG
    said = capsys.readouterr().err
    assert "mistake of the program" in said
    assert "Lemoine" not in said
    assert "Traceback" not in said


def test_stopping_says_that_nothing_changed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_access: object, _arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(init, "run", stop)
    assert main.main(["--lang=en", "init"]) == main.INTERRUPTED
    assert "Nothing was changed" in capsys.readouterr().err
