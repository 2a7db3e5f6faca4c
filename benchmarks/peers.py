"""The same two pages by fpdf2 and by WeasyPrint: `python benchmarks/peers.py [--rounds 5]`.

Ours is the briefing sheet from its data to its bytes, laid out and tagged. The two others are told
where each piece of text and each line stands, so that layout costs them nothing, and neither tags
its pages; they use the same files of fonts. fpdf2 is driven as its manual says; WeasyPrint is given
one page of HTML, with its texts placed and its lines as one SVG a page, the style and the fonts
made once. Each runs in a process of its own, in turn; CPU of one sheet after the first, the median
of the rounds, and the peak of the process's memory. What is on the papers is compared by another
program: pages, words, and the fonts embedded. The limit: 5 times faster than either.
"""

import argparse
import importlib
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).resolve().parent)]
LIMIT = 5.0
SHEETS = 5
KINDS = ("ours", "fpdf2", "weasyprint")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=KINDS)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child, asked.out)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        files = {kind: Path(folder) / f"{kind}.pdf" for kind in KINDS}
        found: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
        for _round in range(asked.rounds):
            for kind, results in found.items():
                results.append(measured(kind, files[kind]))
        kept = report(found)
        return 0 if compare(files) and kept else 1


def measured(kind: str, out: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", kind, "--out", out]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def child(kind: str, out: Path) -> None:
    """One way to make the sheet, in this process."""
    make = maker(kind)
    out.write_bytes(make())
    start = time.process_time()
    for _time in range(SHEETS):
        make()
    cpu = (time.process_time() - start) / SHEETS
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"cpu": cpu, "peak": peak}))


def maker(kind: str) -> Callable[[], bytes]:
    from paper.samples import fournier

    from advisor_app.reports.sheet import render

    data = fournier()
    if kind == "ours":
        return lambda: render(data)
    # Marks are gathered elsewhere, so that what that takes is not counted as a peer's memory.
    drawn: Callable[..., Callable[[], bytes]] = importlib.import_module(f"peer_{kind}").maker
    return drawn()


def report(found: dict[str, list[dict[str, float]]]) -> bool:
    """Print the table; whether the limit is kept."""
    cpu = {kind: statistics.median(one["cpu"] for one in found[kind]) for kind in KINDS}
    peak = {kind: statistics.median(one["peak"] for one in found[kind]) for kind in KINDS}
    ratios = {}
    for kind in KINDS:
        # Rounds are compared with their own neighbours: the machine's other work changes.
        each = [b["cpu"] / a["cpu"] for a, b in zip(found["ours"], found[kind], strict=True)]
        ratios[kind] = statistics.median(each)
        print(
            f"{kind:11} {cpu[kind] * 1000:8.1f} ms of CPU {ratios[kind]:6.2f} times ours"
            f" {peak[kind] / 1024:7.0f} MiB at most"
        )
    return min(ratios["fpdf2"], ratios["weasyprint"]) >= LIMIT


def compare(files: dict[str, Path]) -> bool:
    """Whether each paper has the pages, the words and the fonts of ours; tell what differs."""
    ours = content(files["ours"])
    same = True
    for kind, path in files.items():
        pages, words, fonts = theirs = content(path)
        print(f"{kind:11} {pages} pages, {words.total()} words, fonts: {', '.join(sorted(fonts))}")
        if theirs != ours:
            same = False
            print(f"  differs: {words - ours[1]} {ours[1] - words} {fonts ^ ours[2]}")
    return same


def content(path: Path) -> tuple[int, Counter[str], frozenset[str]]:
    """Pages, words, and the fonts inside: each program names the same face its own way."""
    import pikepdf
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    words = Counter(" ".join(texts).split())
    document.close()
    with pikepdf.open(path) as pdf:
        fonts = {face(name) for page in pdf.pages for name in embedded(page)}
    return len(texts), words, frozenset(fonts)


def face(name: str) -> str:
    """The family and the weight, once, without the mark of a subset."""
    plain = name.rpartition("+")[2].replace("-", "").replace("Regular", "")
    return re.sub(r"(Medium|SemiBold)\1$", r"\1", plain)


def embedded(page: Any) -> list[str]:
    """The fonts of a page whose outlines are inside the file."""
    found = []
    for font in page.Resources.Font.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if any(key.startswith("/FontFile") for key in inner.FontDescriptor.keys()):  # noqa: SIM118 pikepdf's
            found.append(str(inner.BaseFont).removeprefix("/"))
    return found


if __name__ == "__main__":
    sys.exit(main())
