"""How long the demonstration takes: inventing it, and with it a whole encrypted store.

    python benchmarks/demonstration.py [--clients 100000]

The goal is a store of 100,000 clients in under a minute.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from advisor_app.cli.main import main as run
from advisor_app.demo.portfolio import demonstration


def invent(clients: int) -> int:
    """Draw every row, and drop it."""
    return sum(len(list(batch)) for _, batch in demonstration(clients))


def make_store(clients: int, folder: Path) -> float:
    """What `advisor-app demo` makes; megabytes of the file."""
    passphrase = folder / "passphrase"
    passphrase.write_text("public\n", encoding="utf-8")
    passphrase.chmod(0o600)
    store = folder / "demonstration.store"
    options = ["--store", str(store), "--passphrase-file", str(passphrase)]
    assert run([*options, "demo", "--clients", str(clients)]) == 0
    return store.stat().st_size / 1e6


def main() -> None:
    """Measure both and print wall and processor seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=100_000)
    clients = parser.parse_args().clients
    wall, cpu = time.perf_counter(), time.process_time()
    rows = invent(clients)
    print(f"{rows} rows invented: {seconds(wall, cpu)}")
    wall, cpu = time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        size = make_store(clients, Path(folder))
    print(f"store of {size:.0f} MB: {seconds(wall, cpu)}")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def seconds(wall: float, cpu: float) -> str:
    """Since two readings."""
    return f"{time.perf_counter() - wall:.1f} s, {time.process_time() - cpu:.1f} s of CPU"


if __name__ == "__main__":
    main()
