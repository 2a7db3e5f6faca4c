"""A scripted day of 200 actions in the program's own window: the longest gap of its event loop.

    python benchmarks/day.py [--store FILE --passphrase-file FILE] [--advisor A01]
                             [--clients 100000] [--rounds 5]

Each round starts the program by its command line, without a screen, and works in it by keys, as
`day_script.py` says: pages change, words are searched, clients open, suggestions are put off and
taken back. Every action must be seen to have happened, or the day fails. It ends when the worker
has answered all that it asked. The gap is the longest time for which the event loop answered
nothing; beside the clock stands the processor's time of the window's own thread, which tells more
where other programs run. Without a store it makes one with the demonstration; a store that is given
is copied first.
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
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import window as start

STEP_MS = 1
# What is late, such as the search that waits for the next letter, belongs to its own action.
BREATH_MS = 40
READY_MS = 3000
PATIENCE_S = 20


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
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def report(days: list[dict[str, Any]]) -> None:
    print(f"{len(days[0]['actions'])} actions, {len(days)} runs; median of the runs")
    for title, place in (("by the clock", 1), ("of the window's own work", 2)):
        longest = [max(action[place] for action in one["actions"]) for one in days]
        runs = " ".join(f"{gap * 1000:.0f}" for gap in longest)
        middle = statistics.median(longest) * 1000
        print(f"longest gap of the event loop, {title}: {middle:.0f} ms (runs: {runs})")
        medians = by_name([one["actions"] for one in days], place)
        for name in sorted(medians, key=medians.__getitem__, reverse=True)[:8]:
            print(f"  {medians[name] * 1000:6.0f} ms  {name}")
    for title, place in (("painted", 1), ("filled", 2), ("painted, the window's own work", 3)):
        print(f"change of page, from the key until {title}: first visit, then median and longest")
        for name, (first, middle, longest) in switches(days, place).items():
            print(f"  {first:6.0f} ms  {middle:6.0f} ms  {longest:6.0f} ms  {name}")


def by_name(days: list[list[list[Any]]], place: int) -> dict[str, float]:
    """The longest of each action in each run; of those the median."""
    found: dict[str, list[float]] = {}
    for actions in days:
        worst: dict[str, float] = {}
        for action in actions:
            worst[action[0]] = max(worst.get(action[0], 0.0), action[place])
        for name, gap in worst.items():
            found.setdefault(name, []).append(gap)
    return {name: statistics.median(gaps) for name, gaps in found.items()}


def switches(days: list[dict[str, Any]], place: int) -> dict[str, tuple[float, float, float]]:
    """Of each page in milliseconds: its first visit, and the later ones."""
    firsts: dict[str, list[float]] = {}
    later: dict[str, list[float]] = {}
    for one in days:
        seen: set[str] = set()
        for switch in one["switches"]:
            (later if switch[0] in seen else firsts).setdefault(switch[0], []).append(switch[place])
            seen.add(switch[0])
    return {
        name: tuple(
            1000 * of(times[name])
            for of, times in ((statistics.median, firsts), (statistics.median, later), (max, later))
        )
        for name in firsts
    }


def begin(shell: Any, _gap: float) -> None:
    """The window is live; what it still does for itself, such as importing, is done first."""
    from PySide6.QtCore import QTimer

    shell.activateWindow()
    QTimer.singleShot(READY_MS, shell, lambda: setattr(shell, "day", Day(shell)))


class Day:
    """The script, one action after the other, and what was measured of each."""

    def __init__(self, shell: Any) -> None:
        from day_script import Script
        from PySide6.QtCore import QTimer

        self.shell = shell
        script = Script(shell)
        self.desktop, self._script = script.desktop, script.actions()
        self.actions: list[tuple[str, float, float]] = []
        self.switches: list[tuple[str, float, float, float]] = []
        self._now: Any = None
        self._gap = self._busy = 0.0
        self._begun = self._filled = (0.0, 0.0)
        self._painted: tuple[float, float] | None = None
        shell.installEventFilter(painting(shell, self._note_painted))
        self._last = clocks()
        self._waits = False
        self._timer = QTimer(shell)
        self._timer.timeout.connect(self._tick)
        self._timer.start(STEP_MS)
        QTimer.singleShot(0, shell, self._next)

    def _tick(self) -> None:
        now = clocks()
        self._gap = max(self._gap, now[0] - self._last[0])
        self._busy = max(self._busy, now[1] - self._last[1])
        self._last = now
        if not self._waits:
            return
        if self._has_happened():
            self._waits = False
            self._filled = now
            self._settle(2)
        elif now[0] - self._begun[0] > PATIENCE_S:
            fail(f"did not happen: {self._now.name}, action {len(self.actions) + 1}")

    def _has_happened(self) -> bool:
        try:
            return bool(self._now.happened())
        except Exception as error:  # noqa: BLE001 the program would only write it down
            fail(f"{self._now.name}: {error!r}")

    def _next(self) -> None:
        self._tick()
        if self._now is not None:
            self._note()
        self._gap = self._busy = 0.0
        self._now = next(self._script, None)
        if self._now is None:
            start.tell(actions=self.actions, switches=self.switches)
        self._painted = None
        self._begun = clocks()
        try:
            self._now.act()
        except Exception as error:  # noqa: BLE001 the program would only write it down
            fail(f"{self._now.name}: {error!r}")
        self._waits = True

    def _note_painted(self) -> None:
        if self._painted is None:
            self._painted = clocks()

    def _note(self) -> None:
        self.actions.append((self._now.name, self._gap, self._busy))
        if self._now.page:
            (clock, cpu), begun = self._painted or self._filled, self._begun
            filled = self._filled[0] - begun[0]
            self.switches.append((self._now.page, clock - begun[0], filled, cpu - begun[1]))

    def _settle(self, rounds: int) -> None:
        """Go on when the worker has answered, what its answers asked for, and a moment later."""
        if not rounds:
            from PySide6.QtCore import QTimer
            from PySide6.QtWidgets import QApplication

            # Without a window manager nobody gives the keyboard back when a question closes.
            if QApplication.activeWindow() is None:
                self.shell.activateWindow()
            QTimer.singleShot(BREATH_MS, self.shell, self._next)
            return
        self.desktop.page().ask(
            self.shell, lambda _services: None, lambda _done: self._settle(rounds - 1)
        )


def painting(shell: Any, painted: Callable[[], None]) -> Any:
    """What tells each time that the window has painted itself, as it does for whoever works in it."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Painting(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
            if event.type() is QEvent.Type.UpdateRequest:
                QTimer.singleShot(0, shell, painted)
            return super().eventFilter(watched, event)

    return Painting(shell)


def fail(why: str) -> NoReturn:
    print(why, file=sys.stderr, flush=True)
    os._exit(1)


def clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


if __name__ == "__main__":
    main()
