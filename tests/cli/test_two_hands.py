"""Two works done by two processes give what one would give, whatever happens to the second."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# In a process of its own: a copy of the tests' own process would take their threads along.
SHARED = """
import os
from advisor_app.cli import two_hands
os.cpu_count = lambda: {processors}
here = os.getpid()
def told():
    if {failing} and os.getpid() != here:
        raise RuntimeError
    return os.getpid(), "é" * 1_000_000
(mine, long), (theirs, as_long) = two_hands.both(told, told)
assert mine == here and long == as_long == "é" * 1_000_000
assert (theirs != here) is {copied}, (theirs, here)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot copy a process")
@pytest.mark.parametrize(
    ("processors", "failing", "copied"), [(2, False, True), (2, True, False), (1, False, False)]
)
def test_two_give_what_one_would(processors: int, *, failing: bool, copied: bool) -> None:
    script = SHARED.format(processors=processors, failing=failing, copied=copied)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
