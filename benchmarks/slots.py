"""Measure finding a time for a meeting, against the limit.

    python benchmarks/slots.py [--appointments 100 1000 5000] [--runs 20]

The question: the free times of the next eight weeks for three advisors, a room and two clients. The
limit: 50 ms with 5,000 appointments in the store; what is measured is the work of the processor. Each size is a store of its own with the
demonstration's people, whose calendars are filled by the finder's own answers until they are full,
then with past years.
"""

import argparse
import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from small_branch import BRANCH, add_client, key, settle
from sqlalchemy import Connection, insert

from advisor_app.domain.keys import new_key
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.services.slots import SlotFinder, SlotQuestion
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store, create_store_with_key

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
KEY = StoreKey(b"k" * 32, b"s" * 16)
LIMIT = 0.05
ADVISORS = [f"A{number}" for number in range(1, 11)]
CLIENTS = [f"C{number}" for number in range(1, 41)]
QUESTION = SlotQuestion(("C1", "C2"), 60, advisors=("A1", "A2", "A3"), room="R1")
HOURS = (9, 10, 11, 14, 16, 17)


def measure(appointments: int, runs: int) -> None:
    """Fill a store so far and ask."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_store_with_key(Path(folder) / "bench.store", KEY)
        desk = Desk(store, lambda: NOW)
        Setup(desk).initialise("Home", "FR")
        fill(store, appointments)
        finder = SlotFinder(desk)
        found = finder.find(QUESTION)
        times = []
        for _ in range(runs):
            began = time.process_time()
            finder.find(QUESTION)
            times.append(time.process_time() - began)
        store.close()
    median = statistics.median(times)
    free = sum(len(one.starts) for one in found.days)
    print(
        f"{appointments:6} appointments  {free:4} free times  {median * 1000:6.1f} ms"
        f"  {median / LIMIT:5.2f} x the limit"
    )


def fill(store: Store, appointments: int) -> None:
    """Ten advisors, six meetings a day at most, every second place of the weeks to come taken."""
    with store.writing() as transaction:
        settle(transaction)
        for name in ADVISORS[2:]:
            row = {"id": key(name), "ref": name, "last_name": name, "branch_id": BRANCH.key}
            transaction.execute(insert(advisor).values(row))
        for name in CLIENTS[3:]:
            add_client(transaction, name, "A1")
        for number in range(appointments):
            write_one(transaction, number)


def write_one(transaction: Connection, number: int) -> None:
    """The place in the calendars of one advisor after the other, a day later once all are full."""
    place, of = divmod(number, len(ADVISORS))
    day, hour = divmod(place * 2, len(HOURS))
    on = NOW.date() + timedelta(days=day + 1)
    start = datetime.combine(on, datetime.min.time(), NOW.tzinfo).replace(hour=HOURS[hour])
    begins = int(start.timestamp())
    ends = begins + 45 * 60
    made = new_key()
    wall = start.replace(tzinfo=None)
    row = {
        "id": made,
        "branch_id": BRANCH.key,
        "ref": f"RV{number}",
        "advisor_id": key(ADVISORS[of]),
        "place": "branch",
        "status": "confirmed",
        "zone": "Europe/Paris",
        "start_wall": wall.isoformat(timespec="minutes"),
        "start_utc": begins,
        "end_wall": (wall + timedelta(minutes=45)).isoformat(timespec="minutes"),
        "end_utc": ends,
        "busy_from": begins,
        "busy_until": ends + 600,
    }
    transaction.execute(insert(appointment).values(row))
    who = {"appointment_id": made, "branch_id": BRANCH.key, "client_id": key(CLIENTS[of])}
    transaction.execute(insert(attendee).values(who))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--appointments", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--runs", type=int, default=20)
    asked = parser.parse_args()
    for appointments in asked.appointments:
        measure(appointments, asked.runs)


if __name__ == "__main__":
    main()
