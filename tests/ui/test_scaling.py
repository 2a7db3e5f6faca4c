"""At 200 % everything reflows: no words are cut and no control is lost in the smallest window."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TWICE = {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}


def test_at_two_hundred_per_cent_nothing_is_cut_or_lost() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            HERE / "at_two_hundred.py",
        ],
        cwd=HERE.parent.parent,
        env={**os.environ, **TWICE},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout
