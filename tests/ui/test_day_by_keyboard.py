"""The whole day, with the keyboard alone, in a real window on a real (virtual) screen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import day_by_keyboard
import pypdfium2
import pytest
from sqlalchemy import text

from advisor_app.bootstrap import open_services
from advisor_app.domain.codes import Language
from advisor_app.storage.cipher import StoreKey, derive_key, fresh_salt
from advisor_app.storage.rekey import change_key
from advisor_app.storage.store import open_store

PASSPHRASE = "moulin girafe encrier tuile"
NEEDED = ("Xvfb", "openbox", "xdotool")


@pytest.fixture
def screen() -> Iterator[str]:
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


@pytest.fixture
def closed(bank: Path, tmp_path: Path) -> Path:
    path = tmp_path / "bank.store"
    shutil.copy2(bank, path)
    change_key(path, StoreKey(b"k" * 32, b"s" * 16), derive_key(PASSPHRASE, fresh_salt()))
    with open_services(path, PASSPHRASE, "A01") as services:
        services.setup.choose_language(Language.EN)
    return path


def counts(path: Path) -> dict[str, int]:
    asked = {
        "answers": "SELECT count(*) FROM suggestion_answer WHERE withdrawn_on IS NULL",
        "calls": "SELECT count(*) FROM touchpoint WHERE note LIKE '%talk in June%'",
        "steps": "SELECT count(*) FROM project WHERE next_step = 'Call the notary together'",
        "papers": "SELECT count(*) FROM document",
    }
    store = open_store(path, PASSPHRASE)
    try:
        with store.reading() as transaction:
            return {
                name: transaction.execute(text(sql)).scalar_one() for name, sql in asked.items()
            }
    finally:
        store.close()


def test_a_days_work_is_done_with_the_keyboard_alone(
    screen: str, closed: Path, tmp_path: Path
) -> None:
    before = counts(closed)
    script = Path(day_by_keyboard.__file__)
    environment = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(script.parent.parent),
    }
    done = subprocess.run(
        [sys.executable, script, closed, PASSPHRASE, tmp_path],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    after = counts(closed)
    told = {name: after[name] - before[name] for name in after}
    assert told == {"answers": 3, "calls": 1, "steps": 1, "papers": 2}
    assert len(pypdfium2.PdfDocument(tmp_path / "two-sheets.pdf")) == 4
