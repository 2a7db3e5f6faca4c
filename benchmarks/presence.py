"""States and flags from facts, against their limits, and beside DuckDB and Polars on raw tables.

    python benchmarks/presence.py [--clients 1000 10000 100000 [1000000]]

Each size is an encrypted store with 20 touchpoints and up to 24 digital months a client. CPU times
are this process's, the best of several. DuckDB and Polars (`pip install duckdb polars`) are asked
for the states alone, over the raw tables in memory; where they are not installed, that is said.
"""

import argparse
import contextlib
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presence_data import DAY, duckdb_statements, sqlite_statements
from presence_others import DUCKDB_STATES, polars_states
from sqlalchemy import insert, select

from advisor_app.cli.flags import everybody, print_json, without_collecting
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.presence import PresenceService
from advisor_app.services.setup import Setup
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.facts import differences, recompute
from advisor_app.storage.presence import Scope, read_standings
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.store import Store, create_store_with_key

NOW = datetime(2026, 4, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
# Of each kind, so many in each of so many rounds, by turns.
WRITES = 100
ROUNDS = 5
# At 100,000 clients, in seconds; the last is a ratio.
LIMITS = {"everybody": 0.2, "advisor": 0.020, "json": 5.0, "write": 2.0}


def best(times: int, clock: Callable[[], float], do: Callable[[], object]) -> float:
    """The shortest of several runs."""
    found = []
    for _ in range(times):
        start = clock()
        do()
        found.append(clock() - start)
    return min(found)


def make_store(folder: Path, clients: int) -> Store:
    """A store with its raw tables filled and its facts made."""
    store = create_store_with_key(folder / "bank.store", StoreKey(b"k" * 32, b"s" * 16))
    Setup(Desk(store, lambda: NOW)).initialise("Home", "FR")
    with store.writing() as transaction:
        home = transaction.execute(select(branch.c.id)).scalar_one()
        for statement in sqlite_statements(clients, home.hex()):
            transaction.exec_driver_sql(statement)
    start = time.perf_counter()
    with store.writing() as transaction:
        recompute(transaction, None)
    print(f"  facts of everybody made      {time.perf_counter() - start:9.2f} s")
    return store


def measure(clients: int, *, whole: bool) -> dict[str, float]:
    """Print what one size costs; gives back the figures that have limits."""
    print(f"{clients:,} clients")
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder), clients)
        with store.reading() as transaction:
            found = asked_of_store(transaction, whole=whole)
            standings = read_standings(transaction, DAY, STANDARD)
        if whole:
            found["json"] = best(3, time.perf_counter, lambda: whole_answer(store))
            print(f"  the whole --json             {found['json']:9.2f} s")
        found["write"] = single_writes(store)
        with store.reading() as transaction:
            wrong = differences(transaction) if clients <= 100_000 else []
            print(f"  facts that differ            {len(wrong):9}")
        store.close()
    beside(clients, Counter(one.state.value for one in standings.values()))
    return found


def asked_of_store(transaction: Any, *, whole: bool) -> dict[str, float]:
    """The statement for everybody, for one advisor, and for another day."""
    fetch = best(5, time.process_time, lambda: read_standings(transaction, DAY, STANDARD))
    print(f"  everybody, statement + fetch {fetch * 1000:9.1f} ms of CPU")
    one = transaction.execute(select(facts.c.advisor_id).limit(1)).scalar_one()
    scope = Scope(advisor=Key(one))
    advisor = best(20, time.perf_counter, lambda: read_standings(transaction, DAY, STANDARD, scope))
    print(f"  one advisor's portfolio      {advisor * 1000:9.1f} ms")
    detail = best(
        5, time.perf_counter, lambda: list(read_presence(transaction, DAY, STANDARD, scope))
    )
    print(f"    with evidence and since    {detail * 1000:9.1f} ms")
    found = {"everybody": fetch, "advisor": advisor}
    if whole:
        other = DAY - timedelta(days=200)
        then = best(1, time.perf_counter, lambda: read_standings(transaction, other, STANDARD))
        print(f"  everybody on another day     {then:9.2f} s")
    return found


