"""Measure the day's suggestions from the store, against the limits.

    python benchmarks/suggest.py [--clients 500 100000] [--runs 5]

The limits: 500 clients in 0.2 s; 100,000 clients in 30 s and 1 GiB. Each size is an invented bank
in an encrypted store of its own, asked for every valid suggestion, as `suggest` without an advisor
does; the median of the runs stands beside the limit. Memory is the largest of the whole process,
the making of the bank included.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from poured import pour

from advisor_app.demo.portfolio import demonstration
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import create_store_with_key

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
KEY = StoreKey(b"k" * 32, b"s" * 16)
LIMITS = {500: 0.2, 100_000: 30.0}
GIB = 1 << 20  # in KiB, as the system counts


def measure(clients: int, runs: int) -> None:
    """Make a bank of this size and ask for its suggestions."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_store_with_key(Path(folder) / "bench.store", KEY)
        desk = Desk(store, lambda: NOW)
        Setup(desk).initialise("Home", "FR")
        pour(store, demonstration(clients), NOW.date())
        suggesting = Suggesting(desk)
        walls, cpus, found = [], [], 0
        suggesting.suggest(limit=None)
        for _ in range(runs):
            wall, cpu = time.perf_counter(), time.process_time()
            found = len(suggesting.suggest(limit=None).ranked)
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
        store.close()
    report(clients, found, statistics.median(walls), statistics.median(cpus))


def report(clients: int, found: int, wall: float, cpu: float) -> None:
    """One line, with the ratio against the limit where there is one."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = f"{clients:>7} clients, {found:>6} suggestions: {wall:7.3f} s ({cpu:.3f} s of CPU)"
    if clients in LIMITS:
        line += f", {wall / LIMITS[clients]:.2f} of the limit of {LIMITS[clients]:g} s"
    print(f"{line}; {memory / GIB:.2f} GiB")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=list(LIMITS))
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    for clients in asked.clients:
        measure(clients, asked.runs)


if __name__ == "__main__":
    main()
