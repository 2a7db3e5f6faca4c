"""A scripted day of 200 actions in the program's own window: the longest gap of its event loop.

    python benchmarks/day.py [--store FILE --passphrase-file FILE] [--advisor A01]
                             [--clients 100000] [--rounds 5]

Each round starts the program by its command line, without a screen, and works in it by keys: pages
change, words are searched, clients open, suggestions are put off and taken back. An action ends
when the worker has answered all that it asked. The gap is the longest time for which the event loop
answered nothing; a page's change is timed from its key until it has been painted. Without a store
it makes one with the demonstration; a store that is given is copied first.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import window as start

STEP_MS = 1
CYCLES = 10
WORDS = ("mor", "dup", "mar", "len", "ber", "fou", "gir", "rou", "lef", "pet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--advisor", default="A01")
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", action="store_true")
    asked = parser.parse_args()
    if asked.child:
        start.our_window(asked, partial(start.watch, reached=start.is_live, then=begin))
        return
    with tempfile.TemporaryDirectory() as folder:
        given, asked.store = asked.store, Path(folder) / "bank.store"
        if given is None:
            asked.passphrase_file = Path(folder) / "passphrase"
            start.make_store(asked)
        else:
            shutil.copyfile(given, asked.store)
        start.compile_modules()
        report([day(asked) for _round in range(asked.rounds)])


def day(asked: argparse.Namespace) -> dict[str, Any]:
    command = [sys.executable, __file__, "--child", "--store", asked.store]
    command += ["--passphrase-file", asked.passphrase_file, "--advisor", asked.advisor]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(asked.store.parent),
        "STARTED": repr(time.time()),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def report(days: list[dict[str, Any]]) -> None:
    longest = [max(gap for _name, gap, _cpu in one["actions"]) for one in days]
    print(f"{len(days[0]['actions'])} actions, {len(days)} runs")
    print(f"longest gap of the event loop: median {statistics.median(longest) * 1000:.0f} ms")
    print(f"  of all runs: {' '.join(f'{gap * 1000:.0f}' for gap in longest)} ms")
    for title, place in (("by the clock", 1), ("of the window's own work", 2)):
        print(f"longest gaps by action, median of the runs, {title}:")
        worst: dict[str, list[float]] = {}
        for one in days:
            found: dict[str, float] = {}
            for action in one["actions"]:
                found[action[0]] = max(found.get(action[0], 0.0), action[place])
            for name, gap in found.items():
                worst.setdefault(name, []).append(gap)
        medians = {name: statistics.median(gaps) for name, gaps in worst.items()}
        for name in sorted(medians, key=medians.__getitem__, reverse=True)[:8]:
            print(f"  {medians[name] * 1000:6.0f} ms  {name}")
    switches = [took for one in days for took in one["switches"]]
    print(
        f"change of page, {len(switches)} times: median {statistics.median(switches) * 1000:.0f} ms,"
        f" longest {max(switches) * 1000:.0f} ms"
    )


def begin(shell: Any, _gap: float) -> None:
    shell.day = Day(shell)


class Day:
    """The script, one action after the other, and what was measured of each."""

    def __init__(self, shell: Any) -> None:
        from PySide6.QtCore import QTimer

        from advisor_app.ui.window.desktop import Desktop

        self.shell, self.desktop = shell, shell.findChild(Desktop)
        self.actions: list[tuple[str, float, float]] = []
        self.switches: list[float] = []
        self._script = self._lines()
        self._name, self._gap, self._busy = "", 0.0, 0.0
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._switched = 0.0
        self._timer = QTimer(shell)
        self._timer.timeout.connect(self._tick)
        self._timer.start(STEP_MS)
        QTimer.singleShot(0, shell, self._next)

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self._gap = max(self._gap, now - self._last)
        self._busy = max(self._busy, cpu - self._last_cpu)
        self._last, self._last_cpu = now, cpu
        if self._switched:
            self.switches.append(now - self._switched)
            self._switched = 0.0

    def _next(self) -> None:
        self._tick()
        if self._name:
            self.actions.append((self._name, self._gap, self._busy))
        self._gap = self._busy = 0.0
        action = next(self._script, None)
        if action is None:
            start.tell(actions=self.actions, switches=self.switches)
        else:
            self._name, act = action
            act()
            self._settle(2)

    def _settle(self, rounds: int) -> None:
        """Go on when the worker has answered, and what its answers asked for."""
        after = partial(self._settle, rounds - 1) if rounds else self._next
        self.desktop.page().ask(self.shell, lambda _services: None, lambda _done: after())

    def _lines(self) -> Iterator[tuple[str, Callable[[], None]]]:
        for cycle in range(CYCLES):
            yield "portfolio", partial(self._switch, "portfolio")
            yield "filter", partial(self._key, "Ctrl+F")
            for letter in WORDS[cycle]:
                yield "letter in the filter", partial(self._type, letter)
            yield "row below", self._row_below
            yield "client", self._open_client
            yield "another view of the client", partial(self._key, "Tab")
            yield "back", partial(self._key, "Alt+Left")
            yield "clear the filter", self._clear
            yield "search", partial(self._key, "Ctrl+K")
            for letter in WORDS[-cycle]:
                yield "letter in the search", partial(self._type, letter)
            yield "leave the search", partial(self._key, "Esc")
            yield "sheets", partial(self._switch, "sheets")
            yield "today", partial(self._switch, "today")
            yield "ask until when", self._ask_later
            yield "put off", partial(self._key, "Return")
            yield "take back", partial(self._key, "Ctrl+Z")

    def _switch(self, page: str) -> None:
        from advisor_app.ui.window.routes import Route

        self._switched = time.perf_counter()
        self.desktop.go(Route(page))
        self.shell.repaint()

    def _key(self, keys: str) -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        target = QApplication.focusWidget() or QApplication.activeWindow() or self.shell
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())

    def _type(self, letter: str) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        QTest.keyClicks(QApplication.focusWidget() or self.shell, letter)

    def _row_below(self) -> None:
        from PySide6.QtWidgets import QTableView

        table = self.desktop.page().findChild(QTableView)
        table.setFocus()
        self._key("Down")

    def _open_client(self) -> None:
        whom = self.desktop.page().whom()
        if whom is not None:
            self._switched = time.perf_counter()
            self.desktop.page().requests.open_client.emit(whom.key)
            self.shell.repaint()

    def _clear(self) -> None:
        from PySide6.QtWidgets import QApplication, QLineEdit

        self._key("Ctrl+F")
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.clear()

    def _ask_later(self) -> None:
        whom = self.desktop.page().whom()
        if whom is not None:
            self.desktop.page().requests.later.emit(whom)


if __name__ == "__main__":
    main()
