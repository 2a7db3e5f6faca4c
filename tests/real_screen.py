"""A window worked by real keys: a screen of its own, a store with a passphrase, a script beside."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from advisor_app.bootstrap import open_services
from advisor_app.domain.codes import Language
from advisor_app.storage.cipher import StoreKey, derive_key, fresh_salt
from advisor_app.storage.rekey import change_key

PASSPHRASE = "moulin girafe encrier tuile"
NEEDED = ("Xvfb", "openbox", "xdotool")


@contextmanager
def real_screen() -> Iterator[str]:
    """A screen of 1440 x 900 with a window manager, which gives windows the focus."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed, so no window can be worked by keys")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            shutil.which("Xvfb") or "",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1440x900x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    manager = subprocess.Popen(
        [shutil.which("openbox") or "", "--sm-disable"],
        env={**os.environ, "DISPLAY": display},
        stderr=subprocess.DEVNULL,
    )
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait()


def locked(store: Path, path: Path) -> Path:
    """A copy of a store, in English, that opens with the passphrase."""
    shutil.copy2(store, path)
    change_key(path, StoreKey(b"k" * 32, b"s" * 16), derive_key(PASSPHRASE, fresh_salt()))
    with open_services(path, PASSPHRASE, "A01") as services:
        services.setup.choose_language(Language.EN)
    return path


def work_by_keys(script: ModuleType, screen: str, *told: str | Path) -> None:
    """Run a script of keys in the real program; it says which step it waited for in vain."""
    path = Path(str(script.__file__))
    environment = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(path.parent.parent),
    }
    done = subprocess.run(
        [sys.executable, path, *told],
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
