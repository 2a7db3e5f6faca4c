"""Measure the import of a bank folder against the sqlite3 shell's `.import` of the same files.

    python benchmarks/import_bank.py [--clients 1000 10000 100000]

Every size is written once, then read by the shell into plain tables without checks, and by the
program, with every check on, into an encrypted store with its indexes, facts and trail. The goal is
a third of the shell's speed, the limit a sixth, in under 1 GiB for both processes together. The
seconds are those of the clock; on a busy machine the seconds of work, in brackets, tell more: the
program's are those of its writing process, beside which another one reads.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bank_folder import write_folder

# Together 2.4 million digital months at 100,000 clients.
MONTHS = 29


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    sizes = parser.parse_args().clients
    print(
        f"{'clients':>9} {'rows':>9} {'shell s':>15} {'import s':>15} {'ratio':>12} {'peak MB':>8}"
    )
    for clients in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(clients, Path(folder))


def measure(clients: int, folder: Path) -> None:
    bank = folder / "bank"
    rows = sum(write_folder(bank, clients, months=MONTHS).values())
    shell = timed(shell_command(bank, folder / "plain.db"))
    ours, peak = our_import(bank, folder)
    ratios = [
        f"{mine / theirs:.1f}" if theirs else "-" for mine, theirs in zip(ours, shell, strict=True)
    ]
    print(
        f"{clients:>9} {rows:>9} {told(shell):>15} {told(ours):>15} "
        f"{f'{ratios[0]} ({ratios[1]})':>12} {peak >> 20:>8}",
        flush=True,
    )


def told(times: tuple[float, float]) -> str:
    return f"{times[0]:.1f} ({times[1]:.1f})"


def shell_command(bank: Path, database: Path) -> list[str]:
    """The shell's import of every file; empty where there is no shell."""
    shell = shutil.which("sqlite3")
    if shell is None:
        return []
    imports = [f'.import "{file}" {file.stem}' for file in sorted(bank.glob("*.csv"))]
    return [shell, str(database), "-cmd", ".mode csv", *imports]


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds of the clock, and of work."""
    if not command:
        return 0.0, 0.0
    start, before = time.perf_counter(), worked()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start, worked() - before


def worked() -> float:
    """Seconds of work of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def our_import(bank: Path, folder: Path) -> tuple[tuple[float, float], int]:
    """Seconds from the command's start to its end, of work, and the most memory it held."""
    secret = folder / "passphrase"
    secret.write_text("a passphrase for a benchmark\n")
    secret.chmod(0o600)
    command = [sys.executable, "-m", "advisor_app", "--store", str(folder / "bank.store")]
    command += ["--passphrase-file", str(secret), "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    subprocess.run([*command, "init"], check=True, env=environment, stdout=subprocess.DEVNULL)
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "import", str(bank), "--json"], env=environment, stdout=subprocess.PIPE
    )
    watch = Watch(process.pid)
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    peak, work = watch.stop()
    assert process.returncode == 0
    report = json.loads(output)
    assert report["written"]
    assert not report["refused"], report["refused"][:3]
    return (seconds, work), peak


class Watch:
    """Samples the memory of a process and its children, and its own work, where /proc tells them."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0
        self._work = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> tuple[int, float]:
        """The most bytes seen at one moment, and the seconds of work of the process itself."""
        self._ended.set()
        self._thread.join()
        return self._peak, self._work

    def _run(self) -> None:
        while not self._ended.wait(0.2):
            self._peak = max(self._peak, sum(map(resident, family(self._process))))
            self._work = max(self._work, seconds_of_work(self._process))


def family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [
            process,
            *(one for child in children.read_text().split() for one in family(int(child))),
        ]
    except OSError:
        return []


def resident(process: int) -> int:
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def seconds_of_work(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
