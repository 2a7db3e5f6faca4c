"""How soon the window shows, and how long it ever keeps silent, from a store of any size.

    python benchmarks/window.py [--store FILE --passphrase-file FILE] [--advisor A01]
                                [--clients 100000] [--rounds 5]

Without a store it makes one with the demonstration. Each round starts fresh processes, in turn:
a bare PySide6 window; ours until its frame has been painted; ours until "Today" shows its rows.
Times are from the start of the process. The longest gap is the longest time for which the event
loop of the window answered nothing, from the first paint until the rows are there.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PASSPHRASE = "a passphrase for a benchmark"
STEP_MS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--advisor", default="A01")
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=["bare", "frame", "today"])
    asked = parser.parse_args()
    if asked.child:
        child(asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        if asked.store is None:
            asked.store = Path(folder) / "bank.store"
            asked.passphrase_file = Path(folder) / "passphrase"
            make_store(asked)
        measure(asked)


def make_store(asked: argparse.Namespace) -> None:
    from advisor_app.bootstrap import new_services
    from advisor_app.demo.portfolio import demonstration

    asked.passphrase_file.touch(mode=0o600)
    asked.passphrase_file.write_text(PASSPHRASE, encoding="utf-8")
    started = time.perf_counter()
    with new_services(asked.store, PASSPHRASE) as services:
        services.setup.initialise("Home", "FR")
        services.setup.live_at(datetime(2026, 4, 23, 10, 18))  # noqa: DTZ001 wall time
    from advisor_app.bootstrap import open_services

    with open_services(asked.store, PASSPHRASE) as services:
        services.importing.write_records(demonstration(asked.clients, day=date(2026, 4, 23)))
    print(f"store of {asked.clients} clients made in {time.perf_counter() - started:.0f} s")


def measure(asked: argparse.Namespace) -> None:
    found: dict[str, list[dict[str, float]]] = {"bare": [], "frame": [], "today": []}
    for _round in range(asked.rounds):
        for kind, results in found.items():
            results.append(start(kind, asked))
    bare = median(found["bare"], "shown")
    for kind, results in found.items():
        shown = median(results, "shown")
        print(f"{kind:6} {shown * 1000:6.0f} ms   {shown / bare:4.2f} x a bare window")
    gaps = [result["gap"] for result in found["today"]]
    print(
        f"longest gap of the event loop {max(gaps) * 1000:.0f} ms, median {statistics.median(gaps) * 1000:.0f} ms"
    )


def median(results: list[dict[str, float]], name: str) -> float:
    return statistics.median(result[name] for result in results)


def start(kind: str, asked: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", kind, "--store", asked.store]
    command += ["--passphrase-file", asked.passphrase_file, "--advisor", asked.advisor]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STARTED": repr(time.time())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def tell(**numbers: float) -> None:
    """Print what was measured and leave at once: closing is not part of it."""
    print(json.dumps(numbers), flush=True)
    os._exit(0)


def since_start() -> float:
    return time.time() - float(os.environ["STARTED"])


def child(asked: argparse.Namespace) -> None:
    if asked.child == "bare":
        bare_window()
    else:
        our_window(asked)


def bare_window() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, _event: object) -> None:  # noqa: N802 Qt's name
            tell(shown=since_start())

    application = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    application.exec()


def our_window(asked: argparse.Namespace) -> None:
    from advisor_app.ui import app

    def opener() -> object:
        from advisor_app.bootstrap import open_services

        passphrase = asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
        return open_services(asked.store, passphrase, asked.advisor)

    class Watched(app.Shell):
        def __init__(self) -> None:
            super().__init__()
            if asked.child == "frame":
                self.framed.connect(lambda: tell(shown=since_start()))
            else:
                self.framed.connect(lambda: watch(self))

    app.Shell = Watched
    app.run(opener, asked.store.parent / "reports.txt")


def watch(shell: object) -> None:
    """Tick as often as can be; the longest time between two ticks is the gap."""
    from PySide6.QtCore import QTimer

    timer = QTimer(shell)
    last = [time.perf_counter()]
    gap = [0.0]

    def tick() -> None:
        now = time.perf_counter()
        gap[0] = max(gap[0], now - last[0])
        last[0] = now
        if has_rows(shell):
            shell.grab()
            tell(shown=since_start(), gap=gap[0])

    timer.timeout.connect(tick)
    timer.start(STEP_MS)


def has_rows(shell: object) -> bool:
    """Whether a suggestion shows; the module is only there once the page has imported it."""
    module = sys.modules.get("advisor_app.ui.pages.today.suggestion_row")
    row = shell.findChild(module.SuggestionRow) if hasattr(module, "SuggestionRow") else None
    return row is not None and row.isVisible()


if __name__ == "__main__":
    main()
