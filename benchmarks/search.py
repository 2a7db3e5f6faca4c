"""How quickly the portfolio follows the keys, and how quickly it scrolls, in the real window.

    python benchmarks/search.py [--store FILE --passphrase-file FILE] [--clients 100000]
                                [--million 1000000] [--rounds 3]

One advisor serves everybody. The window runs offscreen, with its worker and its encrypted store:
words are typed into the field above the list, one key after the other, and each key is timed until
its rows are in the table; then the list is paged through, and each page is timed until its rows,
with their threads, are painted. The limits: at 100,000 clients a median under 5 ms and 95 % under
16 ms for a key, 16 ms for a page.

The last part is the search alone among a million: the index of the store's households, told
several times under other keys, asked key by key, with the first rows read from the store. Under
50 ms.

Without a store it makes one with the demonstration; a store that is given is copied first.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from advisor_app.bootstrap import Services, open_services

PASSPHRASE = "a passphrase for a benchmark"
ADVISOR = "A01"
# What advisors type: a name, a name and first name, a town, a number, a reference, a project.
TYPED = ("fournier", "mar jul", "villen", "04657120", "06399840", "retrai", "elo", "st aub", "zzz")
PAGES = 60
FIRST = 32
WAIT_MS = 120_000
QUIET_MS, REST_ROUNDS = 200, 40


class Times(NamedTuple):
    """Milliseconds."""

    clock: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--million", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "bank.store"
        passphrase = prepare(asked, store)
        print(f"this machine now: a million additions in {additions():.0f} ms of the processor")
        keys, pages = in_the_window(store, passphrase, asked.rounds)
        report(f"a key, {asked.clients} clients", keys, {"median": 5, "95 %": 16})
        report("a page", pages, {"median": 16})
        if asked.million:
            with open_services(store, passphrase, ADVISOR) as services:
                report(f"a key, {asked.million} clients", among(asked, services), {"95 %": 50})
        print(f"this machine now: a million additions in {additions():.0f} ms of the processor")


def additions() -> float:
    """What the machine is worth at the moment, to compare runs on busy machines with others."""
    watch, total = Watch(), 0
    for number in range(1_000_000):
        total += number
    return watch.read().processor


def prepare(asked: argparse.Namespace, store: Path) -> str:
    passphrase = PASSPHRASE
    if asked.store is None:
        make_store(store, asked.clients)
    else:
        shutil.copy2(asked.store, store)
        passphrase = asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
    give_everybody_to_one(store, passphrase)
    return str(passphrase)


def make_store(store: Path, clients: int) -> None:
    from advisor_app.bootstrap import new_services
    from advisor_app.demo.portfolio import demonstration

    with new_services(store, PASSPHRASE) as services:
        services.setup.initialise("Home", "FR")
        services.setup.live_at(datetime(2026, 4, 23, 10, 18))  # noqa: DTZ001 wall time
    with open_services(store, PASSPHRASE) as services:
        services.importing.write_records(demonstration(clients, day=date(2026, 4, 23)))


def give_everybody_to_one(store: Path, passphrase: str) -> None:
    """The facts say whose client everybody is on the store's own day."""
    from sqlalchemy import select, update

    from advisor_app.storage.schema.facts import facts
    from advisor_app.storage.schema.organisation import advisor
    from advisor_app.storage.store import open_store

    opened = open_store(store, passphrase)
    with opened.writing() as transaction:
        one = select(advisor.c.id).where(advisor.c.ref == ADVISOR).scalar_subquery()
        transaction.execute(
            update(facts).where(facts.c.advisor_id.is_not(None)).values(advisor_id=one)
        )
    opened.close()


def in_the_window(store: Path, passphrase: str, rounds: int) -> tuple[list[Times], list[Times]]:
    from advisor_app.ui.pages.portfolio.page import PortfolioPage
    from advisor_app.ui.tasks import Tasks
    from advisor_app.ui.theme.application import Application
    from advisor_app.ui.window.desktop import Desktop
    from advisor_app.ui.window.routes import Route
    from advisor_app.ui.window.shell import Shell

    Application([])
    wrong: list[Exception] = []
    tasks: Tasks[Services] = Tasks(lambda: open_services(store, passphrase, ADVISOR), wrong.append)
    shell = Shell()
    shell.rebuild()
    desktop = Desktop(shell, tasks.run, date(2026, 4, 23))
    shell.show()
    desktop.go(Route("portfolio"))
    page = desktop.page()
    assert isinstance(page, PortfolioPage)
    started = time.perf_counter()
    until(page._model.modelReset, lambda: page._model.rowCount() > 0, wrong)
    print(f"{page._model.rowCount()} households listed in {time.perf_counter() - started:.1f} s")
    settle()
    keys = [one for _round in range(rounds) for one in typing(page, wrong)]
    pages = scrolling(page, wrong)
    tasks.close()
    return keys, pages


