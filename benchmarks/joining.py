"""What it costs to save many sheets as one file: `python benchmarks/joining.py [--sheets 500]`.

The sheets are those of an invented day, each with another name and another reference, made before.
CPU of joining them, how the process grows meanwhile, and the size of the file, for an eighth, a
half and all of them: each further sheet should cost the same. Every count has a process of its own.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


def main() -> None:
    """Print the table, or with `--only` a line of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=500)
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only is not None:
        print(line(asked.only))
        return
    print("sheets   CPU s   ms each   growth MiB   file MiB   KiB each   apart MiB")
    for count in (asked.sheets // 8, asked.sheets // 2, asked.sheets):
        command = [sys.executable, __file__, "--only", str(count)]
        subprocess.run(command, check=True)


def line(count: int) -> str:
    """The costs of so many sheets."""
    from advisor_app.domain.codes import Language
    from advisor_app.reports.joining import Leaf, joined

    leaves = [Leaf(f"Sheet {number}", made(number)) for number in range(count)]
    joined(leaves[:2], "Sheets", Language.EN)  # what is imported and built once is left out
    before, start = peak_mib(), time.process_time()
    pdf = joined(leaves, "Sheets", Language.EN)
    spent, mib = time.process_time() - start, 1024 * 1024
    apart = sum(len(leaf.pdf) for leaf in leaves)
    return (
        f"{count:6d} {spent:7.2f} {spent / count * 1000:9.1f} {peak_mib() - before:12.0f}"
        f" {len(pdf) / mib:10.1f} {len(pdf) / count / 1024:10.1f} {apart / mib:11.1f}"
    )


def made(number: int) -> bytes:
    """A sheet whose letters come in an order of their own, so that its fonts are its own too."""
    from dataclasses import replace

    from paper.samples import fournier

    from advisor_app.reports.sheet import render

    letters = "aceghikmnoprstuwxzàéèAEGIKMOSUWY"
    name = "".join(letters[(number * step + step) % len(letters)] for step in range(1, 16))
    return render(replace(fournier(), names=name, reference=f"{number:04d}"))


def peak_mib() -> float:
    """The most that this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
