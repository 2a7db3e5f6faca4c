"""Measure planning a whole week, against the limits.

    python benchmarks/week.py [--weeks 100] [--appointments 100 1000 5000] [--runs 5]

Made weeks of 30 to 60 clients and 15 to 25 free times: how near the plan is to the bound that a
solver proves (limit: 2 %), and the work of the processor (limit: 2 s each). Then the whole proposal
from stores with so many appointments, whose calendars are full for the weeks before.
"""

import argparse
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from made_weeks import made_week, proven_bound
from slots import KEY, NOW, fill

from advisor_app.domain.week_plan import best_week, worth
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.services.suggesting import Suggesting
from advisor_app.services.week_plan import WeekPlanner
from advisor_app.storage import facts
from advisor_app.storage.store import create_store_with_key

WITHIN, LIMIT = 0.98, 2.0


def measure_value(weeks: int) -> None:
    """How near to the bound, and how long."""
    shares, times = [], []
    for seed in range(weeks):
        week = made_week(seed)
        began = time.process_time()
        plan = best_week(week.fits, week.limits)
        times.append(time.process_time() - began)
        shares.append(worth(plan, week.limits) / proven_bound(week))
    print(
        f"{weeks} weeks: worth {min(shares):.4f} of the bound at least (limit {WITHIN}),"
        f" {statistics.mean(shares):.4f} on average;"
        f" {statistics.median(times):.2f} s, {max(times):.2f} s at most (limit {LIMIT:.0f} s)"
    )


def measure_proposal(appointments: int, runs: int) -> None:
    """Fill a store so far and propose the first week that has free times."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_store_with_key(Path(folder) / "bench.store", KEY)
        desk = Desk(store, lambda: NOW)
        Setup(desk).initialise("Home", "FR")
        fill(store, appointments)
        with store.writing() as transaction:
            facts.recompute(transaction, None)
        planner = WeekPlanner(desk, Suggesting(desk))
        times = []
        for _ in range(runs):
            began = time.process_time()
            proposal = planner.propose(NOW.date() + timedelta(days=14), "A1")
            times.append(time.process_time() - began)
        store.close()
    print(
        f"{appointments:6} appointments  {len(proposal.times):3} free times"
        f"  {len(proposal.meetings):3} meetings  {statistics.median(times):5.2f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weeks", type=int, default=100)
    parser.add_argument("--appointments", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    measure_value(asked.weeks)
    for appointments in asked.appointments:
        measure_proposal(appointments, asked.runs)


if __name__ == "__main__":
    main()