def typing(page: object, wrong: list[Exception]) -> Iterator[Times]:
    from PySide6.QtTest import QTest

    field, model = page._filters.words, page._model  # type: ignore[attr-defined] # the page's own
    watch, answered = Watch(), []
    model.modelReset.connect(lambda: answered.append(watch.read()))
    for words in TYPED:
        field.clear()
        settle()
        for key in words:
            answered.clear()
            watch.begin()
            QTest.keyClick(field, key)
            until(model.modelReset, lambda: answered, wrong)
            yield answered[0]
            assert model.rowCount() == 0 or model.row_at(0) is not None
            settle()
    field.clear()
    settle()


def scrolling(page: object, wrong: list[Exception]) -> list[Times]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    table, model = page._table, page._model  # type: ignore[attr-defined] # the page's own
    table.setFocus()
    table.selectRow(0)
    settle()
    times = []
    for _page in range(PAGES):
        watch = Watch()
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        until(model.dataChanged, lambda: shown(table, model), wrong)
        table.viewport().repaint()
        times.append(watch.read())
        settle()
    return times


def shown(table: object, model: object) -> bool:
    """Whether the row that was moved to is read, with its thread."""
    place = table.currentIndex().row()  # type: ignore[attr-defined] # a table
    row = model.row_at(place)  # type: ignore[attr-defined] # its model
    return row is not None and bool(row.thread.periods)


def until(signal: object, condition: Callable[[], object], wrong: list[Exception]) -> None:
    """Let the window's own loop run until a signal after which the condition holds.

    A loop that asks again and again would keep the interpreter from the worker.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    look = lambda *_told: loop.quit() if condition() or wrong else None  # noqa: E731 connected and not
    signal.connect(look)  # type: ignore[attr-defined] # a bound signal, whose type PySide hides
    QTimer.singleShot(WAIT_MS, loop.quit)
    if not condition():
        loop.exec()
    signal.disconnect(look)  # type: ignore[attr-defined] # same
    if wrong:
        raise wrong[0]
    if not condition():
        raise TimeoutError


def settle(ms: int = QUIET_MS) -> None:
    """Let everything that follows of the last key be done, as while one looks at the list.

    The window is at rest when its process has not worked for a moment.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    worked = time.process_time() - 1
    for _round in range(REST_ROUNDS):
        if time.process_time() - worked < ms / 1000 / 10:
            return
        worked = time.process_time()
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()


def among(asked: argparse.Namespace, services: Services) -> list[Times]:
    """The search alone: what finds, counts and sorts is held in memory, whatever the store."""
    from advisor_app.domain.portfolio import PortfolioQuestion
    from advisor_app.domain.portfolio_index import PortfolioIndex
    from advisor_app.services.portfolio import asking
    from advisor_app.storage.portfolio_entries import read_entries

    with services._desk.reading() as transaction:
        entries = read_entries(transaction, asking(services._desk))
    known = [entry.key for entry in entries[:FIRST]]
    times = max(1, -(-asked.million // max(1, sum(len(one.clients) for one in entries))))
    every = [
        one if number == 0 else one._replace(key=one.key + bytes([number]))
        for one in entries
        for number in range(times)
    ]
    index = PortfolioIndex(every)
    names = services.portfolio.project_words()
    index.find(PortfolioQuestion(words="a"), names)
    services.portfolio.rows(known, threads=False)
    found = []
    for words in TYPED:
        for end in range(1, len(words) + 1):
            watch = Watch()
            keys = index.find(PortfolioQuestion(words=words[:end]), names).keys[:FIRST]
            services.portfolio.rows(known[: len(keys)], threads=False)
            found.append(watch.read())
    return found


class Watch:
    """The time since it was made, by the clock and of the processor, in milliseconds.

    On a machine that does other work too, the processor's time is what the program takes.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Begin anew."""
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def read(self) -> Times:
        """How long it has been."""
        clock, processor = time.perf_counter(), time.process_time()
        return Times((clock - self._clock) * 1000, (processor - self._processor) * 1000)


def report(what: str, times: list[Times], limits: dict[str, int]) -> None:
    for name, values in (
        ("clock", [one.clock for one in times]),
        ("processor", [one.processor for one in times]),
    ):
        ordered = sorted(values)
        told = {"median": statistics.median(ordered), "95 %": ordered[int(len(ordered) * 0.95)]}
        words = (f"{told[at]:.1f} of {limit} ms ({at})" for at, limit in limits.items())
        print(f"{what}, {name}: {', '.join(words)}; longest {ordered[-1]:.1f} ms of {len(times)}")


if __name__ == "__main__":
    main()
