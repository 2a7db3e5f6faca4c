"""Write an invented bank as a folder of FORMAT.md's CSV files, of any size.

    python benchmarks/bank_folder.py FOLDER [--clients 100000] [--months 29] [--seed 1] [--only TABLE ...]

With the defaults: 100,000 clients, 2 million touchpoints and 2.4 million digital months.
"""

import argparse
import csv
import sys
import time
from collections import Counter
from contextlib import ExitStack
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from advisor_app.demo.household import Depth
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.bank_records import RECORD_TYPES

# Names in the files where a record's differ: "from" is a word of Python's.
COLUMNS = {"from_day": "from", "until_day": "until", "from_time": "from", "until_time": "until"}
SINGULAR = {("touchpoints", "advisors"): "advisor", ("appointments", "clients"): "client"}


def header(table: str) -> list[str]:
    """The columns of a table's file."""
    fields = RECORD_TYPES[table]._fields
    return [SINGULAR.get((table, field), COLUMNS.get(field, field)) for field in fields]


def write_folder(
    folder: Path,
    clients: int = 100_000,
    seed: int = 1,
    months: int = 84,
    only: frozenset[str] = frozenset(RECORD_TYPES),
) -> Counter[str]:
    """Write the files and count their rows; booleans as 1 or blank, unknown values blank."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    with ExitStack() as files:
        writers = {}
        for table, batch in demonstration(clients, seed, date(2026, 4, 23), Depth(months)):
            if table not in only:
                continue
            if table not in writers:
                path = folder / f"{table}.csv"
                file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
                writers[table] = csv.writer(file, lineterminator="\n")
                writers[table].writerow(header(table))
            rows = list(batch)
            writers[table].writerows(map(plain, rows))
            counts[table] += len(rows)
    return counts


def plain(row: tuple[object, ...]) -> list[object]:
    """A record's values as the files have them."""
    return [int(value) or "" if isinstance(value, bool) else value for value in row]


def main() -> None:
    """Read the command line, write, and say how many rows there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--months", type=int, default=29)
    parser.add_argument("--only", nargs="+", choices=list(RECORD_TYPES), default=list(RECORD_TYPES))
    asked = parser.parse_args()
    start = time.perf_counter()
    counts = write_folder(
        asked.folder, asked.clients, asked.seed, asked.months, frozenset(asked.only)
    )
    for table, count in counts.items():
        print(f"{table:16}{count:>10}")
    print(f"{sum(counts.values())} rows in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
