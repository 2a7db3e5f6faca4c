"""A process that is killed while an outcome is typed: the next one offers what stood there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import outcome_cut_short
import pytest

from advisor_app.bootstrap import open_services
from advisor_app.domain.codes import Language
from advisor_app.storage.cipher import StoreKey, derive_key, fresh_salt
from advisor_app.storage.rekey import change_key

PASSPHRASE = "moulin girafe encrier tuile"


@pytest.fixture
def closed(bank: Path, tmp_path: Path) -> Path:
    path = tmp_path / "bank.store"
    shutil.copy2(bank, path)
    change_key(path, StoreKey(b"k" * 32, b"s" * 16), derive_key(PASSPHRASE, fresh_salt()))
    with open_services(path, PASSPHRASE, "A01") as services:
        services.setup.choose_language(Language.EN)
    return path


class Started:
    """The program, with somebody at it, in a process of its own."""

    def __init__(self, what: str, store: Path, folder: Path) -> None:
        script = Path(outcome_cut_short.__file__)
        root = script.parent.parent
        paths = {"PYTHONPATH": os.pathsep.join([str(root), str(script.parent)])}
        self.process = subprocess.Popen(
            [sys.executable, script, what, store, PASSPHRASE, folder],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **paths},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        """The next line that it prints; empty once it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> int:
        """End it as a power cut does: it hears nothing of it."""
        self.process.kill()
        self.process.communicate()
        return self.process.returncode


@pytest.fixture
def begin(closed: Path, tmp_path: Path) -> Iterator[type[Started]]:
    started: list[Started] = []

    def start(what: str) -> Started:
        started.append(Started(what, closed, tmp_path))
        return started[-1]

    yield start  # type: ignore[misc]  # a function that makes one
    for one in started:
        one.kill()


def test_what_was_typed_of_a_meeting_is_offered_after_the_process_was_killed(
    begin: type[Started], closed: Path
) -> None:
    typing = begin("type")
    told = typing.line()
    assert told == "kept", typing.process.communicate()[1]
    assert typing.kill() != 0

    looking = begin("look")
    told = looking.line()
    assert told, looking.process.communicate()[1]
    assert looking.kill() != 0
    offered = json.loads(told)
    assert offered["said"] == outcome_cut_short.SAID
    assert offered["promised"] == outcome_cut_short.PROMISED
    assert offered["note"] == "This is what you were typing on 23 April 2026 at 10:18."
    with open_services(closed, PASSPHRASE, "A01") as services:
        assert services.upkeep.check().sound
