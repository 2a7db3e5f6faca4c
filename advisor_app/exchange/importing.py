"""The way in for a bank's files: what `services.importing` calls to have them read."""

from collections.abc import Generator
from datetime import date
from pathlib import Path

from advisor_app.domain.bank_import import ImportEvent, KnownStore
from advisor_app.exchange.bank_files import Job
from advisor_app.exchange.child import read_in_child
from advisor_app.exchange.profiles import shipped_profile
from advisor_app.services.importing import Read


def reader(path: Path, profile: Path | None = None) -> Read:
    """What reads a folder, a CSV file or a workbook, in a child process.

    `profile` is a file, or the name of one that ships with the program.
    """
    followed = shipped_profile(profile) if profile else None

    def read(known: KnownStore, today: date) -> Generator[ImportEvent, None, None]:
        return read_in_child(Job(path, followed, known, today))

    return read
