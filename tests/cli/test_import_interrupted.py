"""Ctrl+C in the middle of an import: the store is as it was, and nothing is left running."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from passphrase_file import passphrase_file

from advisor_app.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
# What a shell starts in its background ignores Ctrl+C, and hands that on: here it is heard again.
HEARING = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from advisor_app.cli.main import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl+C in another way")
def test_ctrl_c_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    secret = passphrase_file(tmp_path)
    store = tmp_path / "bank.store"
    options = ["--store", str(store), "--passphrase-file", str(secret), "--lang=en"]
    assert main([*options, "init"]) == 0
    bank = tmp_path / "bank"
    bank.mkdir()
    # Long enough to be stopped in its middle.
    with (bank / "clients.csv").open("w") as file:
        file.write("ref,last_name\n")
        file.writelines(f"C{number},Durand\n" for number in range(400_000))
    process = subprocess.Popen(
        [sys.executable, "-c", HEARING, *options, "import", str(bank)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for_backup(store, process)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert told.strip() == "Stopped. Nothing was changed."
    assert [path.name for path in tmp_path.glob("*before-import*")] == []
    shutil.rmtree(bank)
    assert main([*options, "import", "--undo"]) == 1
    assert main([*options, "check"]) == 0


def wait_for_backup(store: Path, process: subprocess.Popen[str]) -> None:
    """Until the import has begun: the copy from before it is then complete."""
    while not any(path.suffix != ".half" for path in store.parent.glob("*before-import-*")):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
            pytest.fail("the import ended before it could be stopped")