def whole_answer(store: Store) -> None:
    """What `flags --json` prints, into nowhere."""
    with (
        Path(os.devnull).open("w") as nowhere,
        contextlib.redirect_stdout(nowhere),
        without_collecting(),
    ):
        presence = PresenceService(Desk(store, lambda: NOW))
        print_json(DAY, "standard", everybody(presence, DAY, "standard"))


def single_writes(store: Store) -> float:
    """How much dearer a recorded contact gets by keeping the facts: trail, commit and all.

    Each contact is with a client of its own, from anywhere in the bank, and on the day asked about.
    """
    desk = Desk(store, lambda: NOW)
    with store.reading() as transaction:
        known = transaction.execute(
            select(facts.c.client_id, facts.c.branch_id, facts.c.advisor_id).where(
                facts.c.advisor_id.is_not(None)
            )
        ).all()
    drawn = iter(random.Random(1).sample(known, min(len(known), 2 * WRITES * ROUNDS)))
    refs = count()

    def write(*, kept: bool) -> float:
        """The seconds that one contact takes, in the middle of a round."""
        taken = []
        for client, home, advisor in islice(drawn, WRITES):
            start = time.perf_counter()
            with store.writing() as transaction:
                transaction.execute(
                    insert(touchpoint).values(
                        id=new_key(), branch_id=home, ref=f"N{next(refs)}", client_id=client,
                        advisor_id=advisor, on_day=DAY, channel="branch",
                        nature="conversation", direction="out",
                    )
                )  # fmt: skip
                desk.record(transaction, Deed("note", client=client))
                if kept:
                    recompute(transaction, [client])
            taken.append(time.perf_counter() - start)
        return median(taken)

    rounds = [(write(kept=False), write(kept=True)) for _ in range(ROUNDS)]
    ratio = median(kept / bare for bare, kept in rounds)
    bare, kept = (median(times) for times in zip(*rounds, strict=True))
    with store.writing() as transaction:
        recompute(transaction, None)
    print(
        f"  a single write, bare / kept  {bare * 1000:9.2f} / {kept * 1000:.2f} ms, "
        f"ratio {ratio:.2f}"
    )
    return ratio


def beside(clients: int, states: Counter[str]) -> None:
    """The same states by DuckDB and by Polars over raw tables; single-threaded CPU is not forced."""
    try:
        import duckdb
    except ImportError:
        print("  DuckDB and Polars are not installed here, so nothing is compared")
        return
    with duckdb.connect() as database:
        for statement in duckdb_statements(clients):
            database.execute(statement)
        found: list[Any] = []
        cpu = best(3, time.process_time, lambda: found.append(fetch_states(database)))
        print(f"  DuckDB, raw tables, states   {cpu * 1000:9.1f} ms of CPU")
        report(found[-1], states)
        with tempfile.TemporaryDirectory() as folder:
            for table in ("client", "touchpoint", "digital_month"):
                database.execute(f"COPY {table} TO '{folder}/{table}.parquet'")
            polars_beside(Path(folder), states)


def fetch_states(database: Any) -> Counter[str]:
    """DuckDB's answer, counted."""
    return Counter(state for _client, state in database.execute(DUCKDB_STATES).fetchall())


def polars_beside(folder: Path, states: Counter[str]) -> None:
    """Polars' answer over the same tables."""
    try:
        import polars as pl
    except ImportError:
        print("  Polars is not installed here")
        return
    tables = {path.stem: pl.read_parquet(path) for path in folder.glob("*.parquet")}
    found: list[Any] = []
    cpu = best(3, time.process_time, lambda: found.append(polars_states(tables)))
    print(f"  Polars, raw tables, states   {cpu * 1000:9.1f} ms of CPU")
    report(Counter(found[-1]), states)


def report(found: Counter[str], states: Counter[str]) -> None:
    """Whether another engine counts as many clients in each state."""
    print("    same states" if found == states else f"    DIFFERENT: {found} for {states}")


def main() -> int:
    """Every size asked for; 1 where a limit at 100,000 clients is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    missed = []
    for clients in parser.parse_args().clients:
        found = measure(clients, whole=clients <= 100_000)
        if clients == 100_000:
            missed = [name for name, limit in LIMITS.items() if found[name] > limit]
    print("missed: " + ", ".join(missed) if missed else "every limit is kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
