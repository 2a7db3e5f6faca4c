"""The same input gives the same bytes, whatever process, hour and order of sets made them."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from paper.kinds import PAPERS

ROOT = Path(__file__).resolve().parents[2]
MAKE = """
import json
from hashlib import sha256
from paper.kinds import PAPERS
print(json.dumps({name: sha256(PAPERS[name]()).hexdigest() for name in {order}(PAPERS)}))
"""


def digests(seed: str, zone: str, order: str) -> dict[str, str]:
    """Each kind of paper, made by a process of its own."""
    # As the tests' own process finds the program: installed, or beside the tests.
    places = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": places}
    done = subprocess.run(
        [sys.executable, "-c", MAKE.replace("{order}", order)],
        env={**os.environ, **surroundings},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_every_kind_has_the_same_bytes_in_every_process() -> None:
    here = {name: sha256(make()).hexdigest() for name, make in PAPERS.items()}
    assert digests("1", "Pacific/Auckland", "list") == here
    # Made in the other order, a paper finds other fonts and words loaded before it.
    assert digests("4242", "America/New_York", "reversed") == here
