"""After closing, the store's key is nowhere in the process's memory: another process looks."""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage.cipher import derive_key, read_salt
from advisor_app.storage.store import create_store

if not sys.platform.startswith("linux"):
    pytest.skip("only Linux shows a process's memory in /proc", allow_module_level=True)

PASSPHRASE = "moulin girafe encrier tuile"

CHILD = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from advisor_app.bootstrap import open_services

    def wait(word):
        print(word, flush=True)
        sys.stdin.readline()

    path = Path(sys.argv[1])
    with open_services(path, sys.stdin.readline().rstrip("\\n")) as services:
        services.upkeep.check()
        services.upkeep.backup(path.with_name("copy.store"))
        services.setup.advisors()
        wait("open")
    wait("closed")
    """
)


@pytest.fixture
def child(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    store = create_store(tmp_path / "a.store", PASSPHRASE)
    setup = Setup(Desk(store, lambda: pytest.fail("not asked")))
    assert setup.advisors() == []
    store.close()
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path / "a.store")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def say(child: subprocess.Popen[str], words: str) -> str:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(words + "\n")
    child.stdin.flush()
    return child.stdout.readline().strip()


def places(pid: int, wanted: bytes) -> int:
    """How often bytes stand in the readable memory of a process."""
    found = 0
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_rest = line.split()
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            memory.seek(start)
            found += memory.read(end - start).count(wanted)
    return found


def test_the_key_leaves_the_memory_when_the_store_closes(
    child: subprocess.Popen[str], tmp_path: Path
) -> None:
    key = derive_key(PASSPHRASE, read_salt(tmp_path / "a.store"))
    raw = bytes(key.copied())
    written = {
        "raw": raw,
        "lower case": raw.hex().encode(),
        "upper case": raw.hex().upper().encode(),
        "two bytes a letter": raw.hex().encode("utf-16-le"),
    }
    assert say(child, PASSPHRASE) == "open"
    assert places(child.pid, raw) > 0, "the search must find a key that is in use"
    assert say(child, "") == "closed"
    assert {name: places(child.pid, text) for name, text in written.items()} == dict.fromkeys(
        written, 0
    )
