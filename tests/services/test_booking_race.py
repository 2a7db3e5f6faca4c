"""Twenty-four processes want the same hours, twenty thousand times in all on an embedded store.

On PostgreSQL fewer times by default; `--server-attempts 20000` asks for all of them.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from booking_race import (
    ATTEMPTS,
    ATTEMPTS_ON_A_SERVER,
    CLIENTS,
    PROCESSES,
    Ground,
    Told,
    book_many,
    doubles,
    rows_of,
    truly_collides,
)
from conftest import STORE_KEY
from postgresql import find_programs, serve
from small_branch import NOW, add_client, settle
from sqlalchemy import create_engine

from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage import trail
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.store import Store


@pytest.fixture(params=["embedded", "shared"])
def ground(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Ground]:
    """A branch with two advisors, two rooms and sixteen clients on each engine."""
    if request.param == "embedded":
        fill(store)
        yield Ground(store.path, STORE_KEY, ATTEMPTS)
        return
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here")
    with serve(programs) as url:
        engine = create_engine(url)
        bring_up_to_date(engine, Path("shared"))
        served = Store(engine, tmp_path, STORE_KEY)
        Setup(Desk(served, lambda: NOW)).initialise("Home", "FR")
        fill(served)
        engine.dispose()
        attempts = request.config.getoption("--server-attempts") or ATTEMPTS_ON_A_SERVER
        yield Ground(tmp_path, STORE_KEY, attempts, url)


def fill(store: Store) -> None:
    with store.writing() as transaction:
        settle(transaction)
        for name in CLIENTS:
            add_client(transaction, name, "A1")


def test_nobody_is_booked_twice_and_each_loser_is_told_with_what_he_collided(
    ground: Ground, record_property: Callable[[str, object], None]
) -> None:
    attempts = race(ground)
    store = ground.open()
    with store.reading() as transaction:
        rows = rows_of(transaction)
        broken = trail.verify(transaction)
    store.close()

    assert len(attempts) >= ground.attempts
    assert doubles(rows.values()) == []
    won = {told.booked for told in attempts if told.booked}
    record_property("attempts", len(attempts))
    record_property("booked", len(won))
    assert won == rows.keys()
    assert len(won) > len(CLIENTS)
    lost = [told for told in attempts if not told.booked]
    assert all(truly_collides(told, rows[told.other or ""]) for told in lost)
    assert {told.taken for told in lost} == {"advisor", "room", "client"}
    assert broken is None


def race(ground: Ground) -> list[Told]:
    """Every process has the store open before the first one books."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["advisor_app.services.booking", "advisor_app.storage.store"])
    each = -(-ground.attempts // PROCESSES)
    with context.Manager() as manager, ProcessPoolExecutor(PROCESSES, context) as pool:
        start = manager.Barrier(PROCESSES)
        running = [
            pool.submit(book_many, ground, number, each, start) for number in range(PROCESSES)
        ]
        return [told for one in running for told in one.result(timeout=3_600)]
