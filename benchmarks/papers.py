"""Many sheets: `python benchmarks/papers.py [--sheets 500] [--clients 400]`.

The day pack: CPU of one pack of 10, 100 and 1,000 sheets, each of other people, divided by its
sheets. Many sheets from an encrypted store: as many households' are read, worded and drawn, first
by this process alone, then as the window does where many are asked for: drawn by others meanwhile.
By the clock; with the memory of all processes together at its highest (the sum of their PSS, which
counts once what they share), and whether every sheet has the same bytes both ways. The limits: 25 s
on two cores, 300 MB, and 1.2 times the cost of a sheet from the smallest pack to the largest.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).resolve().parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
CLOCK_LIMIT, MEMORY_LIMIT, FLAT_LIMIT = 25.0, 300, 1.2
PACKS = (10, 100, 1_000)
LOOK_S = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=500)
    parser.add_argument("--clients", type=int, default=400)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        many = many_sheets(Path(folder) / "bank.store", asked.clients, asked.sheets)
    flat = day_packs()
    return 0 if many and flat else 1


def day_packs() -> bool:
    """Print what a sheet costs in packs of all sizes; whether it stays the same."""
    from paper.samples import day_pack, fournier

    from advisor_app.reports import daypack

    pack = day_pack()
    daypack.render(pack)
    costs = []
    for count in PACKS:
        meetings = [
            replace(
                pack.meetings[0],
                sheet=replace(fournier(), reference=f"7F{number:07}", names=f"Ménage {number}"),
            )
            for number in range(count)
        ]
        start = time.process_time()
        daypack.render(replace(pack, meetings=tuple(meetings)))
        costs.append((time.process_time() - start) / count)
        print(f"a sheet in a pack of {count:5}  {costs[-1] * 1000:6.1f} ms of CPU")
    print(f"  from the smallest to the largest {costs[-1] / costs[0]:.2f} times")
    return costs[-1] / costs[0] < FLAT_LIMIT


def many_sheets(store: Path, clients: int, count: int) -> bool:
    """Print how long sheets of a store take, alone and with others; whether limits are kept."""
    from search import ADVISOR, PASSPHRASE, make_store

    from advisor_app.bootstrap import open_services
    from advisor_app.domain.portfolio import PortfolioQuestion
    from advisor_app.domain.sheet_choices import EVERYTHING
    from advisor_app.ui.pages.portfolio.paper_asking import whom_of
    from advisor_app.ui.pages.sheets.making import client_papers

    make_store(store, clients)
    with open_services(store, PASSPHRASE, ADVISOR) as services:
        keys = list(services.portfolio.keys(PortfolioQuestion()).keys[:count])
        today = services.today()
        chosen = [whom_of(row, today) for row in services.portfolio.rows(keys, threads=False)]
        # One advisor serves some 360 households: the first of them come once more.
        chosen = (chosen * (count // len(chosen) + 1))[:count]
        found = []
        for name, parts in (("alone", [[one] for one in chosen]), ("with others", [chosen])):
            papers = [paper for part in parts for paper in client_papers(part)]
            with memory() as peak:
                start = time.perf_counter()
                digests = [
                    sha256(paper.make(services, EVERYTHING).pdf).hexdigest() for paper in papers
                ]
                clock = time.perf_counter() - start
            found.append((clock, peak[0], digests))
            print(f"{len(papers)} sheets, {name:12} {clock:6.1f} s {peak[0]:6.0f} MB at most")
    (_alone, _memory, before), (clock, most, after) = found
    print(f"  the same bytes: {before == after}")
    return before == after and clock < CLOCK_LIMIT and most < MEMORY_LIMIT


@contextmanager
def memory() -> Iterator[list[float]]:
    """The highest sum, in MB, of what this process and its children take meanwhile."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(LOOK_S):
            peak[0] = max(peak[0], sum(map(taken, family())))

    looker = threading.Thread(target=look)
    looker.start()
    try:
        yield peak
    finally:
        over.set()
        looker.join()


def family() -> list[int]:
    """This process, and those it started."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task").glob("*/children")
    return [own, *(int(one) for file in children for one in file.read_text().split())]


def taken(process: int) -> float:
    """Its proportional set size in MB; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main())
