"""How soon the window shows, and how long it ever keeps silent, from a store of any size.

    python benchmarks/window.py [--store FILE --passphrase-file FILE] [--advisor A01]
                                [--clients 100000] [--rounds 5]

Without a store it makes one with the demonstration. Each round starts fresh processes, in turn: a
bare PySide6 window; the program itself, by its command line, until its frame has been painted;
until "Today" shows its rows, as it was kept when the window was last closed; and until the store
has answered too ("live"). "morning" is a start on the day after: the rows are those of the day
before, and say so. "first" is a start for which nothing was kept. Times are from the start
of the process, with compiled modules, as they are installed. The processor's time of
the window's own thread stands beside: it tells more than the clock where other programs run. The
longest gap is the longest time for which the event loop answered nothing, from the first paint on.
"""

import argparse
import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PASSPHRASE = "a passphrase for a benchmark"
STEP_MS = 2
# All of the window is painted in one turn, and what the store gave in one of the next.
PAINTED_TICKS = {"has_rows": 1, "is_live": 3}
SETTLE_MS = 500
KINDS = ("frame", "today", "morning", "live", "first")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--advisor", default="A01")
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=["bare", *KINDS, "leave"])
    asked = parser.parse_args()
    if asked.child:
        child(asked)
        return
    with tempfile.TemporaryDirectory() as folder:
        if asked.store is None:
            asked.store = Path(folder) / "bank.store"
            asked.passphrase_file = Path(folder) / "passphrase"
            make_store(asked)
        compile_modules()
        measure(asked)


def compile_modules() -> None:
    """As they are where the program is installed."""
    compileall.compile_dir(ROOT / "advisor_app", quiet=1)


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
    start("leave", asked)
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in ("bare", *KINDS)}
    for _round in range(asked.rounds):
        for kind, results in found.items():
            if kind == "morning":
                make_pages_older(asked)
            if kind == "first":
                forget_pages(asked)
            results.append(start(kind, asked))
        start("leave", asked)
    bare, bare_cpu = median(found["bare"], "shown"), median(found["bare"], "cpu")
    print("          by the clock            the window's thread     longest gap of the event loop")
    for kind, results in found.items():
        shown, cpu = median(results, "shown"), median(results, "cpu")
        gap = f"{median(results, 'gap') * 1000:6.0f} ms" if "gap" in results[0] else ""
        print(
            f"{kind:6} {shown * 1000:6.0f} ms {shown / bare:6.2f} x bare"
            f" {cpu * 1000:6.0f} ms {cpu / bare_cpu:6.2f} x bare   {gap}"
        )


def make_pages_older(asked: argparse.Namespace) -> None:
    """Let what was kept be of the day before."""
    from advisor_app.domain.kept_pages import stamped, unstamped
    from advisor_app.storage.setting_names import KEPT
    from advisor_app.storage.settings import read_setting, write_setting
    from advisor_app.storage.store import open_store

    store = open_store(asked.store, passphrase(asked))
    with store.writing() as transaction:
        for name in KEPT:
            stamp, words = unstamped(read_setting(transaction, name))
            at = datetime.fromisoformat(stamp.at) - timedelta(days=1)
            text = stamped(stamp._replace(at=at.isoformat(timespec="minutes")), words)
            write_setting(transaction, name, text)
    store.close()


def forget_pages(asked: argparse.Namespace) -> None:
    """Any deed on the trail forgets what was kept; asking why is one."""
    from advisor_app.bootstrap import open_services

    with open_services(asked.store, passphrase(asked), asked.advisor) as services:
        (one,) = services.suggesting.suggest(limit=1).shown
        services.suggesting.why(one.ref)


def passphrase(asked: argparse.Namespace) -> str:
    return str(asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0])


def median(results: list[dict[str, float]], name: str) -> float:
    return statistics.median(result[name] for result in results)


