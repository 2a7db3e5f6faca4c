"""Sheets drawn by other processes."""

import os
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest
from paper.samples import fournier

from advisor_app.reports.drawing import Drawers
from advisor_app.reports.sheet import render

ROOT = Path(__file__).resolve().parents[2]


def test_sheets_drawn_elsewhere_have_the_same_bytes_in_their_order() -> None:
    sheets = [replace(fournier(), names=f"Ménage {number}") for number in range(4)]
    drawers = Drawers()
    waiting = [drawers.begin(one) for one in sheets]
    assert [wait() for wait in waiting] == [render(one) for one in sheets]


def test_a_sheet_is_drawn_here_where_the_others_are_gone() -> None:
    drawers = Drawers()
    begun = drawers.begin(fournier())
    for process in list(drawers._pool._processes.values()):
        process.kill()
    later = replace(fournier(), names="Odile Vasseur")
    assert begun() == render(fournier())
    assert drawers.begin(later)() == render(later)


KILLED = """
import os, signal, sys
sys.path.insert(0, "tests")
from paper.samples import fournier
from advisor_app.reports.drawing import Drawers
if __name__ == "__main__":
    drawers = Drawers()
    drawers.begin(fournier())()
    print("drawn", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_drawers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(KILLED)
    # They hold its output, too, which ends with the last of them: this waits for all.
    ended = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.stdout == "drawn\n"


def test_a_sheet_is_drawn_here_where_no_process_can_be_begun() -> None:
    drawers = Drawers()

    def refuse(*_work: object) -> None:
        raise BrokenProcessPool

    drawers._pool.submit = refuse  # type: ignore[assignment, method-assign] # as a full machine
    assert drawers.begin(fournier())() == render(fournier())
