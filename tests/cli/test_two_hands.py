"""Work shared by two processes gives the text that one would give, whatever happens to the second."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor_app.cli.two_hands import written_by_two

ROOT = Path(__file__).resolve().parents[2]
# In a process of its own: a copy of the tests' own process would take their threads along.
SHARED = """
import os
from advisor_app.cli import two_hands
two_hands.WORTH_SHARING = 2
os.cpu_count = lambda: 2
here = os.getpid()
def write(items):
    for item in items:
        if {failing} and os.getpid() != here:
            raise RuntimeError
        yield f"{{item}}é" * 1000
items = list(range(1001))
told = "".join(two_hands.written_by_two(items, write, ", "))
assert told == ", ".join(f"{{item}}é" * 1000 for item in items), len(told)
processes = []
def whose(items):
    yield str(os.getpid())
both = "".join(two_hands.written_by_two(items, whose, " ")).split()
assert len(both) == 2 and (both[0] != both[1]), both
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot copy a process")
@pytest.mark.parametrize("failing", [False, True])
def test_two_write_what_one_would(failing: bool) -> None:  # noqa: FBT001 a parameter of the test
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SHARED.format(failing=failing)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_short_list_is_written_by_one(count: int) -> None:
    parts = written_by_two(range(count), lambda items: map(str, items), "+")
    assert "".join(parts) == "+".join(map(str, range(count)))