def start(kind: str, asked: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", kind, "--store", asked.store]
    command += ["--passphrase-file", asked.passphrase_file, "--advisor", asked.advisor]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(asked.store.parent),
        "STARTED": repr(time.time()),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    result: dict[str, float] = json.loads(said[-1]) if said else {}
    return result


def tell(**numbers: float) -> None:
    """Print what was measured and leave at once: closing is not part of it."""
    print(json.dumps({**numbers, "cpu": time.thread_time()}), flush=True)
    os._exit(0)


def since_start() -> float:
    return time.time() - float(os.environ["STARTED"])


def child(asked: argparse.Namespace) -> None:
    """One start, measured in its own process."""
    match asked.child:
        case "bare":
            bare_window()
        case "frame":
            our_window(asked, tell_shown)
        case "live":
            our_window(asked, partial(watch, reached=is_live, then=tell_shown))
        case "leave":
            our_window(asked, partial(watch, reached=is_live, then=leave))
        case _:
            our_window(asked, partial(watch, reached=has_rows, then=tell_shown))


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


def our_window(asked: argparse.Namespace, look_on: Callable[[object], None]) -> None:
    """Start the program by its own command line; `look_on` is given the window when it shows."""
    sys.argv = ["advisor-app", f"--store={asked.store}", f"--as={asked.advisor}"]
    sys.argv.append(f"--passphrase-file={asked.passphrase_file}")
    from advisor_app.__main__ import main as program
    from advisor_app.cli.access import Access

    begin = Access.opening

    def begin_watched(access: Access) -> object:
        """The program imports Qt when its opening has begun: from then on it can be watched."""
        opening = begin(access)
        from advisor_app.ui import app

        class Watched(app.Shell):
            def __init__(self) -> None:
                super().__init__()
                self.seen = False
                self.framed.connect(self.look)

            def look(self) -> None:
                if not self.seen:
                    self.seen = True
                    look_on(self)

        app.Shell = Watched
        return opening

    Access.opening = begin_watched
    sys.exit(program())


def watch(
    shell: object, reached: Callable[[object], bool], then: Callable[[object, float], None]
) -> None:
    """Tick as often as can be; the longest time between two ticks is the gap."""
    from PySide6.QtCore import QTimer

    timer = QTimer(shell)
    last = [time.perf_counter()]
    gap = [0.0]
    since = [0]

    def tick() -> None:
        now = time.perf_counter()
        gap[0] = max(gap[0], now - last[0])
        last[0] = now
        since[0] += reached(shell)
        if since[0] == PAINTED_TICKS[reached.__name__]:
            timer.stop()
            then(shell, gap[0])

    timer.timeout.connect(tick)
    timer.start(STEP_MS)


def tell_shown(_shell: object, gap: float = 0.0) -> None:
    tell(shown=since_start(), gap=gap)


def leave(shell: object, _gap: float) -> None:
    """Close the window as a user does, when what it reads has settled."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(SETTLE_MS, shell.close)


def has_rows(_shell: object) -> bool:
    """Whether a suggestion has been painted; what rows are made of is imported before them."""
    card = sys.modules.get("advisor_app.ui.parts.card")
    if not hasattr(card, "RowButton"):
        return False
    if "painted" not in vars(card.RowButton):
        watch_paint(card.RowButton)
    return "SuggestionRow" in card.RowButton.painted


def watch_paint(kind: Any) -> None:
    """Let rows, none of which is there yet, say once they are painted."""
    paint, painted = kind.paintEvent, set()

    def paint_and_tell(row: object, event: object) -> None:
        paint(row, event)
        painted.add(type(row).__name__)

    kind.painted, kind.paintEvent = painted, paint_and_tell


def is_live(shell: object) -> bool:
    """Whether the rows are those that the store gave in this start."""
    module = sys.modules.get("advisor_app.ui.pages.today.page")
    page = shell.findChild(module.TodayPage) if hasattr(module, "TodayPage") else None
    return page is not None and page.whom() is not None


if __name__ == "__main__":
    main()
