"""How fast sheets are made, against the same marks put on a bare canvas: `python benchmarks/sheet.py`.

Cold: the first sheet of a new process, from data to bytes, imports of ReportLab and fonts included.
Next: CPU of each further sheet. Bare: ReportLab alone, replaying what the sheet draws, layout,
measuring and tags left out. Words and labels come again on every sheet and are measured once; "no
word seen before" forgets them before each. The three take turns, and each ratio is that of
neighbours: the machine's other work changes. Memory: how the process grows from 10 to 500 sheets.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
COLD_LIMIT, NEXT_LIMIT, RATIO_LIMIT = 1.0, 0.080, 2.0
ROUNDS, MANY = 60, 500
CANVAS_CALLS = (
    *("drawString", "setFont", "setFillGray", "setStrokeGray", "setLineWidth", "setDash"),
    *("setLineCap", "line", "rect", "roundRect", "circle", "drawPath", "clipPath"),
    *("saveState", "restoreState", "showPage", "save"),
)


def main() -> int:
    """Print the table; 1 where a limit is missed."""
    growth = growth_in_kib()  # first, while this process is young
    cold, imports = cold_seconds()
    taken = warm_seconds()
    next_sheet, _unseen, bare = (statistics.median(one) for one in zip(*taken, strict=True))
    ratio, unseen_ratio = (
        statistics.median(one[place] / one[2] for one in taken) for place in (0, 1)
    )
    print(f"first sheet of a process   {cold * 1000:7.0f} ms   (limit {COLD_LIMIT * 1000:.0f})")
    print(f"  of which imports         {imports * 1000:7.0f} ms")
    print(
        f"next sheets, CPU           {next_sheet * 1000:7.1f} ms   (limit {NEXT_LIMIT * 1000:.0f})"
    )
    print(f"same marks, bare canvas    {bare * 1000:7.1f} ms")
    print(f"  a sheet is {ratio:.2f} times that, {unseen_ratio:.2f} with no word seen before")
    print(f"growth from 10 to {MANY} sheets {growth:5d} KiB")
    kept = cold < COLD_LIMIT and next_sheet < NEXT_LIMIT
    return 0 if kept and max(ratio, unseen_ratio) < RATIO_LIMIT else 1


def cold_seconds() -> tuple[float, float]:
    """The best of three new processes: the first sheet, and how much of it went into imports."""
    code = (
        "import time; from paper.samples import fournier; data = fournier();"
        "start = time.perf_counter(); from advisor_app.reports.sheet import render;"
        "imported = time.perf_counter(); render(data);"
        "print(time.perf_counter() - start, imported - start)"
    )
    found = []
    for _round in range(3):
        output = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        total, imports = map(float, output.split())
        found.append((total, imports))
    return min(found)


def warm_seconds() -> list[tuple[float, ...]]:
    """CPU seconds of a sheet, of one with no word seen before, and of its marks alone."""
    from paper.samples import fournier

    from advisor_app.reports import text
    from advisor_app.reports.sheet import render

    data = fournier()
    calls = recorded(lambda: render(data))
    known = [one for one in vars(text).values() if hasattr(one, "cache_clear")]

    def unseen() -> None:
        for one in known:
            one.cache_clear()
        render(data)

    works = (lambda: render(data), unseen, lambda: replay(calls))
    return [tuple(map(cpu, works)) for _round in range(ROUNDS)]


def cpu(work: Callable[[], object]) -> float:
    """The processor's seconds of one turn."""
    start = time.process_time()
    work()
    return time.process_time() - start


def recorded(work: Callable[[], object]) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Every call that a sheet makes to the canvas, in order, paths among them."""
    from advisor_app.reports import paper

    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    original = paper.Canvas

    class Recording(original):  # type: ignore[misc, valid-type]
        depth = 0

    def watched(name: str) -> Callable[..., Any]:
        inner = getattr(original, name)

        def call(self: Any, *arguments: Any, **named: Any) -> Any:
            if not self.depth and name != "save":
                calls.append((name, arguments, named))
            self.depth += 1
            try:
                return inner(self, *arguments, **named)
            finally:
                self.depth -= 1

        return call

    for name in CANVAS_CALLS:
        setattr(Recording, name, watched(name))
    paper.Canvas = Recording  # type: ignore[misc]
    try:
        work()
    finally:
        paper.Canvas = original
    return calls


def replay(calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]]) -> None:
    """The same marks on a canvas of ReportLab's own."""
    from io import BytesIO

    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO(), pagesize=A4, pageCompression=1, invariant=1)
    for name, arguments, named in calls:
        getattr(canvas, name)(*arguments, **named)
    canvas.save()


def growth_in_kib() -> int:
    """How much the process's peak grows while it makes hundreds of sheets after the first ten."""
    from paper.samples import fournier

    from advisor_app.reports.sheet import render

    data = fournier()
    for _time in range(10):
        render(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _time in range(MANY - 10):
        render(data)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


if __name__ == "__main__":
    sys.exit(main())
