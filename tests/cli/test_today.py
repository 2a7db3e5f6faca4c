"""`today`: the main job without a screen."""

from pathlib import Path

import pypdfium2
import pytest

from advisor_app.cli.main import main
from advisor_app.cli.screen import Screen


@pytest.fixture(scope="module")
def options(demonstrated: list[str]) -> list[str]:
    return demonstrated


def test_the_day_is_printed(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*options, "today"]) == 0
    said = capsys.readouterr().out
    for words in ("Hello Claire.", "Thursday 23 April 2026", "Served online only: ", "To meet"):
        assert words in said
    assert "10:30  Camille and Julien Fournier · Bureau 2 · R" in said
    assert "1. " in said


def test_the_papers_are_written(options: list[str], tmp_path: Path) -> None:
    screen = Screen(lambda _access: 0, lambda _services, path: path.write_bytes(b"picture"))
    assert main([*options, "today", "--out", str(tmp_path)], screen) == 0
    pack = pypdfium2.PdfDocument(tmp_path / "day-pack.pdf")
    assert len(pack) >= 8
    pack.close()
    assert (tmp_path / "today.png").read_bytes() == b"picture"


def test_without_qt_everything_but_the_picture_is_done(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_services: object, _path: Path) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    screen = Screen(lambda _access: 0, fail)
    assert main([*options, "today", "--out", str(tmp_path)], screen) == 0
    assert "apt install libegl1" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["day-pack.pdf"]


def test_without_a_display_the_window_is_refused(
    options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    screen = Screen(lambda _access: pytest.fail("no window"), lambda _services, _path: None)
    assert main(options, screen) == 2
    assert "no display" in capsys.readouterr().err
