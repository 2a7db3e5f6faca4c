"""Sixteen processes want one half hour."""

import multiprocessing
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from booking_race import book_at_once
from conftest import STORE_KEY
from small_branch import NOW, add_client, settle

from advisor_app.services.booking import Appointments
from advisor_app.services.desk import Desk
from advisor_app.storage.store import Store, open_store_with_key

PROCESSES = 16


def test_one_wins_and_fifteen_are_told_with_what_they_collided(store: Store) -> None:
    clients = [f"N{number}" for number in range(PROCESSES)]
    with store.writing() as transaction:
        settle(transaction)
        for name in clients:
            add_client(transaction, name, "A1")
    outcomes = race(store.path, clients)
    told = Counter(outcome for outcome, _ref in outcomes)
    assert told == {"won": 1, "told": PROCESSES - 1}
    (ref,) = {ref for _outcome, ref in outcomes}
    store.close()
    again = open_store_with_key(store.path, STORE_KEY)
    booked = Appointments(Desk(again, lambda: NOW)).find(ref)
    again.close()
    assert booked.start.text == "2026-04-28T10:00"


def race(path: Path, clients: list[str]) -> list[tuple[str, str]]:
    """Every process has the store open before the first one books."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["advisor_app.services.booking", "advisor_app.storage.store"])
    with context.Manager() as manager, ProcessPoolExecutor(PROCESSES, context) as pool:
        start = manager.Barrier(PROCESSES)
        running = [pool.submit(book_at_once, path, STORE_KEY, name, start) for name in clients]
        return [one.result(timeout=240) for one in running]
