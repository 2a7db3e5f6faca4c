"""Where the window stands, on screens of other sizes: each start is a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from advisor_app.ui.window.placement import is_cramped

ROOT = Path(__file__).parent.parent.parent
# Opens the window, says how it stands, puts it elsewhere where told, and closes it.
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from advisor_app.ui.theme.application import Application
from advisor_app.ui.window.placement import show_where_left
from advisor_app.ui.window.shell import Shell

application = Application([], plain=True)
shell = Shell()
show_where_left(shell, Path(sys.argv[1]))
for _ in range(3):
    application.processEvents()
print(shell.isMaximized(), *shell.geometry().getRect())
if len(sys.argv) > 2:
    shell.showNormal()
    shell.setGeometry(*map(int, sys.argv[2:]))
shell.close()
"""


def start(folder: Path, screen: tuple[int, int], *moved: int) -> str:
    """How the window stands after one start on such a screen."""
    screens = folder / "screens.json"
    names = ("x", "y", "width", "height", "logicalDpi", "logicalBaseDpi", "dpr")
    one = {"name": "one", **dict(zip(names, (0, 0, *screen, 96, 96, 1), strict=True))}
    screens.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": [one]}))
    platform = f"offscreen:configfile={screens}"
    asked = [sys.executable, "-c", START, str(folder / "kept" / "place"), *map(str, moved)]
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_window_fills_a_small_screen_the_first_time_and_stands_as_it_was_left_after(
    tmp_path: Path,
) -> None:
    assert start(tmp_path, (1366, 768), 40, 60, 1100, 640).startswith("True")
    assert start(tmp_path, (1366, 768)) == "False 40 60 1100 640"


def test_a_screen_with_room_shows_the_window_as_designed(tmp_path: Path) -> None:
    assert start(tmp_path, (2560, 1440)).endswith("1440 900")


def test_on_a_screen_of_another_width_the_window_is_not_left_outside(tmp_path: Path) -> None:
    start(tmp_path, (3840, 2160), 2400, 1300, 1000, 700)

    assert start(tmp_path, (1366, 768)).startswith("True")


def test_on_a_screen_a_little_smaller_the_window_is_brought_inside(tmp_path: Path) -> None:
    start(tmp_path, (1600, 1200), 500, 400, 1000, 700)

    maximised, left, top, wide, high = start(tmp_path, (1500, 1000)).split()

    assert (maximised, wide, high) == ("False", "1000", "700")
    assert int(left) + int(wide) <= 1500
    assert int(top) + int(high) <= 1000


@pytest.mark.parametrize("kept", [b"", b"nothing that Qt would say", bytes(200)])
def test_a_file_without_meaning_is_a_first_time(tmp_path: Path, kept: bytes) -> None:
    place = tmp_path / "kept" / "place"
    place.parent.mkdir()
    place.write_bytes(kept)

    assert start(tmp_path, (1366, 768)).startswith("True")


def test_a_place_that_cannot_be_kept_does_not_keep_the_window_open(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")

    assert start(tmp_path, (1366, 768)).startswith("True")


@pytest.mark.parametrize("screen", [(1366, 728), (1440, 900), (1455, 948), (1456, 947), (960, 600)])
def test_room_for_the_least_window_alone_is_cramped(screen: tuple[int, int]) -> None:
    assert is_cramped(QSize(*screen))


@pytest.mark.parametrize("screen", [(1456, 948), (2560, 1440), (959, 600), (800, 800)])
def test_room_for_the_whole_or_for_nothing_is_not(screen: tuple[int, int]) -> None:
    assert not is_cramped(QSize(*screen))
